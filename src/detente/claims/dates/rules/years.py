"""Years and what they are made of or make up: seasons, quarters, decades, centuries, fiscal and academic years."""

from __future__ import annotations

import datetime as dt
import re

from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.amounts import ordinal
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import (
    BEFORE_A_YEAR,
    DASH,
    ORDINAL,
    SEASON,
    THIRD,
    THIRD_NAME,
    UP_TO,
    WHICH,
    YEAR,
    YEAR_TOLD,
    again,
    unnamed,
)
from detente.claims.dates.rule import Example, Words, rule

TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
TENS |= {"eighties": 80, "nineties": 90}
A_YEAR = 366
NEAR = 5
"""Years that a year in two figures may lie ahead of the report: "by '26"."""


def year(words: Words, _context: Context) -> Days:
    """A year."""
    return words.part_of(cal.year(words.year or 1).because("as written"))


def short_year(words: Words, context: Context) -> Days:
    """“in '68”: of the century that brings it nearest before the report."""
    short = int(words["short"])
    century = context.published.year // 100 * 100
    number = century + short if century + short <= context.published.year + NEAR else century - 100 + short
    return cal.year(number).because(f"the last such year from {context.standpoint}")


def second_year(words: Words, _context: Context) -> Days:
    """The end of "1994-95"."""
    return cal.year(int(words["century"] + words["short"])).because("of the century written before it")


def year_before_christ(words: Words, _context: Context) -> Days:
    """“218 BC”, “the 5th century BC”: before the calendar of the record begins, so without days."""
    number = int(re.sub(r"\D", "", words["number"]))
    timex = f"BC{number - 1:02d}" if words.get("century") else f"BC{number:04d}"
    return Days(None, None, "vague", timex, why="before the calendar of the record begins")


def early_year(words: Words, _context: Context) -> Days | None:
    """“in AD 79”."""
    number = int(words["number"])
    return cal.year(number).because("as written") if number else None


# Seasons and parts of a year


def season(words: Words, context: Context) -> Days:
    """A season, of its year or of the nearest."""
    name, step, seen = words["season"], words.step, context.seen_from
    written = words.year or words.year_told(context)
    first, number = cal.SEASONS[name][1], written or context.seen_from.year
    begun = first <= seen.month
    over = first + 2 < seen.month
    if written or (step == 0 and words.get("which")):
        return words.part_of(cal.season(number, name).because("as written" if words.year else f"of {number}"))
    if step < 0 or (step == 0 and context.tense == "past" and not context.told):
        number -= 0 if over or (step == 0 and begun) else 1
    elif (begun and step > 0) or over:
        number += 1
    return words.part_of(cal.season(number, name).because(f"the one that fits best from {context.standpoint}"))


def season_near(words: Words, context: Context) -> Days | None:
    """“the following spring”, “that winter”: seen from the date told before."""
    if context.lately is None:
        return None
    name, way, lately = words["season"], words.get("way"), context.lately
    first = cal.SEASONS[name][1]
    number = lately.year
    if way in {"next", "following"} and first <= lately.month:
        number += 1
    if way == "previous" and first >= lately.month:
        number -= 1
    return cal.season(number, name).because(f"seen from {lately}, told before")


def part_of_year(words: Words, context: Context) -> Days:
    """“the first quarter of 2014”, “the second half of the year”, “Q3”."""
    name = words["nth"]
    part = -1 if name in {"last", "final"} else ordinal(name)
    letter: cal.PartOfYear = "H" if words["piece"] == "half" else "Q"
    part = {"H": 2, "Q": 4}[letter] if part < 0 else part
    if words.year or words.get("of_year"):
        number = words.year or context.seen_from.year + words.step
        return cal.part_of_year(number, part, letter).because(f"of {number}")
    number = context.seen_from.year
    days = cal.part_of_year(number, part, letter)
    ahead = days.start is not None and days.start > context.published
    if ahead and context.tense == "past" and not context.told:
        days = cal.part_of_year(number - 1, part, letter)
    elif context.tense == "future" and days.end is not None and days.end < context.published:
        days = cal.part_of_year(number + 1, part, letter)
    return days.because(f"the one that fits best from {context.standpoint}")


