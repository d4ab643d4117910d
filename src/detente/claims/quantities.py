"""How many: the number that belongs to an act ("20 diplomatic and technical staff", "$50 million in aid").

Numbers of days, ages, shares and ranks are no quantities of an act; of "10 to 15" the lower end counts, as of "at
least 10".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from detente.claims.claim import Quantity
from detente.claims.dates.governing import steps_between
from detente.claims.document import Document, Sentence
from detente.claims.syntax import patients
from detente.knowledge.tables import rows
from detente.knowledge.words import numbers, words

_DIGITS = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>m|bn|tn)?")
_TO = frozenset({"to", "-", "–", "or"})
_OTHER_NUMBERS = frozenset({"DATE", "TIME", "ORDINAL", "PERCENT"})
"""What the parser calls numbers that count nothing of an act."""
NO_COUNT = words("counts nothing")


def quantity_of(document: Document, sentence: Sentence, trigger: Token) -> Quantity | None:
    """The first number that counts something the act is about, searched from its object outwards."""
    for word in _about(trigger):
        found = _counted(document, sentence, word) or _money(document, sentence, word)
        if found is not None:
            return found
    return None


def _about(trigger: Token) -> Iterator[Token]:
    """The nouns and sums that an act is about: its object, then what hangs on it by prepositions."""
    yield from patients(trigger) if trigger.pos_ == "VERB" else (trigger,)
    for child in trigger.children:
        if child.dep_ in {"prep", "xcomp", "dobj", "agent"}:
            yield from (t for t in child.subtree if t.pos_ in {"NOUN", "NUM"} and steps_between(t, trigger) is not None)


def _counted(document: Document, sentence: Sentence, noun: Token) -> Quantity | None:
    """What a noun says with a number of its own: "20 diplomats", "a $200 million loan"."""
    if noun.pos_ == "NUM" or noun.lemma_.lower() in NO_COUNT:
        return None
    for child in noun.lefts:
        if child.dep_ not in {"nummod", "quantmod"} or child.ent_type_ in _OTHER_NUMBERS:
            continue
        number = number_of([t.text for t in child.subtree])
        if number is None:
            continue
        if _currency(child) is not None:
            return _money(document, sentence, child)
        span = sentence.characters(child.left_edge, noun)
        after = sentence.characters(child.right_edge, child.right_edge)[1]
        unit = document.report.text[after : span[1]].strip(" -")
        return Quantity(text=document.report.text[slice(*span)], span=span, number=number, unit=unit or noun.text)
    return None


def _money(document: Document, sentence: Sentence, word: Token) -> Quantity | None:
    """A sum with its currency's sign: "$50 million", "£1.2bn"."""
    currency = _currency(word) if word.pos_ == "NUM" else None
    number = number_of([t.text for t in (*(s for c in word.lefts for s in c.subtree), word)]) if currency else None
    if currency is None or number is None:
        return None
    span = sentence.characters(word.left_edge, word)
    return Quantity(text=document.report.text[slice(*span)], span=span, number=number, unit=currency)


def _currency(number: Token) -> str | None:
    """The currency whose sign stands with a number."""
    return next((name for c in number.lefts if (name := _currencies().get(c.text)) is not None), None)


@cache
def _currencies() -> dict[str, str]:
    return {row["sign"]: row["name"] for row in rows("currencies")}


def number_of(tokens: list[str]) -> float | None:
    """The number that words say: "2.5 million", "twenty", "two dozen", "1,200"; None where they say none."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token in _TO and number_of(parts[-1]) is not None and not _is_hyphen(parts[-1], token):
            parts.append([])
        else:
            parts[-1].append(token)
    low = _sum(parts[0])
    last = _scale(parts[-1])
    return low * last if low is not None and len(parts) > 1 and _scale(parts[0]) == 1 else low


def _is_hyphen(before: list[str], token: str) -> bool:
    """Whether a hyphen stands within one number: "twenty-five"."""
    return token == "-" and before[-1].isalpha()


def _sum(tokens: list[str]) -> float | None:
    value: float | None = None
    for token in tokens:
        lower = token.lower().strip("$€£-")
        if digits := _DIGITS.fullmatch(lower):
            value = float(digits["number"].replace(",", "")) * numbers("scale").get(digits["scale"] or "", 1)
        elif lower in numbers("count"):
            value = (value or 0) + numbers("count")[lower]
        elif lower in numbers("scale"):
            value = (value or 1) * numbers("scale")[lower]
    return value


def _scale(tokens: list[str]) -> int:
    """What the words of a number multiply by: a million in "15 million"."""
    return max((numbers("scale").get(token.lower(), 1) for token in tokens), default=1)
