"""What an observance looks back on: "the 75th anniversary of the country's founding" in 2023 means 1948.

Where what is commemorated is itself an act between parties ("the 60th anniversary of the treaty between ..."), it is a
happening of its own, in the year that the number implies.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.claim import Commemorates, Happened
from detente.claims.document import Document, Mention, Sentence
from detente.claims.relations.arguments import parties_at
from detente.claims.relations.relation import Relation
from detente.claims.relations.triggers import TriggerHit, triggers_at
from detente.claims.syntax import prepositional
from detente.knowledge.words import numbers, words

ORDINALS = numbers("ordinal")
_NUMBERED = re.compile(r"(\d{1,4})(?:st|nd|rd|th)", re.IGNORECASE)
_ANNIVERSARIES = numbers("anniversary")
_FOUNDING = words("beginnings")
_BONDS = words("bonds")
BEGAN_BONDS = "SUPPORT"
"""The type of taking up relations, as the lexicon has it for "establish relations"."""


@dataclass(frozen=True, slots=True)
class CelebratedAct:
    """An act between parties whose anniversary is kept."""

    noun: Token
    text: str
    happened: Happened
    type: str
    mode: str | None
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    reciprocal: bool


def commemorated(document: Document, sentence: Sentence, trigger: Token) -> Commemorates | None:
    """What an observance looks back on, and the year that its number implies."""
    anniversary = _anniversary(trigger)
    if anniversary is None:
        return None
    celebrated = _celebrated(anniversary)
    parties, _ = parties_at(sentence, [t for t in (celebrated, anniversary) if t is not None])
    return Commemorates(
        what=celebrated.lemma_.lower() if celebrated is not None else "anniversary",
        country=parties[0].country if parties else None,
        year=_year(document, anniversary),
    )


def celebrated_act(document: Document, sentence: Sentence, trigger: Token, relation: Relation) -> CelebratedAct | None:
    """The act whose anniversary an observance keeps; none where it is nobody's act upon another (a founding)."""
    anniversary = _anniversary(trigger)
    celebrated = _celebrated(anniversary) if anniversary is not None else None
    year = _year(document, anniversary) if anniversary is not None else None
    if celebrated is None or anniversary is None or year is None:
        return None
    act = next((t for t in (celebrated, *prepositional(celebrated, "of")) if _type(t) is not None), None)
    if act is None:
        return None
    hit = next(triggers_at(act), None)
    actors, recipients, reciprocal = _parties(sentence, act, hit, relation)
    if not actors or not (recipients or reciprocal):
        return None
    span = sentence.characters(anniversary.left_edge, act)
    happened = Happened(
        start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), precision="year",
        text=document.report.text[slice(*span)], span=span,
    )  # fmt: skip
    mode = hit.trigger.mode if hit is not None else None
    return CelebratedAct(
        act, document.report.text[slice(*span)], happened, _type(act) or "", mode, actors, recipients, reciprocal
    )


def _type(noun: Token) -> str | None:
    hit = next(triggers_at(noun), None)
    if hit is not None:
        return hit.trigger.type
    return BEGAN_BONDS if noun.lemma_.lower() in _BONDS else None


def _parties(
    sentence: Sentence, act: Token, hit: TriggerHit | None, relation: Relation
) -> tuple[tuple[Mention, ...], tuple[Mention, ...], bool]:
    """Who did it to whom: those whom its own words name, else those who keep the day."""
    keepers = (*relation.actors, *relation.recipients)
    if hit is None or hit.trigger.frame.arrow == "<>":
        named, _ = parties_at(sentence, [t for word in ("between", "with", "by") for t in prepositional(act, word)])
        together = {p.code: p for p in (*named, *(() if len(named) > 1 else keepers))}
        return tuple(together.values()), (), len(together) > 1
    doers = prepositional(act, "by") or [c for c in act.lefts if c.dep_ in {"poss", "amod", "compound", "nmod"}]
    actors, _ = parties_at(sentence, doers, deep=False)
    codes = {p.code for p in actors}
    named, _ = parties_at(sentence, [t for word in ("of", "on", "against", "to") for t in prepositional(act, word)])
    return actors, tuple(p for p in (named or keepers) if p.code not in codes), False


def _anniversary(trigger: Token) -> Token | None:
    return next((t for t in trigger.subtree if t.lemma_.lower() in {"anniversary", *_ANNIVERSARIES}), None)


def _celebrated(anniversary: Token) -> Token | None:
    of = prepositional(anniversary, "of") or prepositional(anniversary, "since")
    before = [c for c in anniversary.lefts if c.lemma_.lower() in _FOUNDING]
    return next(iter((*of, *before)), None)


def _year(document: Document, anniversary: Token) -> int | None:
    """The year that is so many years before the report's."""
    years = _ANNIVERSARIES.get(anniversary.lemma_.lower())
    years = years or next((n for child in anniversary.lefts if (n := _number(child)) is not None), None)
    return document.published.year - years if years and years < document.published.year else None


def _number(token: Token) -> int | None:
    numbered = _NUMBERED.fullmatch(token.text)
    return int(numbered.group(1)) if numbered else ORDINALS.get(token.lower_)
