"""Events counted by period, front and type: the rows that a tie is summed from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Period = Literal["day", "week", "month", "year"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "year")
Direction = Literal["forth", "back", "both"]
"""From the first party to the second, back, or of both together."""


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
