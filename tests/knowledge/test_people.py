"""Who held which office when: enough of them, without holes and without two at a time."""

import datetime as dt
from collections import defaultdict
from itertools import pairwise

import pytest

from detente.knowledge.countries import bodies, countries
from detente.knowledge.people import by_family, by_person, held_before, holder, holding, known_as, tenures
from detente.knowledge.roles import roles

MOST_REPORTED = (
    "USA", "RUS", "CHN", "GBR", "FRA", "DEU", "JPN", "IND", "PAK", "IRN", "ISR", "SAU", "EGY", "TUR", "UKR", "PRK",
    "KOR", "SYR", "AUS", "CAN", "ITA", "ESP", "BRA", "MEX", "ZAF",
)  # fmt: skip
LEADING = {"head of state", "head of government"}
BEGIN, END = dt.date(1990, 1, 1), dt.date(2024, 1, 1)
HOLE = 400
"""Days without a known leader that are still no hole (an interregnum, a year given without its month)."""
IN_TURN = {"BIH", "CHE", "SMR", "YUG"}
"""States whose highest office goes round or is shared."""
SINGLE = {"president", "prime minister", "premier", "chancellor", "king", "emir", "foreign minister"}


def leaders(code):
    ranked = ((t, roles().get(t.office)) for t in tenures() if t.country == code)
    return [t for t, role in ranked if role is not None and role.rank in LEADING]


def test_a_hundred_countries_have_leaders_since_1990():
    have = {t.country for t in tenures() if t.country in countries() and (t.term.end or END) >= BEGIN}
    assert len({code for code in have if leaders(code)}) >= 100


@pytest.mark.parametrize("code", MOST_REPORTED)
def test_the_most_reported_have_leaders_without_holes(code):
    terms = sorted((t.term.start or BEGIN, t.term.end or END) for t in leaders(code))
    reached, holes = BEGIN, []
    for start, end in terms:
        if (start - reached).days > HOLE:
            holes.append((str(reached), str(start)))
        reached = max(reached, end)
    assert not holes
    assert reached >= END


@pytest.mark.parametrize("code", MOST_REPORTED)
def test_the_most_reported_have_foreign_ministers(code):
    offices = {"foreign minister", "secretary of state", "foreign secretary", "external affairs minister"}
    held = [t for t in tenures() if t.country == code and t.office in offices and (t.term.end or END) >= BEGIN]
    assert len({t.person for t in held}) >= 4


def test_codes_and_offices_are_known():
    assert {t.country for t in tenures()} - {""} <= countries().keys() | bodies().keys()
    assert {t.office for t in tenures() if t.office in SINGLE} == SINGLE


def test_nobody_shares_an_office_of_one_holder():
    """Two may overlap by the day of handing over, or by the month where only the month is known."""
    held = defaultdict(list)
    for t in tenures():
        if t.office in SINGLE and t.country not in IN_TURN and t.term.start:
            held[t.country, t.office].append(t)
    overlaps = []
    for (code, office), terms in held.items():
        for one, other in pairwise(sorted(terms, key=lambda t: t.term.start)):
            if one.person != other.person and ((one.term.end or END) - other.term.start).days > 31:
                overlaps.append((code, office, one.person, other.person))
    assert overlaps == []


@pytest.mark.parametrize(
    ("family", "day", "person"),
    [
        ("Bush", "1990-08-10", "George H.W. Bush"),
        ("Bush", "2005-08-10", "George W. Bush"),
        ("Clinton", "1995-08-10", "Bill Clinton"),
        ("Clinton", "2010-08-10", "Hillary Clinton"),
        ("Assad", "1995-08-10", "Hafez al-Assad"),
        ("Assad", "2012-08-10", "Bashar al-Assad"),
        ("Gandhi", "1983-08-10", "Indira Gandhi"),
        ("Gandhi", "1987-08-10", "Rajiv Gandhi"),
        ("Bush", "1975-08-10", None),
    ],
)
def test_a_family_name_means_who_is_in_office(family, day, person):
    tenure = known_as(family, dt.date.fromisoformat(day))
    assert (tenure.person if tenure else None) == person


@pytest.mark.parametrize(
    ("code", "office", "day", "person"),
    [
        ("USA", "president", "1962-10-24", "John F. Kennedy"),
        ("CHN", "prime minister", "1972-02-21", "Zhou Enlai"),
        ("GBR", "prime minister", "1982-04-03", "Margaret Thatcher"),
        ("UN", "secretary-general", "1999-01-01", "Kofi Annan"),
        ("USA", "king", "1962-10-24", None),
    ],
)
def test_an_office_is_held_by_one_person_at_a_time(code, office, day, person):
    tenure = holder(code, office, dt.date.fromisoformat(day))
    assert (tenure.person if tenure else None) == person


def test_of_several_offices_the_highest_that_holds_is_meant():
    assert holding(by_person()["Saddam Hussein"], dt.date(1998, 2, 23)).office == "president"


def test_who_has_left_office_is_known_by_the_last_one():
    left = held_before(by_family()["Thatcher"], dt.date(1999, 1, 1))
    assert (left.person, left.office) == ("Margaret Thatcher", "prime minister")
    assert held_before(by_family()["Thatcher"], dt.date(1950, 1, 1)) is None
