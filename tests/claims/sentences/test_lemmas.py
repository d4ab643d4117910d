"""Verbs that spaCy's rules take for forms of others."""

import pytest

from detente.claims.reading import parser
from detente.claims.sentences.lemmas import mended
from detente.knowledge.tables import rows


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("The regulator fined the airline.", "fined", "fine"),
        ("The students staged a sit-in.", "staged", "stage"),
        ("She is hoping for rain.", "hoping", "hope"),
        ("Rain is what she hopes for.", "hopes", "hope"),
    ],
)
def test_a_verb_has_its_own_lemma(text, form, lemma):
    assert [t.lemma_ for t in mended(parser()(text)) if t.text == form] == [lemma]


def test_a_noun_of_the_same_form_keeps_its_lemma():
    assert [t.lemma_ for t in mended(parser()("Their wages rose.")) if t.text == "wages"] == ["wage"]


def test_each_form_has_one_lemma_and_a_source():
    forms = [row["form"] for row in rows("lemmas")]
    assert forms == sorted(set(forms))
    assert all(row["lemma"] and row["source"] for row in rows("lemmas"))
