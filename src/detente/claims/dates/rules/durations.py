"""How long: "six weeks", "the past two years", "all day", "for decades", "two years and three months"."""

from __future__ import annotations

from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.amounts import count, is_vague, size
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import ABOUT, LENGTH, NUMBER, again
from detente.claims.dates.rule import Example, Words, rule

PLURALS = {"centurie": "century", "millennia": "millennium"}
LARGER = ("year", "month", "week", "day", "hour", "minute", "second")
"""Units of which a larger and a smaller can make one length."""
WHY = "a length of time"


def duration(words: Words, _context: Context) -> Days:
    """How long: no days of its own."""
    number = words.get("number")
    many = size(number) if number else None
    half = 0.5 if words.get("half_more") else 0
    return _length(cal.length(many + half if many is not None else None, _unit(words["length"])))


def two_lengths(words: Words, _context: Context) -> Days | None:
    """“two years and three months”: one value of both."""
    first, second = (words.match.group(name).lower() for name in ("length", "length_"))
    if first not in LARGER or second not in LARGER[LARGER.index(first) + 1 :]:
        return None
    sizes = (size(words.match.group(name)) for name in ("number", "number_"))
    return _length(cal.joined(*(cal.length(many, unit) for many, unit in zip(sizes, (first, second), strict=True))))


def whole(words: Words, _context: Context) -> Days:
    """“all day”, “the whole year”, “year-long”: one of the unit."""
    return _length(cal.length(1, _unit(words["length"])))


def _length(timex: str) -> Days:
    return Days(None, None, "vague", timex, "DURATION", WHY)


def _unit(word: str) -> str:
    return PLURALS.get(word, word)


def past_span(words: Words, context: Context) -> Days:
    """“in the past six weeks”, “over the next 24 hours”: the time up to or from the report."""
    unit, number = _unit(words["length"]), words.get("number")
    many, forward = count(number or "one"), words.step > 0
    moved = "day" if unit in {"second", "minute", "hour"} else unit
    steps = -(-many // 24) if unit == "hour" else many if moved == unit else 1
    far = cal.shifted(context.published, steps if forward else -steps, moved)
    start, end = (context.published, far) if forward else (far, context.published)
    vague = (not number and words["plural"]) or (number is not None and is_vague(number))
    why = f"the time {'from' if forward else 'up to'} {context.standpoint}"
    return Days(start, end, "vague", cal.length(None if vague else size(number or "one"), unit), "DURATION", why)


def in_recent(words: Words, context: Context) -> Days:
    """“in recent weeks”, “in the coming months”: a few of that unit."""
    unit, forward = _unit(words["length"]), words["way"] == "coming"
    moved = "day" if unit in {"second", "minute", "hour"} else unit
    far = cal.shifted(context.published, 3 if forward else -3, moved)
    start, end = (context.published, far) if forward else (far, context.published)
    why = f"a few {moved}s {'from' if forward else 'up to'} {context.standpoint}"
    return Days(start, end, "vague", cal.length(None, unit), "DURATION", why)


_KIND = (
    r"(?:(?:more|additional|extra|consecutive|straight|successive|full|whole|long|short|entire|solid|further|"
    r"working|business|calendar|trading)\s+)?"
)
_NOT_AN_AGE = r"(?!['’]?[\s-]+olds?\b|\s+of\s+age)"

RULES = (
    rule(
        "the past six weeks",
        ("past", "last", "next", "coming", "following", "previous"),
        rf"(?:the|its|his|her|their)\s+(?P<which>past|last|next|coming|following|previous)\s+(?:{NUMBER}\s+)?{LENGTH}(?P<plural>s?)",
        past_span,
        Example("in the past six weeks", "2023-09-09", "2023-07-29", "2023-09-09", "P6W"),
        Example("in the past 24 hours", "1991-01-18", "1991-01-17", "1991-01-18", "PT24H"),
        Example("over the next two years", "1991-01-18", "1991-01-18", "1993-01-18", "P2Y", "future"),
        Example("the past decade", "1998-10-25", "1988-10-25", "1998-10-25", "P10Y"),
    ),
    rule(
        "recent weeks, the coming days",
        ("recent", "coming"),
        rf"(?:the\s+)?(?P<way>recent|coming)\s+{LENGTH}s",
        in_recent,
        Example("in recent days", "2012-03-15", "2012-03-12", "2012-03-15", "PXD"),
        Example("in the coming weeks", "2012-03-15", "2012-03-15", "2012-04-05", "PXW", "future"),
    ),
    rule(
        "six weeks",
        cues.LENGTH,
        rf"{ABOUT}(?!an?\s+(?:(?:second|quarter)\b|\w+-?long\b)){NUMBER}[\s-]+{_KIND}{LENGTH}s?(?P<half_more>\s+and\s+a\s+half)?(?:-long)?{_NOT_AN_AGE}(?!-on-)"
        rf"(?!\s+of\s+the\s+(?:century|year|decade)\b)",
        duration,
        Example("six weeks", "2023-09-09", None, None, "P6W"),
        Example("a few days", "2023-09-09", None, None, "PXD"),
        Example("three-day", "2023-09-09", None, None, "P3D"),
        Example("two decades", "2023-09-09", None, None, "P20Y"),
        Example("half an hour", "2023-09-09", None, None, "PT30M"),
        Example("two and a half years", "2023-09-09", None, None, "P2Y6M"),
        Example("a year and a half", "2023-09-09", None, None, "P1Y6M"),
        Example("three straight weeks", "2023-09-09", None, None, "P3W"),
        Example("two fortnights", "2023-09-09", None, None, "P4W"),
    ),
    rule(
        "two years and three months",
        ("year", "month", "week", "hour", "minute"),
        rf"{ABOUT}{NUMBER}[\s-]+{LENGTH}s?(?:,|\s+and|,\s+and)?\s+{again(NUMBER)}[\s-]+{again(LENGTH)}s?{_NOT_AN_AGE}",
        two_lengths,
        Example("two years and three months", "2023-09-09", None, None, "P2Y3M"),
        Example("1 hour 20 minutes", "2023-09-09", None, None, "PT1H20M"),
    ),
    rule(
        "all day, year-long",
        ("all", "another", "long", "whole", "entire", "full"),
        r"(?:all|another)\s+(?P<length>day|night|week|month|year|decade)(?!['’]s)(?:\s+long)?|"
        r"(?:the|an?)\s+(?:whole|entire|full)\s+(?P<length_>hour|day|night|week|month|year|decade|century)|"
        r"(?P<length__>hour|day|night|week|month|year|decade|century)-?long",
        whole,
        Example("all day", "2023-09-09", None, None, "P1D"),
        Example("the whole week", "2023-09-09", None, None, "P1W"),
        Example("year-long", "2023-09-09", None, None, "P1Y"),
    ),
    rule(
        "for weeks, years of war",
        cues.LENGTH,
        rf"(?:for|in\s+the|within|after|in|over|over\s+the|during\s+the|last|lasted|take|took|takes|spent|spend)\s+(?P<said>{LENGTH}s)(?!\s*['’])"
        r"|(?P<said_>(?P<length_>hour|day|week|month|year|decade|centurie)s(?=\s+(?:of|after|before)\b))"
        r"|(?P<said__>(?P<length__>hour|day|week|month|year|decade|centurie)s-(?:long|old))",
        duration,
        Example("for weeks", "2000-01-07", None, None, "PXW"),
        Example("decades-long", "2000-01-07", None, None, "PXY"),
        Example("years of war", "2000-01-07", None, None, "PXY"),
    ),
)
