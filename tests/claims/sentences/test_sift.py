"""Which sentences are parsed at all: those that name a party, or can speak of one named shortly before."""

import datetime as dt

import pytest

from detente.claims.sentences.cutting import cut
from detente.claims.sentences.sift import REACH, sift, with_names
from detente.knowledge.names import names

DAY = dt.date(2008, 6, 12)


def kept(text, day=DAY):
    return [text[place.start : place.end] for place, _ in sift(cut(text), names().find(text), text, day)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran tested a missile.",
        "The Afghans protested.",
        "NATO met in Brussels.",
        "Both Koreas agreed.",
        "The Kremlin denied it.",
        "Hezbollah fired rockets.",
        "Bush flew home.",
        "Ban Ki-moon resigned.",
    ],
)
def test_a_sentence_that_names_a_party_is_kept(sentence):
    assert kept(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The weather was fine.",
        "Sales rose by three percent.",
        "Michael Jordan scored 40 points.",
        "The tale was told in the New York Times.",
        "The reservoir filled up.",
        "The two sides met.",
    ],
)
def test_a_sentence_without_a_party_is_not(sentence):
    assert kept(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "He left at noon.",
        "The two sides signed a pact.",
        "Both countries agreed.",
        "The neighbouring countries mobilised.",
        "The Asian nation protested.",
        "The prime minister resigned.",
        "The army took power.",
        "The parade lasted an hour.",
        "The next round of talks between the governments failed.",
    ],
)
def test_a_sentence_that_can_speak_of_a_party_is_kept_after_one(sentence):
    assert kept(f"Iran met Iraq. {sentence}") == ["Iran met Iraq.", sentence]
    far = "Nothing new was heard. " * REACH
    assert kept(f"Iran met Iraq. {far}{sentence}") == ["Iran met Iraq."]


def test_a_last_name_is_known_after_the_full_name_and_in_office():
    assert kept("Hosni Mubarak resigned. Then Mubarak slept.") == ["Hosni Mubarak resigned.", "Then Mubarak slept."]
    assert kept("Then Merkel slept.") == ["Then Merkel slept."]
    assert kept("Then Merkel slept.", dt.date(1985, 1, 1)) == []


def test_names_go_with_their_sentence():
    text = "It rained. Iran warned Iraq. Then Israel warned Iran."
    found = sift(cut(text), names().find(text), text, DAY)
    assert [[hit.text for hit in hits] for _, hits in found] == [["Iran", "Iraq"], ["Israel", "Iran"]]


def test_a_dateline_is_no_sentence():
    assert kept("MOSCOW, June 1 - Peru met Chile.") == ["Peru met Chile."]


def test_where_all_is_read_every_sentence_but_the_dateline_comes_with_its_names():
    text = "LIMA, June 12 (Example Wire)\n\nMiners walked out at dawn. Peru's ministry called it a pity."
    found = [
        (text[place.start : place.end], [h.text for h in hits])
        for place, hits in with_names(cut(text), names().find(text))
    ]
    assert [sentence for sentence, _ in found][-2:] == [
        "Miners walked out at dawn.",
        "Peru's ministry called it a pity.",
    ]
    assert found[-1][1] == ["Peru"]
