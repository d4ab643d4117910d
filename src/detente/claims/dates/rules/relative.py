"""What is counted from the report's date or the date told before: "yesterday", "last week", "two days later"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.amounts import amount, count, is_vague
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import (
    ABOUT,
    AT,
    DAY,
    HOLIDAY,
    LENGTH,
    MONTH,
    NUMBER,
    PART,
    SOON_AFTER,
    THIRD,
    THIRDS,
    UNIT,
    WEEKDAY,
    WHICH,
    YEAR,
    again,
)
from detente.claims.dates.rule import Example, Words, rule
from detente.claims.dates.rules.clock import at_clock
from detente.claims.dates.rules.days import calendar_day
from detente.claims.dates.rules.named_days import named_day
from detente.claims.dates.rules.weekdays import weekday

STEPS_OF_DAY = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
FORWARD = frozenset({"later", "after", "from now", "hence", "from"})
BACK = frozenset({"before", "previous", "preceding", "earlier", "prior"})
CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def relative_day(words: Words, context: Context) -> Days:
    """Today, yesterday, tomorrow, and the days beyond them."""
    step = STEPS_OF_DAY[words["relative"]]
    day = cal.day(cal.shifted(context.published, step, "day"), words.get("part"))
    return at_clock(words, day).because(_beside(step, context))


def this_part(words: Words, context: Context) -> Days:
    """“tonight”, “last night”, “overnight”, “this morning”."""
    if words.get("gone") or words.whole.endswith("overnight"):
        day = cal.day(context.published - cal.ONE_DAY, words.get("part") or "night")
        return day.because(_beside(-1, context))
    part = "night" if words.whole.endswith("tonight") else words.get("part")
    return at_clock(words, cal.day(context.published, part)).because(_beside(0, context))


def _beside(step: int, context: Context) -> str:
    far = {0: "the day of", 1: "the day after", -1: "the day before", 2: "two days after", -2: "two days before"}[step]
    return f"{far} the report's date, a {context.published:%A}"


# Units of time that are named from where one stands


def this_unit(words: Words, context: Context) -> Days:
    """“last week”, “earlier this year”, “the end of next month”."""
    unit, step, when = words["unit"], words.step, words.get("when")
    whole = cal.around(cal.shifted(context.published, step, unit), unit)
    whole = whole.because(f"the {unit} {_side(step)} {context.standpoint}")
    days = words.part_of(whole)
    if days.start is None or days.end is None:
        return days
    if days.start <= context.published < days.end and step == 0 and not words.get("third"):
        if when == "later" or context.tense == "future":
            return replace(days, start=context.published)
        if when or context.tense == "past":
            return replace(days, end=context.published)
    return days


def _side(step: int) -> str:
    return {0: "of", 1: "after that of", -1: "before that of"}[step]


def the_end_of(words: Words, context: Context) -> Days:
    """“the end of the year”, “by year's end”: of the running one; of the last where the year has just begun."""
    unit, third, seen = words["unit"], words.get("third") or "end", context.seen_from
    part = THIRDS.get(third, third)
    days = cal.part_of(cal.around(seen, unit), part)
    if context.tense == "past" and days.start is not None and days.start > seen and not context.told:
        return cal.part_of(cal.around(cal.shifted(seen, -1, unit), unit), part).because(
            f"of the {unit} before that of {context.standpoint}"
        )
    return days.because(f"of the {unit} of {context.standpoint}")


def same_day(words: Words, context: Context) -> Days:
    """“the same day”, “the following week”, “later that year”."""
    unit = words.get("unit") or "day"
    told = context.reference if unit in {"day", "week", "weekend", "fortnight"} else context.lately
    seen = told or context.lately or context.published
    way = words.get("way") or "same"
    step = -1 if way in BACK else 1 if way in FORWARD | {"next", "following"} else 0
    days = cal.around(cal.shifted(seen, step, unit), unit)
    if told is None:
        return replace(days, start=None, end=None, precision="vague", why="seen from a day that is not told")
    return words.part_of(days.because(f"the {unit} {_side(step)} {seen}, the date told before"))


def year_earlier(_words: Words, context: Context) -> Days:
    """“a year earlier”, “the year-ago quarter”: a year before the report, where none was told before."""
    seen = context.lately or context.published
    return cal.year(max(1, seen.year - 1)).because(f"the year before that of {seen}")


# Distances


def ago(words: Words, context: Context) -> Days | None:
    """“three days ago”, “two years later”: so far from the report, or from the day last spoken of."""
    unit, way = _unit(words), words["way"]
    start: dt.date | None = context.published
    if way not in {"ago", "from now", "hence"}:
        start = context.reference if unit in {"day", "week", "weekend", "fortnight"} else context.lately
        start = start or (context.lately if unit != "day" else None)
    days = _moved(words, start or context.published, unit, forward=way in FORWARD)
    if start is None:
        return Days(None, None, "vague", days.timex, why="counted from a day that is not told")
    return days.because(_far(words, start, context))


