"""The pieces that the patterns of dates are built from, and what the words in them count.

Everything matches in any case except the names of days and months: "march" and "may" are verbs.
"""

from __future__ import annotations

import re

from detente.claims.dates import calendar as cal
from detente.claims.dates.holidays import holidays
from detente.knowledge.words import numbers, words

COUNTS = numbers("count") | {"hundred": 100, "dozen": 12, "half a dozen": 6}
VAGUE_COUNTS = numbers("vague")
_TENS = {word: value for word, value in COUNTS.items() if 20 <= value < 100}


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


NUMBER = (
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})?|(?:{_either(list(_TENS))})-(?:{_either(list(COUNTS))})|(?:a\s+)?(?:couple\s+of|few|"
    rf"dozen)|{_either([*COUNTS, *VAGUE_COUNTS])})"
)
WEEKDAY = "(?-i:(?P<weekday>" + "|".join(name.capitalize() for name in cal.WEEKDAYS) + "))"
MONTH_NAME = "|".join(name.capitalize() for name in cal.MONTHS)
MONTH = rf"(?-i:(?P<month>{MONTH_NAME}|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?))"
MONTH_ALONE = (
    r"(?-i:(?P<month>January|February|March(?!\s+(?:on|to|in|against|for|of\s+the))|April|"
    r"May(?=\s+and\s+[A-Z]|\s+(?:in|at|to|on|with|after|when|that|for|as|by)\b|['’]?\W*$|['’]?[,.;)]|['’]s)|June|July|"
    r"August|September|October|November|December))"
)
"""Months without a day or year; "March for Life" and "may" are none."""
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
UNIT = r"(?P<unit>day|week|month|year|decade|fortnight|quarter|century|weekend)"
LENGTH = r"(?P<length>second|minute|hour|day|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
PART = r"(?P<part>" + "|".join(cal.PARTS) + ")"
SEASON = r"(?P<season>" + "|".join(cal.SEASONS) + ")"
WHICH = r"(?P<which>last|next|this\s+past|this\s+coming|this|past|coming)"
THIRD = (
    r"(?:(?P<third>early|mid|middle|late|beginning|start|end|close|turn)(?:-|\s+(?:(?:of|in|on)\s+)?)"
    r"(?:the\s+|year\s+)?)?"
)
CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>a\.?m\b\.?|p\.?m\b\.?|o['’]clock|in\s+the\s+morning)"
    r"(?:\s+(?:local(?:\s+time)?|(?-i:[A-Z]{2,4})\b(?:\s+time)?))?"
)
CLOCK_24 = r"(?P<hour>[01]\d|2[0-3])[:.]?(?P<minute>[0-5]\d)(?:\s*(?:hours|hrs))?\s+(?:GMT|UTC|local(?:\s+time)?)"
HOLIDAY = rf"(?-i:(?P<holiday>{_either(list(holidays()))}))"
TIMETABLED_NOUNS = rf"(?:\w+\s+)?(?:{_either(sorted(words('timetabled nouns')))})s?\b"
"""Gatherings whose day is known beforehand: "Monday's summit" can lie ahead, "Monday's attack" cannot."""
DASH = r"\s*(?:-|–|—|/)\s*"
BEFORE_A_YEAR = (
    r"\b(?:in|since|from|until|till|by|of|during|before|after|between|through|throughout|back\s+to|as\s+far\s+back\s+as|"
    r"the|a|an|to|and|or|post-|pre-|around|circa|late|its|their|his|her|election|elections)\s*|"
    r"\(|(?<=[12]\d\d\d,\s)|['’]s\s+"
)
"""What must stand before four digits for them to be a year."""
THIRDS = {
    "beginning": "start",
    "turn": "start",
    "middle": "mid",
    "close": "end",
}
"""Other words for the parts of a range that `calendar.FRACTIONS` knows."""
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}


def again(piece: str) -> str:
    """A piece for a second place in a pattern: its groups get a `_` more, which `Words` looks through."""
    return re.sub(r"\(\?P<(\w+)>", r"(?P<\1_>", piece)


class Words:
    """The words that a pattern has matched, by the names of its groups."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match

    def written(self, name: str) -> str | None:
        """The words of a group as they stand; None where the pattern has no such group or it did not match."""
        groups = self.match.groupdict()
        return next((found for end in ("", "_", "__") if (found := groups.get(name + end))), None)

    def get(self, name: str) -> str | None:
        """The words of a group in lower case with single blanks."""
        written = self.written(name)
        return " ".join(written.lower().split()) if written else None

    def __getitem__(self, name: str) -> str:
        """The words of a group that every match of the pattern has."""
        return self.get(name) or ""

    @property
    def whole(self) -> str:
        """All words that matched, in lower case."""
        return " ".join(self.match.group().lower().split())

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the expression: those of the group `said`, else of the match."""
        groups = self.match.groupdict()
        name = next((n for n in ("said", "said_") if groups.get(n)), None)
        return self.match.span(name) if name else self.match.span()


def count(word: str) -> int:
    """The number that a word or digits say."""
    word = " ".join(word.lower().replace(",", "").split())
    if word.isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    if ones:
        return COUNTS[tens] + COUNTS[ones]
    word = word if word in COUNTS else word.removeprefix("a ") or word
    return COUNTS.get(word, VAGUE_COUNTS.get(word, 1))


def is_vague(word: str) -> bool:
    """Whether a number only says about how many ("several", "a few")."""
    return word.removeprefix("a ") in VAGUE_COUNTS


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return next(i for i, name in enumerate(cal.MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))
