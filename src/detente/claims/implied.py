"""What a report only presupposes: an earlier visit in "the second in six weeks", a founding in "the 75th anniversary".

Each rule looks at how a stated claim is qualified and adds the happening that must lie behind it: `ordinal`
("the second such visit"), `since` ("the first rotation since 2019"), `anniversary`, `resumption` ("resumed talks").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.claim import Commemorates, Happened, ImpliedBy
from detente.claims.dates.calendar import shifted
from detente.claims.dates.patterns import count
from detente.claims.document import Document, Mention, Sentence
from detente.claims.relations.arguments import parties_at
from detente.claims.relations.relation import Relation
from detente.claims.relations.triggers import triggers_at
from detente.claims.syntax import governing_verb, prepositional
from detente.knowledge.words import numbers, words

ORDINALS = numbers("ordinal")
_NUMBERED = re.compile(r"(\d{1,4})(?:st|nd|rd|th)", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:in|within)\s+(?:the\s+(?:past|last)\s+|just\s+|less\s+than\s+)?(\w+)\s+(day|week|month|year|decade)s?\b"
)
_SINCE = re.compile(r"\bsince\s+(?:[A-Z][a-z]+\s+)?(1[89]\d\d|20\d\d)\b")
_FOUNDING = words("beginnings")
_RECOGNISES = words("recognises a state")
_COUNTS_NO_ACT = words("ordinal counts no act")


@dataclass(frozen=True, slots=True)
class Implied:
    """A happening behind a stated one."""

    by: ImpliedBy
    trigger: Token
    happened: Happened
    why: str
    actors: tuple[Mention, ...] = ()
    type: str | None = None


def implied_by(document: Document, sentence: Sentence, relation: Relation) -> Iterator[Implied]:
    """The earlier happenings that a stated act presupposes."""
    for noun, ordinal in _ordinals_beside(sentence, relation):
        written = document.report.text[slice(*sentence.characters(noun.left_edge, noun.right_edge))]
        since = _SINCE.search(written)
        if since is not None:
            yield _last_one(sentence, noun, since, written)
        elif ordinal > 1:
            yield _earlier_one(document, sentence, noun, written)
    yield from _resumed(document, sentence, relation)


def _last_one(sentence: Sentence, noun: Token, since: re.Match[str], written: str) -> Implied:
    """The one that "the first since 2019" compares with."""
    year = int(since.group(1))
    happened = Happened(
        start=dt.date(year, 1, 1),
        end=dt.date(year, 12, 31),
        precision="year",
        text=since.group(),
        span=_span_in(sentence, noun, since),
    )
    return Implied("since", noun, happened, f"“{written}” presupposes one in {year}", _doers(sentence, noun))


def _earlier_one(document: Document, sentence: Sentence, noun: Token, written: str) -> Implied:
    """The one before "the second visit in six weeks"."""
    within = _WITHIN.search(written)
    hit = triggers_at(noun)
    happened = Happened(
        start=shifted(document.published, -count(within.group(1)), within.group(2)) if within else None,
        end=document.published,
        precision="vague",
        text=within.group() if within else None,
        span=_span_in(sentence, noun, within) if within else None,
    )
    why = f"“{written}” presupposes an earlier one"
    return Implied("ordinal", noun, happened, why, _doers(sentence, noun), hit.trigger.type if hit else None)


def _span_in(sentence: Sentence, noun: Token, found: re.Match[str]) -> tuple[int, int]:
    start = sentence.characters(noun.left_edge, noun)[0]
    return start + found.start(), start + found.end()


def _ordinals_beside(sentence: Sentence, relation: Relation) -> Iterator[tuple[Token, int]]:
    """Nouns with an ordinal that restate the act: an apposition, "its second visit", "the first such X since"."""
    trigger = sentence.token(relation.trigger)
    clause = governing_verb(trigger) if trigger.pos_ != "VERB" else trigger
    for token in sentence.tokens():
        ordinal = _ordinal(token)
        if ordinal is None or not _restates(token, trigger):
            continue
        if token.i in relation.words or (token.i > trigger.i and (clause is None or token in clause.subtree)):
            yield token, ordinal


def _restates(noun: Token, trigger: Token) -> bool:
    if noun.dep_ == "attr":
        return False
    marked = any(child.lower_ in {"such", "the", "its", "their", "his", "her"} for child in noun.lefts)
    apart = noun.dep_ in {"appos", "npadvmod", "dep", "conj", "ROOT", "nsubj", "attr"} or noun == trigger
    return marked and (apart or any(c.lower_ == "such" for c in noun.lefts))


def _ordinal(noun: Token) -> int | None:
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() in _COUNTS_NO_ACT:
        return None
    for child in noun.lefts:
        number = ORDINALS.get(child.lower_)
        numbered = _NUMBERED.fullmatch(child.text)
        if number or numbered:
            return number or int(numbered.group(1) if numbered else 0)
    return None


def _doers(sentence: Sentence, noun: Token) -> tuple[Mention, ...]:
    parties, _ = parties_at(sentence, prepositional(noun, "by"))
    return parties


def _resumed(document: Document, sentence: Sentence, relation: Relation) -> Iterator[Implied]:
    """What went on before: "resumed talks" means that there were talks."""
    trigger = sentence.token(relation.trigger)
    verbs = [trigger, *([trigger.head] if trigger.pos_ == "NOUN" else [])]
    for verb in verbs:
        if verb.lemma_.lower() in {"resume", "restart", "reopen", "revive"}:
            happened = Happened(start=None, end=document.published, precision="vague")
            yield Implied("resumption", trigger, happened, f"“{verb.text}” presupposes that it went on before")
            return


def is_first_to(trigger: Token) -> bool:
    """Whether an act is a recognition by "the first country to recognise" another, which follows its founding."""
    clause = trigger.dep_ in {"relcl", "acl", "xcomp"} and trigger.lemma_.lower() in _RECOGNISES
    return clause and any(child.lower_ == "first" for child in trigger.head.lefts)


def commemorated(document: Document, sentence: Sentence, trigger: Token) -> Commemorates | None:
    """What an observance looks back on: "the 75th anniversary of the country's founding" in 2023 means 1948."""
    for token in trigger.subtree:
        if token.lemma_.lower() != "anniversary":
            continue
        years = next((number for child in token.lefts if (number := _anniversary_number(child)) is not None), None)
        celebrated = next(iter(prepositional(token, "of")), None)
        if celebrated is None:
            celebrated = next((c for c in token.lefts if c.lemma_.lower() in _FOUNDING), None)
        parties, _ = parties_at(sentence, [t for t in (celebrated, token) if t is not None])
        return Commemorates(
            what=celebrated.lemma_.lower() if celebrated is not None else "anniversary",
            country=parties[0].country if parties else None,
            year=document.published.year - years if years else None,
        )
    return None


def _anniversary_number(token: Token) -> int | None:
    numbered = _NUMBERED.fullmatch(token.text)
    if numbered:
        return int(numbered.group(1))
    return ORDINALS.get(token.lower_)