def _far(words: Words, start: dt.date, context: Context) -> str:
    seen = context.standpoint if start == context.published else f"{start}, the day told before"
    return f"counted {'on' if words['way'] in FORWARD else 'back'} from {seen}"


def units_ago(words: Words, context: Context) -> Days:
    """“years ago”, “weeks later”: about when, in no number of units."""
    forward = words["way"] in FORWARD
    start = context.published if words["way"] == "ago" else context.reference or context.published
    unit = "day" if _unit(words) in CLOCK_UNITS else _unit(words)
    far = cal.shifted(start, 6 if forward else -6, unit)
    first, last = (start, far) if forward else (far, start)
    return Days(
        first, last, "vague", "FUTURE_REF" if forward else "PAST_REF", why=f"some {unit}s from {context.standpoint}"
    )


def ahead(words: Words, context: Context) -> Days | None:
    """“in two weeks”: a date where the tense is the future; else it is how long something took."""
    if context.tense != "future" and not words.get("time"):
        return None
    days = _moved(words, context.published, _unit(words), forward=True)
    return days.because(f"counted on from {context.standpoint}")


def from_a_day(words: Words, context: Context) -> Days | None:
    """“two weeks from Tuesday”, “a year ago today”, “the day before Christmas”: counted from a day that is named."""
    base = _named(words, context)
    number = words.get("number") or "one"
    if base is None or base.start is None or is_vague(number):
        return None
    forward = words["way"] in FORWARD | {"from"}
    day = cal.shifted(base.start, count(number) * (1 if forward else -1), _unit(words))
    return cal.day(day).because(f"counted from {base.start}: {base.why}")


def beside_a_happening(words: Words, context: Context) -> Days | None:
    """“the day after the raid”: beside the day told before; which day that is, only the happening could tell."""
    if context.reference is None:
        return None
    day = cal.shifted(context.reference, 1 if words["way"] in FORWARD else -1, "day")
    return Days(None, None, "vague", day.isoformat(), why=f"beside {context.reference}, the day told before")


def _named(words: Words, context: Context) -> Days | None:
    """The day that the words name to count from."""
    if words.get("holiday"):
        return named_day(words, context)
    if words.get("relative"):
        return relative_day(words, context)
    return calendar_day(words, context) if words.get("month") else weekday(words, context)


def _unit(words: Words) -> str:
    unit = words["length"]
    return {"centurie": "century", "millennia": "millennium"}.get(unit, unit)


def _moved(words: Words, start: dt.date, unit: str, *, forward: bool) -> Days:
    number = words.get("number") or "one"
    many, vague = amount(number), is_vague(number)
    if unit in CLOCK_UNITS:
        return Days(start, start, "day", _somewhen(forward=forward) if vague else start.isoformat())
    if many != int(many) or (unit == "century" and many < 1):
        smaller, times = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}.get(unit, ("day", 7))
        unit, many = smaller, many * times
    size = round(many) if forward else -round(many)
    days = cal.around(cal.shifted(start, size, unit), unit)
    if days.start is None or days.end is None or not (vague or unit in {"decade", "century"}):
        return days
    slack = abs(start - days.start) / (2 if vague else 5)
    around = cal.shifted(start, size, unit)
    days = days if unit not in {"decade", "century"} else cal.year(around.year)
    assert days.start is not None and days.end is not None
    first = max(dt.date.min + slack, days.start) - slack
    last = min(days.end, cal.LAST_DAY - slack) + slack
    if vague and not forward:
        last = min(last, start)
    return Days(first, last, "vague", _somewhen(forward=forward) if vague else days.timex)


def _somewhen(*, forward: bool) -> str:
    return "FUTURE_REF" if forward else "PAST_REF"


_NO_SPAN = r"(?<!within\s)(?<!over\s)(?<!during\s)(?:(?<!in\s)|(?!the\s+next\b))"
"""“Over the next year” is a span from the report, “the next year” the one after that told before."""
_DAY_NAMED = (
    rf"(?:(?P<relative>today|yesterday|tomorrow)|(?:{WHICH}\s+)?{WEEKDAY}|{MONTH}\s+{DAY}(?:,\s+{YEAR})?|"
    rf"{again(DAY)}\s+{again(MONTH)}(?:\s+{again(YEAR)})?|{HOLIDAY})"
)

