"""Days that have a name ("Christmas Eve", "Thanksgiving", "the September 11 attacks"), from `holidays.csv`.

`when` is `MM-DD` for a fixed day, `YYYY-MM-DD` for one day of history, `MM weekday n` for the nth weekday of a month
(-1 is the last), `MM weekday n +d` for so many days after it, `easter+n` for days counted from Easter Sunday.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

from detente.claims.dates.calendar import WEEKDAYS, easter
from detente.errors import KnowledgeError
from detente.knowledge.tables import rows, several

InYear = Callable[[int], dt.date]


@cache
def holidays() -> dict[str, InYear]:
    """For each name of a day, a function from a year to its date."""
    return {form: _reader(row["when"]) for row in rows("holidays") for form in (row["name"], *several(row["aliases"]))}


def _reader(when: str) -> InYear:
    if when.startswith("easter"):
        offset = dt.timedelta(days=int(when.removeprefix("easter") or 0))
        return lambda year: easter(year) + offset
    parts = when.split()
    if len(parts) in {3, 4}:
        after = dt.timedelta(days=int(parts[3]) if len(parts) == 4 else 0)
        return lambda year: _nth(year, int(parts[0]), WEEKDAYS.index(parts[1]), int(parts[2])) + after
    numbers = [int(part) for part in when.split("-")]
    if len(numbers) == 3:
        return lambda _year: dt.date(*numbers)
    if len(numbers) == 2:
        return lambda year: dt.date(year, *numbers)
    raise KnowledgeError("knowledge/data/holidays.csv", f"{when!r} is no day", "see claims/dates/holidays.py")


def _nth(year: int, month: int, weekday: int, n: int) -> dt.date:
    """The nth such weekday of a month; the last where n is -1."""
    first = dt.date(year, month, 1) if n > 0 else dt.date(year + month // 12, month % 12 + 1, 1)
    if n > 0:
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    last = first - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
