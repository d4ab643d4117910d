"""Who is meant by the codes and names that sets give their actors: our codes of states and bodies, PLOVER's sectors."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.events.event import Participant, Role
from detente.knowledge.countries import Body, Country, bodies, countries
from detente.knowledge.people import Tenure, by_person, holding
from detente.knowledge.roles import roles
from detente.knowledge.tables import rows

REMEMBERED = 100_000
"""Actors that are kept at hand: sets name the same ones again and again."""
CHUNK = 3
"""Letters of each part of a CAMEO actor code."""
_BELONGING = re.compile(r"(?P<noun>.+?) \((?P<whose>.+)\)")


@dataclass(frozen=True, slots=True)
class Known:
    """What tables know of an actor."""

    country: str | None = None
    organisation: str | None = None
    sector: str | None = None
    office: str | None = None
    person: str | None = None


@lru_cache(maxsize=REMEMBERED)
def of_cameo(code: str, name: str, role: Role) -> Participant | None:
    """The party of a CAMEO actor code such as USAGOV or IGOUNOWHO; None for an empty one without a name.

    States come first in such a code, then what the actor is, the most telling first.
    """
    code = code.replace("-", "").upper()
    known = _of_chunks(tuple(code[at : at + CHUNK] for at in range(0, len(code), CHUNK)))
    called = name.strip() or _usual_name(known) or _region(code) or code
    return named(known, called, role) if called else None


def _of_chunks(chunks: tuple[str, ...]) -> Known:
    country = organisation = sector = None
    for chunk in chunks:
        kind, ours = _cameo_actors().get(chunk, ("country" if chunk in countries() else "", chunk))
        if kind == "country":
            country = country or ours
        elif kind == "organisation":
            organisation = ours
            sector = sector or bodies()[ours].sector
        elif kind == "sector":
            sector = sector or ours or None
    return Known(country, organisation, sector)


def _usual_name(known: Known) -> str | None:
    """What a state or body is called; with a sector it is not the state itself."""
    if known.organisation:
        return bodies()[known.organisation].name
    if known.country:
        return countries()[known.country].name + (f" {known.sector}" if known.sector else "")
    return known.sector


def _region(code: str) -> str | None:
    return next((row["name"] for row in rows("cameo_actors") if row["code"] == code[:CHUNK]), None)


@cache
def _cameo_actors() -> dict[str, tuple[str, str]]:
    return {row["code"]: (row["kind"], row["ours"]) for row in rows("cameo_actors")}


@lru_cache(maxsize=REMEMBERED)
def named(known: Known, name: str, role: Role) -> Participant:
    """The party of that name."""
    return Participant(
        role=role,
        name=name,
        country=known.country,
        organisation=known.organisation,
        sector=known.sector,
        office=known.office,
        person=known.person,
    )


def of_name(name: str, day: dt.date) -> Known:
    """What is known of an actor that is only named: a state, a body, a person, or somebody of a state in brackets."""
    known = _of_name(name)
    return known if isinstance(known, Known) else _of_tenure(known, day)


@lru_cache(maxsize=REMEMBERED)
def _of_name(name: str) -> Known | tuple[Tenure, ...]:
    """What is known on every day; of a person, all tenures."""
    body = body_named(name)
    if body is not None:
        return body
    held = by_person().get(name) or by_person().get(_without_middle(name))
    if held:
        return held
    belonging = _BELONGING.fullmatch(name)
    if belonging is None:
        return Known(sector=sector_of_noun(name))
    whose = body_named(belonging["whose"]) or Known()
    return Known(whose.country, whose.organisation, sector_of_noun(belonging["noun"]) or whose.sector)


@lru_cache(maxsize=REMEMBERED)
def _of_tenure(tenures: tuple[Tenure, ...], day: dt.date) -> Known:
    held = holding(tenures, day)
    if held is None:
        return Known()
    country = held.country if held.country in countries() else None
    organisation = held.country if held.country in bodies() else None
    return Known(country, organisation, held.sector or None, held.office or None, held.person)


def _without_middle(name: str) -> str:
    """A name's first and last word: sets write out patronymics and second names."""
    words = name.split()
    return f"{words[0]} {words[-1]}" if words else name


@lru_cache(maxsize=REMEMBERED)
def body_named(name: str) -> Known | None:
    """The state or body that a name or code means."""
    code = _codes_by_name().get(name.strip().lower())
    if code is None:
        return None
    if code in countries():
        return Known(country=code)
    body = bodies()[code]
    return Known(body.country, code, body.sector or None)


@lru_cache(maxsize=REMEMBERED)
def country_named(name: str) -> str | None:
    """The code of a state by its name or code; None for what is none."""
    known = body_named(name)
    return known.country if known is not None and known.organisation is None else None


@cache
def _codes_by_name() -> dict[str, str]:
    """Codes by every name, official name and code; a state goes before a body, an earlier row before a later one."""
    found: dict[str, str] = {}
    entries: tuple[Country | Body, ...] = (*countries().values(), *bodies().values())
    for entry in entries:
        for form in (entry.code, entry.name, *entry.aliases):
            found.setdefault(form.lower(), entry.code)
    return {row["name"].lower(): row["code"] for row in rows("set_countries")} | found


def sector_of_noun(noun: str) -> str | None:
    """The sector of those whom a common noun means ("Police", "Foreign Affairs")."""
    own = _icews_actors().get(noun.lower())
    if own is not None:
        return own
    role = roles().get(noun.lower())
    return role.sector or None if role is not None else None


@cache
def _icews_actors() -> dict[str, str]:
    return {row["noun"].lower(): row["sector"] for row in rows("icews_actors")}


@lru_cache(maxsize=REMEMBERED)
def sector_of_icews(sectors: str) -> str | None:
    """The one of ICEWS's many sectors of an actor that says most: the table's order is the order of telling."""
    named = {part.strip() for part in sectors.split(",")}
    return next((ours for theirs, ours in _icews_sectors().items() if theirs in named), None)


def icews_sector(sector: str) -> str:
    """What ICEWS calls a sector."""
    return next((theirs for theirs, ours in _icews_sectors().items() if ours == sector), sector)


@cache
def _icews_sectors() -> dict[str, str]:
    return {row["sector"]: row["ours"] for row in rows("icews_sectors")}
