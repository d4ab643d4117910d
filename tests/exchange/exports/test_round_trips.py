"""What goes out and comes in again is the same, as far as a form carries it."""

import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import coded_events, plover_events

from detente.exchange.exports.exporting import FORMS, export
from detente.exchange.imports.formats import FORMATS
from detente.exchange.imports.importing import Import

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


class Kept(list):
    """What keeps events for a test, and holds a row twice if it comes twice."""

    def add_imported(self, found):
        self.extend(found)
        return len(found)


def there_and_back(events, form, name="set.tsv"):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        with path.open("wb") as out:
            written = export(iter(events), FORMS[form], out)
        told = []
        kept = Kept()
        Import(path, FORMATS[form], Path(folder) / "aside", tell=told.append).into(kept)
        assert told == []
    return kept, written


@slowly
@given(st.lists(plover_events(), max_size=4))
def test_plover_carries_the_whole_event(events):
    assert there_and_back(events, "plover")[0] == events


@slowly
@given(st.lists(coded_events(), max_size=4))
def test_icews_carries_who_what_whom_when_and_where(events):
    assert there_and_back(events, "icews")[0] == events


def test_our_own_events_come_back_as_imported(make_claim, make_reading, record):
    record.keep(make_reading(make_claim("AID", ("JPN",), ("VUT",))))
    (own,) = record.events()
    ((back,), _) = there_and_back([own], "plover", name="ours.jsonl")
    assert (back.status, back.sources, back.claims) == ("imported", (), ())
    assert (back.origin.set, back.origin.row, back.origin.version) == ("detente", own.id, "ours.jsonl")
    same = ("type", "mode", "contexts", "front", "quad", "parties", "factuality", "first_told", "confidence")
    assert {field: getattr(back, field) for field in same} == {field: getattr(own, field) for field in same}
    assert (back.happened.start, back.happened.end) == (own.happened.start, own.happened.end)


def test_what_several_do_together_is_a_row_each_way(make_claim, make_reading, record):
    record.keep(make_reading(make_claim("CONSULT", ("JPN", "VUT", "FJI"), reciprocal=True, mode="meet")))
    kept, _ = there_and_back(record.events(), "icews")
    assert len(kept) == len({event.id for event in kept}) == 6
    assert {(e.type, e.mode) for e in kept} == {("CONSULT", "meet")}


def test_observances_are_left_out_of_plover_and_counted(make_claim, make_reading, record):
    record.keep(make_reading(make_claim("OBSERVE", ("JPN",)), make_claim("AID", ("JPN",), ("VUT",), day="2001-01-01")))
    kept, written = there_and_back(record.events(), "plover")
    assert [event.type for event in kept] == ["AID"]
    assert written.left_out == {"OBSERVE is no type of PLOVER's": 1}


@pytest.mark.parametrize("form", FORMS)
def test_no_events_are_a_file_all_the_same(form):
    out = io.BytesIO()
    assert export(iter([]), FORMS[form], out).events == 0
