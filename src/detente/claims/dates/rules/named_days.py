"""Days with a name ("Christmas Eve", "Good Friday, 1998") and the weeks around them; the names are `holidays.csv`."""

from __future__ import annotations

import datetime as dt

from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.holidays import holidays
from detente.claims.dates.patterns import HOLIDAY, WHICH, YEAR
from detente.claims.dates.rule import Example, Words, rule

SOON = dt.timedelta(days=15)
"""How near a day with a name must lie ahead to be the one meant whatever the tense."""


def named_day(words: Words, context: Context) -> Days:
    """A day with a name, in its year or the nearest."""
    in_year = holidays()[words.written("holiday") or ""]
    year = words.year or (cal.nearest_year(in_year(2000).month, context) if context.told else None)
    if year is not None:
        return cal.day(in_year(year)).because("as written" if words.year else f"from {context.standpoint}")
    day = _nearest([in_year(context.published.year + step) for step in (-1, 0, 1)], words.step, context)
    return cal.day(day).because(f"the nearest one that fits from {context.standpoint}")


def _nearest(days: list[dt.date], step: int, context: Context) -> dt.date:
    published = context.published
    if context.tense == "future" or step > 0:
        return next((day for day in days if day >= published), days[-1])
    near = [day for day in days if dt.timedelta(0) < day - published <= SOON] if step == 0 else []
    gone = [day for day in days if day < published or (step == 0 and day == published)]
    return (near or gone or days[1:2])[-1]


def week_of_day(words: Words, context: Context) -> Days | None:
    """“Easter week”, “Thanksgiving weekend”: the week or weekend that holds the day or follows it."""
    day = named_day(words, context).start
    if day is None:
        return None
    days = cal.weekend(day) if words["unit"] == "weekend" else cal.week(day)
    return days.because(f"the {words['unit']} of {day}")


RULES = (
    rule(
        "Christmas Eve",
        cues.HOLIDAY,
        rf"(?:{WHICH}\s+)?{HOLIDAY}(?:,?\s+(?:of\s+)?{YEAR})?",
        named_day,
        Example("Christmas Eve", "1979-12-27", "1979-12-24", "1979-12-24", "1979-12-24"),
        Example("Thanksgiving", "2000-02-10", "1999-11-25", "1999-11-25", "1999-11-25"),
        Example("Good Friday, 1998", "1999-01-01", "1998-04-10", "1998-04-10", "1998-04-10"),
        Example("Easter Sunday", "2016-03-01", "2016-03-27", "2016-03-27", "2016-03-27", "future"),
        Example("Election Day", "1998-10-26", "1998-11-03", "1998-11-03", "1998-11-03", "future"),
    ),
    rule(
        "Easter week",
        ("week",),
        rf"(?:the\s+)?(?:{WHICH}\s+)?{HOLIDAY}\s+(?P<unit>week|weekend)",
        week_of_day,
        Example("Easter week", "2016-03-22", "2016-03-21", "2016-03-27", "2016-W12", "future"),
        Example("Thanksgiving weekend", "1999-12-10", "1999-11-27", "1999-11-28", "1999-W47-WE"),
    ),
)
