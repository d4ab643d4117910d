"""Finding the expressions of time in a text and the days they mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from detente.claims.claim import Happened, Span
from detente.claims.dates.calendar import Context, Days, Tense
from detente.claims.dates.history import is_history
from detente.claims.dates.lookalikes import only_looks_like_a_time
from detente.claims.dates.rule import Rule, Words
from detente.claims.dates.rules import RULES
from detente.claims.dates.tense import tense_around
from detente.claims.document import Document, Sentence, TimeExpression


def find_times(document: Document) -> None:
    """Adds every expression of time in the document's sentences, in the order of the text."""
    spoken = Spoken(document.published, history=is_history(document.report.text, document.published))
    for sentence in document.sentences:
        document.times += times_in(sentence, spoken)


@dataclass
class Spoken:
    """The days last spoken of, which "the same day" and "later that year" look back to."""

    published: dt.date
    history: bool = False
    day: dt.date | None = None
    lately: dt.date | None = None

    def context(self, tense: Tense) -> Context:
        """What an expression with a tense around it is seen from."""
        return Context(self.published, tense, self.day, self.lately, self.history)

    def hear(self, expression: TimeExpression) -> None:
        """Takes note of the days of an expression; those of the report's own time are no part of a history."""
        start, end = expression.value.start, expression.value.end
        if start is None or end is None or expression.value.precision == "vague":
            return
        if self.history and end.year >= self.published.year:
            return
        self.lately = start
        if start == end:
            self.day = start
        elif self.history and self.day is not None and not start <= self.day <= end:
            self.day = None


def times_in(sentence: Sentence, spoken: Spoken) -> list[TimeExpression]:
    """The expressions of time of one sentence; of two that overlap, the first and longest counts."""
    base = sentence.offset + sentence.parsed.start_char
    found: list[TimeExpression] = []
    for start, end, words, rule in _candidates(sentence.text):
        span = (base + start, base + end)
        if found and span[0] < found[-1].span[1]:
            continue
        tokens = sentence.at(*span)
        if tokens is None or only_looks_like_a_time(tokens):
            continue
        days = rule.days(words, spoken.context(tense_around(sentence, *span)))
        if days is None:
            continue
        found.append(_expression(sentence.text[start:end], span, days))
        spoken.hear(found[-1])
    return found


def _candidates(text: str) -> list[tuple[int, int, Words, Rule]]:
    """What the rules match in a text, from left to right, of those that begin together the longest first."""
    matches = [(words, rule) for rule in RULES for words in map(Words, rule.pattern.finditer(text))]
    return sorted(
        ((*words.span, words, rule) for words, rule in matches), key=lambda candidate: (candidate[0], -candidate[1])
    )


def _expression(text: str, span: Span, days: Days) -> TimeExpression:
    value = Happened(start=days.start, end=days.end, precision=days.precision, text=text, span=span)
    return TimeExpression(span, text, value, days.kind, days.timex, days.why)
