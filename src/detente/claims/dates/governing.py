"""Which expression of time a claim stands under, and what is assumed where none does.

The expression nearest to the act within its own clause counts; one that dates only the telling ("said on Monday")
does not. Where the report gives no day, the claim is dated "on or shortly before the report", and says so by its
precision and its empty words.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.claim import Happened
from detente.claims.dates.tense import tense_around
from detente.claims.document import Document, Occasion, Sentence, TimeExpression
from detente.claims.syntax import is_verb
from detente.knowledge.countries import countries
from detente.knowledge.modality import commitments

SHORTLY = dt.timedelta(days=2)
"""How far before its report an undated happening of the news is taken to lie."""
BEFORE_OCCASION = dt.timedelta(days=14)
YEAR = dt.timedelta(days=365)
_BOUNDARY = frozenset({"ccomp", "relcl", "advcl", "parataxis", "conj", "csubj"})


@dataclass(frozen=True, slots=True)
class Dated:
    """When something happened and why that is thought."""

    happened: Happened
    why: str


def date_of(document: Document, sentence: Sentence, trigger: Token, tense: str) -> Dated:
    """The days of an act, from its own words, the occasion it belongs to, or the report's date."""
    expression = _governing(document, sentence, trigger)
    occasion = _occasion(document, sentence, trigger)
    if expression is not None and not (occasion and expression.value.start is None):
        return _from_expression(document, sentence, expression)
    if occasion is not None and occasion.happened is not None:
        return _from_occasion(sentence, trigger, occasion)
    told = _telling(document, sentence, trigger)
    if told is not None and tense != "future":
        return _from_telling(document, told)
    return _assumed(document, tense)


def _governing(document: Document, sentence: Sentence, trigger: Token) -> TimeExpression | None:
    """The expression with the fewest steps to the act, none of them into another clause."""
    start, end = sentence.span
    best: tuple[int, int, TimeExpression] | None = None
    for expression in document.times:
        if not start <= expression.span[0] < end or expression.kind == "SET":
            continue
        if expression.kind == "DURATION" and expression.value.start is None:
            continue
        tokens = sentence.at(*expression.span)
        if tokens is None:
            continue
        steps = steps_between(tokens.root, trigger)
        if steps is None:
            continue
        ranked = (steps, abs(tokens.root.i - trigger.i), expression)
        if best is None or ranked[:2] < best[:2]:
            best = ranked
    return best[2] if best else None


def steps_between(root: Token, trigger: Token) -> int | None:
    """How far up from an expression, then down, the act lies; None where a clause lies between."""
    ups: dict[int, int] = {trigger.i: 0}
    token, steps = trigger, 0
    while token.head != token:
        if is_verb(token) and token.dep_ in {"relcl", "parataxis", "ccomp", "advcl", "acl"} and token.dep_ != "xcomp":
            break
        if is_verb(token) and token.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children):
            break
        token = token.head
        steps += 1
        ups[token.i] = steps
    token, down = root, 0
    while token.i not in ups:
        if token.head == token or _closes_clause(token):
            return None
        token = token.head
        down += 1
    return down + 2 * ups[token.i]


def _closes_clause(token: Token) -> bool:
    """Whether an expression below a token dates only what stands there: a clause of its own, an apposition."""
    if token.dep_ == "appos":
        return True
    own_subject = token.dep_ == "pcomp" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
    return is_verb(token) and (token.dep_ in _BOUNDARY or own_subject)


def _from_expression(document: Document, sentence: Sentence, expression: TimeExpression) -> Dated:
    value = expression.value
    before = _word_before(sentence, expression)
    if before == "since" and value.start is not None:
        value = value.model_copy(update={"end": document.published, "precision": "vague"})
        return Dated(value, f"“since {expression.text}”: from {value.start} to the report's date")
    if before in {"until", "before", "by"} and value.end is not None and before != "by":
        value = value.model_copy(update={"start": None, "end": value.start, "precision": "vague"})
        return Dated(value, f"“{before} {expression.text}”: no later than {value.end}")
    told = f"{value.start}" if value.start == value.end else f"{value.start} to {value.end}"
    seen_from = document.published.strftime("%A %Y-%m-%d")
    tense = tense_around(sentence, *expression.span)
    return Dated(value, f"“{expression.text}” ({tense}) seen from the report's date, {seen_from}: {told}")