def the_quarter(_words: Words, context: Context) -> Days:
    """“for the quarter”: the one told before, else the last that is over."""
    told = context.lately if context.lately and abs((context.published - context.lately).days) < A_YEAR else None
    seen = told or cal.shifted(context.published, -1, "quarter")
    return cal.quarter(seen).because("the quarter told before" if told else f"the last before {context.standpoint}")


# Decades and centuries


def decade(words: Words, _context: Context) -> Days:
    """“the 1990s”, “the '60s”, “the eighties”; “the 1800s” is a century."""
    written = words["decade"]
    first = TENS[written] if written in TENS else int(written)
    if first > 100 and first % 100 == 0 and first < 2000:
        return words.part_of(cal.century(dt.date(first, 1, 1)).because("as written"))
    return words.part_of(cal.decade(first if first > 100 else 1900 + (first or 100)).because("as written"))


def century(words: Words, _context: Context) -> Days | None:
    """“the 19th century”, “the late nineteenth century”."""
    nth = ordinal(words["nth"])
    if not 1 <= nth <= 30:
        return None
    return words.part_of(cal.century(dt.date(max(1, (nth - 1) * 100), 1, 1)).because("as written"))


_OF_YEAR = rf"(?:\s+(?:of|in))?\s+(?:{YEAR}|(?P<of_year>(?:the|{WHICH})\s+year))"
_WITHIN = r"(?:in|by|during|until|since|before|after|through|throughout|for|from|over)"
_SEASON_ALONE = r"(?P<season_>spring|summer|autumn|winter|(?<=the\s)fall|(?<=early\s)fall|(?<=late\s)fall)"
"""The season "fall" is known by the words before it: "in fall" is none, "in the fall" is."""
_QUARTER = r"(?P<nth>first|second|third|fourth|last|final)[\s-](?P<piece>quarter|half)"
_FISCAL = r"(?:fiscal|calendar|financial|academic|school|tax|budget|marketing|crop)"

