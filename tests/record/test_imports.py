"""Imported events beside our own: kept once, asked for like all others, and never joined."""

import datetime as dt

import pytest

from detente.claims.claim import Factuality, Happened
from detente.events.event import Event, Origin, Participant

DAY = dt.date(2019, 3, 4)


def event(row="1", **fields):
    filled = {
        "id": f"e_{row:0>16}",
        "type": "CONSULT",
        "front": "diplomatic",
        "quad": "verbal cooperation",
        "parties": (
            Participant(role="actor", name="Kenya", country="KEN"),
            Participant(role="recipient", name="World Health Organization", organisation="WHO", sector="IGO"),
        ),
        "happened": Happened(start=DAY, end=DAY, precision="day"),
        "first_told": DAY,
        "factuality": Factuality.CERTAIN,
        "status": "imported",
        "sources": (),
        "claims": (),
        "confidence": None,
        "origin": Origin(set="gdelt", version="2.0", row=row),
    }
    return Event(**(filled | fields))


def test_what_is_there_is_not_added_again(record):
    assert record.add_imported([event("1"), event("2")]) == 2
    assert record.add_imported([event("2"), event("3"), event("3")]) == 1
    assert record.add_imported([]) == 0
    assert [found.origin.row for found in record.events()] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "filters",
    [
        {"actor": "Kenya"},
        {"recipient": "WHO/IGO"},
        {"pair": ("WHO", "KEN")},
        {"status": "imported"},
        {"origin": "GDELT"},
        {"since": DAY, "until": DAY},
    ],
)
def test_they_are_asked_for_like_all_others(record, filters):
    record.add_imported([event()])
    assert record.events(**filters)[:]._found == (event(),)
    assert list(record.each_event(**filters)) == [event()]


def test_they_stand_beside_our_own(record, make_claim, make_reading):
    record.add_imported([event()])
    record.keep(make_reading(make_claim("CONSULT", ("KEN",), ("WHO2",), day="2019-03-04")))
    assert sorted(found.status for found in record.events()) == ["imported", "single-sourced"]
    assert len(record.events(origin="gdelt")) == 1


def test_one_is_shown_without_claims(record):
    record.add_imported([event()])
    assert record.event("e_0") == (event(), [])


def test_a_frame_says_where_they_come_from(record):
    record.add_imported([event()])
    (row,) = record.events().to_polars().to_dicts()
    assert (row["origin"], row["origin_version"], row["origin_row"], row["sources"]) == ("gdelt", "2.0", "1", 0)
