"""Finding the expressions of time in a text and the days they mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from detente.claims.claim import Happened, Span
from detente.claims.dates.calendar import Context, Tense
from detente.claims.dates.cues import Cues
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
    text = sentence.text
    base = sentence.offset + sentence.parsed.start_char
    cues = Cues(text)
    waiting = [found for order, rule in enumerate(RULES) if cues.has(rule.cues) and (found := _next(order, text, 0))]
    heapify(waiting)
    times: list[TimeExpression] = []
    free = 0
    while waiting:
        start, end, order, words = heappop(waiting)
        at = max(free, words.match.end())
        if start < free:
            at = free
        elif time := _time_at((base + start, base - end), words, RULES[order], sentence, spoken):
            times.append(time)
            free = -end
        if following := _next(order, text, at):
            heappush(waiting, following)
    return times


def _next(order: int, text: str, at: int) -> tuple[int, int, int, Words] | None:
    """What a rule matches next from a place on: its start, its end below zero, the rule's place, the words.

    Of those that begin together the longest comes first, then that of the first rule.
    """
    match = RULES[order].pattern.search(text, at)
    if match is None:
        return None
    words = Words(match)
    return words.span[0], -words.span[1], order, words


def _time_at(span: Span, words: Words, rule: Rule, sentence: Sentence, spoken: Spoken) -> TimeExpression | None:
    """The expression that a rule reads from the words it has matched, if it is one in its sentence."""
    tokens = sentence.at(*span)
    if tokens is None or only_looks_like_a_time(tokens):
        return None
    days = rule.days(words, spoken.context(tense_around(sentence, *span)))
    if days is None:
        return None
    text = words.match.string[slice(*words.span)]
    value = Happened(start=days.start, end=days.end, precision=days.precision, text=text, span=span)
    time = TimeExpression(span, text, value, days.kind, days.timex, days.why)
    spoken.hear(time)
    return time
