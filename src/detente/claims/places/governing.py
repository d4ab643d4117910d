"""Which of the places that a sentence names a claim stands at.

A capital that acts ("Moscow expanded its presence") is a party, not a place: a name counts as a place where a
preposition of place brings it into the act's clause, or where it is what was visited. A dateline is no place of an
act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from spacy.tokens import Token

from detente.claims.claim import Span
from detente.claims.dates.governing import steps_between
from detente.claims.document import Document, Located, Sentence
from detente.claims.places.toponyms import as_place, located
from detente.claims.syntax import ancestors, is_verb
from detente.knowledge.countries import countries
from detente.knowledge.gazetteer import places_named
from detente.knowledge.names import NameHit
from detente.knowledge.words import words

RESTS = words("resting prepositions")
MOTION = words("motion verbs")
PLACE_NOUNS = words("place nouns")
_GOALS = frozenset({"to", "into", "for"})
_AIRBORNE = words("airborne")
_AIMED = frozenset({"at", "on", "against"})
"""Prepositions whose country is a target, not a place: "fired missiles at South Korea"."""


def place_of(document: Document, sentence: Sentence, trigger: Token) -> Located | None:
    """The place that governs an act: the nearest one that a preposition of place brings into its clause."""
    found: list[tuple[int, Located]] = []
    for preposition, name in _names_at(sentence):
        steps = steps_between(preposition, trigger)
        place = _resolve(document, sentence, name) if steps is not None else None
        if steps is not None and place is not None and not _aimed_at(sentence, preposition, name):
            found.append(
                (steps, _because(place, f"“{preposition.text}” brings it into the clause of “{trigger.text}”"))
            )
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
                return _because(found, "it is what was visited")
    return None


def _because(found: Located, why: str) -> Located:
    """The place with why the claim stands at it after why it is that place."""
    return replace(found, why=f"{found.why}; {why}")


def _resolve(document: Document, sentence: Sentence, token: Token) -> Located | None:
    """The place that a name means."""
    if token.pos_ != "PROPN":
        return _capital(document, sentence, token)
    found = next((p for p in located(document) if p.sentence == sentence.index and token.i in p.tokens), None)
    if found is None or any(_overlap(time.span, found.place.span) for time in document.times):
        return None
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _capital(document: Document, sentence: Sentence, noun: Token) -> Located | None:
    """The city in "the Syrian capital"."""
    adjective = next((c for c in noun.lefts if c.text in _of_adjective()), None)
    if adjective is None:
        return None
    country = countries()[_of_adjective()[adjective.text]]
    found = next((city for name in country.capitals for city in places_named(name) if city.kind == "capital"), None)
    span = sentence.characters(adjective, noun)
    if found is None:
        return None
    place = as_place(found, document.report.text[slice(*span)], span)
    return Located(sentence.index, range(adjective.i, noun.i + 1), place, f"the capital of {country.name}")


@cache
def _of_adjective() -> dict[str, str]:
    """Countries that exist, by their adjectives."""
    return {
        adjective: country.code
        for country in countries().values()
        if country.kind == "state"
        for adjective in country.adjectives
    }


def _hit(sentence: Sentence, token: Token) -> NameHit | None:
    return next((h for h in sentence.hits if h.start <= sentence.offset + token.idx < h.end), None)
