"""Who says, thinks or wants what: each case is a report and its attributions, tellings and stances, with their words.

An attribution is written `source | cue | what it is about`; a gap within one of them is written `...`.
"""

import datetime as dt

import pytest
from telling import chain_of

from detente.reports import Report

TELLINGS = [
    ("The harbour master, Ines Costa, told reporters that the pier was safe.",
     ["The harbour master, Ines Costa | told | that the pier was safe"]),
    ("The pier, she has repeatedly said, is safe.", ["she | has repeatedly said | The pier ... is safe"]),
    ("Divers who saw the pier say it is safe.", ["Divers who saw the pier | say | it is safe"]),
    ("“It is safe,” said one diver, who asked for tea.", ["one diver, who asked for tea | said | “It is safe,”"]),
    ("According to the daily Correio, the pier is safe.", ["the daily Correio | according to | the pier is safe"]),
    ("The pier is said to be safe.", [" | is said | The pier ... to be safe"]),
]  # fmt: skip

STANCES = [
    ("The union criticised the minister for closing the pier.",
     ["The union | criticised | the minister for closing the pier"]),
    ("Anglers oppose the new fees.", ["Anglers | oppose | the new fees"]),
    ("The mayor called for a new pier.", ["The mayor | called for | a new pier"]),
    ("Farmers are worried about the frost.", ["Farmers | are worried about | the frost"]),
    ("Shopkeepers were sure that trade would recover.", ["Shopkeepers | were sure | that trade would recover"]),
    ("It is unclear who paid for the pier.", [" | is unclear | who paid for the pier"]),
    ("The mayor's plan to sell the pier has failed.", ["The mayor's | plan | to sell the pier"]),
    ("The mayor voiced doubts about the pier.", ["The mayor | voiced | doubts about the pier"]),
    ("The mayor would not say whether the pier was safe.",
     ["The mayor | would not say | whether the pier was safe"]),
    ("The pier has been praised as a work of art.", [" | has been praised as | The pier ... a work of art"]),
    ("Anglers resented being told to leave.", ["Anglers | resented | being told to leave"]),
    ("The envoy hopes to return.", ["The envoy | hopes | to return"]),
]  # fmt: skip

NO_STANCES = [
    "The pier was approved in 1911.",
    "The mayor needs to sell the pier.",
    "The club tried to mend the pier.",
    "The pier opened in a “soft” ceremony.",
]


def attributed(reader, text):
    """The attributions of a text as an expectation is written."""
    found = reader.read_attributions(Report("text", text, dt.date(2011, 4, 9)))
    return [" | ".join(_words(text, part) for part in (a.source, a.cue_spans, a.content)) for a in found]


def _words(text, spans):
    return " ... ".join(text[slice(*span)] for span in spans)


def cases(rows):
    return [pytest.param(text, expected, id=text) for text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), cases(TELLINGS))
def test_tellings_have_the_whole_words_of_source_and_cue(reader, text, expected):
    found = attributed(reader, text)
    assert [written.lower() for written in found] == [written.lower() for written in expected]


@pytest.mark.parametrize(("text", "expected"), cases(STANCES))
def test_stances_are_attributed(reader, text, expected):
    assert attributed(reader, text) == expected


@pytest.mark.parametrize("text", NO_STANCES)
def test_acts_are_no_stances(reader, text):
    assert attributed(reader, text) == []


def test_what_stands_in_another_s_words_is_theirs_to_attribute(reader):
    text = "The mayor said the owner believes that the pier is safe."
    assert attributed(reader, text) == ["The mayor | said | the owner believes that the pier is safe"]


def test_a_stance_makes_nobody_a_teller(reader):
    text = "Brazil condemned the raid in which Peru attacked a village."
    assert attributed(reader, text) == ["Brazil | condemned | the raid in which Peru attacked a village"]
    assert chain_of(reader, "1995-02-01", text, "attacked") == ""
