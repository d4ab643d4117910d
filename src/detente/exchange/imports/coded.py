"""An event from what a set's row says: the parts that all sets share, so that a format only says where each stands."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import PurePath

from detente.claims.claim import Factuality, Happened, Place, Precision, Quantity
from detente.events.event import Event, Origin, Participant, Role
from detente.exchange.cameo import Cameo, Coding, cameo
from detente.exchange.imports.rows import ASIDE_NAME, NoType, RowError
from detente.exchange.parties import REMEMBERED
from detente.knowledge.fronts import DEFAULTS, contexts
from detente.knowledge.plover import quad

NOWHERE = (0, 0)
"""The span of a place or number that stands in no text: sets do not publish theirs."""
EMPTY = frozenset({"", "NA", "N/A", "NULL", "None", "none", "nan", "-99"})
"""How sets write that they know nothing."""
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Coded:
    """What a row says, in our terms."""

    what: Coding
    parties: tuple[Participant, ...]
    happened: Happened
    origin: Origin
    first_told: dt.date | None = None
    place: Place | None = None
    quantity: Quantity | None = None


def event(coded: Coded) -> Event:
    """The event of a row, as its set tells it.

    Raises:
        RowError: nobody takes part.
    """
    if not coded.parties:
        raise RowError("names no party")
    what, happened = coded.what, coded.happened
    return Event(
        id=event_id(coded.origin),
        type=what.type,
        mode=what.mode,
        contexts=what.contexts,
        front=front(what, _one_state(coded.parties)),
        quad=_quad(what.type),
        parties=coded.parties,
        happened=happened,
        first_told=coded.first_told or happened.end or happened.start or dt.date.min,
        place=coded.place,
        quantity=coded.quantity,
        factuality=Factuality.CERTAIN,
        status="imported",
        sources=(),
        claims=(),
        confidence=None,
        origin=coded.origin,
    )


def event_id(origin: Origin) -> str:
    """The id of an imported event: a hash of its set and row, so that importing twice adds nothing."""
    digest = hashlib.sha256(f"{origin.set}\x1f{origin.row}".encode())
    return f"e_{digest.hexdigest()[:16]}"


_quad = cache(quad)


@lru_cache(maxsize=REMEMBERED)
def front(what: Coding, domestic: bool) -> str:
    """The front of the first context that has one, else the type's own."""
    if domestic:
        return "domestic"
    fronts = {context.name: context.front for context in contexts()}
    return next((fronts[name] for name in what.contexts if name in fronts), DEFAULTS.get(what.type, "diplomatic"))


def _one_state(parties: tuple[Participant, ...]) -> bool:
    """Whether two sides belong to one state."""
    if len(parties) < 2 or parties[0].country is None:
        return False
    return parties[0].role != parties[-1].role and all(party.country == parties[0].country for party in parties)


def cameo_coding(code: str) -> tuple[Cameo, Coding]:
    """What a CAMEO code means in PLOVER.

    Raises:
        RowError: there is no such code.
        NoType: PLOVER has no type for it.
    """
    entry = cameo(code)
    if entry is None:
        raise RowError(f"code {code!r} is none of CAMEO's")
    if entry.coding is None:
        raise NoType(f"CAMEO {entry.code} ({entry.name.lower()})")
    return entry, entry.coding


def roles_of(coding: Coding) -> tuple[Role, Role]:
    """The roles of whom a row names first and second."""
    return ("recipient", "actor") if coding.turned else ("actor", "recipient")


def ordered(coding: Coding, first: Participant | None, second: Participant | None) -> tuple[Participant, ...]:
    """The parties of a row, actors first."""
    pair = (second, first) if coding.turned else (first, second)
    return tuple(party for party in pair if party is not None)


def release(path: str) -> str:
    """What stands for the release of a set whose rows do not say: the file's name, also for rows that were mended."""
    return PurePath(path).name.partition(ASIDE_NAME)[0]


@lru_cache(maxsize=REMEMBERED)
def day(written: str) -> dt.date:
    """A day as YYYYMMDD or YYYY-MM-DD, with or without a time after it.

    Raises:
        RowError: it is no day.
    """
    found = _DAY.match(written)
    try:
        if found is None:
            raise ValueError
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise RowError(f"{written!r} is no day") from None


@lru_cache(maxsize=REMEMBERED)
def on(start: dt.date, days: int = 1, precision: Precision = "day") -> Happened:
    """When: a day, or so many from it."""
    return Happened(start=start, end=start + dt.timedelta(days=days - 1), precision=precision)


@lru_cache(maxsize=REMEMBERED)
def place(name: str, country: str | None, lat: str, lon: str, geonames_id: str = "") -> Place | None:
    """Where, from cells that may be empty.

    Raises:
        RowError: a coordinate is none.
    """
    name = "" if name in EMPTY else name
    if not name and country is None:
        return None
    called = name or country or ""
    number = int(geonames_id) if geonames_id.isdecimal() else None
    return Place(
        text=called,
        span=NOWHERE,
        name=called,
        geonames_id=number,
        lat=degrees(lat, 90),
        lon=degrees(lon, 180),
        country=country,
    )


def degrees(written: str, most: int) -> float | None:
    """A coordinate, None for an empty cell.

    Raises:
        RowError: it is no number, or lies off the globe.
    """
    if written in EMPTY:
        return None
    try:
        number = float(written)
    except ValueError:
        raise RowError(f"{written!r} is no coordinate") from None
    if math.isnan(number) or abs(number) > most:
        raise RowError(f"{written!r} is no coordinate")
    return number


def known(cell: str) -> str:
    """A cell, empty where the set writes in any way that it knows nothing."""
    cell = cell.strip()
    return "" if cell in EMPTY else cell
