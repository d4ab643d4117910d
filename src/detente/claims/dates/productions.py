"""From the words of an expression of time to the days they mean: one small function for each kind of meaning.

A production is given the words of its rule's pattern and the context (the report's date, the tense around, the days
last spoken of); it answers with days, or with None where the words are no date after all ("31 June").
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from detente.claims.claim import Precision
from detente.claims.dates import calendar as cal
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.holidays import holidays
from detente.claims.dates.patterns import STEPS, THIRDS, Words, count, is_vague, month_number
from detente.knowledge.words import numbers

SOON = dt.timedelta(days=15)
"""How near a day with a name must lie ahead to be the one meant whatever the tense."""
NAMED_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def _third(words: Words, days: Days) -> Days:
    third = words.get("third")
    return cal.part_of(days, THIRDS.get(third, third)) if third else days


def _step(words: Words) -> int:
    """-1, 0 or 1 for "last", "this" and "next"; 0 where neither is said."""
    return STEPS[(words.get("which") or "this").split()[-1]]


# Days of the calendar


def calendar_day(words: Words, context: Context) -> Days | None:
    """A day of a month, with its year or in the nearest."""
    number, day = month_number(words["month"]), int(words["day"])
    written, weekday = words.get("year"), words.get("weekday")
    if not 1 <= day <= cal.LONGEST_MONTH[number - 1]:
        return None
    year = int(written) if written else cal.nearest_year(number, context, day)
    if words.get("which"):
        year = context.published.year + _step(words)
    if weekday and not written:
        year = cal.year_with(weekday, number, day, year)
    return _dated(words, year, number, day)


def last_named_day(words: Words, context: Context) -> Days | None:
    """“last October 23”, “next May 3”: the nearest before or after the report."""
    number, day = month_number(words["month"]), int(words["day"])
    past = _step(words) < 0
    for year in range(context.published.year - 4, context.published.year + 5)[:: -1 if past else 1]:
        days = _dated(words, year, number, day)
        if days is not None and days.start is not None and (days.start < context.published) == past:
            return days
    return None


def numeric_day(words: Words, _context: Context) -> Days | None:
    """A day written in figures; None where day and month could be changed about."""
    first, second, year = int(words["first"]), int(words["second"]), int(words["year"])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if first > 12 else (second, first)
    return _dated(words, year, month, day)


def iso_day(words: Words, _context: Context) -> Days | None:
    """A day in ISO 8601."""
    return _dated(words, *(int(part) for part in words.whole.split("-")))


def _dated(words: Words, year: int, month: int, day: int) -> Days | None:
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return _at_clock(words, cal.day(date, words.get("part")))


def day_of_month(words: Words, context: Context) -> Days | None:
    """“on the 15th”: the last such day, or the next in the future."""
    day = int(words["day"])
    month = context.published.replace(day=1)
    for _ in range(3):
        days = _dated(words, month.year, month.month, day)
        ahead = days is not None and days.start is not None and days.start > context.published
        if days is not None and ahead == (context.tense == "future"):
            return days
        month = cal.shifted(month, 1 if context.tense == "future" else -1, "month")
    return None


def holiday(words: Words, context: Context) -> Days | None:
    """A day with a name, in its year or the nearest."""
    in_year = holidays()[words.written("holiday") or ""]
    if words.get("year"):
        return cal.day(in_year(int(words["year"])))
    published = context.published
    days = [in_year(year) for year in (published.year - 1, published.year, published.year + 1)]
    if context.tense == "future" or _step(words) > 0:
        return cal.day(next((day for day in days if day >= published), days[-1]))
    if _step(words) == 0:
        near = [day for day in days if dt.timedelta(0) < day - published <= SOON]
        days = near or [day for day in days if day <= published]
    else:
        days = [day for day in days if day < published]
    return cal.day(days[-1]) if days else cal.day(in_year(published.year))


# Weekdays and times of day


def weekday(words: Words, context: Context) -> Days:
    """A day of the week, seen from the report's."""
    name, which = words["weekday"], words["which"]
    if which in {"last", "past", "this past"}:
        context = Context(context.published - cal.ONE_DAY)
    elif which in {"next", "coming", "this coming"}:
        context = Context(context.published + cal.ONE_DAY, "future")
    elif which == "this" and context.tense != "past":
        context = replace(context, tense="future")
    return _at_clock(words, cal.day(cal.weekday(name, context), words.get("part")))


