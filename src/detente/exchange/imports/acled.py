"""ACLED's CSV files: political violence and protest, with the dead counted.

ACLED's words for what happened become PLOVER's by `acled_types.csv`. Deaths become the event's quantity.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache, lru_cache

from detente.claims.claim import Happened, Quantity
from detente.errors import ExchangeError
from detente.events.event import Event, Origin, Participant, Role
from detente.exchange.cameo import Coding
from detente.exchange.cells import plain
from detente.exchange.imports.coded import NOWHERE, Coded, day, event, known, on, place, release
from detente.exchange.imports.rows import Coder, NoType, Row, RowError
from detente.exchange.parties import REMEMBERED, Known, body_named, country_named, named
from detente.knowledge.tables import rows, several

NEEDED = (
    "event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "inter1", "actor2", "inter2", "country",
    "location", "latitude", "longitude", "fatalities",
)  # fmt: skip
"""The columns that are read."""
FOREIGN = frozenset({"8", "external/other forces"})
"""Whoever comes from elsewhere."""
_OF_STATE = re.compile(r"(?: of (?:the )?(?P<of>[A-Z][\w' -]+?)(?: \(|$))|(?:\((?P<in>[^()\d]+)\))")
"""The state in an actor's name: "Police Forces of Kenya (2022-)", "Protesters (Peru)"."""
Cells = dict[str, str]


def coder(first: Row, path: str) -> Coder:
    """What reads the rows below the header.

    Raises:
        ExchangeError: the header is none of ACLED's.
    """
    header = [cell.strip().lower() for cell in first.cells]
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise ExchangeError(path, f"has no column {missing[0]!r}", "name a CSV file of ACLED with its header")
    file = release(path)

    def of_row(row: Row) -> Event:
        if len(row.cells) != len(header):
            raise RowError(f"has {len(row.cells)} columns, not {len(header)}")
        return _event(dict(zip(header, map(known, row.cells), strict=True)), file)

    return Coder(of_row, headed=True)


def _event(cells: Cells, file: str) -> Event:
    if not cells["event_id_cnty"]:
        raise RowError("has no event_id_cnty")
    country = country_named(cells["country"])
    sides: tuple[tuple[str, Role], ...] = (("1", "actor"), ("2", "recipient"))
    found = (_party(plain(cells[f"actor{n}"]), cells[f"inter{n}"], country, role) for n, role in sides)
    return event(
        Coded(
            what=_coding(cells["event_type"], cells["sub_event_type"]),
            parties=tuple(party for party in found if party is not None),
            happened=_happened(_day(cells["event_date"]), cells.get("time_precision", "")),
            origin=Origin(
                set="acled",
                version=cells.get("timestamp") or file,
                row=cells["event_id_cnty"],
                code=cells["sub_event_type"] or cells["event_type"],
            ),
            place=place(plain(cells["location"]), country, cells["latitude"], cells["longitude"]),
            quantity=_dead(cells["fatalities"]),
        )
    )


@lru_cache(maxsize=REMEMBERED)
def _coding(type_: str, sub_type: str) -> Coding:
    row = _types().get((type_.lower(), sub_type.lower()))
    if row is None:
        raise RowError(f"{type_!r}, {sub_type!r} is no type of ACLED's")
    if not row["type"]:
        raise NoType(f"ACLED {sub_type!r}")
    return Coding(row["type"], row["mode"] or None, several(row["contexts"]))


@cache
def _types() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["event_type"].lower(), row["sub_event_type"].lower()): row for row in rows("acled_types")}


@lru_cache(maxsize=REMEMBERED)
def _party(name: str, inter: str, country: str | None, role: Role) -> Participant | None:
    """A party: of the state in its name; rebels, rioters and civilians else of where it happens."""
    if not name:
        return None
    sector = _sectors().get(inter.lower())
    body = body_named(name.partition(" (")[0].partition(":")[0])
    stated = _OF_STATE.search(name)
    own = country_named(stated["of"] or stated["in"]) if stated else None
    foreign = inter.lower() in FOREIGN
    state = own or (body.country if body else None) or (None if foreign else country)
    return named(Known(state, body.organisation if body else None, _sector(name, sector)), name, role)


def _sector(name: str, sector: str | None) -> str | None:
    """Police are state forces to ACLED, and a sector of their own to PLOVER."""
    return "COP" if sector == "MIL" and name.startswith("Police") else sector


@cache
def _sectors() -> dict[str, str]:
    return {form.lower(): row["sector"] for row in rows("acled_actors") for form in (row["inter"], row["name"])}


@lru_cache(maxsize=REMEMBERED)
def _day(written: str) -> dt.date:
    """A day as ACLED writes it, "5 March 2021" or 2021-03-05."""
    try:
        return dt.datetime.strptime(written, "%d %B %Y").date()
    except ValueError:
        return day(written)


def _happened(start: dt.date, precision: str) -> Happened:
    """When, by ACLED's time precision: 1 is the day, 2 its week, 3 its month."""
    if precision == "3":
        return on(start.replace(day=1), calendar.monthrange(start.year, start.month)[1], "month")
    return on(start, 7, "week") if precision == "2" else on(start)


def _dead(written: str) -> Quantity | None:
    """How many died, None where nobody is said to have.

    Raises:
        RowError: it is no number.
    """
    if not written or written == "0":
        return None
    if not written.isdecimal():
        raise RowError(f"{written!r} is no number of fatalities")
    return Quantity(text=f"{written} killed", span=NOWHERE, number=float(written), unit="killed")
