"""The pieces that the patterns of dates are built from.

Everything matches in any case except the names of days and months: "march" and "may" are verbs.
"""

from __future__ import annotations

import re

from detente.claims.dates import calendar as cal
from detente.claims.dates.amounts import COUNTS, TENS, VAGUE_COUNTS
from detente.claims.dates.holidays import holidays
from detente.knowledge.words import numbers, words


def either(words: list[str]) -> str:
    """Any of some words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def again(piece: str) -> str:
    """A piece for a second place in a pattern: its groups get a `_` more, which `Words` looks through."""
    return re.sub(r"\(\?P<(\w+)>", r"(?P<\1_>", piece)


def unnamed(piece: str) -> str:
    """A piece that is only looked at: its groups lose their names."""
    return re.sub(r"\?P<\w+>", "?:", piece)


HALF_MORE = r"(?:½|\s+1/2|[\s-]+and[\s-]+(?:a|one)[\s-]+half)"
_NUMBER_WORDS = [word for word in [*COUNTS, *VAGUE_COUNTS] if word != "many"]
NUMBER = (
    r"(?P<number>(?:\d{1,4}(?:,\d{3})*(?:\.\d+)?|"
    rf"(?:{either(list(TENS))})[\s-](?:{either(list(COUNTS))})|(?:a\s+)?(?:couple\s+of|couple|few|dozen)|"
    r"(?:a|one|two|three|several)\s+hundred|(?:(?:tens|dozens|hundreds)\s+of\s+)?(?:thousands|millions)\s+of|(?:dozens|hundreds|scores|tens)\s+of|a\s+(?:good|great)\s+many|"
    rf"a\s+number\s+of|half(?:\s+an?|-)?|(?<!as\s)many|{either(_NUMBER_WORDS)}){HALF_MORE}?)"
)
_DAY_NAME = "|".join(name.capitalize() for name in cal.WEEKDAYS)
WEEKDAY = f"(?-i:(?P<weekday>{_DAY_NAME}|{_DAY_NAME.upper()}))"
MONTH_NAME = "|".join(name.capitalize() for name in cal.MONTHS)
_MONTH_SHORT = r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
MONTH = f"(?-i:(?P<month>{MONTH_NAME}|{MONTH_NAME.upper()}|{_MONTH_SHORT}|{_MONTH_SHORT.upper()}))"
MONTH_ALONE = (
    rf"(?-i:(?P<month>{MONTH_NAME.replace('March', 'March(?! (?:on|to|against|for|of the))')}"
    r"|(?:Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec)\.(?!\s*\d)))"
)
"""Months without a day or year; "March for Life" is none, and what "May" is, its sentence must tell."""
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1\d\d\d|20\d\d)"
UNIT = r"(?P<unit>day|week|month|year|decade|fortnight|quarter|century|weekend)"
LENGTH = (
    r"(?P<length>second|minute|hour|day|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie)|"
    r"millenni(?:um|a))"
)
PART = r"(?P<part>" + "|".join(cal.PARTS) + ")"
SEASON = r"(?P<season>" + "|".join(cal.SEASONS) + ")"
WHICH = r"(?P<which>last|next|this\s+past|this\s+coming|this|past|coming|previous|following)"
THIRD_NAME = r"(?:early|mid|middle|late|beginning|start|end|close|turn|height)"
THIRD = (
    r"(?:(?P<third>(?:early|mid|middle|late)(?=-|\s)|(?:beginning|start|end|close|turn)(?=-|\s+of\s))"
    r"(?:-|\s+(?:(?:of|in|on)\s+)?)(?:the\s+|year\s+)?)?"
)
ZONE = r"(?:local(?:\s+time)?|(?-i:GMT|UTC|BST|CET|CEST|MSK|IST|JST|HKT|[ECMP][SD]?T)\b(?:\s+time)?)"
CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>a\.?m\b\.?|p\.?m\b\.?|o['’]clock|in\s+the\s+morning)"
    rf"(?:\s+\(?{ZONE}\)?)?"
)
CLOCK_24 = (
    r"(?P<hour>[01]\d|2[0-3])[:.]?(?P<minute>[0-5]\d)(?:\s*(?:hours|hrs|h)\b(?:\s+(?:GMT|UTC|local(?:\s+time)?))?|"
    rf"\s+{ZONE})"
)
CLOCK_NAME = r"(?P<name>noon|midday|midnight)"
HOLIDAY = rf"(?-i:(?P<holiday>{either(list(holidays()))}))"
TIMETABLED_NOUNS = rf"(?:\w+\s+)?(?:{either(sorted(words('timetabled nouns')))})s?\b"
"""Gatherings whose day is known beforehand: "Monday's summit" can lie ahead, "Monday's attack" cannot."""
ORDINAL_WORD = either(
    [*numbers("ordinal"), *(f"{ten}-{nth}" for ten in TENS for nth, n in numbers("ordinal").items() if n < 10)]
)
ORDINAL = rf"(?P<nth>{ORDINAL_WORD}|\d{{1,2}}(?:st|nd|rd|th))"
DASH = r"\s*(?:-|–|—|/)\s*"
UP_TO = rf"(?:{DASH}|\s+(?:to|and|or|until|through)\s+(?:the\s+)?)"
"""What joins the two ends of a range."""
BEFORE_A_YEAR = (
    r"\b(?:in|since|from|until|till|by|of|during|before|after|between|through|throughout|back\s+to|as\s+far\s+back\s+as|"
    r"the|a|an|to|and|or|post-|pre-|around|circa|late|its|their|his|her|election|elections)\s*|"
    r"\(|(?<=[12]\d\d\d,\s)|['’]s\s+"
)
"""What must stand before four digits for them to be a year."""
ON = rf"(?:(?:{WEEKDAY}|(?-i:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\.),?\s+(?:the\s+)?)?"
THE_PART_OF = (
    rf"(?:(?:(?:the\s+)?(?:early\s+|late\s+)?{PART}\s+(?:of|on)|the\s+(?:early\s+|late\s+)?hours\s+of)\s+(?:the\s+)?)?"
)
AT = rf"(?:(?:{CLOCK}|{CLOCK_NAME}|(?P<hour_>[01]?\d):(?P<minute_>[0-5]\d)|{again(again(CLOCK_24))}),?\s+(?:on\s+)?)?"
SOON = r"(?:(?:late|early|earlier|later)\s+on\s+)?"
SOON_AFTER = r"(?:(?:late|early|earlier|later)\s+(?:on\s+)?)?"
ABOUT = (
    r"(?:(?:more|less|fewer|longer)\s+than\s+|at\s+(?:least|most)\s+|nearly\s+|almost\s+|about\s+|around\s+|over\s+|"
    r"roughly\s+|approximately\s+|just\s+(?:over|under)\s+|up\s+to\s+|under\s+|some\s+)?"
)
YEAR_TOLD = (
    r"(?:,?\s+(?:of\s+|in\s+)?(?P<told>that(?:\s+same)?|the\s+(?:same|next|following|previous|preceding))\s+year)"
)
THIRDS = {
    "beginning": "start",
    "turn": "start",
    "middle": "mid",
    "close": "end",
}
"""Other words for the parts of a range that `calendar.FRACTIONS` knows."""
STEPS = {
    **dict.fromkeys(("last", "past", "previous", "preceding"), -1),
    **dict.fromkeys(("this", "that", "same", "current"), 0),
    **dict.fromkeys(("next", "coming", "following"), 1),
}
"""How many units from where one stands a word points."""
