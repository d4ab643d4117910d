"""Countries, territories, the states that are no more, and the bodies states have made.

A claim names its parties by code; this module says what each code means, when it meant it, and what belongs
to it. ISO 3166-1 alpha-3 for what exists, the former alpha-3 (SUN, YUG, DDR, CSK, ZAR) for what does not.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from detente.errors import QueryError
from detente.knowledge.tables import Term, rows, several, term
from detente.knowledge.words import words

_WITH_ARTICLE = words("names with an article")


@dataclass(frozen=True, slots=True)
class Country:
    """A state, territory or former state."""

    code: str
    iso2: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    continent: str
    term: Term
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An international organisation, an alliance, a court or a named armed or political group."""

    code: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    sector: str
    members: tuple[str, ...]
    term: Term


@cache
def countries() -> dict[str, Country]:
    """Every country by its code."""
    return {
        row["code"]: Country(
            code=row["code"],
            iso2=row["iso2"],
            name=row["name"],
            kind=row["kind"],
            aliases=several(row["aliases"]),
            adjectives=several(row["adjectives"]),
            people=several(row["people"]),
            capitals=several(row["capital"]) + several(row["capital_aliases"]),
            continent=row["continent"],
            term=term(row),
            successors=several(row["successor"]),
        )
        for row in rows("countries")
    }


@cache
def bodies() -> dict[str, Body]:
    """Every organisation and group by its code."""
    organisations = {
        row["code"]: Body(
            code=row["code"],
            name=row["name"],
            aliases=several(row["aliases"]),
            kind=row["kind"],
            country=None,
            sector="NGO" if row["kind"] == "NGO" else "IGO",
            members=several(row["members"]),
            term=term(row),
        )
        for row in rows("organisations")
    }
    groups = {
        row["code"]: Body(
            code=row["code"],
            name=row["name"],
            aliases=several(row["aliases"]),
            kind="group",
            country=row["country"] or None,
            sector=row["sector"],
            members=(),
            term=term(row),
        )
        for row in rows("groups")
    }
    return organisations | groups


def name_of(code: str) -> str:
    """The name of a country, organisation or group; its code where it is not known."""
    known = countries().get(code) or bodies().get(code)
    return known.name if known else code


def name_in_text(code: str) -> str:
    """The same as running text has it: "the Soviet Union"."""
    name = name_of(code)
    return f"the {name}" if name.lower() in _WITH_ARTICLE else name


def at(code: str, day: dt.date) -> str:
    """The code under which a country of that name goes on that day.

    "Russia" in a report of 1987 is the Soviet Union's; "Soviet" in one of 2023 stays the Soviet Union's, because
    a report of today may speak of the past.
    """
    country = countries().get(code)
    if country is None or country.kind == "former":
        return code
    if country.term.start is None or day >= country.term.start:
        return code
    return next((c.code for c in countries().values() if code in c.successors and c.term.holds(day)), code)


def code_of(written: str) -> str:
    """The code of a country, organisation or group that a person names: a code, a name or an alias, in any case.

    An article before it is of no matter: "the G7".

    Raises:
        QueryError: there is none of that name.
    """
    whole = written.strip().lower()
    wanted = {whole, whole.removeprefix("the ")}
    entries: tuple[Country | Body, ...] = (*countries().values(), *bodies().values())
    for entry in entries:
        if not wanted.isdisjoint((entry.code.lower(), entry.name.lower(), *(alias.lower() for alias in entry.aliases))):
            return entry.code
    raise QueryError(f"party {written!r}", "is not known", "give a code such as PRK, RUS, EU, or a country's name")
