"""The names in running text that some place bears, and what a place is written after them.

A name is spotted wherever the gazetteer has one: whether a place is meant, and not a person or a street of that name,
is asked in `evidence`; which place, in `resolving`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from detente.claims.claim import Span
from detente.claims.document import Document, Sentence
from detente.knowledge.gazetteer import Toponym, of_people, places_named
from detente.knowledge.names import names
from detente.knowledge.words import words

LONGEST = 5
"""Words of the longest name that is looked for."""
INSIDE = words("within the names of places")
"""What may stand uncapitalised within a name."""
SHARED = {"counties": "county", "parishes": "parish", "rivers": "river", "townships": "township", "islands": "island"}
"""Nouns that several names have in common: "Butler and Warren counties"."""
SHORT = frozenset({"st", "ste", "mt", "ft"})
"""Words that lose their full stop to a token of its own where they stand in capitals: "ST. PAUL"."""
LANDFORMS = words("landforms")
LANDFORMS_BEFORE = words("landforms before their names")
INSTITUTIONS = words("institutions")
NO_PLACES = ("person", "food, animal, plant or everyday object", "language, not the state", "programming language")
"""What a namesake is that no place is named in ("Michael Jordan", "bone china"), in the words of `namesakes.csv`."""
_LIST = frozenset({",", "and", "or", "&"})
_QUALIFIER = re.compile(
    r"\s?[,(]\s?(?P<three>(?P<two>(?P<one>[A-Z][\w.’'-]*)(?:\s[A-Z][\w.’'-]*)?)(?:\s[A-Z][\w.’'-]*)?)"
)
_PART = re.compile(r"[A-Z][^\W\d_]*(?:\.[A-Z][^\W\d_]*)*\.?")
_COUNTY = re.compile(r"\b(?P<bare>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?P<noun>County|Parish)\b")


@dataclass(frozen=True, slots=True)
class Spotted:
    """A name that may be a place's: its words, its readings, and the country, region or district written after it."""

    sentence: Sentence
    first: Token
    last: Token
    span: Span
    text: str
    readings: tuple[Toponym, ...]
    is_people: bool = False
    within: Toponym | None = None
    points: float = 0.0
    """How much speaks for its meaning a place at all."""
    shares_noun: bool = False
    """Whether it stands in a list whose last word says what all of it names: "Butler and Warren counties"."""

    def before(self, steps: int = 1) -> Token | None:
        """The word so many places before the name, in its sentence."""
        index = self.first.i - steps
        return self.sentence.token(index) if index >= self.sentence.parsed.start else None

    def after(self, steps: int = 1) -> Token | None:
        """The word so many places after the name, in its sentence."""
        index = self.last.i + steps
        return self.sentence.token(index) if index < self.sentence.parsed.end else None


def spotted(document: Document) -> Iterator[Spotted]:
    """Every name in the parsed sentences that a place bears, the longest at each word, in order."""
    text = document.report.text
    bare = {found["bare"]: found["noun"] for found in _COUNTY.finditer(text)}
    barred = names().namesakes_in(text, *NO_PLACES)
    for sentence in document.sentences:
        for name in _Scan(text, sentence, list(sentence.tokens()), bare).names():
            if not any(start <= name.span[0] and name.span[1] <= end for start, end in barred):
                yield name


