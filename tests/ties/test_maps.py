"""Maps of ties: which states they colour, by what, and whose outline is thick."""

import datetime as dt

import pytest

from detente.ties import pictures
from detente.ties.counts import TieCount
from detente.ties.maps import world_map
from detente.ties.summary import summarise


def tie(a, b, *types, year=2019):
    counts = [TieCount(dt.date(year, 1, 1), "diplomatic", type_, "forth", 1) for type_ in types]
    return summarise(counts, a, b, "year")


TIES = [
    tie("KEN", "UGA", "AGREE", "AGREE", "ACCUSE", "SANCTION"),
    tie("KEN", "SGP", "AGREE"),
    tie("KEN", "RUS", "AGREE"),
    tie("KEN", "SUN", "ACCUSE", year=1970),
    tie("KEN", "FRA", "OBSERVE"),
]


def coloured(chart, measure):
    """What colour shows of each state, by its code."""
    held = [row for rows in chart.to_dict()["datasets"].values() for row in rows if "type" not in row]
    return {row["id"]: row.get(measure) for row in held if "id" in row}


@pytest.mark.parametrize(
    ("measure", "shown"),
    [
        ("events", {"UGA": 4, "SGP": 1, "RUS": 2, "FRA": 1}),
        ("cooperation", {"UGA": 2, "SGP": 1, "RUS": 1}),
        ("conflict", {"UGA": 2, "RUS": 1}),
        ("balance", {"UGA": 0, "SGP": 1, "RUS": 0}),
    ],
)
def test_each_state_has_its_measure_and_the_soviet_union_is_shown_as_russia(measure, shown):
    assert coloured(world_map(TIES, "KEN", measure), measure) == shown


def thick(chart):
    """The codes whose outlines are drawn thick."""
    last = chart.to_dict()["layer"][-1]
    return last["transform"][0]["filter"]["oneOf"]


def test_the_party_is_outlined():
    assert thick(world_map(TIES, "KEN", "events")) == ["KEN"]


@pytest.mark.parametrize(("year", "britain"), [(2019, True), (2021, False)])
def test_members_are_outlined_as_they_were_at_the_end(year, britain):
    outlined = thick(world_map([tie("EU", "CHN", "AGREE", year=year)], "EU", "events"))
    assert "FRA" in outlined
    assert ("GBR" in outlined) is britain


def test_a_small_state_is_a_dot():
    assert pictures.svg(world_map([tie("KEN", "SGP", "AGREE")], "KEN", "events")).count("circle") >= 1


def test_who_cannot_see_it_is_told():
    described = world_map(TIES, "KEN", "balance").to_dict()["description"]
    assert described.startswith(
        "Kenya and the world. Balance of the events with each state. Uganda: 4 events: 2 of cooperation, 2 of conflict"
    )


def test_the_same_ties_are_the_same_picture():
    assert pictures.svg(world_map(TIES, "KEN", "balance")) == pictures.svg(world_map(TIES, "KEN", "balance"))


def test_without_events_it_says_so():
    described = world_map([], "KEN", "events").to_dict()["description"]
    assert described == "The record has no event between KEN and a state that fits."
