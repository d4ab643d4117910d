"""Events counted by period, front and type: the rows that a tie is summed from."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from detente.claims.claim import Factuality
from detente.events.event import Event

Period = Literal["day", "week", "month", "year"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "year")
Direction = Literal["forth", "back", "both"]
"""From the first party to the second, back, or of both together."""
NOT_SO = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})


@dataclass(frozen=True, slots=True)
class TieCount:
    """How many events of a type lie in the period that begins on `start`, on one front, in one direction."""

    start: dt.date
    front: str
    type: str
    direction: Direction
    count: int


def begins(day: dt.date, by: Period) -> dt.date:
    """The first day of the period a day lies in; weeks begin on Monday (ISO 8601)."""
    if by == "week":
        return day - dt.timedelta(days=day.weekday())
    return day.replace(day=1 if by != "day" else day.day, month=1 if by == "year" else day.month)


def following(start: dt.date, by: Period) -> dt.date:
    """The first day of the next period."""
    return begins(start + dt.timedelta(days={"day": 1, "week": 7, "month": 31, "year": 366}[by]), by)


def count(events: Iterable[Event], a: frozenset[str], b: frozenset[str], by: Period) -> list[TieCount]:
    """The counts of events between two parties, each given by all codes it has; what is only denied is left out."""
    found = Counter(
        (begins(event.day, by), event.front, event.type, direction)
        for event in events
        if event.factuality not in NOT_SO and (direction := _direction(event, a, b)) is not None
    )
    return [TieCount(*key, number) for key, number in sorted(found.items())]


def _direction(event: Event, a: frozenset[str], b: frozenset[str]) -> Direction | None:
    actors = {party.code for party in event.actors}
    recipients = {party.code for party in event.recipients}
    forth, back = bool(actors & a and recipients & b), bool(actors & b and recipients & a)
    if forth != back:
        return "forth" if forth else "back"
    return "both" if forth or (actors & a and actors & b and not recipients) else None
