"""Searching sentences and reports by their words."""

import pytest

SENTENCES = {
    "AGREE": "Türkiye's envoy said the grain deal was extended in Odesa.",
    "ACCUSE": "The deal on grain is dead, said the envoys.",
    "AID": "It sent 50% of it; the U.S. sent none.",
    "CONSULT": "Path_A%B \"quoted\" NEAR(x) 'or' 1=1",
}


@pytest.fixture
def search(record, make_claim, make_reading):
    held = [make_claim(type_, sentence=sentence) for type_, sentence in SENTENCES.items()]
    record.keep(make_reading(*held, text="They met at length. The Communiqué was long."))
    return lambda **asked: sorted(claim.type for claim in record.claims(**asked))


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        ("grain deal", ["ACCUSE", "AGREE"]),
        ("deal GRAIN", ["ACCUSE", "AGREE"]),
        ('"grain deal"', ["AGREE"]),
        ('"deal on grain" dead', ["ACCUSE"]),
        ("envoy", ["AGREE"]),
        ("envoy*", ["ACCUSE", "AGREE"]),
        ("env* odes*", ["AGREE"]),
        ("turkiye", ["AGREE"]),
        ("Türkiye’s", ["AGREE"]),
        ("50% of it", ["AID"]),
        ("5% of it", []),
        ("5*", ["AID"]),
        ("US", []),
        ("U.S.", ["AID"]),
        ("path_a%b", ["CONSULT"]),
        ("NEAR quoted", ["CONSULT"]),
        ("' or 1=1", ["CONSULT"]),
        ("rain", []),
    ],
)
def test_words_in_any_order_phrases_and_beginnings(search, asked, types):
    assert search(text=asked) == types


def test_a_report_is_found_by_its_whole_text(search):
    assert search(report_text="communique") == sorted(SENTENCES)
    assert search(report_text='"they met" long', text="envoy") == ["AGREE"]
    assert search(report_text="grain") == []


def test_what_is_withdrawn_is_no_longer_found(search, record, make_claim, make_reading):
    record.keep(make_reading(make_claim(sentence="Nothing came of it."), text="Nothing.", reader="coder 2"))
    assert search(text="grain") == search(report_text="met") == []
    assert search(text="nothing came") == ["CONSULT"]


def test_an_event_is_found_by_any_sentence_that_tells_of_it(record, make_claim, make_reading):
    first = make_claim(sentence="The ministers met for talks in Paris.", recipients=("DEU",))
    second = make_claim(
        sentence="The ministers met again for talks, at the Élysée.", recipients=("DEU",), report_id="b.txt"
    )
    record.keep(make_reading(first))
    record.keep(make_reading(second, report_id="b.txt"))
    (event,) = record.events()
    assert [found.id for found in record.events(text="elysee talks")] == [event.id]
    assert len(record.events(text="elysee paris")) == 0
