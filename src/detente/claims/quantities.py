"""How many: the number that belongs to an act ("20 diplomatic and technical staff")."""

from __future__ import annotations

import re

from spacy.tokens import Token

from detente.claims.claim import Quantity
from detente.claims.document import Document, Sentence
from detente.claims.syntax import patients

WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
NO_COUNT = frozenset("day week month year hour minute decade time side country nation percent point o'clock term".split())


def quantity_of(document: Document, sentence: Sentence, trigger: Token) -> Quantity | None:
    """The first number that counts something the act is about, searched from its object outwards."""
    within = [*patients(trigger)] if trigger.pos_ == "VERB" else [trigger]
    within += [t for c in trigger.children if c.dep_ in {"prep", "xcomp", "dobj", "agent"} for t in c.subtree if t.pos_ == "NOUN"]
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
        unit = document.report.text[sentence.offset + child.right_edge.idx + len(child.right_edge.text) : span[1]].strip()
        return Quantity(text=document.report.text[span[0] : span[1]], span=span, number=number, unit=unit or noun.text)
    return None


def number_of(words: list[str]) -> float | None:
    """The number that words say: "2.5 million", "twenty", "1,200"; None where they say none."""
    value: float | None = None
    for word in words:
        lower = word.lower().strip("$€£-")
        digits = _DIGITS.fullmatch(lower)
        if digits:
            value = float(lower.replace(",", ""))
        elif lower in WORDS:
            value = (value or 0) * 1 + WORDS[lower] if lower != "dozen" or value is None else value * 12
        elif lower in SCALES:
            value = (value or 1) * SCALES[lower]
    return value
