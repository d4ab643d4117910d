"""One step up a sentence, from an act to what can say whether it happened."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.syntax import is_verb
from detente.knowledge.words import words

COPULAS = words("copulas")


@dataclass(frozen=True, slots=True)
class Step:
    """From an act's word to the predicate over it, and the word from which the way goes on."""

    predicate: Token | None
    under: tuple[str, ...]
    above: Token | None


def onward(above: Token) -> Step:
    """A step to a word that has no say of its own."""
    return Step(None, (), above)


def step_under(token: Token, head: Token, under: tuple[str, ...]) -> Step:
    """A step to a head, or, from a verb that only joins, to the adjective or noun that says it ("is unlikely")."""
    if head.lemma_ in COPULAS:
        said = next((c for c in head.children if c.dep_ in {"acomp", "attr", "oprd"} and c != token), None)
        if said is not None and said.pos_ in {"ADJ", "NOUN", "VERB"}:
            return Step(said, under, head)
    if head.pos_ in {"ADJ", "NOUN"} and head.dep_ in {"acomp", "attr"} and is_verb(head.head):
        return Step(head, under, head.head)
    return Step(head, under, head)
