"""Finding the expressions of time in a text and the days they mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from detente.claims.claim import Happened, Span
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import Words
from detente.claims.dates.rules import RULES, Rule
from detente.claims.dates.tense import tense_around
from detente.claims.document import Document, Sentence, TimeExpression


def find_times(document: Document) -> None:
    """Adds every expression of time in the document's sentences, in the order of the text."""
    spoken = Spoken()
    for sentence in document.sentences:
        document.times += times_in(sentence, document.published, spoken)


@dataclass
class Spoken:
    """The days last spoken of, which "the same day" and "later that year" look back to."""

    day: dt.date | None = None
    lately: dt.date | None = None

    def hear(self, expression: TimeExpression) -> None:
        """Takes note of the days of an expression."""
        value = expression.value
        if value.start is None or value.precision == "vague":
            return
        self.lately = value.start
        if value.start == value.end:
            self.day = value.start


def times_in(sentence: Sentence, published: dt.date, spoken: Spoken) -> list[TimeExpression]:
    """The expressions of time of one sentence; of two that overlap, the first and longest counts."""
    base = sentence.offset + sentence.parsed.start_char
    found: list[TimeExpression] = []
    for start, end, words, rule in _candidates(sentence.text):
        if found and base + start < found[-1].span[1]:
            continue
        tense = tense_around(sentence, base + start, base + end)
        days = rule.days(words, Context(published, tense, spoken.day, spoken.lately))
        if days is None:
            continue
        found.append(_expression(sentence.text[start:end], (base + start, base + end), days))
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
    return TimeExpression(span, text, value, days.kind, days.timex)
