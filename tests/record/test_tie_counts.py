"""The roll-ups of ties say what counting the events says, whatever was kept, replaced and joined on the way."""

import datetime as dt
import tempfile
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.claims.outcome import Reading
from detente.errors import QueryError
from detente.record import Record
from detente.reports import Report
from detente.ties.counts import PERIODS, TieCount, count
from handmade import claims

lists = st.lists(claims, max_size=8, unique_by=lambda claim: claim.id)
ENDS = [
    (None, None),
    (dt.date(2023, 9, 1), dt.date(2023, 9, 30)),
    (dt.date(2023, 9, 6), None),
    (None, dt.date(2023, 9, 8)),
]
PAIRS = [("FRA", "MLI"), ("MLI", "FRA"), ("ESP", "FRA")]


def within(events, ends):
    return [event for event in events if (ends[0] or event.day) <= event.day <= (ends[1] or event.day)]


def readings(found, reader):
    for name in sorted({claim.report_id for claim in found}):
        held = tuple(claim for claim in found if claim.report_id == name)
        yield Reading(Report(name, f"The text of {name}.", dt.date(2023, 9, 9), "Example Wire"), held, reader)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=lists, after=lists)
def test_the_counts_are_those_of_the_events(server, before, after):
    ours = {claim.id for claim in before}
    with tempfile.TemporaryDirectory() as folder:
        for address in (str(Path(folder) / "r.sqlite"), server.emptied()):
            with Record(address) as record:
                for reading in readings(before, "coder 1"):
                    record.keep(reading)
                for reading in readings([claim for claim in after if claim.id not in ours], "coder 2"):
                    record.keep(reading)
                events = record.events()
                for (a, b), by, ends in product(PAIRS, PERIODS, ENDS):
                    counts = record.tie_counts(a, b, by=by, since=ends[0], until=ends[1])
                    assert counts == count(within(events, ends), frozenset({a}), frozenset({b}), by)


@pytest.fixture
def kept(record, make_claim, make_reading):
    record.keep(
        make_reading(
            make_claim("ASSAULT", ("RUS",), ("UKR",), day="2022-02-24", front="military", sector="MIL"),
            make_claim("AGREE", ("RUS", "UKR"), day="2022-07-22", reciprocal=True),
            make_claim("ACCUSE", ("UKR",), ("RUS",), day="2022-07-25"),
            make_claim("AID", ("POL",), ("UKR",), day="2022-07-25"),
            make_claim("CONCEDE", ("RUS",), ("UKR",), day="2022-07-26", factuality="CT-"),
        )
    )
    return record


def test_each_front_type_and_direction_by_month(kept):
    assert kept.tie_counts("Russia", "UKR") == [
        TieCount(dt.date(2022, 2, 1), "military", "ASSAULT", "forth", 1),
        TieCount(dt.date(2022, 7, 1), "diplomatic", "ACCUSE", "back", 1),
        TieCount(dt.date(2022, 7, 1), "diplomatic", "AGREE", "both", 1),
    ]


@pytest.mark.parametrize(
    ("parties", "filters", "types"),
    [
        (("UKR", "RUS"), {}, [("ASSAULT", "back"), ("ACCUSE", "forth"), ("AGREE", "both")]),
        (("RUS/MIL", "UKR"), {}, [("ASSAULT", "forth")]),
        (("RUS", "UKR"), {"front": "military"}, [("ASSAULT", "forth")]),
        (("RUS", "UKR"), {"type": "agree", "by": "year"}, [("AGREE", "both")]),
        (("RUS", "UKR"), {"since": dt.date(2022, 7, 23)}, [("ACCUSE", "back")]),
        (("RUS", "UKR"), {"until": dt.date(2022, 2, 28)}, [("ASSAULT", "forth")]),
        (("RUS", "POL"), {}, []),
    ],
)
def test_each_filter(kept, parties, filters, types):
    assert [(count.type, count.direction) for count in kept.tie_counts(*parties, **filters)] == types


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"by": "decade"}, "period 'decade' does not exist; one of: day, week, month, year"),
        ({"front": "culinary"}, "front 'culinary' does not exist"),
        ({"colour": "red"}, "this filter is unknown"),
    ],
)
def test_a_filter_that_means_nothing_is_an_error(kept, filters, said):
    with pytest.raises(QueryError, match=said):
        kept.tie_counts("RUS", "UKR", **filters)
