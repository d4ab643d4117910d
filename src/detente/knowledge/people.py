"""Who held which office when: heads of state and government, ministers, and others who act for someone.

"President Bush" is one man in 1990 and another in 2005. A name is resolved at the report's date.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.knowledge.roles import roles
from detente.knowledge.tables import Term, rows, several, term
from detente.knowledge.words import words

LEADERS = (
    "leaders_western_europe",
    "leaders_eastern_europe",
    "leaders_asia",
    "leaders_africa_middle_east",
    "leaders_americas",
)
HEADS = words("heads and ministers")
RANKS = ("head of state", "head of government", "minister")
"""The highest first: a president who is also prime minister is named as president."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office (or role) for one country or body, for a term."""

    person: str
    family: tuple[str, ...]
    aliases: tuple[str, ...]
    country: str
    office: str
    sector: str
    term: Term


@cache
def tenures() -> tuple[Tenure, ...]:
    """Every term of office and every figure."""
    in_office = [(row, row["office"], "GOV") for table in LEADERS for row in rows(table)]
    figures = [(row, row["role"], row["sector"]) for row in rows("figures")]
    return tuple(
        Tenure(
            person=row["name"],
            family=several(row["family"]),
            aliases=several(row["aliases"]),
            country=row["country"],
            office=office,
            sector=sector,
            term=term(row),
        )
        for row, office, sector in in_office + figures
    )


@cache
def by_person() -> dict[str, tuple[Tenure, ...]]:
    """The tenures of each person, under the name's usual form and every alias."""
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        for form in {tenure.person, *tenure.aliases}:
            found[form].append(tenure)
    return {form: tuple(held) for form, held in found.items()}


@cache
def by_family() -> dict[str, tuple[Tenure, ...]]:
    """The tenures of all who are called by that family name."""
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        for form in tenure.family:
            found[form].append(tenure)
    return {form: tuple(held) for form, held in found.items()}


def holding(held: tuple[Tenure, ...], day: dt.date) -> Tenure | None:
    """Of several tenures the one that a report of that day means.

    One that holds on the day goes first (the highest office among several), then the latest that ended before,
    then the first that follows.
    """
    if not held:
        return None
    now = [t for t in held if t.term.holds(day)]
    if now:
        return min(now, key=lambda t: (_rank(t.office), t.country == "", -(t.term.start or dt.date.min).toordinal()))
    return held_before(held, day) or held[0]


def _rank(office: str) -> int:
    role = roles().get(office)
    highest = RANKS.index(role.rank) if role is not None and role.rank in RANKS else len(RANKS)
    return highest if office in HEADS else highest + len(RANKS) + 1


def known_as(family: str, day: dt.date) -> Tenure | None:
    """The one person whom the family name alone means on that day; None where two are in office, or none."""
    now = [t for t in by_family().get(family, ()) if t.office in HEADS and t.term.holds(day)]
    return holding(tuple(now), day) if len({t.person for t in now}) == 1 else None


def held_before(held: Sequence[Tenure], day: dt.date) -> Tenure | None:
    """Of several tenures the one that ended last before that day."""
    past = [t for t in held if t.term.end is not None and t.term.end < day]
    return max(past, key=lambda t: t.term.end or dt.date.min, default=None)


@cache
def _by_office() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        role = roles().get(tenure.office)
        found[tenure.country, role.office or tenure.office if role else tenure.office].append(tenure)
    return {office: tuple(held) for office, held in found.items()}


def holder(code: str, office: str, day: dt.date) -> Tenure | None:
    """Who holds an office of a country or body on that day; None where the table has nobody, or two."""
    now = [t for t in _by_office().get((code, office), ()) if t.term.holds(day)]
    return now[0] if len({t.person for t in now}) == 1 else None


@lru_cache(maxsize=64)
def in_office(day: dt.date) -> frozenset[str]:
    """The family names that mean someone in a leading office on that day, the same whom `known_as` gives."""
    called: dict[str, set[str]] = defaultdict(set)
    for tenure in _leading():
        if tenure.term.holds(day):
            for family in tenure.family:
                called[family].add(tenure.person)
    return frozenset(family for family, persons in called.items() if len(persons) == 1)


@cache
def _leading() -> tuple[Tenure, ...]:
    """The tenures of heads and ministers: looked through once for each day that reports have."""
    return tuple(tenure for tenure in tenures() if tenure.office in HEADS)
