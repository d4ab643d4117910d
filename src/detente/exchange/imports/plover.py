"""PLOVER JSON: what `detente export plover` writes, and the like of other coders, whose names for fields differ."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from detente.claims.claim import Factuality, Happened, Place, Quantity
from detente.events.event import Event, Origin, Participant, Role
from detente.exchange.cameo import Coding
from detente.exchange.imports.coded import NOWHERE, Coded, day, degrees, event, on, release
from detente.exchange.imports.rows import Coder, Row, RowError
from detente.exchange.parties import Known, body_named, named, of_cameo, of_name
from detente.knowledge.plover import FRONTS, OLDER_NAMES, TYPES, modes

Fields = Mapping[str, Any]
NAMES = {
    "id": ("event_id", "id", "eventID", "eventid"),
    "date": ("event_date", "date", "eventDate"),
    "end": ("event_date_end", "date_end"),
    "type": ("event_type", "event", "type", "root"),
    "mode": ("event_mode", "mode"),
    "contexts": ("contexts", "context"),
    "auxiliary": ("auxiliary_modes", "auxiliary"),
    "actors": ("actors", "actor", "source"),
    "recipients": ("recipients", "recipient", "target"),
    "place": ("location", "place", "geo"),
    "told": ("publication_date", "pub_date"),
    "name": ("name", "actor_name", "recipient_name", "text", "actorText"),
    "country": ("country", "actor_country", "recipient_country", "code"),
    "sector": ("sector", "sectors", "primary_sector", "actor_sector"),
    "title": ("title", "office", "role"),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "lng", "longitude"),
    "geonames": ("geonames_id", "geonameid", "geoname_id"),
}
"""Our fields, and what coders call them; the first that is there counts."""
LONGEST_NAME = 500
_SET = re.compile(r"[\w.-]{1,24}")
_SECTOR = re.compile(r"[A-Z]{3}")
_SPLIT = "YIELD"
"""A type of earlier drafts that is two today."""


def coder(_first: Row, path: str) -> Coder:
    """What reads the objects."""
    file = release(path)
    return Coder(lambda row: _of_row(row, file), headed=False)


def _of_row(row: Row, file: str) -> Event:
    try:
        found = json.loads(row.cells[0])
    except (ValueError, RecursionError):
        raise RowError("is no JSON") from None
    if not isinstance(found, dict):
        raise RowError("is no object")
    if "\\u0000" in row.line:
        raise RowError("holds a zero byte")
    try:
        return _event(found, file)
    except ValidationError as fault:
        first = fault.errors()[0]
        raise RowError(f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}") from None


def _event(found: Fields, file: str) -> Event:
    ours = _object(found.get("detente"))
    when = _happened(found, ours)
    on_day = when.end or when.start
    if on_day is None:
        raise RowError("has no date")
    told = _get(found, "told")
    coded = event(
        Coded(
            what=_coding(found),
            parties=(
                *_parties(_get(found, "actors"), "actor", when),
                *_parties(_get(found, "recipients"), "recipient", when),
            ),
            happened=when,
            origin=_origin(found, ours, file),
            first_told=day(str(told)) if told else on_day,
            place=_place(_object(_get(found, "place"))),
            quantity=_quantity(_object(found.get("quantity"))),
        )
    )
    return Event.model_validate({**dict(coded), **_qualified(found, ours)})


def _get(found: Fields, field: str) -> Any:  # noqa: ANN401 (any JSON)
    return next((found[name] for name in NAMES[field] if found.get(name) is not None), None)


def _object(value: Any) -> Fields:  # noqa: ANN401 (any JSON)
    return value if isinstance(value, dict) else {}


def _strings(value: Any) -> tuple[str, ...]:  # noqa: ANN401 (any JSON)
    """The strings of a list, or of one cell in which semicolons part them."""
    several = value.split(";") if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(dict.fromkeys(text for item in several if (text := str(item).strip())))


def _coding(found: Fields) -> Coding:
    """Type, mode and contexts; older names become today's.

    Raises:
        RowError: there is no such type.
    """
    written = str(_get(found, "type") or "").strip().upper().replace("-", "_")
    mode = str(_get(found, "mode") or "").strip().lower() or None
    type_ = OLDER_NAMES.get(written, written)
    if type_ == _SPLIT:
        type_ = "RETREAT" if mode in modes()["RETREAT"] else "CONCEDE"
    if type_ not in TYPES:
        raise RowError(f"type {written!r} is none of PLOVER's")
    return Coding(type_, mode, tuple(context.lower() for context in _strings(_get(found, "contexts"))))


def _happened(found: Fields, ours: Fields) -> Happened:
    exact = ours.get("happened")
    if isinstance(exact, dict):
        return Happened.model_validate(exact)
    start = day(str(_get(found, "date") or ""))
    end = day(str(_get(found, "end") or start.isoformat()))
    return on(start) if start == end else Happened(start=start, end=end, precision="vague")


def _origin(found: Fields, ours: Fields, file: str) -> Origin:
    """Where an event comes from: what it says itself, else its row here.

    Raises:
        RowError: it has no id, or its set no name.
    """
    row = str(_get(found, "id") or "")
    if ours.get("origin"):
        origin = Origin.model_validate(ours["origin"])
    else:
        origin = Origin(set="detente" if ours else "plover", version=file, row=row)
    if not origin.row:
        raise RowError("has no id")
    if not _SET.fullmatch(origin.set):
        raise RowError(f"set {origin.set!r} is no name of a set")
    return origin


def _parties(value: Any, role: Role, when: Happened) -> Iterator[Participant]:  # noqa: ANN401 (any JSON)
    for item in value if isinstance(value, list) else [value]:
        party = _named(item, role, when) if isinstance(item, str) else _described(_object(item), role)
        if party is not None:
            yield party


def _named(written: str, role: Role, when: Happened) -> Participant | None:
    """A party of which there is but a code or a name."""
    name = written.strip()[:LONGEST_NAME]
    if not name:
        return None
    if name.isupper() and body_named(name) is None:
        return of_cameo(name, "", role)
    return named(of_name(name, when.end or when.start or day("")), name, role)


def _described(found: Fields, role: Role) -> Participant | None:
    name, written = _get(found, "name"), _get(found, "country")
    body = body_named(str(written)) if written else None
    named_body = body_named(str(found["organisation"])) if found.get("organisation") else None
    country = body.country if body is not None and body.organisation is None else None
    organisation = (named_body or body or Known()).organisation
    sector = next((part for part in _strings(_get(found, "sector")) if _SECTOR.fullmatch(part)), None)
    title, person = _get(found, "title"), found.get("person")
    known = Known(country, organisation, sector, str(title) if title else None, str(person) if person else None)
    called = str(name or organisation or country or sector or "").strip()[:LONGEST_NAME]
    return named(known, called, role) if called else None


def _place(found: Fields) -> Place | None:
    name, country = _get(found, "name"), found.get("country")
    body = body_named(str(country)) if country else None
    called = str(name or country or "").strip()[:LONGEST_NAME]
    if not called:
        return None
    lat, lon = (_get(found, axis) for axis in ("lat", "lon"))
    return Place(
        text=called,
        span=NOWHERE,
        name=called,
        geonames_id=_get(found, "geonames"),
        lat=None if lat is None else degrees(str(lat), 90),
        lon=None if lon is None else degrees(str(lon), 180),
        country=body.country if body else None,
    )


def _quantity(found: Fields) -> Quantity | None:
    return Quantity.model_validate({**found, "span": NOWHERE}) if found else None


def _qualified(found: Fields, ours: Fields) -> dict[str, Any]:
    """How surely it happened: what PLOVER's auxiliary modes say, and what is ours."""
    auxiliary = _strings(_get(found, "auxiliary"))
    denied = Factuality.CERTAINLY_NOT if "negation" in auxiliary else Factuality.CERTAIN
    front = {"front": ours["front"]} if ours.get("front") in FRONTS else {}
    return {
        **front,
        "auxiliary": auxiliary,
        "factuality": ours.get("factuality") or denied,
        "reciprocal": bool(ours.get("reciprocal") or found.get("reciprocal")),
        "confidence": ours.get("confidence"),
    }
