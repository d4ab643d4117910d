"""A tie is its events counted by period and front, in PLOVER's four quads."""

import datetime as dt

import pytest

from detente.events.assembly import event_of
from detente.events.sources import Told
from detente.reports.copies import fingerprint
from detente.ties.counts import TieCount, begins, count, following
from detente.ties.summary import summarise
from handmade import build_claim

FRA, DEU = frozenset({"FRA"}), frozenset({"DEU"})


def event(type_, day="2023-09-08", actors=("FRA",), recipients=("DEU",), **fields):
    claim = build_claim(type_, actors, recipients, day=day, **fields)
    return event_of([Told(claim, fingerprint("They met."))])


def tie(*events, by="month"):
    return summarise(count(events, FRA, DEU, by), "FRA", "DEU", by)


def test_events_are_counted_by_month_and_front():
    found = tie(
        event("CONSULT"),
        event("AID", "2023-09-20"),
        event("REJECT", "2023-09-20"),
        event("ASSAULT", "2023-09-01", front="military"),
        event("OBSERVE", "2024-01-02"),
    )
    assert [(p.start.isoformat(), p.front, p.sums.cooperation, p.sums.conflict) for p in found.periods] == [
        ("2023-09-01", "diplomatic", 2, 1),
        ("2023-09-01", "military", 0, 1),
        ("2024-01-01", "diplomatic", 0, 0),
    ]
    assert (found.whole.verbal_cooperation, found.whole.material_cooperation) == (1, 1)
    assert (found.whole.verbal_conflict, found.whole.material_conflict, found.whole.other) == (1, 1, 1)
    assert (found.first, found.last) == (dt.date(2023, 9, 1), dt.date(2024, 1, 1))
    assert list(found.by_front) == ["diplomatic", "military"]


def test_balance_and_intensity():
    found = tie(event("CONSULT"), event("AID"), event("ASSAULT"))
    assert found.whole.balance == pytest.approx(1 / 3)
    assert found.whole.intensity == pytest.approx((1 + 7 - 9.5) / 3)


def test_directions():
    events = [
        event("ACCUSE"),
        event("ACCUSE", actors=("DEU",), recipients=("FRA",)),
        event("CONSULT", actors=("FRA", "DEU"), recipients=()),
        event("CONSULT", actors=("FRA", "DEU"), recipients=("MLI",)),
    ]
    assert sorted(row.direction for row in count(events, FRA, DEU, "year")) == ["back", "both", "forth"]


@pytest.mark.parametrize("factuality", ["CT-", "PR-", "PS-"])
def test_what_did_not_happen_is_no_part_of_a_tie(factuality):
    assert tie(event("AID", factuality=factuality)).whole.events == 0


@pytest.mark.parametrize(
    ("by", "start", "after"),
    [
        ("day", "2024-02-29", "2024-03-01"),
        ("week", "2024-02-26", "2024-03-04"),
        ("month", "2024-02-01", "2024-03-01"),
        ("year", "2024-01-01", "2025-01-01"),
    ],
)
def test_periods(by, start, after):
    began = begins(dt.date(2024, 2, 29), by)
    assert began.isoformat() == start
    assert following(began, by).isoformat() == after


def test_a_month_of_attacks_after_quiet_years_stands_out():
    quiet = [TieCount(dt.date(2019 + year, 3, 1), "military", "ASSAULT", "forth", 1) for year in range(3)]
    found = summarise([*quiet, TieCount(dt.date(2022, 3, 1), "military", "ASSAULT", "forth", 9)], "A", "B", "month")
    assert [(outlier.start.isoformat(), outlier.side, outlier.count) for outlier in found.standing_out] == [
        ("2022-03-01", "conflict", 9)
    ]


def test_no_events_make_an_empty_tie():
    found = tie()
    assert (found.whole.events, found.periods, found.first, found.trend, found.standing_out) == (0, (), None, None, ())
