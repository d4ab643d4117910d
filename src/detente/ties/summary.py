"""A first summary of a tie: its claims counted by front and month, as cooperation and conflict.

Counts are of claims, not of happenings: two reports of one visit count twice until events are joined, and the
summary says so.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from detente.claims.claim import Claim
from detente.knowledge.plover import CONFLICTUAL, COOPERATIVE


@dataclass(frozen=True, slots=True)
class TieMonth:
    """The claims of one month on one front. `month` is `YYYY-MM`; `other` counts OBSERVE."""

    month: str
    front: str
    cooperation: int
    conflict: int
    other: int


@dataclass(frozen=True, slots=True)
class Tie:
    """What two parties did to and with each other as a record's claims tell it."""

    a: str
    b: str
    claims: int
    months: tuple[TieMonth, ...]
    first: dt.date | None
    last: dt.date | None

    @property
    def by_front(self) -> dict[str, tuple[int, int, int]]:
        """Cooperation, conflict and other of each front over all months, the largest first."""
        totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for row in self.months:
            for index, number in enumerate((row.cooperation, row.conflict, row.other)):
                totals[row.front][index] += number
        ordered = sorted(totals.items(), key=lambda item: (-sum(item[1]), item[0]))
        return {front: (counts[0], counts[1], counts[2]) for front, counts in ordered}


def day_of(claim: Claim) -> dt.date:
    """The day a claim is counted under: the last it may have happened on, else its report's."""
    return claim.happened.end or claim.happened.start or claim.published


def summarise(claims: Iterable[Claim], a: str, b: str) -> Tie:
    """The tie between two parties from the claims between them; claims that say it did not happen are left out."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    days: list[dt.date] = []
    for claim in claims:
        if claim.factuality.endswith("-"):
            continue
        day = day_of(claim)
        days.append(day)
        counts[day.strftime("%Y-%m"), claim.front][_side(claim.type)] += 1
    months = tuple(
        TieMonth(month, front, held["cooperation"], held["conflict"], held["other"])
        for (month, front), held in sorted(counts.items())
    )
    return Tie(a, b, len(days), months, min(days, default=None), max(days, default=None))


def _side(type_: str) -> str:
    if type_ in COOPERATIVE:
        return "cooperation"
    return "conflict" if type_ in CONFLICTUAL else "other"
