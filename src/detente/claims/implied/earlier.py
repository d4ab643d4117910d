"""When the earlier happening lay that a later one is counted from: "the second in six weeks", "the first since 2011".

The words stand after the noun that is counted. A window that no words give stays open: the happening lies at some
time before the report.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from spacy.tokens import Token

from detente.claims.claim import Happened, Span
from detente.claims.dates.amounts import count
from detente.claims.dates.calendar import shifted
from detente.claims.document import Document, Sentence, TimeExpression
from detente.knowledge.words import words

_COUNTED = re.compile(
    r"\b(?:in|within|over|during)\s+(?:(?P<atleast>more\s+than|over|at\s+least)\s+|(?P<atmost>nearly|almost|less\s+than|just)\s+)?"
    r"(?:the\s+(?:past|last|previous)\s+)?(?P<number>as\s+many|a|an|[\w-]+)?\s*"
    r"\b(?P<unit>day|week|month|year|decade|century|centurie)s?\b",
    re.IGNORECASE,
)
_WITHIN_THIS = re.compile(r"\b(?:this|so\s+far\s+this)\s+(?P<unit>week|month|year|decade|century)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?P<what>\S.*)", re.IGNORECASE)
_COUNTED_BY = words("counts from")
_TOLERANCE = 1
"""Units by which "in 20 years" may be off, either way."""


def is_compared(written: str) -> bool:
    """Whether words after a "first" say since when it is one: "since the war", "in 20 years"."""
    return _SINCE.search(written) is not None or _COUNTED.search(written) is not None


def is_round(written: str) -> bool:
    """Whether words count in round numbers: "in six weeks", but not "since March" or "this year"."""
    return _SINCE.search(written) is None and _COUNTED.search(written) is not None


def earlier_of_several(document: Document, sentence: Sentence, after: Span, ordinal: int) -> Happened:
    """The window of the one before "the second visit in six weeks"."""
    written = document.report.text[slice(*after)]
    since = _since(document, sentence, after)
    if since is not None and since.start is not None:
        return since.model_copy(update={"end": document.published, "precision": "vague"})
    counted, this = _COUNTED.search(written), _WITHIN_THIS.search(written)
    if counted is not None:
        start = shifted(document.published, -_number(counted, ordinal), _unit(counted))
        return _vague(start, document.published, counted, after)
    if this is not None:
        return _vague(_beginning(document.published, this["unit"].lower()), document.published, this, after)
    return Happened(start=None, end=document.published, precision="vague")


def last_before(document: Document, sentence: Sentence, after: Span) -> Happened:
    """The window of the one that "the first since 2011" or "the first in 20 years" compares with."""
    since = _since(document, sentence, after)
    if since is not None:
        return since
    counted = _COUNTED.search(document.report.text[slice(*after)])
    if counted is None:
        return Happened(start=None, end=document.published, precision="vague")
    number, unit = _number(counted, 1), _unit(counted)
    about = shifted(document.published, -number, unit)
    start = None if counted["atleast"] else shifted(about, -(0 if counted["atmost"] else _TOLERANCE), unit)
    end = about if counted["atleast"] else min(shifted(about, _TOLERANCE, unit), document.published)
    return _vague(start, end, counted, after)


def _since(document: Document, sentence: Sentence, after: Span) -> Happened | None:
    """The day or year after "since", or, where it is a happening ("since the war"), only its words."""
    since = _SINCE.search(document.report.text[slice(*after)])
    if since is None:
        return None
    at = after[0] + since.start("what")
    timed = _time_at(document.times, at, sentence.span[1])
    if timed is not None and timed.value.start is not None:
        text = document.report.text[after[0] + since.start() : timed.span[1]]
        return timed.value.model_copy(update={"text": text, "span": (after[0] + since.start(), timed.span[1])})
    return _vague(None, document.published, since, after)


def _time_at(times: Iterable[TimeExpression], start: int, end: int) -> TimeExpression | None:
    """The first expression of time within a few words."""
    near = [t for t in times if start <= t.span[0] < min(end, start + 12)]
    return min(near, key=lambda t: t.span, default=None)


def _number(found: re.Match[str], ordinal: int) -> int:
    word = (found["number"] or "").lower()
    return ordinal if word.startswith("as") else count(word) if word else 1


def _unit(found: re.Match[str]) -> str:
    unit = found["unit"].lower()
    return "century" if unit == "centurie" else unit


def _beginning(day: dt.date, unit: str) -> dt.date:
    years = {"year": 1, "decade": 10, "century": 100}
    if unit in years:
        return dt.date(day.year - day.year % years[unit], 1, 1)
    return day.replace(day=1) if unit == "month" else day - dt.timedelta(days=day.weekday())


def _vague(start: dt.date | None, end: dt.date | None, found: re.Match[str], after: Span) -> Happened:
    span = (after[0] + found.start(), after[0] + found.end())
    return Happened(start=start, end=end, precision="vague", text=found.group(), span=span)


def follows(noun: Token) -> Token:
    """The last token of what a noun is counted by: "in six weeks" and the like, whatever the parse hangs it on."""
    right = noun.right_edge
    if right.i + 1 >= len(noun.doc):
        return right
    after = noun.doc[right.i + 1]
    if after.lower_ not in _COUNTED_BY:
        return right
    phrase = after if after.dep_ == "prep" else after.head
    return max((right, phrase.right_edge), key=lambda token: token.i)
