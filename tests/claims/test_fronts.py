"""On which front an act lies, from the words of its own clause."""

import pytest

from detente.claims.fronts import front_of
from detente.knowledge.fronts import contexts

FRONTS = [
    ("Uruguay's foreign minister met his Paraguayan counterpart at the embassy.", "diplomatic"),
    ("Ethiopian troops attacked an Eritrean artillery base.", "military"),
    ("The United States imposed tariffs on Canadian steel imports.", "economic"),
    ("Italy signed an agreement with Greece on an exhibition of ancient sculpture.", "cultural"),
    ("Norway sent tents and blankets to Turkey after the earthquake.", "humanitarian"),
    ("China sent vaccines to Chile against the coronavirus pandemic.", "health"),
    ("Hungary closed its border to migrants from Serbia.", "border and migration"),
    ("Gambia sued Burma before the International Court of Justice.", "legal"),
    ("Russia halted gas supplies to Poland.", "energy and resources"),
    ("Estonia accused Russia of a cyberattack on its internet servers.", "technology and cyber"),
    ("Iran agreed with Russia to ship enriched uranium abroad.", "weapons of mass destruction"),
]


@pytest.mark.parametrize(("text", "front"), FRONTS)
def test_the_words_of_an_act_give_its_front(reader, text, front):
    claims = reader.read(text, date="2014-05-05").claims
    assert [claim.front for claim in claims[:1]] == [front]


def test_what_happens_within_one_state_is_domestic():
    assert front_of("ASSAULT", ("military",), domestic=True) == "domestic"


def test_an_act_whose_words_speak_of_nothing_lies_on_the_front_of_its_type():
    assert [front_of(type_, (), domestic=False) for type_ in ("ASSAULT", "AID", "CONSULT")] == [
        "military",
        "humanitarian",
        "diplomatic",
    ]


def test_words_of_another_clause_do_not_count(reader):
    text = "Denmark recalled its ambassador from Iran, while oil prices fell and a pipeline leaked."
    (claim, *_) = reader.read(text, date="1996-10-10").claims
    assert claim.front == "diplomatic"


def test_a_narrow_context_goes_before_a_broad_one(reader):
    (claim, *_) = reader.read("France attacked a nuclear reactor in Iraq with fighter jets.", date="1991-01-20").claims
    assert claim.contexts[0] == "cbrn"
    assert "military" in claim.contexts


@pytest.mark.parametrize("word", ["who", "start", "aids"])
def test_an_abbreviation_is_known_by_its_capitals(word):
    assert any(word.upper() in context.words for context in contexts())
    assert not any(word in context.words for context in contexts())


def test_who_is_no_health_organisation(reader):
    (claim, *_) = reader.read("Togo expelled the Beninese envoy, who left by car.", date="1996-10-10").claims
    assert claim.front == "diplomatic"


def test_the_contexts_are_those_of_plover_with_a_known_front():
    fronts = {front for _, front in FRONTS}
    assert {context.front for context in contexts()} <= fronts
    assert len({context.name for context in contexts()}) == len(contexts()) == 17
