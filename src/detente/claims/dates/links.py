"""How a word between an act and a date moves the days: "since May", "by Friday", "two days after the summit".

A link is looked for on the way up from the date to the act. It says something else of a bare date ("before 2014":
any time before) than of a happening with one ("before Friday's summit": shortly before).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from detente.claims.claim import Happened
from detente.claims.dates.calendar import ONE_DAY, shifted
from detente.claims.document import Document, Sentence

Kind = Literal["since", "until", "before", "by", "after", "from", "eve"]
KINDS: dict[str, Kind] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "before": "before",
    "ahead": "before",
    "prior": "before",
    "by": "by",
    "after": "after",
    "following": "after",
    "from": "from",
    "eve": "eve",
}
_DATE_ONLY = frozenset({"by", "from", "until"})
"""Links of a bare date: "by" and "from" before other words mean an agent or an origin."""
BESIDE = dt.timedelta(days=14)
"""How far before or after a happening something set beside it is taken to lie."""
_LENGTH = re.compile(r"P(?P<clock>T?)(?P<size>\d+|X)(?P<unit>[DWMYHQS])")
_UNITS: dict[str, Literal["day", "week", "month", "year"]] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_HALF = {"day": dt.timedelta(0), "week": dt.timedelta(3), "month": dt.timedelta(15), "year": dt.timedelta(182)}
_SEVERAL = 6
"""How many of a unit "days after" can mean at most."""


@dataclass(frozen=True, slots=True)
class Distance:
    """How long before or after: "two days after the summit"; no size where the words are "days after"."""

    size: int | None
    unit: Literal["day", "week", "month", "year"]

    def from_(self, value: Happened, *, later: bool) -> Happened:
        """The days so far from others; as far on both sides as half a unit, for "seven years" is no count of days."""
        if value.start is None or value.end is None:
            return value
        sign = 1 if later else -1
        size = self.size if self.size is not None else _SEVERAL
        start, end = shifted(value.start, sign * size, self.unit), shifted(value.end, sign * size, self.unit)
        if self.size is None:
            start, end = min(start, value.start), max(end, value.end)
        slack = _HALF[self.unit]
        exact = self.size is not None and not slack
        return value.model_copy(
            update={
                "start": start - slack,
                "end": end + slack,
                "precision": value.precision if exact else "vague",
            }
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A word that sets an act beside a date."""

    kind: Kind
    words: str
    of_a_happening: bool = False
    distance: Distance | None = None

    def move(self, value: Happened, published: dt.date) -> Happened:
        """The days of the act, from those of the date."""
        if self.distance is not None and self.kind in {"before", "after"}:
            return self.distance.from_(value, later=self.kind == "after")
        start, end = (_BESIDE if self.of_a_happening else _MOVES).get(self.kind, _MOVES[self.kind])(value, published)
        if start is not None and end is not None and start > end:
            start = None
        precision = "day" if self.kind == "eve" else "vague"
        return value.model_copy(update={"start": start, "end": end, "precision": precision})


Range = tuple[dt.date | None, dt.date | None]


def _until(value: Happened, published: dt.date) -> Range:
    ahead = value.end is not None and value.end > published
    return (published if ahead else None, value.end)


def _before(value: Happened, published: dt.date) -> Range:
    return _until(value.model_copy(update={"end": value.start - ONE_DAY if value.start else None}), published)


def _since(value: Happened, published: dt.date) -> Range:
    return (value.start, published if value.start and value.start <= published else None)


def _after(value: Happened, published: dt.date) -> Range:
    start = value.end if value.end is None or value.start == value.end else value.end + ONE_DAY
    return _since(value.model_copy(update={"start": start}), published)


def _eve(value: Happened, _published: dt.date) -> Range:
    day = value.start - ONE_DAY if value.start else None
    return (day, day)


def _shortly_before(value: Happened, published: dt.date) -> Range:
    return (value.start - BESIDE, value.end) if value.start else _before(value, published)


def _shortly_after(value: Happened, published: dt.date) -> Range:
    end = value.end + BESIDE if value.end else None
    return (value.start, min(end, published) if end and value.start and value.start <= published else end)


_MOVES: dict[Kind, Callable[[Happened, dt.date], Range]] = {
    "since": _since,
    "until": _until,
    "before": _before,
    "by": _until,
    "after": _after,
    "from": _since,
    "eve": _eve,
}
_BESIDE: dict[Kind, Callable[[Happened, dt.date], Range]] = {"before": _shortly_before, "after": _shortly_after}


def linked(document: Document, sentence: Sentence, root: Token, act: Token) -> Link | None:
    """The link on the way up from a date (the head of its words) to an act."""
    token, steps = root, 0
    while not (token == act or token.is_ancestor(act) or token.head == token):
        token, steps = token.head, steps + 1
        kind = KINDS.get(token.lower_)
        if kind is not None and token != act and (steps == 1 or kind not in _DATE_ONLY):
            return Link(kind, token.text, steps > 1, distance(document, sentence, token))
    return None


def distance(document: Document, sentence: Sentence, word: Token) -> Distance | None:
    """The length of time that stands before "after" or "before"."""
    for expression in document.times:
        if expression.kind != "DURATION" or not sentence.span[0] <= expression.span[0] < sentence.span[1]:
            continue
        tokens = sentence.at(*expression.span)
        if tokens is not None and tokens.end == word.i and (length := _LENGTH.match(expression.timex)):
            size = int(length["size"]) if length["size"].isdigit() else None
            if length["clock"]:
                return Distance(0 if size is not None else None, "day")
            return Distance(size, _UNITS[length["unit"]]) if length["unit"] in _UNITS else None
    return None
