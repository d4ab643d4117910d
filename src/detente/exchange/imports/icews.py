"""ICEWS's event files: the tab-separated rows of the published years, and the short ones made from them.

The short shape (`date, source, relation, cameo, target`) is that of the sets that temporal knowledge graphs are
learned from; its rows have no ids, so a row is known by what it says.
"""

from __future__ import annotations

from detente.errors import ExchangeError
from detente.events.event import Event, Origin, Participant, Role
from detente.exchange.cells import plain
from detente.exchange.imports.coded import (
    Coded,
    cameo_coding,
    day,
    event,
    known,
    on,
    ordered,
    place,
    release,
    roles_of,
)
from detente.exchange.imports.rows import Coder, Row, RowError
from detente.exchange.parties import Known, country_named, named, of_name, sector_of_icews

FULL = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
"""The columns of the published files."""
SHORT = ("date", "source", "relation", "cameo", "target")
SOURCE, TARGET = 2, 8
"""Where an actor's name stands; sectors and country follow it."""


def coder(first: Row, path: str) -> Coder:
    """What reads the rows below the header.

    Raises:
        ExchangeError: the header is none of ICEWS's.
    """
    header = tuple(cell.strip() for cell in first.cells)
    version = release(path)
    if header == FULL:
        return Coder(lambda row: _of_full(row, version), headed=True)
    if set(SHORT) <= set(header):
        places = [header.index(name) for name in SHORT]
        return Coder(lambda row: _of_short(row, version, places, len(header)), headed=True)
    raise ExchangeError(path, "has not the columns of ICEWS", f"the first line must be {', '.join(FULL[:4])} ...")


def _of_full(row: Row, version: str) -> Event:
    cells = row.cells
    if len(cells) != len(FULL):
        raise RowError(f"has {len(cells)} columns, not {len(FULL)}")
    if not cells[0].strip():
        raise RowError("has no Event ID")
    entry, coding = cameo_coding(cells[6])
    when = day(cells[1])
    first, second = roles_of(coding)
    city, district, province, country = (plain(known(cell)) for cell in cells[14:18])
    return event(
        Coded(
            what=coding,
            parties=ordered(coding, _party(cells, SOURCE, first), _party(cells, TARGET, second)),
            happened=on(when),
            origin=Origin(set="icews", version=version, row=cells[0], code=entry.code),
            place=place(city or district or province, country_named(country), cells[18], cells[19]),
        )
    )


def _party(cells: list[str], at: int, role: Role) -> Participant | None:
    name = plain(known(cells[at]))
    if not name:
        return None
    told = of_name(name, day(cells[1]))
    country = country_named(known(cells[at + 2]))
    sector = sector_of_icews(cells[at + 1])
    who = Known(country or told.country, told.organisation, sector or told.sector, told.office, told.person)
    return named(who, name, role)


def _of_short(row: Row, version: str, places: list[int], columns: int) -> Event:
    if len(row.cells) != columns:
        raise RowError(f"has {len(row.cells)} columns, not {columns}")
    date, source, _, code, target = (row.cells[at] for at in places)
    entry, coding = cameo_coding(code)
    when = day(date)
    first, second = roles_of(coding)
    actor, recipient = (
        named(of_name(name, when), name, role) if name else None for name, role in ((source, first), (target, second))
    )
    return event(
        Coded(
            what=coding,
            parties=ordered(coding, actor, recipient),
            happened=on(when),
            origin=Origin(set="icews", version=version, row=_named_by(row.cells, places), code=entry.code),
        )
    )


def _named_by(cells: list[str], places: list[int]) -> str:
    """What stands for the id that a row has not: all that it says."""
    return " | ".join(cells[at] for at in places)