def weekday_gone(words: Words, context: Context) -> Days:
    """“Friday's attack”: what has a day of its own has been."""
    return weekday(words, replace(context, tense="past"))


def weekday_near(words: Words, context: Context) -> Days | None:
    """“the following Monday”, “the previous Friday”: seen from the day last spoken of."""
    if context.reference is None:
        return None
    step = STEPS.get(words["way"].split()[-1], -1 if words["way"] == "before" else 1)
    seen = Context(context.reference + step * cal.ONE_DAY, "future" if step > 0 else "past")
    return cal.day(cal.weekday(words["weekday"], seen))


def _at_clock(words: Words, days: Days) -> Days:
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
    if half.startswith("p") and hour < 12:
        hour += 12
    elif (half.startswith("a") or "morning" in half) and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute or '00'}", "minute" if minute else "hour"


def time_of_day(words: Words, context: Context) -> Days | None:
    """A time without a day: on the day last spoken of, which it does not date anew."""
    day = context.reference or context.published
    days = _at_clock(words, cal.day(day))
    return replace(days, start=None, end=None)


def part_alone(words: Words, context: Context) -> Days | None:
    """“the next morning”, “that evening”: on the day last spoken of or the one after."""
    if context.reference is None:
        return None
    step = 1 if words.get("way") in {"next", "following"} else -1 if words.get("way") == "previous" else 0
    return cal.day(context.reference + step * cal.ONE_DAY, words.get("part"))


