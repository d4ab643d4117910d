"""The expressions of time that news English uses, as small named rules with their examples.

A rule is a name, a pattern and a production from its match and the context to days. The examples beside each rule
(the words, the report's date, the days they mean, TimeML's value) are its tests and its documentation.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from detente.claims.dates import calendar as cal
from detente.claims.dates.calendar import Context, Days
from detente.knowledge.words import numbers

NUMBERS = numbers("count") | {"hundred": 100}
VAGUE_NUMBERS = numbers("vague") | {"dozen": 12}
_NUMBER = r"(?P<number>\d{1,3}|" + "|".join(sorted([*NUMBERS, *VAGUE_NUMBERS], key=len, reverse=True)) + r")"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_MONTH_ALONE = (
    r"January|February|March(?!\s+(?:on|to|in|against))|April|May(?=[\s,.;])(?!\s+[a-z])|June|July|August|September|"
    r"October|November|December"
)
"""Months without a day or year; "march on" and "may" are verbs."""
_BEFORE_A_YEAR = (
    "(?:"
    + "|".join(
        f"(?<=[{word[0].upper()}{word[0]}]{word[1:]} )"
        for word in [
            "in",
            "since",
            "from",
            "until",
            "by",
            "of",
            "during",
            "before",
            "after",
            "back to",
            "the",
            "to",
            "and",
        ]
    )
    + r"|(?<=\())"
)
"""What must stand before four digits for them to be a year."""
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_UNIT = r"(?P<unit>day|week|month|year|decade|fortnight|quarter|century|weekend)"
_PART = r"(?P<part>morning|afternoon|evening|night|noon|midday|midnight|dawn)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_THIRD = r"(?:(?P<third>early|mid|middle|late|beginning|start|end)(?:[- ]|\s+(?:of|in)\s+)(?:the\s+)?)?"
_THIRDS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}


@dataclass(frozen=True, slots=True)
class Example:
    """Words in a report of a day, and the days they must mean."""

    text: str
    published: str
    start: str | None
    end: str | None
    timex: str
    tense: cal.Tense = "past"


@dataclass(frozen=True, slots=True)
class Rule:
    """One family of expressions."""

    name: str
    pattern: re.Pattern[str]
    days: Callable[[re.Match[str], Context], Days | None]
    examples: tuple[Example, ...]


def count(word: str) -> int:
    """The number that a word or digits say."""
    word = word.lower()
    if word.isdigit():
        return int(word)
    return NUMBERS.get(word, VAGUE_NUMBERS.get(word, 1))


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return next(i for i, name in enumerate(cal.MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _third(match: re.Match[str], days: Days) -> Days:
    third = match.groupdict().get("third")
    return cal.part_of(days, _THIRDS[third.lower()]) if third else days


def _calendar_day(match: re.Match[str], context: Context) -> Days | None:
    number, day = month_number(match["month"]), int(match["day"])
    year = int(match["year"]) if match.groupdict().get("year") else cal.nearest_year(number, context, day)
    try:
        date = dt.date(year, number, day)
    except ValueError:
        return None
    return cal.day(date, _part(match))


def _part(match: re.Match[str]) -> str | None:
    part = match.groupdict().get("part")
    return part.lower() if part else None


def _iso_day(match: re.Match[str], _context: Context) -> Days | None:
    try:
        return cal.day(dt.date.fromisoformat(match.group()))
    except ValueError:
        return None


def _month_of_year(match: re.Match[str], _context: Context) -> Days:
    return _third(match, cal.month(int(match["year"]), month_number(match["month"])))


def _bare_month(match: re.Match[str], context: Context) -> Days:
    number = month_number(match["month"])
    which = (match.groupdict().get("which") or "").lower()
    year = cal.nearest_year(number, context)
    if which in {"last", "past"} and (year, number) >= (context.published.year, context.published.month):
        year -= 1
    if which == "next" and (year, number) <= (context.published.year, context.published.month):
        year += 1
    return _third(match, cal.month(year, number))


def _year(match: re.Match[str], _context: Context) -> Days:
    return _third(match, cal.year(int(match["year"])))


def _decade(match: re.Match[str], _context: Context) -> Days:
    first = match["decade"]
    start = int(first) if len(first) == 4 else 1900 + int(first)
    return _third(match, cal.decade(start))


def _season(match: re.Match[str], context: Context) -> Days:
    name = match["season"].lower()
    which = (match.groupdict().get("which") or "").lower()
    written = match.groupdict().get("year")
    first = cal.SEASONS[name][1]
    year = int(written) if written else context.published.year
    if not written and which in {"last", "past"} and first + 2 >= context.published.month:
        year -= 1
    if not written and which == "next" and first <= context.published.month:
        year += 1
    return cal.season(year, name)


def _weekday(match: re.Match[str], context: Context) -> Days:
    name = match["weekday"].lower()
    which = (match.groupdict().get("which") or "").lower()
    date = cal.weekday(name, context)
    if which in {"last", "past"}:
        date = cal.weekday(name, Context(context.published - cal.ONE_DAY))
    elif which == "next":
        date = cal.weekday(name, Context(context.published + cal.ONE_DAY, "future"))
    return cal.day(date, _part(match))


def _relative_day(match: re.Match[str], context: Context) -> Days:
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["relative"].lower()]
    return cal.day(context.published + dt.timedelta(days=steps), _part(match))


def _this_part(match: re.Match[str], context: Context) -> Days:
    words = match.group().lower()
    if words in {"last night", "overnight"}:
        return cal.day(context.published - cal.ONE_DAY, "night")
    return cal.day(context.published, "night" if words == "tonight" else _part(match))


def _this_unit(match: re.Match[str], context: Context) -> Days:
    unit = match["unit"].lower()
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}[
        match["which"].lower()
    ]
    base = unit if unit != "weekend" else "week"
    days = cal.around(cal.shifted(context.published, step, base), unit)
    if unit == "weekend" and step == 0 and context.tense == "past" and context.published.weekday() < 4:
        days = cal.around(context.published - dt.timedelta(days=7), unit)
    days = _third(match, days)
    when = (match.groupdict().get("when") or "").lower()
    if when == "earlier" and days.start and days.start < context.published:
        return Days(days.start, context.published, days.precision, days.timex)
    if when == "later" and days.end and days.end > context.published:
        return Days(context.published, days.end, days.precision, days.timex)
    if step == 0 and context.tense == "past" and days.end and days.end > context.published and not when:
        return Days(days.start, context.published, days.precision, days.timex)
    return days


def _ago(match: re.Match[str], context: Context) -> Days:
    unit, size = match["unit"].lower(), count(match["number"])
    forward = match["way"].lower() in {"later", "from now", "hence"}
    from_report = match["way"].lower() in {"ago", "from now", "hence"}
    start = context.published if from_report else context.reference or context.published
    date = cal.shifted(start, size if forward else -size, unit if unit != "weekend" else "week")
    days = cal.around(date, unit)
    if unit == "week" and match["number"].lower() not in VAGUE_NUMBERS:
        return Days(days.start, days.end, "week", days.timex)
    if match["number"].lower() in VAGUE_NUMBERS and days.start and days.end:
        slack = (context.published - days.start) / 2
        return Days(days.start - slack, days.end + slack, "vague", "FUTURE_REF" if forward else "PAST_REF")
    return days


def _past_span(match: re.Match[str], context: Context) -> Days:
    unit, size = match["unit"].lower(), count(match["number"] or "one")
    forward = match["which"].lower() in {"next", "coming", "following"}
    far = cal.shifted(context.published, size if forward else -size, unit if unit != "weekend" else "week")
    start, end = (context.published, far) if forward else (far, context.published)
    value = f"P{size}{cal.LETTERS[unit]}"
    return Days(start, end, "vague", value, "DURATION")


def _duration(match: re.Match[str], _context: Context) -> Days:
    unit = match["length"].lower().rstrip("s")
    number = match["number"].lower()
    size = "X" if number in VAGUE_NUMBERS and number not in {"dozen", "couple of"} else str(count(number))
    clock = "T" if unit in {"hour", "minute", "second"} else ""
    letter = {"second": "S"}.get(unit) or cal.LETTERS.get(unit, "D")
    return Days(None, None, "vague", f"P{clock}{size}{letter}", "DURATION")


def _same_day(match: re.Match[str], context: Context) -> Days | None:
    if context.reference is None:
        return None
    words = match.group().lower()
    step = (
        -1
        if re.search(r"before|previous|earlier", words)
        else 1
        if re.search(r"after|next|following|later", words)
        else 0
    )
    return cal.day(context.reference + dt.timedelta(days=step))


def _vague(match: re.Match[str], context: Context) -> Days:
    words = match.group().lower()
    if words in {"now", "currently", "at present", "these days"}:
        return Days(context.published, context.published, "vague", "PRESENT_REF")
    if words in {"soon", "in the near future", "in the coming days", "in the coming weeks", "in the coming months"}:
        return Days(context.published, None, "vague", "FUTURE_REF")
    return Days(cal.shifted(context.published, -3, "month"), context.published, "vague", "PAST_REF")


def _rule(name: str, pattern: str, days: Callable[[re.Match[str], Context], Days | None], *examples: Example) -> Rule:
    return Rule(
        name,
        re.compile(rf"(?<![\w$€£.,-])(?:{pattern})(?![\w%])", re.IGNORECASE if name in _ANY_CASE else 0),
        days,
        examples,
    )


_ANY_CASE = frozenset(
    {
        "today, yesterday, tomorrow",
        "this morning, last night",
        "last week, next year",
        "two days ago",
        "the past six weeks",
        "six weeks",
        "the same day",
        "now, recently",
    }
)
_WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)"

RULES: tuple[Rule, ...] = (
    _rule(
        "2023-09-09",
        r"\d{4}-\d\d-\d\d",
        _iso_day,
        Example("on 2019-06-30", "2020-01-01", "2019-06-30", "2019-06-30", "2019-06-30"),
    ),
    _rule(
        "9 September 2023",
        rf"(?:{_WEEKDAY},?\s+)?{_DAY}\s+{_MONTH},?\s+{_YEAR}(?:\s+{_PART})?",
        _calendar_day,
        Example("on 9 September 2023", "2024-01-01", "2023-09-09", "2023-09-09", "2023-09-09"),
    ),
    _rule(
        "September 9, 2023",
        rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY},\s+{_YEAR}",
        _calendar_day,
        Example("on Nov. 21, 1985", "1985-11-22", "1985-11-21", "1985-11-21", "1985-11-21"),
    ),
    _rule(
        "September 9",
        rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?!\d)",
        _calendar_day,
        Example("on Feb. 29", "2020-03-10", "2020-02-29", "2020-02-29", "2020-02-29"),
        Example("on March 27", "2020-03-24", "2020-03-27", "2020-03-27", "2020-03-27", "future"),
        Example("on December 30", "2020-01-04", "2019-12-30", "2019-12-30", "2019-12-30"),
    ),
    _rule(
        "9 September",
        rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}",
        _calendar_day,
        Example("on 3 March", "2011-03-20", "2011-03-03", "2011-03-03", "2011-03-03"),
    ),
    _rule(
        "September 2023",
        rf"{_THIRD}{_MONTH}(?:,|\s+of)?\s+{_YEAR}",
        _month_of_year,
        Example("in June 2010", "2012-01-01", "2010-06-01", "2010-06-30", "2010-06"),
        Example("in late May 1998", "1999-01-01", "1998-05-21", "1998-05-31", "1998-05"),
    ),
    _rule(
        "the summer of 1994",
        rf"(?:the\s+)?(?:{_WHICH}\s+)?{_SEASON}(?:\s+of)?\s+{_YEAR}",
        _season,
        Example("in the summer of 1994", "1996-01-01", "1994-06-01", "1994-08-31", "1994-SU"),
    ),
    _rule(
        "last summer",
        rf"{_WHICH}\s+{_SEASON}",
        _season,
        Example("last summer", "1996-03-01", "1995-06-01", "1995-08-31", "1995-SU"),
    ),
    _rule(
        "last September",
        rf"{_WHICH}\s+{_MONTH}",
        _bare_month,
        Example("last March", "2020-03-10", "2019-03-01", "2019-03-31", "2019-03"),
    ),
    _rule(
        "in September",
        rf"{_THIRD}(?<![A-Z][a-z] )(?P<month>{_MONTH_ALONE})",
        _bare_month,
        Example("in January", "2011-03-20", "2011-01-01", "2011-01-31", "2011-01"),
    ),
    _rule(
        "the 1990s",
        rf"(?:the\s+)?{_THIRD}(?:the\s+)?[’']?(?P<decade>(?:1[5-9]|20)?\d0)s",
        _decade,
        Example("in the late 1980s", "2001-01-01", "1987-01-01", "1989-12-31", "198"),
    ),
    _rule(
        "in 2019",
        rf"{_BEFORE_A_YEAR}{_THIRD}{_YEAR}",
        _year,
        Example("since 2019", "2023-09-09", "2019-01-01", "2019-12-31", "2019"),
        Example("in early 1999", "2001-01-01", "1999-01-01", "1999-05-02", "1999"),
    ),
    _rule(
        "today, yesterday, tomorrow",
        rf"(?P<relative>today|yesterday|tomorrow)(?:\s+{_PART})?",
        _relative_day,
        Example("yesterday", "2001-03-01", "2001-02-28", "2001-02-28", "2001-02-28"),
    ),
    _rule(
        "this morning, last night",
        rf"tonight|last\s+night|overnight|this\s+{_PART}",
        _this_part,
        Example("last night", "2001-03-01", "2001-02-28", "2001-02-28", "2001-02-28TNI"),
    ),
    _rule(
        "Friday night",
        rf"(?:(?:[Ll]ate|[Ee]arly)\s+(?:on\s+)?)?(?:{_WHICH}\s+)?{_WEEKDAY}(?:['’]s)?(?:\s+{_PART})?",
        _weekday,
        Example("Friday night", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08TNI"),
        Example("on Saturday", "2023-09-09", "2023-09-09", "2023-09-09", "2023-09-09"),
        Example("on Monday", "2023-09-09", "2023-09-11", "2023-09-11", "2023-09-11", "future"),
        Example("last Saturday", "2023-09-09", "2023-09-02", "2023-09-02", "2023-09-02"),
        Example("late on Thursday", "2012-05-14", "2012-05-10", "2012-05-10", "2012-05-10"),
    ),
    _rule(
        "last week, next year",
        rf"(?:(?P<when>earlier|later)\s+)?{_THIRD}(?:the\s+)?(?P<which>last|past|previous|this|current|next|coming|following)\s+{_UNIT}",
        _this_unit,
        Example("this week", "2023-09-09", "2023-09-04", "2023-09-09", "2023-W36"),
        Example("last month", "2012-03-15", "2012-02-01", "2012-02-29", "2012-02"),
        Example("earlier this month", "2012-03-15", "2012-03-01", "2012-03-15", "2012-03"),
        Example("next year", "2012-03-15", "2013-01-01", "2013-12-31", "2013", "future"),
        Example("late last year", "2012-03-15", "2011-09-01", "2011-12-31", "2011"),
    ),
    _rule(
        "two days ago",
        rf"{_NUMBER}\s+{_UNIT}s?\s+(?P<way>ago|earlier|later|before|from\s+now|hence)",
        _ago,
        Example("three days ago", "2012-03-15", "2012-03-12", "2012-03-12", "2012-03-12"),
        Example("two years ago", "2012-03-15", "2010-01-01", "2010-12-31", "2010"),
    ),
    _rule(
        "the past six weeks",
        rf"(?:in|over|during|within|for)?\s*(?:the|its|his|her|their)\s+(?P<which>past|last|next|coming|following|previous)\s+(?:{_NUMBER}\s+)?{_UNIT}s?",
        _past_span,
        Example("in the past six weeks", "2023-09-09", "2023-07-29", "2023-09-09", "P6W"),
    ),
    _rule(
        "six weeks",
        rf"(?:a\s+)?{_NUMBER}[\s-]+(?:more\s+)?(?P<length>years?|months?|weeks?|days?|hours?|minutes?|decades?|fortnights?|seconds?)(?!\s+(?:old|ago))",
        _duration,
        Example("six weeks", "2023-09-09", None, None, "P6W"),
        Example("a few days", "2023-09-09", None, None, "PXD"),
    ),
    _rule(
        "the same day",
        r"the\s+same\s+day|the\s+(?:previous|next|following)\s+day|the\s+day\s+(?:before|after)|a\s+day\s+(?:earlier|later)|that\s+(?:same\s+)?day",
        _same_day,
    ),
    _rule(
        "now, recently",
        r"now|currently|at\s+present|recently|lately|soon|in\s+the\s+near\s+future|in\s+the\s+coming\s+(?:days|weeks|months)|in\s+recent\s+(?:days|weeks|months|years)",
        _vague,
        Example("recently", "2012-03-15", "2011-12-15", "2012-03-15", "PAST_REF"),
    ),
)
