"""Whatever stands in a row: it is an event, or it is told what is wrong. Nothing else happens."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_acled import HEADER as ACLED
from test_acled import row as acled
from test_gdelt import row as gdelt
from test_icews import HEADER as ICEWS
from test_icews import row as icews
from test_phoenix import daily
from test_plover import PLAIN
from test_polecat import HEADER as POLECAT
from test_polecat import row as polecat

from detente.errors import ExchangeError
from detente.exchange.imports.formats import FORMATS
from detente.exchange.imports.rows import NoType, RowError, checked

TABLES = {
    "gdelt": (None, gdelt(columns=61), "\t"),
    "icews": (ICEWS, icews(), "\t"),
    "polecat": (POLECAT, polecat(), "\t"),
    "phoenix": (None, daily(), "\t"),
    "acled": (ACLED, acled(location="Palma"), ","),
}
often = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
cells = st.text(max_size=12) | st.sampled_from(["NA", "-99", "2020-02-30", "1e400", "nan", "٣", "²", "0" * 30, "042"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "country", "lat"]), inner),
    max_leaves=6,
)


def events_of(set_, lines):
    """The events of lines, each checked to be one that a record can keep."""
    rows = FORMATS[set_].rows(lines)
    first = next(rows, None)
    if first is None:
        return
    try:
        coder = FORMATS[set_].coder(first, "set")
    except ExchangeError as refused:
        assert str(refused)
        return
    for row in rows if coder.headed else [first, *rows]:
        try:
            event = coder.of_row(checked(row))
        except (RowError, NoType) as told:
            assert str(told)
        else:
            assert type(event).model_validate_json(event.to_json()) == event
            assert len(event.origin.set) <= 24
            assert all(len(party.sector or "") in {0, 3} and len(party.code or "") <= 40 for party in event.parties)


@pytest.mark.parametrize("set_", TABLES)
@often
@given(data=st.data())
def test_any_cells(set_, data):
    header, row, between = TABLES[set_]
    changed = row.split(between)
    for at in data.draw(st.lists(st.integers(0, len(changed) - 1), min_size=1, max_size=4)):
        changed[at] = data.draw(cells)
    events_of(set_, [*([header + "\n"] if header else []), between.join(changed)])


@pytest.mark.parametrize("set_", FORMATS)
@often
@given(lines=st.lists(st.text(), max_size=3))
def test_any_lines(set_, lines):
    events_of(set_, [f"{line}\n" for line in lines])


@often
@given(
    changes=st.dictionaries(st.sampled_from([*PLAIN, "location", "detente", "quantity", "contexts", "mode"]), values)
)
def test_any_objects(changes):
    events_of("plover", [json.dumps(PLAIN | changes)])


@often
@given(origin=values, happened=values, more=values)
def test_any_of_our_own_fields(origin, happened, more):
    ours = {"origin": origin, "happened": happened, "front": more, "factuality": more, "confidence": more}
    events_of("plover", [json.dumps(PLAIN | {"detente": ours})])