def _word_before(sentence: Sentence, expression: TimeExpression) -> str:
    tokens = sentence.at(*expression.span)
    if tokens is None or tokens.start <= sentence.parsed.start:
        return ""
    return str(sentence.token(tokens.start - 1).lower_)


def _occasion(document: Document, sentence: Sentence, trigger: Token) -> Occasion | None:
    """The dated gathering that an act is, takes part in, or is set beside."""
    near = {trigger.i, trigger.head.i, *(token.i for token in trigger.subtree)}
    for occasion in document.occasions:
        if occasion.sentence == sentence.index and occasion.root in near and occasion.happened is not None:
            return occasion
    return None


def _from_occasion(sentence: Sentence, trigger: Token, occasion: Occasion) -> Dated:
    happened = occasion.happened
    assert happened is not None
    link = _link(sentence, trigger, occasion)
    if link == "before" and happened.start is not None:
        moved = Happened(
            start=happened.start - BEFORE_OCCASION,
            end=happened.end,
            precision="vague",
            text=happened.text,
            span=happened.span,
        )
        return Dated(moved, f"shortly before the {occasion.noun} of {happened.start}")
    if link == "after" and happened.end is not None:
        moved = Happened(
            start=happened.start,
            end=happened.end + BEFORE_OCCASION,
            precision="vague",
            text=happened.text,
            span=happened.span,
        )
        return Dated(moved, f"after the {occasion.noun} of {happened.end}")
    return Dated(happened, f"the day of the {occasion.noun}: {happened.text or happened.start}")


def _telling(document: Document, sentence: Sentence, trigger: Token) -> TimeExpression | None:
    """The expression that dates the saying of what an act is told in."""
    clause = trigger
    while clause.head != clause and clause.dep_ != "ccomp":
        clause = clause.head
    if clause.dep_ != "ccomp" or (clause.head.lemma_.lower(), "v") not in commitments():
        return None
    return _governing(document, sentence, clause.head)


def _from_telling(document: Document, told: TimeExpression) -> Dated:
    """What was told on a day happened on it or shortly before."""
    start, end = told.value.start, told.value.end
    if start is None or end is None:
        return _assumed(document, "past")
    if told.value.precision in {"day", "part of day"}:
        start -= SHORTLY
    value = Happened(start=start, end=min(end, document.published), precision="vague", text=told.text, span=told.span)
    return Dated(value, f"no day given; told “{told.text}”, so on or shortly before it")


def _link(sentence: Sentence, trigger: Token, occasion: Occasion) -> str | None:
    token = sentence.token(occasion.root)
    while token not in {trigger, token.head}:
        if token.lower_ in {"before", "ahead"}:
            return "before"
        if token.lower_ in {"after", "following"}:
            return "after"
        token = token.head
    return None


def _assumed(document: Document, tense: str) -> Dated:
    published = document.published
    if tense == "future":
        value = Happened(start=published, end=None, precision="vague")
        return Dated(value, "in the future, no day given: on or after the report's date")
    value = Happened(start=published - SHORTLY, end=published, precision="vague")
    return Dated(value, "no day given: on or shortly before the report's date")


def historical(document: Document, codes: list[str], begun: list[str]) -> Dated:
    """The years in which a state that is no more could act upon the others named.

    `begun`: those that were founded shortly before, as a state is before another is the first to recognise it.
    """
    starts = [countries()[code].term.start for code in codes if code in countries()]
    ends = [countries()[code].term.end for code in codes if code in countries()]
    start = max((day for day in starts if day), default=None)
    end = min((day for day in ends if day and day < document.published), default=None)
    if start and end and start > end:
        start = None
    founded = max((day for code in begun if code in countries() if (day := countries()[code].term.start)), default=None)
    if founded is not None:
        value = Happened(start=founded, end=founded + YEAR, precision="vague")
        return Dated(value, f"the first recognition of a state, soon after its founding on {founded}")
    value = Happened(start=start, end=end, precision="vague")
    return Dated(value, f"in the past, while all named existed: {start or '…'} to {end or '…'}")