def relative_day(words: Words, context: Context) -> Days:
    """Today, yesterday, tomorrow, and the days beyond them."""
    steps = {"the day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "the day after tomorrow": 2}
    return _at_clock(words, cal.day(context.published + dt.timedelta(days=steps[words["relative"]]), words.get("part")))


def this_part(words: Words, context: Context) -> Days:
    """“tonight”, “last night”, “overnight”, “this morning”."""
    if words.whole in {"last night", "overnight"}:
        return cal.day(context.published - cal.ONE_DAY, "night")
    return cal.day(context.published, "night" if words.whole == "tonight" else words.get("part"))


# Weeks, months, seasons, years


def week_of(words: Words, context: Context) -> Days | None:
    """“the week of March 6”."""
    days = calendar_day(words, context)
    return cal.week(days.start) if days is not None and days.start is not None else None


def weekend(words: Words, context: Context) -> Days:
    """“at the weekend”, “this weekend”: the last that has begun, or the next in the future."""
    step = _step(words)
    monday_first = context.published.weekday()
    if step == 0 and context.tense == "past" and monday_first < 5:
        step = -1
    return cal.weekend(context.published + dt.timedelta(days=7 * step))


def month_of_year(words: Words, _context: Context) -> Days:
    """A month with its year."""
    return _third(words, cal.month(int(words["year"]), month_number(words["month"])))


def month_of_this_year(words: Words, context: Context) -> Days:
    """“February this year”, “October last year”."""
    return _third(words, cal.month(context.published.year + _step(words), month_number(words["month"])))


def bare_month(words: Words, context: Context) -> Days:
    """A month without a year: the nearest that fits the tense."""
    number = month_number(words["month"])
    step = _step(words)
    year = cal.nearest_year(number, context)
    here, now = (year, number), (context.published.year, context.published.month)
    if step < 0 and here >= now:
        year -= 1
    if step > 0 and here <= now:
        year += 1
    return _third(words, cal.month(year, number))


def season(words: Words, context: Context) -> Days:
    """A season, of its year or of the nearest."""
    name, written, step = words["season"], words.get("year"), _step(words)
    first = cal.SEASONS[name][1]
    year = int(written) if written else context.published.year
    begun = first <= context.published.month
    over = first + 2 < context.published.month
    if written or (step == 0 and words.get("which")):
        return _third(words, cal.season(year, name))
    if step < 0 or (step == 0 and context.tense == "past"):
        year -= 0 if over or (step == 0 and begun) else 1
    elif begun and (step > 0 or over):
        year += 1
    return _third(words, cal.season(year, name))


def year(words: Words, _context: Context) -> Days:
    """A year."""
    return _third(words, cal.year(int(words["year"])))


def second_year(words: Words, _context: Context) -> Days:
    """The end of "1994-95"."""
    return cal.year(int(words["century"] + words["short"]))


def part_of_year(words: Words, context: Context) -> Days:
    """“the first quarter of 2014”, “the second half of the year”."""
    written = words.get("year")
    number = int(written) if written else context.published.year + _step(words)
    name = words["nth"]
    part = int(name) if name.isdigit() else numbers("ordinal")[name]
    letter: cal.PartOfYear = "H" if words["piece"] == "half" else "Q"
    return cal.part_of_year(number, part, letter) if part <= {"H": 2, "Q": 4}[letter] else cal.year(number)


def decade(words: Words, _context: Context) -> Days:
    """“the 1990s”, “the '60s”, “the eighties”."""
    written = words["decade"]
    named = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
    named |= {"eighties": 80, "nineties": 90}
    first = named[written] if written in named else int(written)
    return _third(words, cal.decade(first if first > 100 else 1900 + first))


def century(words: Words, _context: Context) -> Days:
    """“the 19th century”, “the late nineteenth century”."""
    written = words["nth"]
    nth = int(re.sub(r"\D", "", written)) if written[0].isdigit() else numbers("ordinal")[written.split("-")[-1]]
    nth += 20 if written.startswith("twenty-") else 0
    return _third(words, cal.century(dt.date(max(1, (nth - 1) * 100), 1, 1)))


def this_unit(words: Words, context: Context) -> Days:
    """“last week”, “earlier this year”, “the end of next month”."""
    unit, step, when = words["unit"], _step(words), words.get("when")
    whole = cal.around(cal.shifted(context.published, step, unit), unit)
    days = _third(words, whole)
    if days.start is None or days.end is None:
        return days
    if days.start <= context.published < days.end and step == 0 and not words.get("third"):
        if when == "later" or context.tense == "future":
            return replace(days, start=context.published)
        if when or context.tense == "past":
            return replace(days, end=context.published)
    return days


def the_end_of(words: Words, context: Context) -> Days:
    """“the end of the year”, “by year's end”: of the running one; of the last where the year has just begun."""
    unit, third = words["unit"], words.get("third") or "end"
    part = THIRDS.get(third, third)
    days = cal.part_of(cal.around(context.published, unit), part)
    if context.tense == "past" and days.start is not None and days.start > context.published:
        return cal.part_of(cal.around(cal.shifted(context.published, -1, unit), unit), part)
    return days


# Distances and durations


def ago(words: Words, context: Context) -> Days | None:
    """“three days ago”, “two years later”: so far from the report, or from the day last spoken of."""
    unit, way = words["length"], words["way"]
    forward = way in {"later", "after", "from now", "hence"}
    start: dt.date | None = context.published
    if way not in {"ago", "from now", "hence"}:
        start = context.lately if unit in {"year", "decade", "century"} else context.reference
    return _moved(words, start, unit, forward=forward) if start is not None else None


def ahead(words: Words, context: Context) -> Days | None:
    """“in two weeks”: a date where the tense is the future, else how long something took."""
    if context.tense != "future" and not words.get("time"):
        return duration(words, context)
    return _moved(words, context.published, words["length"], forward=True)


def _moved(words: Words, start: dt.date, unit: str, *, forward: bool) -> Days:
    size, vague = count(words["number"]), is_vague(words["number"])
    if unit in {"second", "minute", "hour"}:
        ref = "FUTURE_REF" if forward else "PAST_REF"
        return Days(start, start, "day", ref if vague else start.isoformat(), "DATE")
    factor, base = cal.MANY.get(unit, (1, unit))
    days = cal.around(cal.shifted(start, (size if forward else -size) * factor, base), base)
    if days.start is None or days.end is None or not (vague or (unit in cal.MANY and base == "year")):
        return days
    slack = abs(start - days.start) / (2 if vague else 5)
    first, last = days.start - slack, min(days.end, cal.LAST_DAY - slack) + slack
    if vague and not forward:
        last = min(last, start)
    timex = days.timex if not vague else "FUTURE_REF" if forward else "PAST_REF"
    return Days(first, last, "vague", timex)


def past_span(words: Words, context: Context) -> Days:
    """“in the past six weeks”, “over the next 24 hours”: the time up to or from the report."""
    unit, number = words["length"], words["number"]
    size = count(number or "one")
    forward = _step(words) > 0
    moved = "day" if unit in {"second", "minute", "hour"} else unit
    steps = -(-size // 24) if unit == "hour" else size if moved == unit else 1
    far = cal.shifted(context.published, steps if forward else -steps, moved)
    start, end = (context.published, far) if forward else (far, context.published)
    plural = not number and words["plural"]
    return Days(
        start, end, "vague", cal.length("X" if plural or is_vague(number or "") else str(size), unit), "DURATION"
    )


def duration(words: Words, _context: Context) -> Days:
    """How long: no days of its own."""
    unit, number = words["length"], words.get("number")
    unit = "century" if unit.startswith("centur") else unit
    size = "X" if number is None or (is_vague(number) and "couple" not in number) else str(count(number))
    return Days(None, None, "vague", cal.length(size, unit), "DURATION")


def repeated(words: Words, _context: Context) -> Days:
    """How often: no days of its own."""
    unit = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month"}.get(words.whole)
    name = unit or words.get("length") or "year"
    if weekday_name := words.get("weekday"):
        number = cal.WEEKDAYS.index(weekday_name) + 1
        return Days(None, None, "vague", f"XXXX-WXX-{number}", "SET")
    return Days(None, None, "vague", cal.length(str(count(words.get("number") or "one")), name), "SET")


# Seen from the day last spoken of


def same_day(words: Words, context: Context) -> Days | None:
    """“the same day”, “the following week”, “later that year”."""
    unit = words.get("unit") or "day"
    seen = context.reference if unit in {"day", "week", "weekend", "fortnight"} else context.lately
    if seen is None:
        return None
    way = words.get("way") or "same"
    step = (
        -1 if way in {"before", "previous", "earlier"} else 1 if way in {"after", "next", "following", "later"} else 0
    )
    return cal.around(cal.shifted(seen, step, unit), unit)


def now(_words: Words, context: Context) -> Days:
    """The present."""
    return Days(context.published, context.published, "vague", "PRESENT_REF")


def soon(_words: Words, context: Context) -> Days:
    """The near future."""
    return Days(context.published, None, "vague", "FUTURE_REF")


def recently(_words: Words, context: Context) -> Days:
    """The last months."""
    return Days(cal.shifted(context.published, -3, "month"), context.published, "vague", "PAST_REF")


def in_recent(words: Words, context: Context) -> Days:
    """“in recent weeks”, “in the coming months”: a few of that unit."""
    unit, forward = words["length"], words["way"] == "coming"
    far = cal.shifted(context.published, 3 if forward else -3, "day" if unit in {"hour", "minute"} else unit)
    start, end = (context.published, far) if forward else (far, context.published)
    return Days(start, end, "vague", "FUTURE_REF" if forward else "PAST_REF")
