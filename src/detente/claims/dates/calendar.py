"""Arithmetic of weekdays, months, seasons and years, seen from a report's date.

A result is a `Days`: a closed range with its precision and TimeML's TIMEX3 value.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from detente.claims.claim import Precision

Tense = Literal["past", "present", "future"]
Kind = Literal["DATE", "TIME", "DURATION", "SET"]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
PARTS = {
    "morning": "MO",
    "noon": "MI",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "midnight": "NI",
}
LETTERS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "hour": "H",
    "minute": "M",
    "fortnight": "W",
    "weekend": "WE",
    "quarter": "Q",
}
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is seen from: the report's date and the tense around it."""

    published: dt.date
    tense: Tense = "past"
    reference: dt.date | None = None
    """The day last spoken of, for "the same day" and "two days later"."""


@dataclass(frozen=True, slots=True)
class Days:
    """A closed range of days, open where None."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    timex: str
    kind: Kind = "DATE"


def day(date: dt.date, part: str | None = None) -> Days:
    """One day, or a part of it."""
    if part is None:
        return Days(date, date, "day", date.isoformat())
    return Days(date, date, "part of day", f"{date.isoformat()}T{PARTS[part]}", "TIME")


def month(year: int, number: int) -> Days:
    """One month."""
    last = calendar.monthrange(year, number)[1]
    return Days(dt.date(year, number, 1), dt.date(year, number, last), "month", f"{year:04d}-{number:02d}")


def year(number: int) -> Days:
    """One year."""
    return Days(dt.date(number, 1, 1), dt.date(number, 12, 31), "year", f"{number:04d}")


def week(date: dt.date) -> Days:
    """The week, Monday to Sunday, that holds a day."""
    monday = date - dt.timedelta(days=date.weekday())
    iso = date.isocalendar()
    return Days(monday, monday + dt.timedelta(days=6), "week", f"{iso.year:04d}-W{iso.week:02d}")


def weekend(date: dt.date) -> Days:
    """The Saturday and Sunday of the week that holds a day."""
    saturday = date - dt.timedelta(days=date.weekday()) + dt.timedelta(days=5)
    iso = date.isocalendar()
    return Days(saturday, saturday + ONE_DAY, "weekend", f"{iso.year:04d}-W{iso.week:02d}-WE")


def season(number: int, name: str) -> Days:
    """A season of the northern year; winter runs into the next year."""
    letters, first = SEASONS[name]
    end_month, end_year = (first + 2, number) if first < 11 else (2, number + 1)
    last = calendar.monthrange(end_year, end_month)[1]
    return Days(dt.date(number, first, 1), dt.date(end_year, end_month, last), "season", f"{number:04d}-{letters}")


def weekday(name: str, context: Context) -> dt.date:
    """The day a bare weekday name means: the report's own day or the last before it; in the future, the next."""
    wanted = WEEKDAYS.index(name)
    if context.tense == "future":
        return context.published + dt.timedelta(days=(wanted - context.published.weekday()) % 7)
    return context.published - dt.timedelta(days=(context.published.weekday() - wanted) % 7)


def nearest_year(number_of_month: int, context: Context, day_of_month: int = 15) -> int:
    """The year a month without one means: the last that has begun, or the next in the future."""
    published = context.published
    here = dt.date(
        published.year, number_of_month, min(day_of_month, calendar.monthrange(published.year, number_of_month)[1])
    )
    if context.tense == "future":
        return published.year if here >= published or number_of_month == published.month else published.year + 1
    if number_of_month > published.month and (here - published).days > 45:
        return published.year - 1
    return published.year


def shifted(date: dt.date, count: int, unit: str) -> dt.date:
    """A day moved by so many days, weeks, months or years."""
    if unit in {"day", "week", "fortnight"}:
        return date + dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    total = date.year * 12 + date.month - 1 + months
    year_, month_ = divmod(total, 12)
    year_ = max(1, min(9999, year_))
    return dt.date(year_, month_ + 1, min(date.day, calendar.monthrange(year_, month_ + 1)[1]))


def decade(first_year: int) -> Days:
    """Ten years."""
    return Days(dt.date(first_year, 1, 1), dt.date(first_year + 9, 12, 31), "decade", f"{first_year // 10:03d}")


def part_of(days: Days, which: str) -> Days:
    """The early, middle or late third of a range."""
    if days.start is None or days.end is None:
        return days
    length = (days.end - days.start).days + 1
    third = dt.timedelta(days=length // 3)
    start, end = {
        "early": (days.start, days.start + third),
        "mid": (days.start + third, days.end - third),
        "late": (days.end - third, days.end),
    }[which]
    return Days(start, end, days.precision, days.timex, days.kind)


def quarter(date: dt.date) -> Days:
    """The quarter of the year that holds a day."""
    first = (date.month - 1) // 3 * 3 + 1
    last = month(date.year, first + 2)
    return Days(dt.date(date.year, first, 1), last.end, "season", f"{date.year:04d}-Q{(first + 2) // 3}")


def century(date: dt.date) -> Days:
    """The hundred years that hold a day, as their first two digits name them."""
    first = date.year // 100 * 100
    return Days(dt.date(max(1, first), 1, 1), dt.date(first + 99, 12, 31), "vague", f"{first // 100:02d}")


UNITS: dict[str, Callable[[dt.date], Days]] = {
    "day": day,
    "week": week,
    "fortnight": week,
    "weekend": weekend,
    "month": lambda date: month(date.year, date.month),
    "quarter": quarter,
    "year": lambda date: year(date.year),
    "decade": lambda date: decade(date.year // 10 * 10),
    "century": century,
}


def around(date: dt.date, unit: str) -> Days:
    """The unit (day, week, month ...) that holds a day."""
    return UNITS[unit](date)
