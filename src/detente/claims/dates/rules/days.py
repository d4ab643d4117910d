"""Days of the calendar: "9 September 2023", "Sept. 9", "21/11/1985", "from 3 to 5 May", "on the 15th"."""

from __future__ import annotations

import datetime as dt

from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.amounts import ordinal
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import (
    AT,
    DASH,
    DAY,
    MONTH,
    MONTH_NAME,
    ON,
    ORDINAL_WORD,
    PART,
    SOON,
    THE_PART_OF,
    UP_TO,
    WHICH,
    YEAR,
    YEAR_TOLD,
    again,
)
from detente.claims.dates.rule import Example, Words, rule
from detente.claims.dates.rules.clock import at_clock


def calendar_day(words: Words, context: Context) -> Days | None:
    """A day of a month, with its year or in the nearest."""
    month, day = words.month, ordinal(words["day"])
    written, weekday = words.year or words.year_told(context), words.get("weekday")
    if not 1 <= day <= cal.LONGEST_MONTH[month - 1]:
        return None
    why = "as written" if words.year else "in the year seen from the date told before"
    year = written
    if year is None and words.get("which"):
        year, why = context.seen_from.year + words.step, f"in the {words['which']} year, from {context.standpoint}"
    if year is None:
        year = cal.nearest_year(month, context, day)
        why = f"of {year}, the year that fits best from {context.standpoint}"
        if weekday:
            year = cal.year_with(weekday, month, day, year)
            why = f"in {year}, the nearest year with that day a {weekday.capitalize()}"
    return _dated(words, (year, month, day), why)


def last_named_day(words: Words, context: Context) -> Days | None:
    """“last October 23”, “next May 3”: the nearest before or after the report."""
    past = words.step < 0
    for year in range(context.published.year - 4, context.published.year + 5)[:: -1 if past else 1]:
        days = _dated(words, (year, words.month, int(words["day"])), "")
        if days is not None and days.start is not None and (days.start < context.published) == past:
            return days.because(f"the {'last' if past else 'next'} from {context.standpoint}")
    return None


def numeric_day(words: Words, _context: Context) -> Days | None:
    """A day written in figures; where day and month could be changed about, an American one without days."""
    first, second, year = int(words["first"]), int(words["second"]), int(words["year"])
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    day, month = (first, second) if first > 12 else (second, first)
    days = _dated(words, (year, month, day), "as written")
    if days is None or first == second or max(first, second) > 12:
        return days
    return Days(None, None, "vague", days.timex, why="a day that may be read day or month first")


def iso_day(words: Words, _context: Context) -> Days | None:
    """A day in ISO 8601, with its time where one is written."""
    year, month, day = (int(part) for part in words["date"].split("-"))
    return _dated(words, (year, month, day), "as written")


def _dated(words: Words, date: tuple[int, int, int], why: str) -> Days | None:
    try:
        day = dt.date(*date)
    except ValueError:
        return None
    return at_clock(words, cal.day(day, words.get("part"))).because(why)


def day_of_month(words: Words, context: Context) -> Days | None:
    """“on the 15th”: the last such day, or the next in the future; in a history, of the month told before."""
    if context.told:
        return _dated(words, (context.told.year, context.told.month, int(words["day"])), f"from {context.standpoint}")
    month = context.published.replace(day=1)
    for _ in range(3):
        days = _dated(words, (month.year, month.month, int(words["day"])), "")
        ahead = days is not None and days.start is not None and days.start > context.published
        if days is not None and ahead == (context.tense == "future"):
            return days.because(f"the {'next' if ahead else 'last'} such day from {context.standpoint}")
        month = cal.shifted(month, 1 if context.tense == "future" else -1, "month")
    return None


def week_of(words: Words, context: Context) -> Days | None:
    """“the week of March 6”."""
    days = calendar_day(words, context)
    return cal.week(days.start).because(f"the week that holds {days.start}") if days and days.start else None


_NTH = rf"(?P<day>{ORDINAL_WORD})"
_THE = r"(?:the\s+(?=\d\d?[snrt]))?"

