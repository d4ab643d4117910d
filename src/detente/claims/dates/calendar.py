"""Arithmetic of weekdays, months, seasons and years, seen from a report's date.

A result is a `Days`: a closed range with its precision and TimeML's TIMEX3 value.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from detente.claims.claim import Precision

Tense = Literal["past", "present", "future"]
Kind = Literal["DATE", "TIME", "DURATION", "SET"]
PartOfYear = Literal["Q", "H"]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
PARTS = {
    "morning": "MO",
    "noon": "MI",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "nightfall": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "midnight": "NI",
    "dark": "NI",
}
LETTERS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "hour": "H",
    "minute": "M",
    "second": "S",
    "weekend": "WE",
    "quarter": "Q",
}
DAYS_OF = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12_000}
MANY = {
    "fortnight": (2, "week"),
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
    "night": (1, "day"),
}
"""Units that TIMEX3 writes as several of another."""
HALVES = {"year": (6, "month"), "day": (12, "hour"), "hour": (30, "minute"), "minute": (30, "second")}
"""Half a unit as TIMEX3 writes it, in whole ones of a smaller."""
NOT_LAST_YEAR = 45
"""Days ahead that a month without a year still lies this year, whatever the tense ("the talks in May", in April)."""
LOOKS_BACK = 6
"""Months that a history may go back from the month last told without leaving its year; more is the next year."""
LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
ONE_DAY = dt.timedelta(days=1)
LAST_DAY = dt.date.max


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is seen from: the report's date and the tense around it."""

    published: dt.date
    tense: Tense = "past"
    reference: dt.date | None = None
    """The day last spoken of, for "the same day" and "two days later"."""
    lately: dt.date | None = None
    """The first day of the last date of any grain, for "that year" and "the following month"."""
    history: bool = False
    """Whether the text tells of long ago in order, so that a date without its year goes on from the date before."""

    @property
    def told(self) -> dt.date | None:
        """The date from which a history goes on."""
        return self.lately if self.history else None

    @property
    def seen_from(self) -> dt.date:
        """The day from which what names no year is counted."""
        return self.told or self.published

    @property
    def day_told(self) -> dt.date | None:
        """The day from which a history goes on."""
        return self.reference if self.history else None

    @property
    def day_seen_from(self) -> dt.date:
        """The day from which a weekday is counted."""
        return self.day_told or self.published

    @property
    def standpoint(self) -> str:
        """That day, in words."""
        return f"the date told before, {self.told}" if self.told else f"the report's date, {self.published}"

    @property
    def standpoint_in_the_week(self) -> str:
        """That day, in words that tell its weekday."""
        return f"the day told before, {self.day_told}" if self.day_told else f"the report's date, a {self.published:%A}"

    def later(self, days: int) -> Context:
        """The same context some days on, with the tense that fits."""
        moved = shifted(self.published, days, "day")
        return replace(self, published=moved, tense="future" if days > 0 else "past")