RULES = (
    rule(
        "today, yesterday, tomorrow",
        ("today", "yesterday", "tomorrow"),
        rf"{AT}{SOON_AFTER}(?P<relative>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow)(?:\s+{PART})?",
        relative_day,
        Example("yesterday", "2001-03-01", "2001-02-28", "2001-02-28", "2001-02-28"),
        Example("tomorrow morning", "2001-02-28", "2001-03-01", "2001-03-01", "2001-03-01TMO", "future"),
        Example("the day before yesterday", "1968-08-22", "1968-08-20", "1968-08-20", "1968-08-20"),
        Example("late yesterday", "1968-08-22", "1968-08-21", "1968-08-21", "1968-08-21"),
    ),
    rule(
        "this morning, last night",
        ("tonight", "last", "overnight", "this"),
        rf"{AT}(?:tonight|(?:early\s+|late\s+)?(?P<gone>last)\s+(?P<part>night|evening)|overnight|(?:early\s+|late\s+|later\s+|earlier\s+)?this\s+{again(PART)})",
        this_part,
        Example("last night", "2001-03-01", "2001-02-28", "2001-02-28", "2001-02-28TNI"),
        Example("this morning", "2001-03-01", "2001-03-01", "2001-03-01", "2001-03-01TMO"),
    ),
    rule(
        "last week, next year",
        cues.UNIT,
        rf"(?:(?P<when>earlier|later)\s+)?(?:the\s+(?=\w+\s+of\s))?{THIRD}(?P<which>last|past|previous|this|current|next|coming|following)"
        r"\s+(?:(?:fiscal|calendar|financial|academic|school)\s+)?"
        r"(?P<unit>week|month|year|decade|fortnight|quarter|century)(?!\s+ago|-)",
        this_unit,
        Example("this week", "2023-09-09", "2023-09-04", "2023-09-09", "2023-W36"),
        Example("last month", "2012-03-15", "2012-02-01", "2012-02-29", "2012-02"),
        Example("earlier this month", "2012-03-15", "2012-03-01", "2012-03-15", "2012-03"),
        Example("later this year", "2012-03-15", "2012-03-15", "2012-12-31", "2012", "future"),
        Example("next year", "2012-03-15", "2013-01-01", "2013-12-31", "2013", "future"),
        Example("late last year", "2012-03-15", "2011-09-01", "2011-12-31", "2011"),
    ),
    rule(
        "the fiscal year",
        ("year",),
        r"the\s+(?:fiscal|financial|academic|school)\s+(?P<unit>year)(?!\s+(?:of\s+)?\d)",
        this_unit,
        Example("the fiscal year", "1989-11-02", "1989-01-01", "1989-11-02", "1989"),
        Example("the school year", "1989-11-02", "1989-11-02", "1989-12-31", "1989", "future"),
    ),
    rule(
        "the end of the year",
        ("beginning", "start", "middle", "end", "mid"),
        rf"(?:the\s+)?(?P<third>beginning|start|middle|end)\s+of\s+the\s+(?!day\b){UNIT}|(?:the\s+)?(?P<unit_>year|month|week|decade|century)(?:['’]s)?[\s-]end"
        rf"|(?P<third_>mid)-?(?P<unit__>week|month|year)",
        the_end_of,
        Example("the end of the year", "2012-03-15", "2012-11-01", "2012-12-31", "2012", "future"),
        Example("the end of the month", "2012-03-15", "2012-02-25", "2012-02-29", "2012-02"),
        Example("year's end", "2012-03-15", "2012-11-01", "2012-12-31", "2012", "future"),
    ),
    rule(
        "earlier in the week",
        ("in the",),
        r"(?P<when>earlier|later|late|early)\s+in\s+the\s+(?P<unit>week|month|year)|in\s+the\s+(?P<unit_>week)\s+(?P<when_>so\s+far)",
        this_unit,
        Example("earlier in the week", "2012-03-15", "2012-03-12", "2012-03-15", "2012-W11"),
        Example("later in the year", "2012-03-15", "2012-03-15", "2012-12-31", "2012", "future"),
    ),
    rule(
        "two days ago",
        ("ago", "earlier", "prior", "later", "from now", "hence", "before", "after"),
        rf"{ABOUT}{NUMBER}[\s-]+{LENGTH}s?\s+(?P<way>ago|earlier|prior|later|from\s+now|hence|(?:before|after)(?=\s*[,.;:)]|\s*$))",
        ago,
        Example("three days ago", "2012-03-15", "2012-03-12", "2012-03-12", "2012-03-12"),
        Example("two years ago", "2012-03-15", "2010-01-01", "2010-12-31", "2010"),
        Example("six weeks ago", "2000-01-06", "1999-11-22", "1999-11-28", "1999-W47"),
        Example("two days later", "2012-03-15", "2012-03-03", "2012-03-03", "2012-03-03", reference="2012-03-01"),
        Example("five hours ago", "2012-03-15", "2012-03-15", "2012-03-15", "2012-03-15"),
        Example("two and a half years ago", "2012-03-15", "2009-09-01", "2009-09-30", "2009-09"),
    ),
    rule(
        "years ago, weeks later",
        ("ago", "later", "earlier"),
        r"(?P<length>second|minute|hour|day|week|month|year|decade|centurie)s\s+(?P<way>ago|later|earlier)|(?P<length_>year)s?\s+(?P<way_>ago)",
        units_ago,
        Example("years ago", "2012-03-15", "2006-03-15", "2012-03-15", "PAST_REF"),
        Example("days later", "2012-03-15", "2012-03-10", "2012-03-16", "FUTURE_REF", reference="2012-03-10"),
    ),
    rule(
        "a year earlier, year-ago",
        ("year",),
        r"(?:a|one|the)\s+year\s+(?:earlier|before(?=\s*[,.;:)]|\s*$))|(?:a\s+)?year-(?:earlier|ago)",
        year_earlier,
        Example("a year earlier", "1989-11-02", "1988-01-01", "1988-12-31", "1988"),
        Example("the year-ago quarter", "1989-11-02", "1988-01-01", "1988-12-31", "1988"),
    ),
    rule(
        "in two weeks, in three days' time",
        ("in ",),
        rf"in\s+(?P<said>{NUMBER}\s+{LENGTH}s?(?P<time>['’]?s?['’]?\s+time)?)",
        ahead,
        Example("in two weeks", "2012-03-15", "2012-03-26", "2012-04-01", "2012-W13", "future"),
        Example("in three days' time", "2012-03-15", "2012-03-18", "2012-03-18", "2012-03-18"),
    ),
    rule(
        "two weeks from Tuesday, a year ago Friday",
        ("from ", "ago "),
        rf"{NUMBER}\s+{LENGTH}s?\s+(?P<way>from|ago)\s+{_DAY_NAMED}",
        from_a_day,
        Example("two weeks from Tuesday", "1998-02-06", "1998-02-24", "1998-02-24", "1998-02-24", "future"),
        Example("a week ago Friday", "1998-02-10", "1998-01-30", "1998-01-30", "1998-01-30"),
        Example("a year ago today", "1998-02-10", "1997-02-10", "1997-02-10", "1997-02-10"),
        Example("a week from today", "1998-02-10", "1998-02-17", "1998-02-17", "1998-02-17", "future"),
    ),
    rule(
        "the day before Christmas",
        ("day", "week"),
        rf"(?:the\s+)?(?P<length>day|week)\s+(?P<way>before|after)\s+{_DAY_NAMED}",
        from_a_day,
        Example("the day before Christmas", "1998-12-28", "1998-12-24", "1998-12-24", "1998-12-24"),
        Example("the day after last Tuesday", "1998-02-13", "1998-02-11", "1998-02-11", "1998-02-11"),
    ),
    rule(
        "the day after the raid",
        ("day",),
        r"(?P<said>the\s+day)\s+(?P<way>before|after)\s+(?:the|a|an|his|her|its|their|he|she|it|they)\b",
        beside_a_happening,
        Example("the day after the raid", "2012-05-14", None, None, "2012-05-11", reference="2012-05-10"),
        Example("the day before his death", "2012-05-14", None, None, "2012-05-09", reference="2012-05-10"),
    ),
    rule(
        "the same day, later that year",
        ("same", "previous", "next", "following", "preceding", "that", "before", "after"),
        rf"{_NO_SPAN}(?:(?:earlier|later)\s+(?:in\s+)?)?(?:the\s+(?P<third_>end)\s+of\s+)?(?:the\s+(?P<way>same|previous|next|following|preceding|very\s+same)|that(?:\s+(?:same|very))?)\s+{UNIT}(?!-)"
        rf"|the\s+(?P<unit_>day|week|month|year)\s+(?P<way_>before|after)(?!\s+(?!(?:was|were|is|had|has|in|at|when|with|by|on|and|but|as)\b)[a-z])",
        same_day,
        Example("the same day", "2012-05-14", "2012-05-10", "2012-05-10", "2012-05-10", reference="2012-05-10"),
        Example("the day before", "2012-05-14", "2012-05-09", "2012-05-09", "2012-05-09", reference="2012-05-10"),
        Example("later that year", "2012-05-14", "1998-01-01", "1998-12-31", "1998", reference="1998-06-01"),
        Example("the following month", "2012-05-14", "1998-07-01", "1998-07-31", "1998-07", reference="1998-06-01"),
    ),
)
