"""Days of the week, weekends, and what is counted from them: "Friday night", "the following Monday", "this weekend"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import (
    AT,
    CLOCK,
    PART,
    SOON_AFTER,
    STEPS,
    THE_PART_OF,
    TIMETABLED_NOUNS,
    UP_TO,
    WEEKDAY,
    WHICH,
    again,
    unnamed,
)
from detente.claims.dates.rule import Example, Words, rule
from detente.claims.dates.rules.clock import at_clock


def weekday(words: Words, context: Context) -> Days:
    """A day of the week, seen from the report's."""
    name, which = words["weekday"], words.get("which")
    seen = context
    if which in {"last", "past", "this past", "previous"}:
        seen = context.later(-1)
    elif which in {"next", "coming", "this coming", "following"}:
        seen = context.later(1)
    elif which == "this" and context.tense != "past":
        seen = replace(context, tense="future")
    day = cal.weekday(name, seen)
    ahead = ", for the words look ahead" if context.tense == "future" and not which else ""
    return at_clock(words, cal.day(day, words.get("part"))).because(_why(day, context) + ahead)


def _why(day: dt.date, context: Context) -> str:
    """“the last Friday before the report's date, a Saturday”."""
    seen = context.day_seen_from
    if day == seen:
        return "the day told before" if context.day_told else f"the day of the report itself, a {day:%A}"
    side = "last" if day < seen else "next"
    return f"the {side} {day:%A} {'before' if day < seen else 'after'} {context.standpoint_in_the_week}"


def weekday_gone(words: Words, context: Context) -> Days:
    """“Friday's attack”: what has a day of its own has been."""
    return weekday(words, replace(context, tense="past"))


def weekday_near(words: Words, context: Context) -> Days | None:
    """“the following Monday”, “the previous Friday”: seen from the day last spoken of."""
    if context.reference is None:
        return None
    step = STEPS.get(words["way"].split()[-1], -1 if words["way"] == "before" else 1)
    seen = Context(context.reference).later(step)
    day = cal.day(cal.weekday(words["weekday"], seen), words.get("part"))
    return day.because(f"the {'next' if step > 0 else 'last'} from {context.reference}, the day told before")


def weekend(words: Words, context: Context) -> Days:
    """“at the weekend”, “this weekend”: the last that has begun, or the next in the future."""
    step, seen = words.step, context.day_seen_from
    if step == 0 and context.tense == "past" and seen.weekday() < 5:
        step = -1
    days = cal.weekend(cal.shifted(seen, 7 * step, "day"))
    side = {-1: "the last before", 0: "the one of the week of", 1: "the next after"}[step]
    return days.because(f"{side} {context.standpoint_in_the_week}")


RULES = (
    rule(
        "Friday's attack",
        cues.WEEKDAY,
        rf"(?P<said>{WEEKDAY})['’]s(?=\s+(?!{TIMETABLED_NOUNS})\w)",
        weekday_gone,
        Example("Friday's attack", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08", "future"),
        Example("Monday’s ruling", "2023-09-13", "2023-09-11", "2023-09-11", "2023-09-11"),
    ),
    rule(
        "Friday night",
        cues.WEEKDAY,
        rf"{AT}{THE_PART_OF}{SOON_AFTER}(?:{WHICH}\s+)?{WEEKDAY}(?:,?[\s-]{again(PART)})?",
        weekday,
        Example("Friday night", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08TNI"),
        Example("Saturday", "2023-09-09", "2023-09-09", "2023-09-09", "2023-09-09"),
        Example("Monday", "2023-09-09", "2023-09-11", "2023-09-11", "2023-09-11", "future"),
        Example("last Saturday", "2023-09-09", "2023-09-02", "2023-09-02", "2023-09-02"),
        Example("next Friday", "2023-09-08", "2023-09-15", "2023-09-15", "2023-09-15", "future"),
        Example("late on Thursday", "2012-05-14", "2012-05-10", "2012-05-10", "2012-05-10"),
        Example("Monday's summit", "2023-09-09", "2023-09-11", "2023-09-11", "2023-09-11", "future"),
        Example("9 a.m. EDT Tuesday", "2000-04-03", "2000-04-04", "2000-04-04", "2000-04-04T09:00", "future"),
        Example("midnight Thursday", "2000-04-07", "2000-04-06", "2000-04-06", "2000-04-06T24:00"),
    ),
    rule(
        "Saturday at 10 p.m.",
        cues.WEEKDAY,
        rf"{WEEKDAY},?\s+(?:at\s+)?(?:about\s+|around\s+)?(?:{CLOCK}|(?P<name>noon|midday|midnight))",
        weekday,
        Example("Saturday at 10:30 p.m.", "2023-09-10", "2023-09-09", "2023-09-09", "2023-09-09T22:30"),
        Example("Friday at 6 a.m.", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08T06:00"),
        Example("Friday at noon", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08T12:00"),
    ),
    rule(
        "the 9 a.m. of 9 a.m. to 5 p.m. Friday",
        cues.WEEKDAY,
        rf"(?P<said>{CLOCK})(?=(?:{UP_TO}{unnamed(CLOCK)}|\s+\([^)]{{1,30}}\)),?\s+(?:on\s+)?{WEEKDAY})",
        weekday,
        Example("9 a.m. to 5 p.m. Friday", "2023-09-09", "2023-09-08", "2023-09-08", "2023-09-08T09:00"),
        Example("between 9 p.m. and 10 p.m. on Monday", "2023-09-09", "2023-09-04", "2023-09-04", "2023-09-04T21:00"),
    ),
    rule(
        "the following Monday",
        cues.WEEKDAY,
        rf"the\s+(?P<way>previous|following|next)\s+{WEEKDAY}(?:\s+{PART})?",
        weekday_near,
        Example("the following Monday", "2012-09-01", "2012-05-14", "2012-05-14", "2012-05-14", reference="2012-05-10"),
        Example("the previous Friday", "2012-09-01", "2012-05-04", "2012-05-04", "2012-05-04", reference="2012-05-10"),
    ),
    rule(
        "the weekend",
        ("weekend",),
        rf"(?:{WHICH}|the)\s+weekend",
        weekend,
        Example("over the weekend", "1998-08-17", "1998-08-15", "1998-08-16", "1998-W33-WE"),
        Example("at the weekend", "2012-05-12", "2012-05-12", "2012-05-13", "2012-W19-WE"),
        Example("this weekend", "2012-05-10", "2012-05-12", "2012-05-13", "2012-W19-WE", "future"),
        Example("last weekend", "2012-05-10", "2012-05-05", "2012-05-06", "2012-W18-WE"),
    ),
)
