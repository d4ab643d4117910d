"""Months: "September 2023", "February this year", "last March", "mid-June", "the last week of May"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import (
    MONTH,
    MONTH_ALONE,
    MONTH_NAME,
    THIRD,
    UP_TO,
    WHICH,
    YEAR,
    YEAR_TOLD,
    either,
    unnamed,
)
from detente.claims.dates.rule import Example, Words, rule
from detente.knowledge.words import numbers

PIECES = numbers("ordinal") | {"opening": 1, "last": -1, "final": -1, "closing": -1}


def month_of_year(words: Words, _context: Context) -> Days:
    """A month with its year."""
    return words.part_of(cal.month(words.year or 1, words.month).because("as written"))


def month_of_this_year(words: Words, context: Context) -> Days:
    """“February this year”, “October last year”."""
    days = cal.month(context.seen_from.year + words.step, words.month)
    return words.part_of(days.because(f"in the {words['which']} year, from {context.standpoint}"))


def bare_month(words: Words, context: Context) -> Days:
    """A month without a year: the nearest that fits the tense."""
    return words.part_of(_nearest(words, context))


def _nearest(words: Words, context: Context) -> Days:
    number, step = words.month, words.step
    told = words.get("which") in {"following", "previous"} or words.get("told") is not None
    context = replace(context, history=True) if told else context
    seen = context.seen_from
    year = words.year or (cal.nearest_year(number, context) if not told else seen.year)
    if step < 0 and (year, number) >= (seen.year, seen.month):
        year -= 1
    if step > 0 and (year, number) <= (seen.year, seen.month):
        year += 1
    why = "as written" if words.year else f"of {year}, the year that fits best from {context.standpoint}"
    return cal.month(year, number).because(why)


def piece_of_month(words: Words, context: Context) -> Days | None:
    """“the first week of May”, “the last days of August 1998”."""
    month = _nearest(words, context)
    nth, unit = PIECES[words["piece"]], words["unit"]
    if month.start is None or month.end is None or nth > 5:
        return None
    if unit == "day":
        day = month.end if nth < 0 else month.start + dt.timedelta(days=nth - 1)
        if not words.get("plural"):
            return cal.day(day).because(f"that day of {month.timex}")
        first, last = (day - dt.timedelta(days=6), day) if nth < 0 else (day, day + dt.timedelta(days=6))
        return replace(month, start=first, end=last, precision="vague", why=f"about a week of {month.timex}")
    middle = month.end - dt.timedelta(days=3) if nth < 0 else month.start + dt.timedelta(days=7 * nth - 4)
    days = cal.weekend(middle) if unit == "weekend" else cal.week(middle)
    return days.because(f"the {words['piece']} {unit} of {month.timex}")


_THE = r"(?:the\s+(?=\w+\s+of\b))?"
"""The article belongs to "the end of May", not to "the late-May talks"."""


def month_of_year_told(words: Words, context: Context) -> Days:
    """“September of that year”, “May of the following year”."""
    days = cal.month(words.year_told(context) or context.published.year, words.month)
    return words.part_of(days.because("in the year seen from the date told before"))


RULES = (
    rule(
        "the March of March to June 2014",
        cues.MONTH,
        rf"(?P<said>{THIRD}{MONTH})(?={UP_TO}{unnamed(THIRD)}(?-i:{MONTH_NAME})\s+{YEAR})",
        month_of_year,
        Example("between March and June 2014", "2016-12-01", "2014-03-01", "2014-03-31", "2014-03"),
        Example("late May to early June 1989", "1990-01-01", "1989-05-21", "1989-05-31", "1989-05"),
    ),
    rule(
        "September 2023",
        cues.MONTH,
        rf"{_THE}{THIRD}{MONTH}(?:,|\s+of)?\s+{YEAR}",
        month_of_year,
        Example("June 2010", "2012-01-01", "2010-06-01", "2010-06-30", "2010-06"),
        Example("late May 1998", "1999-01-01", "1998-05-21", "1998-05-31", "1998-05"),
        Example("the end of June 1998", "1999-01-01", "1998-06-26", "1998-06-30", "1998-06"),
    ),
    rule(
        "February this year",
        cues.MONTH,
        rf"{THIRD}{MONTH}(?:,|\s+of)?\s+{WHICH}\s+year",
        month_of_this_year,
        Example("February this year", "1998-12-03", "1998-02-01", "1998-02-28", "1998-02"),
        Example("April next year", "1998-12-03", "1999-04-01", "1999-04-30", "1999-04", "future"),
        Example("early October of last year", "2011-12-03", "2010-10-01", "2010-10-10", "2010-10"),
    ),
    rule(
        "September of that year",
        cues.MONTH,
        rf"{_THE}{THIRD}{MONTH}{YEAR_TOLD}",
        month_of_year_told,
        Example("September of that year", "1998-12-03", "1929-09-01", "1929-09-30", "1929-09", reference="1929-05-01"),
        Example("May the next year", "1998-12-03", "1930-05-01", "1930-05-31", "1930-05", reference="1929-05-01"),
    ),
    rule(
        "last September",
        cues.MONTH,
        rf"{THIRD}(?:(?:the\s+(?=following|previous))?{WHICH}|(?P<told>that(?:\s+same)?))\s+{MONTH}",
        bare_month,
        Example("last March", "2020-03-10", "2019-03-01", "2019-03-31", "2019-03"),
        Example("the following January", "2020-03-10", "1997-01-01", "1997-01-31", "1997-01", reference="1996-11-05"),
        Example("that July", "2020-03-10", "1951-07-01", "1951-07-31", "1951-07", reference="1951-01-05"),
        Example("next January", "2020-03-10", "2021-01-01", "2021-01-31", "2021-01", "future"),
    ),
    rule(
        "in September",
        cues.MONTH,
        rf"(?<!\d\s){_THE}{THIRD}{MONTH_ALONE}(?!\s+\d)",
        bare_month,
        Example("January", "2011-03-20", "2011-01-01", "2011-01-31", "2011-01"),
        Example("November", "2011-03-20", "2010-11-01", "2010-11-30", "2010-11"),
        Example("mid-June", "2011-03-20", "2011-06-11", "2011-06-20", "2011-06", "future"),
    ),
    rule(
        "the last week of May",
        cues.MONTH,
        rf"(?:the\s+)?(?P<piece>{either([*PIECES])})\s+(?:few\s+)?(?P<unit>day|week|weekend)(?P<plural>s?)\s+(?:of|in)\s+(?:{WHICH}\s+)?"
        rf"{MONTH}(?:,?\s+{YEAR})?",
        piece_of_month,
        Example("the last week of May", "2011-07-20", "2011-05-23", "2011-05-29", "2011-W21"),
        Example("the first day of June 1967", "2011-07-20", "1967-06-01", "1967-06-01", "1967-06-01"),
        Example("the last days of August", "2011-09-20", "2011-08-25", "2011-08-31", "2011-08"),
    ),
)