RULES = (
    rule(
        "2023-09-09",
        cues.FIGURES,
        r"(?P<date>\d{4}-\d\d-\d\d)(?:[T\s](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?Z?)?",
        iso_day,
        Example("2019-06-30", "2020-01-01", "2019-06-30", "2019-06-30", "2019-06-30"),
        Example("1945-05-08", "1945-05-09", "1945-05-08", "1945-05-08", "1945-05-08"),
        Example("2019-06-30T08:15", "2020-01-01", "2019-06-30", "2019-06-30", "2019-06-30T08:15"),
    ),
    rule(
        "the 3 of 3 to 5 May",
        cues.MONTH,
        rf"(?:between\s+|from\s+)?(?:the\s+)?(?P<said>{DAY})(?={DASH}(?:[0-3]?\d)(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+{YEAR})?"
        rf"|(?:,\s*\d+)*\s+(?:to|and|or|until|through)\s+(?:the\s+)?(?:[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?"
        rf"(?-i:(?P<month_>{MONTH_NAME}))(?:,?\s+{again(YEAR)})?)",
        calendar_day,
        Example("from 3 to 5 May", "2012-06-01", "2012-05-03", "2012-05-03", "2012-05-03"),
        Example("3-5 May 1997", "2012-06-01", "1997-05-03", "1997-05-03", "1997-05-03"),
    ),
    rule(
        "the 5 of May 3-5",
        cues.MONTH,
        rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?{UP_TO}(?P<said>{DAY}(?:,\s+{YEAR})?)(?!\s+[a-z]+s\b)",
        calendar_day,
        Example("April 24 and 25", "1999-05-10", "1999-04-25", "1999-04-25", "1999-04-25"),
        Example("July 16-19, 1978", "1999-02-10", "1978-07-19", "1978-07-19", "1978-07-19"),
    ),
    rule(
        "the 3 March of 3 March to 5 May 2014",
        cues.MONTH,
        rf"(?P<said>{DAY}\s+{MONTH}|{again(MONTH)}\s+{again(DAY)})(?={UP_TO}"
        rf"(?:(?:\d\d?\s+(?-i:{MONTH_NAME})|(?-i:{MONTH_NAME})\s+\d\d?,)\s+{YEAR}|\d\d?,\s+{again(YEAR)}))",
        calendar_day,
        Example("from 3 March to 5 May 2014", "2016-12-01", "2014-03-03", "2014-03-03", "2014-03-03"),
        Example("between March 3 and May 5, 2014", "2016-12-01", "2014-03-03", "2014-03-03", "2014-03-03"),
        Example("July 16-19, 1978", "1999-02-10", "1978-07-16", "1978-07-16", "1978-07-16"),
    ),
    rule(
        "9 September 2023",
        cues.MONTH,
        rf"{AT}{SOON}{THE_PART_OF}{ON}{_THE}{DAY}(?:\s+of)?[\s-]{MONTH},?[\s-](?:of\s+)?{YEAR}",
        calendar_day,
        Example("9 September 2023", "2024-01-01", "2023-09-09", "2023-09-09", "2023-09-09"),
        Example("12-Jan-1998", "2024-01-01", "1998-01-12", "1998-01-12", "1998-01-12"),
        Example("Monday, 3rd of March, 2014", "2014-03-05", "2014-03-03", "2014-03-03", "2014-03-03"),
        Example("the night of 21 August 1968", "1968-08-30", "1968-08-21", "1968-08-21", "1968-08-21TNI"),
    ),
    rule(
        "September 9, 2023",
        cues.MONTH,
        rf"{AT}{SOON}{THE_PART_OF}{ON}{MONTH}\s+(?:the\s+)?{DAY}(?:,\s*|\s+(?:of\s+)?){YEAR}",
        calendar_day,
        Example("Nov. 21, 1985", "1985-11-22", "1985-11-21", "1985-11-21", "1985-11-21"),
        Example("Tuesday, September 11, 2001", "2001-09-30", "2001-09-11", "2001-09-11", "2001-09-11"),
    ),
    rule(
        "the seventh of March, March the seventh",
        cues.MONTH,
        rf"(?:the\s+)?{_NTH}\s+of\s+{MONTH}(?:,?\s+{YEAR})?|{again(MONTH)}\s+(?:the\s+)?{again(_NTH)}(?:,\s+{again(YEAR)})?",
        calendar_day,
        Example("the seventh of March", "1998-03-20", "1998-03-07", "1998-03-07", "1998-03-07"),
        Example("the twenty-first of May, 1471", "1998-03-20", "1471-05-21", "1471-05-21", "1471-05-21"),
        Example("March the tenth", "1998-03-20", "1998-03-10", "1998-03-10", "1998-03-10"),
    ),
    rule(
        "21/11/1985",
        cues.FIGURES,
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:1[5-9]|20)\d\d|(?<=/)\d\d)",
        numeric_day,
        Example("21/11/1985", "1985-11-22", "1985-11-21", "1985-11-21", "1985-11-21"),
        Example("9.9.1948", "1988-09-09", "1948-09-09", "1948-09-09", "1948-09-09"),
        Example("11/28/97", "1998-01-09", "1997-11-28", "1997-11-28", "1997-11-28"),
        Example("2/3/2014", "2015-01-09", None, None, "2014-02-03"),
    ),
    rule(
        "September 9",
        cues.MONTH,
        rf"{AT}{SOON}{THE_PART_OF}{ON}{MONTH}\s+(?:the\s+)?{DAY}(?!\d|\s*percent|:\d)(?:(?:\s+of)?\s+{WHICH}\s+year|{YEAR_TOLD}|(?:\s+at)?,?\s+{again(PART)})?",
        calendar_day,
        Example("Feb. 29", "2020-03-10", "2020-02-29", "2020-02-29", "2020-02-29"),
        Example("March 27", "2020-03-24", "2020-03-27", "2020-03-27", "2020-03-27", "future"),
        Example("December 30", "2020-01-04", "2019-12-30", "2019-12-30", "2019-12-30"),
        Example("Sunday, March 2", "2015-06-20", "2014-03-02", "2014-03-02", "2014-03-02"),
        Example("October 3 last year", "1991-05-02", "1990-10-03", "1990-10-03", "1990-10-03"),
        Example("early on Tuesday, April 15", "2014-05-08", "2014-04-15", "2014-04-15", "2014-04-15"),
        Example("noon on May 7", "1991-05-12", "1991-05-07", "1991-05-07", "1991-05-07T12:00"),
    ),
    rule(
        "9 September",
        cues.MONTH,
        rf"{AT}{SOON}{THE_PART_OF}{ON}{_THE}{DAY}(?:\s+of)?[\s-]{MONTH}(?:(?:\s+of)?\s+{WHICH}\s+year|{YEAR_TOLD}|\s+{again(PART)})?",
        calendar_day,
        Example("3 March", "2011-03-20", "2011-03-03", "2011-03-03", "2011-03-03"),
        Example("the night of 3 March", "2011-03-20", "2011-03-03", "2011-03-03", "2011-03-03TNI"),
        Example("25 December", "1979-12-27", "1979-12-25", "1979-12-25", "1979-12-25"),
    ),
    rule(
        "last October 23",
        cues.MONTH,
        rf"{WHICH}\s+{MONTH}\s+{DAY}(?!\d)",
        last_named_day,
        Example("last October 23", "1999-04-19", "1998-10-23", "1998-10-23", "1998-10-23"),
        Example("next May 3", "1999-04-19", "1999-05-03", "1999-05-03", "1999-05-03"),
    ),
    rule(
        "the week of March 6",
        ("week",),
        rf"(?:the\s+)?week\s+(?:of|beginning|starting|ending|ended|from)\s+(?:on\s+)?{ON}(?:{MONTH}\s+{DAY}|(?P<day_>[0-3]?\d)"
        rf"\s+(?-i:(?P<month_>{MONTH_NAME})))(?:,?\s+{YEAR})?",
        week_of,
        Example("the week of March 6", "2000-02-24", "2000-03-06", "2000-03-12", "2000-W10", "future"),
        Example("the week beginning 3 March", "2014-03-20", "2014-03-03", "2014-03-09", "2014-W10"),
    ),
    rule(
        "on the 15th",
        cues.FIGURES,
        r"(?:on|by|until|since|of|from|to|before|after)\s+(?P<said>the\s+(?P<day>\d{1,2})(?:st|nd|rd|th))(?=[,.;]|\s*$|\s+(?:of\s+(?:this|the)\s+month|"
        r"and|that|by|after|he|she|it|they|we|the|a|his|her|their)\b)",
        day_of_month,
        Example("on the 15th, troops", "1951-01-20", "1951-01-15", "1951-01-15", "1951-01-15"),
        Example("on the 28th of this month", "1951-01-20", "1951-01-28", "1951-01-28", "1951-01-28", "future"),
    ),
)
