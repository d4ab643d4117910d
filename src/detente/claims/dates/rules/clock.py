"""Times of the day: "10:35 a.m.", "0735 GMT", "at noon", "half past three", "in the morning", "at dawn"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from detente.claims.claim import Precision
from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import CLOCK, CLOCK_24, PART, UP_TO, again
from detente.claims.dates.rule import Example, Words, rule

NAMED_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
LATE = frozenset({"afternoon", "evening", "night"})
"""Parts of the day whose hours come after noon: "4:30 Friday afternoon"."""
PAST = {"half past": "30", "quarter past": "15"}


def at_clock(words: Words, days: Days) -> Days:
    """A day at the time that the words say, else the day."""
    clock = _clock(words)
    if clock is None or days.start is None:
        return days
    return replace(days, precision=clock[1], timex=f"{days.start.isoformat()}T{clock[0]}", kind="TIME")


def _clock(words: Words) -> tuple[str, Precision] | None:
    if words["name"] in NAMED_HOURS:
        return NAMED_HOURS[words["name"]], "hour"
    hour_said, half = words.get("hour"), words["half"]
    if hour_said is None:
        return None
    hour, minute = int(hour_said), words.get("minute")
    if (half.startswith("p") or words["part"] in LATE) and hour < 12:
        hour += 12
    elif (half.startswith("a") or "morning" in half) and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute or '00'}", "minute" if minute else "hour"


def time_of_day(words: Words, context: Context) -> Days:
    """A time without a day: on the day last spoken of, which it does not date anew."""
    return replace(at_clock(words, cal.day(_day(context))), start=None, end=None, why=_of(context))


def hour_in_words(words: Words, context: Context) -> Days:
    """“half past three”, “eleven o'clock at night”: on the day last spoken of."""
    said = words["said_hour"]
    hour = int(said) if said.isdigit() else HOURS.index(said) or 12
    if hour < 12 and words["part"] in LATE:
        hour += 12
    timex = f"{_day(context).isoformat()}T{hour:02d}:{PAST.get(' '.join(words['past'].split()), '00')}"
    return Days(None, None, "minute", timex, "TIME", _of(context))


def part_of_day(words: Words, context: Context) -> Days:
    """“in the morning”, “at dawn”, “by nightfall”: of the day last spoken of, which it does not date anew."""
    day = cal.day(_day(context), words.get("part"))
    return replace(day, start=None, end=None, why=_of(context))


def part_near(words: Words, context: Context) -> Days | None:
    """“the next morning”, “that evening”: on the day last spoken of or the one beside it."""
    if context.reference is None:
        return None
    way = words.get("way")
    step = 1 if way in {"next", "following", "after"} else -1 if way in {"previous", "before"} else 0
    side = {-1: "the day before", 0: "the day of", 1: "the day after"}[step]
    day = cal.day(cal.shifted(context.reference, step, "day"), words.get("part"))
    return day.because(f"{side} {context.reference}, told before")


def _day(context: Context) -> dt.date:
    return context.reference or context.published


def _of(context: Context) -> str:
    return f"of {context.reference}, the day told before" if context.reference else f"of {context.standpoint}"


RULES = (
    rule(
        "10:35 a.m., 0735 GMT, at 04:30",
        cues.FIGURES,
        rf"{CLOCK}|{again(CLOCK_24)}|(?:at|by|until|around|about|from|before|after)\s+"
        r"(?P<said>(?P<hour__>[01]\d|2[0-3]):(?P<minute__>[0-5]\d))(?!:|\s*[ap]\.?m\b)",
        time_of_day,
        Example("10:35 a.m.", "1998-08-08", None, None, "1998-08-07T10:35", reference="1998-08-07"),
        Example("0735 GMT", "1998-08-08", None, None, "1998-08-08T07:35"),
        Example("at 04:30", "1998-08-08", None, None, "1998-08-08T04:30"),
        Example("1400 hours", "1998-08-08", None, None, "1998-08-08T14:00"),
    ),
    rule(
        "the 9 of 9 to 11 a.m.",
        cues.FIGURES,
        rf"(?:between|from)\s+(?P<said>(?P<hour>[01]?\d)(?::(?P<minute>[0-5]\d))?)(?={UP_TO}\d\d?(?::\d\d)?\s*(?P<half>[ap]\.?m\b))",
        time_of_day,
        Example("from 9 to 11 a.m.", "1998-08-08", None, None, "1998-08-08T09:00"),
        Example("between 9:30 and 11 p.m.", "1998-08-08", None, None, "1998-08-08T21:30"),
    ),
    rule(
        "noon",
        cues.PART,
        r"(?:(?:at|around|until|till|before|by|since|about|after|from|past)\s+)(?P<said>(?P<name>noon|midday|midnight))",
        time_of_day,
        Example("at noon", "1998-08-08", None, None, "1998-08-08T12:00"),
        Example("until midnight", "1998-08-08", None, None, "1998-08-08T24:00"),
    ),
    rule(
        "half past three, eleven o'clock at night",
        ("past", "clock"),
        rf"(?:(?P<past>half\s+past|quarter\s+past)\s+(?P<said_hour>{'|'.join(HOURS)}|1[0-2]|[1-9])|"
        rf"(?P<said_hour_>{'|'.join(HOURS)})\s+o['’]clock)(?:\s+(?:in\s+the|at)\s+{PART})?",
        hour_in_words,
        Example("half past three", "1998-08-08", None, None, "1998-08-08T03:30"),
        Example("eleven o'clock at night", "1998-08-08", None, None, "1998-08-08T23:00"),
        Example("quarter past 9", "1998-08-08", None, None, "1998-08-08T09:15"),
    ),
    rule(
        "in the morning, at dawn",
        cues.PART,
        rf"(?:in|during|by|throughout|late\s+in|early\s+in)\s+(?P<said>(?:the\s+(?:early\s+|late\s+)?|(?:early|late|mid)[\s-]){PART})(?!\s+of)"
        rf"|(?:at|by|before|until|since|after)\s+(?P<said_>(?P<part_>dawn|daybreak|sunrise|nightfall|dusk|sunset|dark|night))(?!\s+of)",
        part_of_day,
        Example("in the morning", "1998-08-08", None, None, "1998-08-07TMO", reference="1998-08-07"),
        Example("by nightfall", "1998-08-08", None, None, "1998-08-08TEV"),
    ),
    rule(
        "the next morning",
        cues.PART,
        rf"(?:the\s+(?P<way>next|following|previous|same)|that(?:\s+same)?)\s+{PART}|"
        rf"the\s+{again(PART)}\s+(?P<way_>before|after)(?=[,.;]|\s*$|\s+(?:he|she|it|they|was|were|had)\b)",
        part_near,
        Example("the next morning", "2012-05-14", "2012-05-11", "2012-05-11", "2012-05-11TMO", reference="2012-05-10"),
        Example("the night before", "2012-05-14", "2012-05-09", "2012-05-09", "2012-05-09TNI", reference="2012-05-10"),
        Example("that evening", "2012-05-14", "2012-05-10", "2012-05-10", "2012-05-10TEV", reference="2012-05-10"),
    ),
)