@dataclass(frozen=True, slots=True)
class Days:
    """A closed range of days, open where None."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    timex: str
    kind: Kind = "DATE"
    why: str = ""
    """Why these days, in words that follow the expression: "the last Friday before the report's date"."""

    def because(self, why: str) -> Days:
        """The same days with a reason."""
        return replace(self, why=why)


def _in_calendar(number: int) -> int:
    """A year that the calendar has, with a year after it."""
    return min(max(number, 1), dt.MAXYEAR - 1)


def day(date: dt.date, part: str | None = None) -> Days:
    """One day, or a part of it."""
    if part is None:
        return Days(date, date, "day", date.isoformat())
    return Days(date, date, "part of day", f"{date.isoformat()}T{PARTS[part]}", "TIME")


def month(year: int, number: int) -> Days:
    """One month."""
    year = _in_calendar(year)
    last = calendar.monthrange(year, number)[1]
    return Days(dt.date(year, number, 1), dt.date(year, number, last), "month", f"{year:04d}-{number:02d}")


def year(number: int) -> Days:
    """One year."""
    number = _in_calendar(number)
    return Days(dt.date(number, 1, 1), dt.date(number, 12, 31), "year", f"{number:04d}")


def week(date: dt.date) -> Days:
    """The week, Monday to Sunday, that holds a day."""
    monday = date - dt.timedelta(days=date.weekday())
    iso = date.isocalendar()
    return Days(monday, shifted(monday, 6, "day"), "week", f"{iso.year:04d}-W{iso.week:02d}")


def weekend(date: dt.date) -> Days:
    """The Saturday and Sunday of the week that holds a day."""
    saturday = shifted(date, 5 - date.weekday(), "day")
    iso = date.isocalendar()
    return Days(saturday, shifted(saturday, 1, "day"), "weekend", f"{iso.year:04d}-W{iso.week:02d}-WE")


def season(number: int, name: str) -> Days:
    """A season of the northern year; winter runs into the next year."""
    number = _in_calendar(number)
    letters, first = SEASONS[name]
    end_month, end_year = (first + 2, number) if first < 11 else (2, number + 1)
    last = calendar.monthrange(end_year, end_month)[1]
    return Days(dt.date(number, first, 1), dt.date(end_year, end_month, last), "season", f"{number:04d}-{letters}")


def weekday(name: str, context: Context) -> dt.date:
    """The day a bare weekday name means: the report's own day or the last before it; in the future, the next.

    In a history it is the next from the date told before.
    """
    wanted, seen = WEEKDAYS.index(name), context.day_seen_from
    if context.tense == "future" or context.day_told:
        return shifted(seen, (wanted - seen.weekday()) % 7, "day")
    return shifted(seen, -((seen.weekday() - wanted) % 7), "day")


def nearest_year(number_of_month: int, context: Context, day_of_month: int = 15) -> int:
    """The year a month without one means: the last that has begun, or the next in the future."""
    if context.told:
        return context.told.year + (number_of_month < context.told.month - LOOKS_BACK)
    published = context.published
    last = calendar.monthrange(published.year, number_of_month)[1]
    here = dt.date(published.year, number_of_month, min(day_of_month, last))
    if context.tense == "future":
        return published.year if here >= published or number_of_month == published.month else published.year + 1
    if context.tense == "present":
        return min(
            (published.year, published.year - 1, published.year + 1), key=lambda y: abs(_apart(here, published, y))
        )
    if number_of_month > published.month and (here - published).days > NOT_LAST_YEAR:
        return published.year - 1
    return published.year


def _apart(here: dt.date, published: dt.date, year_: int) -> int:
    """Days from a report to a day of its year set into another."""
    return (here - published).days + 365 * (year_ - published.year)


def year_with(weekday_name: str, number_of_month: int, day_of_month: int, year_: int) -> int:
    """The year nearest to one in which that day falls on that weekday, the earlier first; else the year itself."""
    wanted = WEEKDAYS.index(weekday_name)
    for step in (0, -1, 1, -2, -3, -4, -5, -6):
        if number_of_month == 2 and day_of_month == 29 and not calendar.isleap(year_ + step):
            continue
        if dt.date(year_ + step, number_of_month, day_of_month).weekday() == wanted:
            return year_ + step
    return year_


def easter(number: int) -> dt.date:
    """Western Easter Sunday of a year (the anonymous Gregorian algorithm, Nature 1876)."""
    golden, hundred, rest = number % 19, number // 100, number % 100
    epact = (19 * golden + hundred - hundred // 4 - (hundred - (hundred + 8) // 25 + 1) // 3 + 15) % 30
    letter = (32 + 2 * (hundred % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * letter) // 451
    month_, day_ = divmod(epact + letter - 7 * shift + 114, 31)
    return dt.date(number, month_, day_ + 1)


def shifted(date: dt.date, count: int, unit: str) -> dt.date:
    """A day moved by so many days, weeks, months or years; no further than the calendar goes."""
    if unit in DAYS_OF:
        moved = date.toordinal() + count * DAYS_OF[unit]
        return dt.date.fromordinal(min(max(moved, dt.date.min.toordinal()), dt.date.max.toordinal()))
    total = date.year * 12 + date.month - 1 + count * MONTHS_OF[unit]
    year_, month_ = divmod(total, 12)
    year_ = max(1, min(9999, year_))
    return dt.date(year_, month_ + 1, min(date.day, calendar.monthrange(year_, month_ + 1)[1]))


def decade(first_year: int) -> Days:
    """Ten years."""
    return Days(dt.date(max(1, first_year), 1, 1), dt.date(first_year + 9, 12, 31), "decade", f"{first_year // 10:03d}")


FRACTIONS = {"start": (0, 1 / 6), "early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1), "end": (5 / 6, 1)}
"""What part of a month, a year or a decade "early", "mid" and the like mean."""


def part_of(days: Days, which: str) -> Days:
    """The early, middle or late part of a range: of a year in whole months, of decades in whole years."""
    if days.start is None or days.end is None:
        return days
    years = days.end.year - days.start.year + 1
    unit, whole = ("day", (days.end - days.start).days + 1)
    if days.precision == "year":
        unit, whole = "month", 12
    elif years >= 10:
        unit, whole = "year", years
    cut = int if unit == "day" else round
    first, last = (cut(whole * fraction) for fraction in FRACTIONS[which])
    end = days.end if last == whole else shifted(days.start, last, unit) - ONE_DAY
    return replace(days, start=shifted(days.start, first, unit), end=end)


def quarter(date: dt.date) -> Days:
    """The quarter of the year that holds a day."""
    return part_of_year(date.year, (date.month + 2) // 3, "Q")


def part_of_year(number: int, part: int, letter: PartOfYear) -> Days:
    """One of the four quarters or two halves of a year."""
    number, months = _in_calendar(number), {"Q": 3, "H": 6}[letter]
    last = month(number, part * months)
    return Days(dt.date(number, (part - 1) * months + 1, 1), last.end, "season", f"{number:04d}-{letter}{part}")


def century(date: dt.date) -> Days:
    """The hundred years that hold a day, as their first two digits name them."""
    first = date.year // 100 * 100
    return Days(dt.date(max(1, first), 1, 1), dt.date(first + 99, 12, 31), "vague", f"{first // 100:02d}")


def length(size: float | None, unit: str) -> str:
    """TIMEX3's value of a duration: `P6W`, `PT24H`, `PT1H30M`, `PXD` for no size; decades count as ten years."""
    factor, unit = MANY.get(unit, (1, unit))
    if size is None:
        return _written("X", unit)
    size *= factor
    whole, half = int(size), size - int(size) == 0.5
    if not half or unit not in HALVES:
        return _written(f"{size:g}", unit)
    more, smaller = HALVES[unit]
    return joined(*(([_written(str(whole), unit)] if whole else []) + [_written(str(more), smaller)]))


def joined(*lengths: str) -> str:
    """The value of lengths that add up, from the longest unit to the shortest: `P2Y3M`, `P1DT12H`."""
    days = "".join(length.removeprefix("P") for length in lengths if "T" not in length)
    clock = "".join(length.removeprefix("PT") for length in lengths if "T" in length)
    return f"P{days}" + (f"T{clock}" if clock else "")


def _written(size: str, unit: str) -> str:
    return f"P{'T' if unit in {'hour', 'minute', 'second'} else ''}{size}{LETTERS[unit]}"


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
