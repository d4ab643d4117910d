"""Phoenix and what PETRARCH writes: CAMEO codes and CAMEO actor codes, in three shapes.

Phoenix's daily files have 26 columns and no header; the historical ones are comma-separated with one; PETRARCH's own
output is tab-separated: day, source, target, code, and the ids of its sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from detente.claims.claim import Place
from detente.errors import ExchangeError
from detente.events.event import Event, Origin
from detente.exchange.imports.coded import Coded, cameo_coding, day, event, known, on, ordered, place, release, roles_of
from detente.exchange.imports.rows import Coder, Row, RowError, quoted, tabbed
from detente.exchange.parties import country_named, of_cameo

DAILY = {
    "id": 0, "date": 1, "source": 5, "target": 9, "code": 13, "lat": 18, "lon": 19, "place": 20, "country": 21,
}  # fmt: skip
"""Where Phoenix's daily files keep what is read."""
DAILY_COLUMNS = 26
HISTORICAL = {
    "id": "eid", "date": "story_date", "source": "source", "target": "target", "code": "code", "lat": "lat",
    "lon": "lon", "place": "placename", "country": "countryname",
}  # fmt: skip
"""What the historical files call it."""
RAW = {"date": 0, "source": 1, "target": 2, "code": 3, "id": 4}
RAW_COLUMNS = range(4, 12)
Columns = Mapping[str, int]


def rows(lines: Iterable[str]) -> Iterator[Row]:
    """The rows of a file, tab-separated or, with the historical header, comma-separated."""
    waiting = iter(lines)
    first = next(waiting, None)
    if first is None:
        return
    whole = chain([first], waiting)
    yield from quoted(whole) if "," in first and "\t" not in first else tabbed(whole)


def coder(first: Row, path: str) -> Coder:
    """What reads the rows of the shape that the first has.

    Raises:
        ExchangeError: it has none of these.
    """
    cells = [cell.strip() for cell in first.cells]
    file = release(path)
    columns: Columns
    if set(HISTORICAL.values()) - {"lat", "lon", "placename", "countryname"} <= set(cells):
        columns = {ours: cells.index(theirs) for ours, theirs in HISTORICAL.items() if theirs in cells}
        return Coder(lambda row: _of_row(row, columns, len(cells), file), headed=True)
    if len(cells) == DAILY_COLUMNS:
        return Coder(lambda row: _of_row(row, DAILY, DAILY_COLUMNS, file), headed=False)
    if len(cells) in RAW_COLUMNS:
        return Coder(lambda row: _of_row(row, RAW, None, file), headed=False)
    raise ExchangeError(path, f"has {len(cells)} columns, as no file of Phoenix or PETRARCH", "name one of theirs")


def _of_row(row: Row, columns: Columns, width: int | None, file: str) -> Event:
    """The event of a row; without a width, columns after the code may be missing."""
    cells = row.cells
    if len(cells) != width if width is not None else len(cells) not in RAW_COLUMNS:
        raise RowError(f"has {len(cells)} columns, not {width or f'{RAW_COLUMNS[0]} to {RAW_COLUMNS[-1]}'}")
    held = {name: known(cells[at]) if at < len(cells) else "" for name, at in columns.items()}
    entry, coding = cameo_coding(held["code"])
    first, second = roles_of(coding)
    return event(
        Coded(
            what=coding,
            parties=ordered(coding, of_cameo(held["source"], "", first), of_cameo(held["target"], "", second)),
            happened=on(day(held["date"])),
            origin=Origin(set="phoenix", version=file, row=_row_id(held, width), code=entry.code),
            place=_place(held),
        )
    )


def _row_id(held: Mapping[str, str], width: int | None) -> str:
    """The event's own id; PETRARCH's rows have none, and one sentence may tell several events."""
    if width is not None and held["id"]:
        return held["id"]
    return " | ".join(held[name] for name in ("date", "source", "target", "code", "id"))


def _place(held: Mapping[str, str]) -> Place | None:
    country = country_named(held["country"]) if held.get("country") else None
    return place(held.get("place", ""), country, held.get("lat", ""), held.get("lon", ""))
