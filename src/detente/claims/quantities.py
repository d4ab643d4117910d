"""How many: the number that belongs to an act ("20 diplomatic and technical staff")."""

from __future__ import annotations

import re

from spacy.tokens import Token

from detente.claims.claim import Quantity
from detente.claims.document import Document, Sentence
from detente.claims.syntax import patients
from detente.knowledge.words import numbers, words

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
NO_COUNT = words("counts nothing")


def quantity_of(document: Document, sentence: Sentence, trigger: Token) -> Quantity | None:
    """The first number that counts something the act is about, searched from its object outwards."""
    within = [*patients(trigger)] if trigger.pos_ == "VERB" else [trigger]
    within += [
        t
        for c in trigger.children
        if c.dep_ in {"prep", "xcomp", "dobj", "agent"}
        for t in c.subtree
        if t.pos_ == "NOUN"
    ]
    for noun in within:
        found = _counted(document, sentence, noun)
        if found is not None:
            return found
    return None


def _counted(document: Document, sentence: Sentence, noun: Token) -> Quantity | None:
    for child in noun.lefts:
        if child.dep_ not in {"nummod", "quantmod"} or child.ent_type_ in {"DATE", "TIME", "ORDINAL", "PERCENT"}:
            continue
        if noun.lemma_.lower() in NO_COUNT:
            continue
        number = number_of([t.text for t in child.subtree])
        if number is None:
            continue
        span = sentence.characters(child.left_edge, noun)
        unit = document.report.text[
            sentence.offset + child.right_edge.idx + len(child.right_edge.text) : span[1]
        ].strip()
        return Quantity(text=document.report.text[span[0] : span[1]], span=span, number=number, unit=unit or noun.text)
    return None


def number_of(tokens: list[str]) -> float | None:
    """The number that words say: "2.5 million", "twenty", "two dozen", "1,200"; None where they say none."""
    value: float | None = None
    for token in tokens:
        lower = token.lower().strip("$€£-")
        if _DIGITS.fullmatch(lower):
            value = float(lower.replace(",", ""))
        elif lower in numbers("count"):
            value = (value or 0) + numbers("count")[lower]
        elif lower in numbers("scale"):
            value = (value or 1) * numbers("scale")[lower]
    return value
