"""Present tenses that speak of days to come: "is leaving tomorrow", "the talks open next week"."""

from __future__ import annotations

from spacy.tokens import Token

from detente.knowledge.words import words

TO_COME = words("times to come")
PRESENT = frozenset({"VBZ", "VBP"})


def to_come(verb: Token) -> Token | None:
    """The word that puts a verb in the present tense into the future."""
    tensed = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    first = next((t for t in sorted(tensed, key=lambda t: t.i) if t.tag_ != "VBG"), None)
    if first is None or first.tag_ not in PRESENT:
        return None
    return next((word for c in verb.children if (word := _time_to_come(c)) is not None), None)


def _time_to_come(child: Token) -> Token | None:
    if child.dep_ not in {"advmod", "npadvmod"}:
        return None
    return next((t for t in (child, *child.lefts) if t.lower_ in TO_COME), None)
