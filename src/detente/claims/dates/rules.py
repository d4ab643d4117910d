"""The expressions of time that news English uses, as small named rules with their examples.

A rule is a name, a pattern and a production from its match and the context to days. The examples beside each rule
(the words, the report's date, the days they mean, TimeML's value) are its tests and its documentation.

Where a pattern has a group `said`, only its words are the expression; what stands around it is looked at and left
to other rules ("from (3) to 5 May").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from detente.claims.dates import calendar as cal
from detente.claims.dates import productions as to
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import (
    BEFORE_A_YEAR,
    CLOCK,
    CLOCK_24,
    DASH,
    DAY,
    HOLIDAY,
    LENGTH,
    MONTH,
    MONTH_ALONE,
    MONTH_NAME,
    NUMBER,
    PART,
    SEASON,
    THIRD,
    TIMETABLED_NOUNS,
    UNIT,
    WEEKDAY,
    WHICH,
    YEAR,
    Words,
    again,
)

Production = Callable[[Words, Context], Days | None]


@dataclass(frozen=True, slots=True)
class Example:
    """Words in a report of a day, and the days they must mean."""

    text: str
    published: str
    start: str | None
    end: str | None
    timex: str
    tense: cal.Tense = "past"
    reference: str | None = None
    """The day last spoken of."""

    @property
    def context(self) -> Context:
        """What the words are seen from."""
        last = dt.date.fromisoformat(self.reference) if self.reference else None
        return Context(dt.date.fromisoformat(self.published), self.tense, last, last)


@dataclass(frozen=True, slots=True)
class Rule:
    """One family of expressions."""

    name: str
    pattern: re.Pattern[str]
    days: Production
    examples: tuple[Example, ...]


def _rule(name: str, pattern: str, days: Production, *examples: Example) -> Rule:
    whole = rf"(?<![\w$€£.,])(?<!\D-)(?<!^-)(?:{pattern})(?![\w%]|,\d)"
    return Rule(name, re.compile(whole, re.IGNORECASE), days, examples)


_ON = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?"
_THE_PART_OF = rf"(?:the\s+(?:early\s+|late\s+)?(?:{PART}|hours)\s+of\s+(?:the\s+)?)?"
_AT = rf"(?:{CLOCK},?\s+(?:on\s+)?)?"
_SOON_AFTER = r"(?:(?:late|early|earlier|later)\s+(?:on\s+)?)?"
_ABOUT = r"(?:(?:more|less)\s+than\s+|at\s+least\s+|nearly\s+|almost\s+|about\s+|over\s+)?"

RULES: tuple[Rule, ...] = (
    _rule(
        "2023-09-09",
        r"\d{4}-\d\d-\d\d",
        to.iso_day,
        Example("2019-06-30", "2020-01-01", "2019-06-30", "2019-06-30", "2019-06-30"),
        Example("1945-05-08", "1945-05-09", "1945-05-08", "1945-05-08", "1945-05-08"),
    ),
    _rule(
        "9 September 2023",
        rf"{_AT}{_THE_PART_OF}{_ON}{DAY}(?:\s+of)?\s+{MONTH},?\s+{YEAR}",
        to.calendar_day,
        Example("9 September 2023", "2024-01-01", "2023-09-09", "2023-09-09", "2023-09-09"),
        Example("Monday, 3rd of March, 2014", "2014-03-05", "2014-03-03", "2014-03-03", "2014-03-03"),
        Example("the night of 21 August 1968", "1968-08-30", "1968-08-21", "1968-08-21", "1968-08-21TNI"),
    ),
    _rule(
        "September 9, 2023",
        rf"{_AT}{_THE_PART_OF}{_ON}{MONTH}\s+{DAY}(?:,\s*|\s+){YEAR}",
        to.calendar_day,
        Example("Nov. 21, 1985", "1985-11-22", "1985-11-21", "1985-11-21", "1985-11-21"),
        Example("Tuesday, September 11, 2001", "2001-09-30", "2001-09-11", "2001-09-11", "2001-09-11"),
    ),
    _rule(
        "21/11/1985",
        r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:1[5-9]|20)\d\d)",
        to.numeric_day,
        Example("21/11/1985", "1985-11-22", "1985-11-21", "1985-11-21", "1985-11-21"),
        Example("9.9.1948", "1988-09-09", "1948-09-09", "1948-09-09", "1948-09-09"),
    ),
    _rule(
        "September 9",
        rf"{_AT}{_THE_PART_OF}{_ON}{MONTH}\s+(?:the\s+)?{DAY}(?!\d|\s*percent)(?:(?:\s+of)?\s+{WHICH}\s+year|(?:\s+at)?,?\s+{again(PART)})?",
        to.calendar_day,
        Example("Feb. 29", "2020-03-10", "2020-02-29", "2020-02-29", "2020-02-29"),
        Example("March 27", "2020-03-24", "2020-03-27", "2020-03-27", "2020-03-27", "future"),
        Example("December 30", "2020-01-04", "2019-12-30", "2019-12-30", "2019-12-30"),
        Example("Sunday, March 2", "2015-06-20", "2014-03-02", "2014-03-02", "2014-03-02"),
        Example("October 3 last year", "1991-05-02", "1990-10-03", "1990-10-03", "1990-10-03"),
    ),
    _rule(
        "9 September",
        rf"{_AT}{_THE_PART_OF}{_ON}{DAY}(?:\s+of)?\s+{MONTH}(?:(?:\s+of)?\s+{WHICH}\s+year|\s+{again(PART)})?",
        to.calendar_day,
        Example("3 March", "2011-03-20", "2011-03-03", "2011-03-03", "2011-03-03"),
        Example("the night of 3 March", "2011-03-20", "2011-03-03", "2011-03-03", "2011-03-03TNI"),
        Example("25 December", "1979-12-27", "1979-12-25", "1979-12-25", "1979-12-25"),
    ),
    _rule(
        "last October 23",
        rf"{WHICH}\s+{MONTH}\s+{DAY}(?!\d)",
        to.last_named_day,
        Example("last October 23", "1999-04-19", "1998-10-23", "1998-10-23", "1998-10-23"),
        Example("next May 3", "1999-04-19", "1999-05-03", "1999-05-03", "1999-05-03"),
    ),
    _rule(
        "the 3 of 3 to 5 May",
        rf"(?:between\s+|from\s+)?(?:the\s+)?(?P<said>{DAY})(?={DASH}(?:[0-3]?\d)(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+{YEAR})?"
        rf"|(?:,\s*\d+)*\s+(?:to|and|or|until|through)\s+(?:the\s+)?(?:[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?"
        rf"(?-i:(?P<month_>{MONTH_NAME}))(?:,?\s+{again(YEAR)})?)",
        to.calendar_day,
        Example("from 3 to 5 May", "2012-06-01", "2012-05-03", "2012-05-03", "2012-05-03"),
        Example("3-5 May 1997", "2012-06-01", "1997-05-03", "1997-05-03", "1997-05-03"),
    ),
    _rule(
        "the 5 of May 3-5",
        rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:{DASH}|\s+(?:to|and|or|until|through)\s+(?:the\s+)?)(?P<said>{DAY})(?:,\s+{YEAR})?(?!\s+[a-z]+s\b)",
        to.calendar_day,
        Example("April 24 and 25", "1999-05-10", "1999-04-25", "1999-04-25", "1999-04-25"),
        Example("July 16-19, 1978", "1999-02-10", "1978-07-19", "1978-07-19", "1978-07-19"),
    ),
    _rule(
        "the March of March to June 2014",
        rf"(?P<said>{THIRD}{MONTH})(?=(?:{DASH}|\s+(?:to|and|or|until|through)\s+){THIRD.replace('?P<third>', '?:')}"
        rf"(?-i:{MONTH_NAME})\s+{YEAR})",
        to.month_of_year,
        Example("between March and June 2014", "2016-12-01", "2014-03-01", "2014-03-31", "2014-03"),
        Example("late May to early June 1989", "1990-01-01", "1989-05-21", "1989-05-31", "1989-05"),
    ),
    _rule(
        "the 3 March of 3 March to 5 May 2014",
        rf"(?P<said>{DAY}\s+{MONTH}|{again(MONTH)}\s+{again(DAY)})(?=(?:{DASH}|\s+(?:to|and|or|until|through)\s+)"
        rf"(?:\d\d?\s+(?-i:{MONTH_NAME})|(?-i:{MONTH_NAME})\s+\d\d?,)\s+{YEAR})",
        to.calendar_day,
        Example("from 3 March to 5 May 2014", "2016-12-01", "2014-03-03", "2014-03-03", "2014-03-03"),
        Example("between March 3 and May 5, 2014", "2016-12-01", "2014-03-03", "2014-03-03", "2014-03-03"),
    ),
    _rule(
        "the week of March 6",
        rf"(?:the\s+)?week\s+(?:of|beginning|starting|ending|from)\s+(?:on\s+)?{_ON}(?:{MONTH}\s+{DAY}|(?P<day_>[0-3]?\d)\s+(?-i:(?P<month_>{MONTH_NAME})))",
        to.week_of,
        Example("the week of March 6", "2000-02-24", "2000-03-06", "2000-03-12", "2000-W10", "future"),
        Example("the week beginning 3 March", "2014-03-20", "2014-03-03", "2014-03-09", "2014-W10"),
    ),
    _rule(
        "September 2023",
        rf"{THIRD}{MONTH}(?:,|\s+of)?\s+{YEAR}",
        to.month_of_year,
        Example("June 2010", "2012-01-01", "2010-06-01", "2010-06-30", "2010-06"),
        Example("late May 1998", "1999-01-01", "1998-05-21", "1998-05-31", "1998-05"),
    ),
    _rule(
        "February this year",
        rf"{THIRD}{MONTH}(?:\s+of)?\s+{WHICH}\s+year",
        to.month_of_this_year,
        Example("February this year", "1998-12-03", "1998-02-01", "1998-02-28", "1998-02"),
        Example("April next year", "1998-12-03", "1999-04-01", "1999-04-30", "1999-04", "future"),
        Example("early October of last year", "2011-12-03", "2010-10-01", "2010-10-10", "2010-10"),
    ),
    _rule(
        "last September",
        rf"{WHICH}\s+{MONTH}",
        to.bare_month,
        Example("last March", "2020-03-10", "2019-03-01", "2019-03-31", "2019-03"),
        Example("next January", "2020-03-10", "2021-01-01", "2021-01-31", "2021-01", "future"),
    ),
    _rule(
        "in September",
        rf"(?<!\d\s){THIRD}{MONTH_ALONE}(?!\s+\d)",
        to.bare_month,
        Example("January", "2011-03-20", "2011-01-01", "2011-01-31", "2011-01"),
        Example("November", "2011-03-20", "2010-11-01", "2010-11-30", "2010-11"),
        Example("mid-June", "2011-03-20", "2011-06-11", "2011-06-20", "2011-06", "future"),
    ),
    _rule(
        "the summer of 1994",
        rf"(?:the\s+)?{THIRD}{SEASON}(?:\s+of)?\s+{YEAR}",
        to.season,
        Example("the summer of 1994", "1996-01-01", "1994-06-01", "1994-08-31", "1994-SU"),
        Example("winter 2010", "2012-01-01", "2010-12-01", "2011-02-28", "2010-WI"),
    ),
    _rule(
        "last summer",
        rf"(?:{WHICH}|(?:in|by|during|until|since)\s+the)\s+{SEASON}(?!\s+(?:offensive|of))",
        to.season,
        Example("last summer", "1996-03-01", "1995-06-01", "1995-08-31", "1995-SU"),
        Example("last fall", "2000-02-24", "1999-09-01", "1999-11-30", "1999-FA"),
        Example("in the spring", "1986-02-10", "1986-03-01", "1986-05-31", "1986-SP", "future"),
    ),
    _rule(
        "the first quarter of 2014",
        rf"(?:the\s+)?(?P<nth>first|second|third|fourth)[\s-](?P<piece>quarter|half)(?:\s+(?:of|in))?\s+(?:{YEAR}|(?:the|{WHICH})\s+year)",
        to.part_of_year,
        Example("the first quarter of 2014", "2014-06-01", "2014-01-01", "2014-03-31", "2014-Q1"),
        Example("the second half of last year", "2014-06-01", "2013-07-01", "2013-12-31", "2013-H2"),
    ),
    _rule(
        "the 1990s",
        rf"(?:the\s+)?{THIRD}(?:the\s+)?(?:[’'`](?P<decade>\d0)s|(?P<decade_>(?:1[5-9]|20)\d0)['’]?s"
        r"|(?<=the\s)(?P<decade__>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        to.decade,
        Example("the late 1980s", "2001-01-01", "1987-01-01", "1989-12-31", "198"),
        Example("the '60s", "2001-01-01", "1960-01-01", "1969-12-31", "196"),
        Example("the seventies", "2001-01-01", "1970-01-01", "1979-12-31", "197"),
    ),
    _rule(
        "the 19th century",
        rf"(?:the\s+)?{THIRD}(?P<nth>\d\d?(?:st|nd|rd|th)|(?:twenty-)?(?:first|sixteenth|seventeenth|eighteenth|nineteenth|twentieth))[\s-]century",
        to.century,
        Example("the 19th century", "2001-01-01", "1800-01-01", "1899-12-31", "18"),
        Example("the twentieth century", "2001-01-01", "1900-01-01", "1999-12-31", "19"),
    ),
    _rule(
        "in 2019",
        rf"(?:{BEFORE_A_YEAR})(?P<said>(?:(?:the\s+)?(?=[a-z]){THIRD})?{YEAR})(?!\s*(?:meters|metres|troops|people|dollars|km|miles))",
        to.year,
        Example("since 2019", "2023-09-09", "2019-01-01", "2019-12-31", "2019"),
        Example("in early 1999", "2001-01-01", "1999-01-01", "1999-04-30", "1999"),
        Example("a 1996 law", "2001-01-01", "1996-01-01", "1996-12-31", "1996"),
    ),
    _rule(
        "mid-2015, fiscal 1998",
        rf"(?:(?=early|mid|middle|late|beginning|start|end){THIRD}|(?:the\s+)?(?:fiscal|calendar|financial)\s+(?:year\s+)?){YEAR}",
        to.year,
        Example("mid-2015", "2017-01-01", "2015-05-01", "2015-08-31", "2015"),
        Example("fiscal 1998", "1999-01-01", "1998-01-01", "1998-12-31", "1998"),
    ),
    _rule(
        "the 95 of 1994-95",
        rf"(?P<century>1[5-9]|20)\d\d{DASH}(?P<said>(?P<short>\d\d))",
        to.second_year,
        Example("1994-95", "2001-01-01", "1995-01-01", "1995-12-31", "1995"),
        Example("1939–45", "2001-01-01", "1945-01-01", "1945-12-31", "1945"),
    ),
    _rule(
        "the 1994 of 1994-95",
        rf"(?P<said>{YEAR}){DASH}(?:(?:1[5-9]|20)?\d\d)",
        to.year,
        Example("1994-95", "2001-01-01", "1994-01-01", "1994-12-31", "1994"),
        Example("1950–1953", "2001-01-01", "1950-01-01", "1950-12-31", "1950"),
    ),
    _rule(
        "Christmas Eve",
        rf"(?:{WHICH}\s+)?{HOLIDAY}(?:,?\s+(?:of\s+)?{YEAR})?",
        to.holiday,
        Example("Christmas Eve", "1979-12-27", "1979-12-24", "1979-12-24", "1979-12-24"),
        Example("Thanksgiving", "2000-02-10", "1999-11-25", "1999-11-25", "1999-11-25"),
        Example("Good Friday, 1998", "1999-01-01", "1998-04-10", "1998-04-10", "1998-04-10"),
        Example("Easter Sunday", "2016-03-01", "2016-03-27", "2016-03-27", "2016-03-27", "future"),
        Example("Election Day", "1998-10-26", "1998-11-03", "1998-11-03", "1998-11-03", "future"),
    ),
    _rule(
        "today, yesterday, tomorrow",
        rf"{_AT}(?P<relative>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow)(?:\s+{PART})?",
        to.relative_day,
        Example("yesterday", "2001-03-01", "2001-02-28", "2001-02-28", "2001-02-28"),
        Example("tomorrow morning", "2001-02-28", "2001-03-01", "2001-03-01", "2001-03-01TMO", "future"),
        Example("the day before yesterday", "1968-08-22", "1968-08-20", "1968-08-20", "1968-08-20"),
    ),
    _rule(
        "this morning, last night",
        rf"tonight|last\s+night|overnight|this\s+{PART}",
        to.this_part,
        Example("last night", "2001-03-01", "2001-02-28", "2001-02-28", "2001-02-28TNI"),
        Example("this morning", "2001-03-01", "2001-03-01", "2001-03-01", "2001-03-01TMO"),
    ),
    _rule(
        "Friday's attack",
        rf"{WEEKDAY}['’]s(?=\s+(?!{TIMETABLED_NOUNS})\w)",
        to.weekday_gone,
        Example("Friday's attack", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08", "future"),
        Example("Monday’s ruling", "2023-09-13", "2023-09-11", "2023-09-11", "2023-09-11"),
    ),
    _rule(
        "Friday night",
        rf"{_AT}{_THE_PART_OF}{_SOON_AFTER}(?:{WHICH}\s+)?{WEEKDAY}(?:['’]s(?=\s+{TIMETABLED_NOUNS})|(?:[\s-]{again(PART)})?(?:['’]s)?)",
        to.weekday,
        Example("Friday night", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08TNI"),
        Example("Saturday", "2023-09-09", "2023-09-09", "2023-09-09", "2023-09-09"),
        Example("Monday", "2023-09-09", "2023-09-11", "2023-09-11", "2023-09-11", "future"),
        Example("last Saturday", "2023-09-09", "2023-09-02", "2023-09-02", "2023-09-02"),
        Example("next Friday", "2023-09-08", "2023-09-15", "2023-09-15", "2023-09-15", "future"),
        Example("late on Thursday", "2012-05-14", "2012-05-10", "2012-05-10", "2012-05-10"),
        Example("Monday's summit", "2023-09-09", "2023-09-11", "2023-09-11", "2023-09-11", "future"),
        Example("9 a.m. EDT Tuesday", "2000-04-03", "2000-04-04", "2000-04-04", "2000-04-04T09:00", "future"),
    ),
    _rule(
        "Saturday at 10 p.m.",
        rf"{WEEKDAY}\s+at\s+(?:about\s+|around\s+)?{CLOCK}",
        to.weekday,
        Example("Saturday at 10:30 p.m.", "2023-09-10", "2023-09-09", "2023-09-09", "2023-09-09T22:30"),
        Example("Friday at 6 a.m.", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08T06:00"),
    ),
    _rule(
        "the following Monday",
        rf"the\s+(?P<way>previous|following|next)\s+{WEEKDAY}",
        to.weekday_near,
        Example("the following Monday", "2012-09-01", "2012-05-14", "2012-05-14", "2012-05-14", reference="2012-05-10"),
        Example("the previous Friday", "2012-09-01", "2012-05-04", "2012-05-04", "2012-05-04", reference="2012-05-10"),
    ),
    _rule(
        "10:35 a.m., 0735 GMT",
        rf"{CLOCK}|{again(CLOCK_24)}|at\s+(?P<name>noon|midday|midnight)",
        to.time_of_day,
        Example("10:35 a.m.", "1998-08-08", None, None, "1998-08-07T10:35", reference="1998-08-07"),
        Example("0735 GMT", "1998-08-08", None, None, "1998-08-08T07:35"),
        Example("at noon", "1998-08-08", None, None, "1998-08-08T12:00"),
    ),
    _rule(
        "the next morning",
        rf"(?:the\s+(?P<way>next|following|previous|same)|that)\s+{PART}",
        to.part_alone,
        Example("the next morning", "2012-05-14", "2012-05-11", "2012-05-11", "2012-05-11TMO", reference="2012-05-10"),
        Example("that evening", "2012-05-14", "2012-05-10", "2012-05-10", "2012-05-10TEV", reference="2012-05-10"),
    ),
    _rule(
        "the weekend",
        rf"(?:{WHICH}|(?:over|at|on|during)\s+the|the)\s+weekend",
        to.weekend,
        Example("over the weekend", "1998-08-17", "1998-08-15", "1998-08-16", "1998-W33-WE"),
        Example("at the weekend", "2012-05-12", "2012-05-12", "2012-05-13", "2012-W19-WE"),
        Example("this weekend", "2012-05-10", "2012-05-12", "2012-05-13", "2012-W19-WE", "future"),
        Example("last weekend", "2012-05-10", "2012-05-05", "2012-05-06", "2012-W18-WE"),
    ),
    _rule(
        "last week, next year",
        rf"(?:(?P<when>earlier|later)\s+)?{THIRD}(?P<which>last|past|previous|this|current|next|coming|following)"
        r"\s+(?P<unit>week|month|year|decade|fortnight|quarter|century)",
        to.this_unit,
        Example("this week", "2023-09-09", "2023-09-04", "2023-09-09", "2023-W36"),
        Example("last month", "2012-03-15", "2012-02-01", "2012-02-29", "2012-02"),
        Example("earlier this month", "2012-03-15", "2012-03-01", "2012-03-15", "2012-03"),
        Example("later this year", "2012-03-15", "2012-03-15", "2012-12-31", "2012", "future"),
        Example("next year", "2012-03-15", "2013-01-01", "2013-12-31", "2013", "future"),
        Example("late last year", "2012-03-15", "2011-09-01", "2011-12-31", "2011"),
    ),
    _rule(
        "the end of the year",
        rf"(?:the\s+)?(?P<third>beginning|start|middle|end)\s+of\s+the\s+{UNIT}|(?P<unit_>year|month)(?:['’]s)?[\s-]end",
        to.the_end_of,
        Example("the end of the year", "2012-03-15", "2012-11-01", "2012-12-31", "2012", "future"),
        Example("the end of the month", "2012-03-15", "2012-02-25", "2012-02-29", "2012-02"),
        Example("year's end", "2012-03-15", "2012-11-01", "2012-12-31", "2012", "future"),
    ),
    _rule(
        "earlier in the week",
        r"(?P<when>earlier|later)\s+in\s+the\s+(?P<unit>week|month|year)",
        to.this_unit,
        Example("earlier in the week", "2012-03-15", "2012-03-12", "2012-03-15", "2012-W11"),
        Example("later in the year", "2012-03-15", "2012-03-15", "2012-12-31", "2012", "future"),
    ),
    _rule(
        "two days ago",
        rf"{_ABOUT}{NUMBER}\s+{LENGTH}s?\s+(?P<way>ago|earlier|later|from\s+now|hence|(?:before|after)(?=\s*[,.;:)]|\s*$))",
        to.ago,
        Example("three days ago", "2012-03-15", "2012-03-12", "2012-03-12", "2012-03-12"),
        Example("two years ago", "2012-03-15", "2010-01-01", "2010-12-31", "2010"),
        Example("six weeks ago", "2000-01-06", "1999-11-22", "1999-11-28", "1999-W47"),
        Example("two days later", "2012-03-15", "2012-03-03", "2012-03-03", "2012-03-03", reference="2012-03-01"),
        Example("five hours ago", "2012-03-15", "2012-03-15", "2012-03-15", "2012-03-15"),
    ),
    _rule(
        "in two weeks, in three days' time",
        rf"in\s+{NUMBER}\s+{LENGTH}s?(?P<time>['’]?s?['’]?\s+time)?",
        to.ahead,
        Example("in two weeks", "2012-03-15", "2012-03-26", "2012-04-01", "2012-W13", "future"),
        Example("in three days' time", "2012-03-15", "2012-03-18", "2012-03-18", "2012-03-18"),
        Example("in six months", "2012-03-15", None, None, "P6M"),
    ),
    _rule(
        "the same day, later that year",
        rf"(?:(?:earlier|later)\s+)?(?:the\s+(?P<way>same|previous|next|following)|that(?:\s+same)?)\s+{UNIT}|the\s+(?P<unit_>day|week|month|year)\s+(?P<way_>before|after)(?!\s+[a-z])",
        to.same_day,
        Example("the same day", "2012-05-14", "2012-05-10", "2012-05-10", "2012-05-10", reference="2012-05-10"),
        Example("the day before", "2012-05-14", "2012-05-09", "2012-05-09", "2012-05-09", reference="2012-05-10"),
        Example("later that year", "2012-05-14", "1998-01-01", "1998-12-31", "1998", reference="1998-06-01"),
        Example("the following month", "2012-05-14", "1998-07-01", "1998-07-31", "1998-07", reference="1998-06-01"),
    ),
    _rule(
        "the past six weeks",
        rf"(?:(?:in|over|during|within|for)\s+)?(?:the|its|his|her|their)\s+(?P<which>past|last|next|coming|following|previous)\s+(?:{NUMBER}\s+)?{LENGTH}(?P<plural>s?)",
        to.past_span,
        Example("in the past six weeks", "2023-09-09", "2023-07-29", "2023-09-09", "P6W"),
        Example("in the past 24 hours", "1991-01-18", "1991-01-17", "1991-01-18", "PT24H"),
        Example("over the next two years", "1991-01-18", "1991-01-18", "1993-01-18", "P2Y", "future"),
        Example("the past decade", "1998-10-25", "1988-10-25", "1998-10-25", "P10Y"),
    ),
    _rule(
        "six weeks",
        rf"{_ABOUT}(?!an?\s+second\b){NUMBER}[\s-]+(?:more\s+)?{LENGTH}s?(?!['’]?[\s-]+olds?\b|\s+of\s+age)",
        to.duration,
        Example("six weeks", "2023-09-09", None, None, "P6W"),
        Example("a few days", "2023-09-09", None, None, "PXD"),
        Example("three-day", "2023-09-09", None, None, "P3D"),
        Example("two decades", "2023-09-09", None, None, "P20Y"),
    ),
    _rule(
        "for weeks, years of war",
        rf"(?:for|in\s+the|within|after|in)\s+(?P<said>{LENGTH}s)(?!\s*['’])|(?P<said_>(?P<length_>day|week|month|year|decade)s(?=\s+(?:of|after|before|later|ago|earlier)\b|-long))",
        to.duration,
        Example("for weeks", "2000-01-07", None, None, "PXW"),
        Example("decades-long", "2000-01-07", None, None, "PXY"),
    ),
    _rule(
        "daily, every week",
        rf"daily|nightly|weekly|monthly|annually|yearly|(?:every|each)\s+(?:other\s+)?(?:{NUMBER}\s+)?(?:{LENGTH}s?|{WEEKDAY})|on\s+{again(WEEKDAY)}s",
        to.repeated,
        Example("daily", "2000-01-07", None, None, "P1D"),
        Example("every four years", "2000-01-07", None, None, "P4Y"),
        Example("every Friday", "2000-01-07", None, None, "XXXX-WXX-5"),
    ),
    _rule(
        "on the 15th",
        r"on\s+(?P<said>the\s+(?P<day>\d{1,2})(?:st|nd|rd|th))(?=[,.;]|\s+(?:of\s+(?:this|the)\s+month|and|that|by|after)\b)",
        to.day_of_month,
        Example("on the 15th, troops", "1951-01-20", "1951-01-15", "1951-01-15", "1951-01-15"),
        Example("on the 28th of this month", "1951-01-20", "1951-01-28", "1951-01-28", "1951-01-28", "future"),
    ),
    _rule(
        "now",
        r"now(?!\s+defunct)|currently|at\s+present|these\s+days|nowadays",
        to.now,
        Example("now", "2012-03-15", "2012-03-15", "2012-03-15", "PRESENT_REF"),
        Example("at present", "2012-03-15", "2012-03-15", "2012-03-15", "PRESENT_REF"),
    ),
    _rule(
        "soon",
        r"(?<!as\s)soon(?!er)|in\s+the\s+(?:near\s+|foreseeable\s+)?future|the\s+future",
        to.soon,
        Example("soon", "2012-03-15", "2012-03-15", None, "FUTURE_REF"),
        Example("in the near future", "2012-03-15", "2012-03-15", None, "FUTURE_REF"),
    ),
    _rule(
        "recently",
        r"recently|lately",
        to.recently,
        Example("recently", "2012-03-15", "2011-12-15", "2012-03-15", "PAST_REF"),
        Example("lately", "2012-01-15", "2011-10-15", "2012-01-15", "PAST_REF"),
    ),
    _rule(
        "in recent weeks, in the coming days",
        rf"(?:in|over|during|within)\s+(?:the\s+)?(?P<way>recent|coming)\s+{LENGTH}s",
        to.in_recent,
        Example("in recent days", "2012-03-15", "2012-03-12", "2012-03-15", "PAST_REF"),
        Example("in the coming weeks", "2012-03-15", "2012-03-15", "2012-04-05", "FUTURE_REF", "future"),
    ),
)
