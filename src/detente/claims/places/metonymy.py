"""What the name of a place stands for: the place, its government, its people, or an institution named after it.

"Paris" is a place in "rallies in Paris", a government in "Paris expelled two envoys", and a part of a name in "the
University of Paris"; "Parisian" and "French" are of people, and only by them of a place.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.claim import Use
from detente.claims.places.spotting import INSTITUTIONS, Spotted
from detente.claims.syntax import SUBJECTS, is_verb
from detente.knowledge.gazetteer import Toponym
from detente.knowledge.words import words

STATES = frozenset({"country", "capital", "region"})
"""Kinds of places that have a government which can act by their name."""
COPULAS = words("copulas")
LIES = words("says where it lies")
SUFFERS = words("happens to a place")
SIDES = frozenset({"with", "against", "between", "by", "among"})


def use_of(name: Spotted, place: Toponym | None) -> Use:
    """What a name stands for where it is written."""
    if name.is_people:
        return "people"
    if _is_in_longer_name(name):
        return "name"
    return "government" if place is not None and place.kind in STATES and acts(name.last) else "place"


def _is_in_longer_name(name: Spotted) -> bool:
    """Whether an institution is named after it: "the Lagos Chamber of Commerce", "the University of Lagos"."""
    head = name.last.head
    if name.last.dep_ == "compound" and head.pos_ == "PROPN" and head.i > name.last.i and head.text[0].isupper():
        return True
    if name.last.dep_ == "pobj" and head.lower_ == "of":
        return head.head.pos_ == "PROPN" and head.head.lower_ in INSTITUTIONS
    return False


def acts(token: Token) -> bool:
    """Whether a word is who does or is dealt with: a subject, an agent, one side of talks, an object of address."""
    head = token.head
    if token.dep_ == "conj":
        return acts(head)
    if token.dep_ in SUBJECTS or token.dep_ == "nsubjpass":
        does = is_verb(head) and head.lemma_ not in COPULAS | LIES
        return does and not (token.dep_ == "nsubjpass" and head.lemma_ in SUFFERS)
    if token.dep_ == "pobj":
        return head.lower_ in SIDES
    return token.dep_ in {"dobj", "dative"} and is_verb(head) and head.lemma_ not in SUFFERS
