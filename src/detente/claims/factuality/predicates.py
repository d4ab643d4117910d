"""How a predicate may be written in the table: with its particle, its copula, the verb of an object, or alone."""

from __future__ import annotations

from spacy.tokens import Token

from detente.knowledge.modality import Signature, signature

POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a", "ADP": "p", "SCONJ": "p"}
"""The parts of speech of the table of predicates."""
DEGREES = frozenset({"too", "enough"})
"""Adverbs that decide what an adjective says of its infinitive: "too weak to attack", "strong enough to attack"."""


def lends(predicate: Token, under: tuple[str, ...]) -> Signature | None:
    """What a predicate lends to what hangs on it in one of these ways, the first that the table has."""
    return signature(forms(predicate), POS.get(predicate.pos_, ""), under)


def is_phrase_for(word: Token, under: tuple[str, ...]) -> bool:
    """Whether a verb takes this only with its particle, or a noun with its verb: "went on to", "took time to"."""
    return signature(_phrases(word), POS.get(word.pos_, ""), under) is not None


def forms(predicate: Token) -> tuple[str, ...]:
    """A predicate as the tables may write it: with a word beside it, as it stands, as its lemma."""
    return (*_phrases(predicate), predicate.lower_, predicate.lemma_.lower())


def _phrases(predicate: Token) -> list[str]:
    """A verb with its particle ("call off"), an adjective with its copula ("was able"), a noun with what it hangs on.

    The last is a verb or a preposition: "take time", "in order". A preposition may have a word with it: "instead of",
    "anything but".
    """
    lemma = predicate.lemma_.lower()
    if predicate.pos_ in {"ADJ", "ADV"}:
        graded = [c.lower_ for c in predicate.children if c.lower_ in DEGREES]
        joins = predicate.dep_ in {"acomp", "advmod"}
        return graded + ([f"{predicate.head.lower_} {lemma}", f"{predicate.head.lemma_} {lemma}"] if joins else [])
    if predicate.pos_ in {"ADP", "SCONJ"}:
        return [f"{c.lower_} {lemma}" for c in (*predicate.lefts, predicate.head)]
    if predicate.dep_ in {"dobj", "pobj"}:
        return [f"{predicate.head.lemma_.lower()} {lemma}"]
    close = [c for c in predicate.children if c.dep_ == "prep" and c.i == predicate.i + 1]
    beside = [c for c in predicate.children if c.dep_ in {"prt", "advmod", "acomp"}]
    return [f"{lemma} {c.lower_}" for c in (*beside, *close)]