RULES = (
    rule(
        "in 2019",
        cues.FIGURES,
        rf"(?:{BEFORE_A_YEAR})(?P<said>(?:(?:the\s+)?(?={THIRD_NAME}){THIRD})?{YEAR})(?!\s*(?:meters|metres|troops|people|dollars|km|miles))",
        year,
        Example("since 2019", "2023-09-09", "2019-01-01", "2019-12-31", "2019"),
        Example("in early 1999", "2001-01-01", "1999-01-01", "1999-04-30", "1999"),
        Example("a 1996 law", "2001-01-01", "1996-01-01", "1996-12-31", "1996"),
    ),
    rule(
        "2019",
        cues.FIGURES,
        r"(?P<year>1[6-9]\d\d|20[0-4]\d)(?!\s*(?:-|–|[a-z]+s\b|percent|hours|people|GMT|UTC))(?!\s*[:.]\d|\s+(?-i:[A-Z]))",
        year,
        Example("2019", "2023-09-09", "2019-01-01", "2019-12-31", "2019"),
        Example("Munich 1938", "2023-09-09", "1938-01-01", "1938-12-31", "1938"),
    ),
    rule(
        "mid-2015, fiscal 1998",
        cues.FIGURES,
        rf"(?:the\s+)?(?:(?={THIRD_NAME}){THIRD}|{_FISCAL}(?:\s+years?)?\s+){YEAR}",
        year,
        Example("mid-2015", "2017-01-01", "2015-05-01", "2015-08-31", "2015"),
        Example("fiscal 1998", "1999-01-01", "1998-01-01", "1998-12-31", "1998"),
        Example("the school year 1998", "1999-01-01", "1998-01-01", "1998-12-31", "1998"),
    ),
    rule(
        "in '68",
        (" '", " ’", " `"),
        r"(?:in|of|since|from|until|by|to|and|summer|spring|fall|winter|early|late)\s+(?P<said>[’'`](?P<short>\d\d))(?![\ds’'])",
        short_year,
        Example("since '68", "1999-01-01", "1968-01-01", "1968-12-31", "1968"),
        Example("in ’08", "2012-01-01", "2008-01-01", "2008-12-31", "2008"),
    ),
    rule(
        "the 95 of 1994-95",
        cues.FIGURES,
        rf"(?P<century>1[0-9]|20)\d\d{DASH}(?P<said>(?P<short>\d\d))",
        second_year,
        Example("1994-95", "2001-01-01", "1995-01-01", "1995-12-31", "1995"),
        Example("1939–45", "2001-01-01", "1945-01-01", "1945-12-31", "1945"),
    ),
    rule(
        "the 1994 of 1994-95",
        cues.FIGURES,
        rf"(?P<said>{YEAR}){DASH}(?:(?:1\d|20)?\d\d)",
        year,
        Example("1994-95", "2001-01-01", "1994-01-01", "1994-12-31", "1994"),
        Example("1950–1953", "2001-01-01", "1950-01-01", "1950-12-31", "1950"),
    ),
    rule(
        "218 BC",
        cues.FIGURES,
        r"(?:the\s+)?(?P<number>\d{1,4})(?:(?:st|nd|rd|th)\s+(?P<century>century))?\s+(?-i:BCE?|B\.C\.(?:E\.)?)",
        year_before_christ,
        Example("218 BC", "2001-01-01", None, None, "BC0218"),
        Example("the 5th century BC", "2001-01-01", None, None, "BC04"),
    ),
    rule(
        "AD 79",
        cues.FIGURES,
        r"(?-i:A\.?D\.?)\s*(?P<number>\d{1,4})|(?P<number_>\d{1,4})\s+(?-i:A\.?D\.?|C\.?E\.?(?!\w))",
        early_year,
        Example("AD 79", "2001-01-01", "0079-01-01", "0079-12-31", "0079"),
        Example("410 AD", "2001-01-01", "0410-01-01", "0410-12-31", "0410"),
    ),
    rule(
        "the summer of 1994",
        cues.SEASON,
        rf"(?:the\s+)?{THIRD}{SEASON}(?:\s+of)?,?\s+(?:{YEAR}(?:[-–/]\d\d(?:\d\d)?)?|{WHICH}\s+year)"
        rf"|(?:the\s+)?{again(THIRD)}{again(SEASON)}{YEAR_TOLD}",
        season,
        Example("the summer of 1994", "1996-01-01", "1994-06-01", "1994-08-31", "1994-SU"),
        Example("winter 2010", "2012-01-01", "2010-12-01", "2011-02-28", "2010-WI"),
        Example("the autumn of that year", "2012-01-01", "1942-09-01", "1942-11-30", "1942-FA", reference="1942-06-04"),
        Example("the winter of 1941-42", "2012-01-01", "1941-12-01", "1942-02-28", "1941-WI"),
    ),
    rule(
        "last summer",
        cues.SEASON,
        rf"(?:{THIRD}{WHICH}\s+{SEASON}|{_WITHIN}\s+(?P<said>(?:the\s+)?{again(THIRD)}{_SEASON_ALONE}))"
        r"(?!\s+(?:offensive|of\b))",
        season,
        Example("last summer", "1996-03-01", "1995-06-01", "1995-08-31", "1995-SU"),
        Example("last fall", "2000-02-24", "1999-09-01", "1999-11-30", "1999-FA"),
        Example("in the spring", "1986-02-10", "1986-03-01", "1986-05-31", "1986-SP", "future"),
        Example("by late summer", "1986-10-10", "1986-08-01", "1986-08-31", "1986-SU"),
    ),
    rule(
        "the following spring",
        cues.SEASON,
        rf"(?:the\s+(?P<way>next|following|previous|same)|that(?:\s+same)?)\s+{SEASON}",
        season_near,
        Example("the following spring", "1999-02-24", "1942-03-01", "1942-05-31", "1942-SP", reference="1941-12-07"),
        Example("that winter", "1999-02-24", "1941-12-01", "1942-02-28", "1941-WI", reference="1941-06-22"),
    ),
    rule(
        "the first quarter of 2014",
        ("quarter", "half"),
        rf"(?:the\s+)?(?:(?:{_FISCAL}\s+)?{again(YEAR)}\s+{_QUARTER}|{again(_QUARTER)}{_OF_YEAR})",
        part_of_year,
        Example("the first quarter of 2014", "2014-06-01", "2014-01-01", "2014-03-31", "2014-Q1"),
        Example("fiscal 1987 third-quarter", "1987-06-01", "1987-07-01", "1987-09-30", "1987-Q3"),
        Example("the second half of last year", "2014-06-01", "2013-07-01", "2013-12-31", "2013-H2"),
    ),
    rule(
        "the third quarter, Q3",
        ("quarter", "Q"),
        rf"(?:the\s+)?(?:{_FISCAL}\s+)?(?P<nth>first|second|third|fourth)[\s-](?P<piece>quarter)|(?-i:Q)(?P<nth_>[1-4])(?:\s+{YEAR})?",
        part_of_year,
        Example("the third quarter", "1989-10-27", "1989-07-01", "1989-09-30", "1989-Q3"),
        Example("fourth-quarter", "1990-01-27", "1989-10-01", "1989-12-31", "1989-Q4"),
        Example("Q3 2008", "2009-10-27", "2008-07-01", "2008-09-30", "2008-Q3"),
    ),
    rule(
        "for the quarter",
        ("the quarter", "the latest quarter"),
        r"(?:in|for|during)\s+(?P<said>the\s+(?:latest\s+)?quarter)(?!\s+(?:of|century|ended|final)|-)",
        the_quarter,
        Example("in the quarter", "1989-10-27", "1989-07-01", "1989-09-30", "1989-Q3"),
        Example("for the latest quarter", "1989-10-27", "1989-04-01", "1989-06-30", "1989-Q2", reference="1989-04-01"),
    ),
    rule(
        "the 1990s",
        ("0s", "0's", "0’s", "ties"),
        rf"(?:the\s+)?{THIRD}(?:the\s+)?(?:(?:[’'`]|(?<=the\s)|(?<=the\searly\s)|(?<=the\slate\s)|(?<=the\smid-))(?P<decade>[4-9]0|(?<=[’'`])[0-3]0)['’]?s|(?P<decade_>(?:1\d|20)\d0)['’]?s"
        r"|(?<=the\s)(?P<decade__>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        decade,
        Example("the late 1980s", "2001-01-01", "1987-01-01", "1989-12-31", "198"),
        Example("the '60s", "2001-01-01", "1960-01-01", "1969-12-31", "196"),
        Example("the seventies", "2001-01-01", "1970-01-01", "1979-12-31", "197"),
        Example("the 1800s", "2001-01-01", "1800-01-01", "1899-12-31", "18"),
    ),
    rule(
        "the 19th century",
        ("centur",),
        rf"(?:the\s+)?{THIRD}(?:the\s+)?{ORDINAL}(?:[\s-]centur(?:y|ies)(?!\s+B\.?C)|"
        rf"(?={UP_TO}{unnamed(THIRD)}{unnamed(ORDINAL)}[\s-]centur(?:y|ies)))",
        century,
        Example("the 19th century", "2001-01-01", "1800-01-01", "1899-12-31", "18"),
        Example("the twentieth century", "2001-01-01", "1900-01-01", "1999-12-31", "19"),
        Example("the late 19th and early 20th centuries", "2001-01-01", "1867-01-01", "1899-12-31", "18"),
        Example("the early 5th century", "2001-01-01", "0400-01-01", "0432-12-31", "04"),
    ),
)