class _Scan:
    """A sentence walked from left to right."""

    def __init__(self, text: str, sentence: Sentence, tokens: list[Token], bare: dict[str, str]) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = tokens
        self.bare = bare
        self.nouns = _shared_nouns(tokens)

    def names(self) -> Iterator[Spotted]:
        position = 0
        while position < len(self.tokens):
            if not self.tokens[position].text[0].isupper() and "-" not in self.tokens[position].text:
                position += 1
                continue
            ends = range(min(len(self.tokens), position + LONGEST), position, -1)
            found = next((name for end in ends if (name := self._name(position, end)) is not None), None)
            if found is not None:
                yield found
                position = found.last.i - self.tokens[0].i
            else:
                yield from self._in_compound(self.tokens[position])
            position += 1

    def _name(self, start: int, end: int) -> Spotted | None:
        inside = self.tokens[start:end]
        if not _can_be_name(inside):
            return None
        span = self.sentence.characters(inside[0], inside[-1])
        readings = self._readings(span, start)
        return self._spotted(inside, span, readings) if readings or _is_landform(inside) else None

    def _in_compound(self, token: Token) -> Iterator[Spotted]:
        """The names in one word with a hyphen: "U.S.-led", "D-N.C."."""
        if "-" not in token.text[1:-1]:
            return
        for part in _PART.finditer(token.text):
            start = self.sentence.offset + token.idx + part.start()
            span = (start, start + len(part.group()))
            if readings := self._readings(span):
                yield self._spotted([token], span, readings)

    def _spotted(self, inside: list[Token], span: Span, readings: tuple[Toponym, ...]) -> Spotted:
        text = self.text[slice(*span)]
        return Spotted(
            self.sentence,
            inside[0],
            inside[-1],
            span,
            text,
            readings,
            is_people=of_people(_unbroken(text)) is not None,
            within=_within(self.text, span, readings),
            shares_noun=inside[0].i - self.tokens[0].i in self.nouns,
        )

    def _readings(self, span: Span, start: int = -1) -> tuple[Toponym, ...]:
        text = _unbroken(self.text[slice(*span)])
        people = of_people(text)
        if people is not None:
            return (people,)
        if start in self.nouns and (shared := places_named(f"{text} {self.nouns[start]}")):
            return shared
        dotted = places_named(text + ".") if self.text[span[1] : span[1] + 1] == "." else ()
        article = places_named(f"the {text}") if self.text[max(0, span[0] - 4) : span[0]].lower() == "the " else ()
        noun = self.bare.get(text, "County" if "-" in text else "")
        county = places_named(f"{text} {noun}") if noun else ()
        return tuple(dict.fromkeys((*article, *dotted, *places_named(text), *county, *_of_shortened(text))))


def _unbroken(text: str) -> str:
    return " ".join(text.split())


def _of_shortened(text: str) -> tuple[Toponym, ...]:
    """As in "Pike Co.", and the town of "Marion Township"."""
    name, _, noun = text.rpartition(" ")
    if noun in {"Township", "Twp.", "Twp"}:
        return places_named(name)
    return places_named(f"{name} County") if noun in {"Co.", "Co"} else ()


def _can_be_name(tokens: list[Token]) -> bool:
    first, last = tokens[0].text, tokens[-1].text
    if not first[0].isupper() or not (last[0].isupper() or last[0].isdigit()):
        return False
    if any(t.text == "." and before.lower_ not in SHORT for before, t in pairwise(tokens)):
        return False
    return all(t.text[0].isupper() or t.text[0].isdigit() or t.text.lower() in INSIDE or t.text == "." for t in tokens)


def _is_landform(tokens: list[Token]) -> bool:
    """Whether a name is that of a river, a lake or the like by its noun, whether or not the gazetteer has it."""
    if len(tokens) not in {2, 3} or not all(t.text[0].isupper() and t.pos_ == "PROPN" for t in tokens):
        return False
    return tokens[-1].lower_ in LANDFORMS or (
        tokens[0].lower_ in LANDFORMS_BEFORE and tokens[-1].lower_ not in INSTITUTIONS
    )


def _shared_nouns(tokens: list[Token]) -> dict[int, str]:
    """By the position of a name in a list, the noun that the list ends with."""
    found: dict[int, str] = {}
    for index, token in enumerate(tokens):
        if (noun := SHARED.get(token.lower_)) is None:
            continue
        before = index - 1
        names: list[int] = []
        while before >= 0 and (tokens[before].text[0].isupper() or tokens[before].lower_ in _LIST):
            names.append(before)
            before -= 1
        if any(tokens[name].lower_ in _LIST for name in names):
            found |= dict.fromkeys(names, noun)
    return found


def _within(text: str, span: Span, readings: tuple[Toponym, ...]) -> Toponym | None:
    """What is written after a name and holds one of its places: "Tripoli, Lebanon", "Paris (Texas)"."""
    written = _QUALIFIER.match(text, span[1])
    if written is None:
        return None
    for name in (written["three"], written["two"], written["one"]):
        for holder in (*places_named(name), *places_named(name.rstrip(".,;:"))):
            if holder.kind in {"country", "region", "district"} and any(r.lies_in(holder) for r in readings):
                return holder
    return None
