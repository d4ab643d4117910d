"""What denies an act beside its own word: "not", "never", a subject that is nobody.

A negation may also deny less than the act: "did not only attack", "did not withdraw until Tuesday".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.claims.syntax import is_verb
from detente.knowledge.words import words

NOBODY = words("nobody")
NEGATIONS = words("negations")
LIFTS = words("lifts a negation")
PHRASES = words("nouns of a denying phrase")
SCARCE = words("next to nothing")
SHARPENS_NEVER = frozenset({"again", "once"})
ARTICLES = frozenset({"a", "an", "the"})
NONE_OF = frozenset({"no", "neither"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def denial(word: Token) -> str | None:
    """The word or words that deny a verb's clause, or what a noun stands for, where they do."""
    nobody = next((c for c in word.children if c.dep_ in SUBJECTS and is_nobody(c)), None) if is_verb(word) else None
    if nobody is not None:
        return " ".join([*(c.text for c in nobody.lefts if c.lower_ in NONE_OF), nobody.text])
    beside = _negation_beside(word)
    return None if beside is None or _lifted(word) else beside


def is_scarce(predicate: Token) -> bool:
    """Whether there is next to nothing of what a noun stands for: "little evidence", not "a little evidence"."""
    before = {c.lower_ for c in predicate.lefts}
    return predicate.pos_ == "NOUN" and bool(before & SCARCE) and not before & ARTICLES


def is_nobody(noun: Token) -> bool:
    """Whether a noun stands for nobody and nothing: "nobody", "none of them", "no state"."""
    return noun.lower_ in NOBODY or any(_is_none_of(c) for c in noun.lefts)


def _negation_beside(word: Token) -> str | None:
    found = next((c for c in _beside(word) if c.dep_ == "neg" or c.lower_ in NEGATIONS or _is_none_of(c)), None)
    if found is not None:
        return "no longer" if _is_longer(word, found) else found.text
    phrase = next((c for c in word.lefts if c.dep_ == "prep" and _denies(c)), None)
    longer = next((c for c in word.children if any(_is_longer(c, b) for b in c.children)), None)
    return " ".join(t.text for t in phrase.subtree) if phrase is not None else "no longer" if longer else None


def _beside(word: Token) -> Iterator[Token]:
    """What stands beside a word, also the "never" that the parser hangs on an adverb: "never again", "never once"."""
    for child in word.children:
        yield child
        if child.lower_ in SHARPENS_NEVER:
            yield from (c for c in child.lefts if c.lower_ == "never")


def _is_longer(word: Token, negation: Token) -> bool:
    return negation.lower_ == "no" and (word.lower_ == "longer" or any(c.lower_ == "longer" for c in word.children))


def _denies(preposition: Token) -> bool:
    """Whether a phrase before a verb denies it: "at no time", "under no circumstances"."""
    return any(c.lemma_ in PHRASES and is_nobody(c) for c in preposition.children)


def _is_none_of(child: Token) -> bool:
    return child.lower_ in NONE_OF and child.dep_ in {"det", "advmod", "preconj"}


def _lifted(word: Token) -> bool:
    lower = (m for c in word.children if c.dep_ in {"advcl", "neg", "preconj", "prep"} for m in c.children)
    beside = [*word.children, *lower]
    return any(c.lower_ in LIFTS and c.dep_ in {"advmod", "prep", "mark", "preconj"} for c in beside)
