"""What a record joins as reports come in is what joining all at once would give, in any order, also after changes."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.claims.claim import Happened, Place
from detente.claims.outcome import Reading
from detente.events.joining import joined, neighbourhoods
from detente.events.sketch import sketch
from detente.record import Record
from detente.reports import Report
from handmade import claims, stateless, told


def reading(name, held, reader="coder 1"):
    return Reading(Report(name, f"The text of {name}.", dt.date(2023, 9, 9), "Example Wire"), tuple(held), reader)


def by_report(found):
    return [reading(name, [c for c in found if c.report_id == name]) for name in sorted({c.report_id for c in found})]


def at_once(found):
    held = neighbourhoods([sketch(claim) for claim in found])
    return sorted(sorted(member.id for member in group) for near in held for group in joined(near))


def kept(record):
    return sorted(sorted(event.claims) for event in record.events())


lists = st.lists(claims, max_size=8, unique_by=lambda claim: claim.id)


@settings(max_examples=25, deadline=None)
@given(lists, st.randoms(use_true_random=False))
def test_any_order_of_arrival(found, rng):
    readings = by_report(found)
    rng.shuffle(readings)
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.sqlite") as record:
        for one in readings:
            record.keep(one)
        assert kept(record) == at_once(found)


@settings(max_examples=25, deadline=None)
@given(lists, lists)
def test_a_report_read_again_by_a_newer_reader(before, after):
    stays = [claim for claim in before if claim.report_id != "a"]
    now = stays + [c for c in after if c.report_id == "a" and c.id not in {s.id for s in stays}]
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.sqlite") as record:
        for one in by_report(before):
            record.keep(one)
        record.keep(reading("a", [claim for claim in now if claim.report_id == "a"], "coder 2"))
        assert kept(record) == at_once(now)


@pytest.mark.parametrize("first", ["dated", "undated"])
def test_what_was_before_some_day_meets_what_was_on_a_day_long_before(record, first):
    """ "Had met by the end of the month" and "met on the 8th" may be one meeting, whichever is told first."""
    before = Happened(start=None, end=dt.date(2023, 9, 28), precision="vague", text="by the end of the month")
    dated = told("a", "2023-09-08", verb="visited")
    undated = told("b", "2023-09-28", verb="visited", published=dt.date(2023, 9, 30), happened=before)
    readings = by_report([dated, undated])
    for one in readings if first == "dated" else reversed(readings):
        record.keep(one)
    assert kept(record) == at_once([dated, undated]) == [sorted([dated.id, undated.id])]


def test_an_event_with_its_claims(record):
    first, second = told("a", "2023-09-08", verb="visited"), told("b", None, verb="visited")
    for one in by_report([first, second]):
        record.keep(one)
    (event,) = record.events(pair=("FRA", "Mali"))
    assert event.status == "corroborated"
    assert record.event(event.id[:6]) == (event, [first, second])


def test_those_of_no_state_meet_in_the_country_where_they_act(record):
    mopti = Place(text="Mopti", span=(0, 4), name="Mopti", country="MLI")
    for name, attackers in (("a", "gunmen"), ("b", "insurgents")):
        raid = told(name, "2023-09-08", "ASSAULT", (), verb="raided")
        unknown = {"actors": stateless(attackers), "recipients": stateless("herders"), "place": mopti}
        record.keep(reading(name, [raid.model_copy(update=unknown)]))
    (event,) = record.events()
    assert len(event.claims) == 2
    assert record.events(actor="MLI").to_polars().height == 0


def test_filters(record):
    for one in by_report(
        [told("a", "2023-09-05"), told("b", "2023-09-08", "ACCUSE", ("FRA",), ("ESP",), verb="blamed")]
    ):
        record.keep(one)
    assert [event.type for event in record.events()] == ["CONSULT", "ACCUSE"]
    assert [event.type for event in record.events(type="accuse", actor="FRA", recipient="Spain")] == ["ACCUSE"]
    assert [event.type for event in record.events(until=dt.date(2023, 9, 6))] == ["CONSULT"]
    assert [event.type for event in record.events(pair=("ESP", "FRA"), status="single-sourced")] == ["ACCUSE"]
    assert record.events(actor="ESP").to_polars().height == 0
