"""Who held which office when: heads of state and government, ministers, and others who act for someone.

"President Bush" is one man in 1990 and another in 2005. A name is resolved at the report's date.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

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
        return min(
            now, key=lambda t: (t.office not in HEADS, t.country == "", -(t.term.start or dt.date.min).toordinal())
        )
    past = [t for t in held if t.term.end is not None and t.term.end < day]
    if past:
        return max(past, key=lambda t: t.term.end or dt.date.min)
    return held[0]


def known_as(family: str, day: dt.date) -> Tenure | None:
    """The one person whom the family name alone means on that day; None where two are in office, or none."""
    now = [t for t in by_family().get(family, ()) if t.office in HEADS and t.term.holds(day)]
    return holding(tuple(now), day) if len({t.person for t in now}) == 1 else None


def incumbent(country: str, office: str, day: dt.date) -> Tenure | None:
    """Who holds that office of that country on that day."""
    now = [t for t in tenures() if t.country == country and t.office == office and t.term.holds(day)]
    return now[0] if now else None
