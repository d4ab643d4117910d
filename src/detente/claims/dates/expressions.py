"""Finding the expressions of time in a text and the days they mean."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right

from spacy.tokens import Token

from detente.claims.claim import Happened
from detente.claims.dates.calendar import Context, Tense
from detente.claims.dates.rules import RULES
from detente.claims.document import Document, Sentence, TimeExpression
from detente.claims.relations.composition import is_future
from detente.claims.syntax import governing_verb, is_verb
from detente.knowledge.words import words


def find_times(document: Document) -> None:
    """Adds every expression of time in the document's sentences, in the order of the text."""
    reference: dt.date | None = None
    for sentence in document.sentences:
        for expression in times_in(sentence, document.published, reference):
            document.times.append(expression)
            if expression.value.start is not None and expression.value.start == expression.value.end:
                reference = expression.value.start


def times_in(sentence: Sentence, published: dt.date, reference: dt.date | None) -> list[TimeExpression]:
    """The expressions of time of one sentence; where two rules match, the longer words count."""
    text = sentence.text
    base = sentence.offset + sentence.parsed.start_char
    spans = sorted(
        ((m.start(), m.end(), m, rule) for rule in RULES for m in rule.pattern.finditer(text)),
        key=lambda found: (-(found[1] - found[0]), found[0]),
    )
    taken: list[tuple[int, int]] = []
    found: list[TimeExpression] = []
    for start, end, match, rule in spans:
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        context = Context(published, tense_around(sentence, base + start, base + end), reference)
        days = rule.days(match, context)
        if days is None:
            continue
        taken.append((start, end))
        lead = len(text[start:end]) - len(text[start:end].lstrip())
        span = (base + start + lead, base + end)
        words = text[start + lead : end]
        found.append(
            TimeExpression(
                span,
                words,
                Happened(start=days.start, end=days.end, precision=days.precision, text=words, span=span),
                days.kind,
                days.timex,
            )
        )
    return sorted(found, key=lambda expression: expression.span)


def tense_around(sentence: Sentence, start: int, end: int) -> Tense:
    """The tense of the verb that an expression hangs on."""
    tokens = sentence.at(start, end)
    if tokens is None:
        return "past"
    verb = tokens.root if is_verb(tokens.root) else governing_verb(tokens.root)
    return _tense(verb) if verb is not None else "past"


def _tense(verb: Token) -> Tense:
    if is_future(verb):
        return "future"
    if verb.tag_ in {"VBD", "VBN"} or any(
        c.tag_ == "VBD" or c.lower_ in {"has", "have", "had"} for c in verb.children if c.dep_ in {"aux", "auxpass"}
    ):
        return "past"
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ in _LOOKS_AHEAD:
        return "future"
    if verb.dep_ == "xcomp" and is_verb(verb.head):
        return _tense(verb.head)
    return "future" if verb.tag_ == "VBG" and any(c.lower_ in {"is", "are"} for c in verb.children) else "present"


_LOOKS_AHEAD = words("looks ahead")


def expression_at(document: Document, start: int, end: int) -> TimeExpression | None:
    """The first expression of time that begins within these characters."""
    starts = [time.span[0] for time in document.times]
    index = bisect_right(starts, start - 1)
    return document.times[index] if index < len(starts) and starts[index] < end else None
