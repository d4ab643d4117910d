"""Country-month panels, ready for R and Stata: one line a month for every dyad (or state) that does anything at all.

Months in which nothing happened have lines too, with zeros, from the first month of the whole panel to its last. Names
of columns are short and in lower case, as Stata wants them; `month` is Stata's count of months since January 1960
(`format month %tm`), `date` the first of the month for R's `as.Date`. What is told only as denied is not counted.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from detente.events.event import Event
from detente.exchange.exports.dyads import dyads
from detente.knowledge.countries import countries
from detente.knowledge.plover import QUADS, TYPES

Months = dict[tuple[str, ...], dict[int, Counter[str]]]
"""Counts by who, month and column."""
EPOCH = 1960
"""The year from which Stata counts months."""
QUAD_COLUMNS = dict(zip(("vercoop", "matcoop", "verconf", "matconf"), QUADS, strict=True))
COUNTED = ("events", *QUAD_COLUMNS, *(type_.lower() for type_ in TYPES))
"""All events, then by quad, then by type."""


def write_panel(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes a line a month for every directed dyad of states."""
    header = ("actor", "recipient", "actor_name", "recipient_name")
    _write(_summed(events, _dyads), header, out)


def write_country_panel(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes a line a month for every state, of what it does to others or with them."""
    _write(_summed(events, _states), ("country", "country_name"), out)


def _dyads(event: Event) -> set[tuple[str, ...]]:
    """The states of those who act and are acted upon."""
    states = ((one.country, other.country) for one, other in dyads(event))
    return {(one, other) for one, other in states if one and other and one != other}


def _states(event: Event) -> set[tuple[str, ...]]:
    return {(actor,) for actor, _ in _dyads(event)}


def _summed(events: Iterable[Event], units: Callable[[Event], set[tuple[str, ...]]]) -> Months:
    found: Months = {}
    columns = {quad: column for column, quad in QUAD_COLUMNS.items()}
    for event in events:
        if event.factuality.endswith("-"):
            continue
        month = (event.day.year - EPOCH) * 12 + event.day.month - 1
        for unit in units(event):
            counts = found.setdefault(unit, {}).setdefault(month, Counter())
            counts.update(("events", event.type.lower(), *([columns[event.quad]] if event.quad else [])))
    return found


def _write(found: Months, names: tuple[str, ...], out: IO[bytes]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*names, "year", "mon", "month", "date", *COUNTED))
    writer.writerows(_lines(found))
    text.detach()


def _lines(found: Months) -> Iterator[tuple[str | int, ...]]:
    seen = {month for months in found.values() for month in months}
    if not seen:
        return
    first, last = min(seen), max(seen)
    none: Counter[str] = Counter()
    for unit, months in sorted(found.items()):
        named = (*unit, *(countries()[code].name for code in unit))
        for month in range(first, last + 1):
            counts = months.get(month, none)
            year, mon = EPOCH + month // 12, month % 12 + 1
            yield (*named, year, mon, month, f"{year:04}-{mon:02}-01", *(counts[column] for column in COUNTED))
