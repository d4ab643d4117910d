"""Who was of a body of states on which day."""

import datetime as dt
from itertools import pairwise

import pytest

from detente.knowledge.countries import bodies, code_of, countries
from detente.knowledge.memberships import members
from detente.knowledge.tables import rows, several, term


def of(body, day):
    on = dt.date.fromisoformat(day)
    return {code for code, terms in members(body).items() if any(held.holds(on) for held in terms)}


@pytest.mark.parametrize(
    ("body", "state", "last", "after"),
    [
        ("EU", "GBR", "2020-01-31", "2020-02-01"),
        ("G8", "RUS", "2014-03-24", "2014-03-25"),
        ("WARSAWPACT", "ALB", "1968-09-13", "1968-09-14"),
        ("OPEC", "QAT", "2018-12-31", "2019-01-01"),
        ("P5", "TWN", "1971-10-24", "1971-10-25"),
        ("V4", "CSK", "1992-12-31", "1993-01-01"),
    ],
)
def test_a_state_is_of_a_body_until_it_leaves(body, state, last, after):
    assert state in of(body, last)
    assert state not in of(body, after)


@pytest.mark.parametrize(
    ("body", "state", "before", "first"),
    [
        ("EU", "POL", "2004-04-30", "2004-05-01"),
        ("NATO", "FIN", "2023-04-03", "2023-04-04"),
        ("BRICS", "ZAF", "2010-12-23", "2010-12-24"),
        ("G8", "RUS", "1997-06-19", "1997-06-20"),
        ("OPEC", "GAB", "2016-06-30", "2016-07-01"),
        ("AU", "MAR", "2017-01-29", "2017-01-30"),
    ],
)
def test_a_state_is_of_a_body_from_when_it_joins(body, state, before, first):
    assert state not in of(body, before)
    assert state in of(body, first)


@pytest.mark.parametrize(
    ("body", "day", "number"),
    [
        ("EU", "1960-01-01", 6),
        ("EU", "2014-01-01", 28),
        ("EU", "2021-01-01", 27),
        ("NATO", "1950-01-01", 12),
        ("NATO", "2024-06-01", 32),
        ("G7", "1980-01-01", 7),
        ("G20", "2010-01-01", 19),
        ("ASEAN", "2000-01-01", 10),
        ("AU", "2018-01-01", 55),
        ("AL", "2000-01-01", 22),
        ("ECOWAS", "2025-06-01", 12),
        ("P5", "1960-01-01", 5),
        ("P5", "2000-01-01", 5),
    ],
)
def test_a_body_has_so_many_states_on_a_day(body, day, number):
    assert len(of(body, day)) == number


def test_members_without_dates_are_of_a_body_always():
    assert of("EFTA", "1999-01-01") == {"CHE", "ISL", "LIE", "NOR"}


@pytest.mark.parametrize("code", ["FRA", "UNICEF", "HAMAS"])
def test_what_is_no_body_of_states_has_no_members(code):
    assert not members(code)


def test_memberships_are_of_bodies_and_states_that_are_known_and_stand_once():
    dated = rows("memberships")
    assert {row["body"] for row in dated} <= bodies().keys()
    assert {row["country"] for row in dated} <= countries().keys()
    held = {row["code"] for row in rows("organisations") if several(row["members"])}
    assert not held & {row["body"] for row in dated}, "members stand in one of the two tables"


def test_terms_begin_before_they_end_and_do_not_overlap():
    for row in rows("memberships"):
        held = term(row)
        assert held.end is None or held.start < held.end, row
    for body in {row["body"] for row in rows("memberships")}:
        for state, terms in members(body).items():
            for one, other in pairwise(terms):
                assert one.end is not None, (body, state)
                assert one.end < other.start, (body, state)


@pytest.mark.parametrize(("written", "code"), [("the G7", "G7"), ("The European Union", "EU"), ("the Gambia", "GMB")])
def test_an_article_before_a_name_is_of_no_matter(written, code):
    assert code_of(written) == code
