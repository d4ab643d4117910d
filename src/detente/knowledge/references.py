"""Nouns that refer back: "the two sides", "the Asian country", "the bloc"."""

from __future__ import annotations

from functools import cache

from detente.knowledge.tables import rows, several


@cache
def _anaphors() -> dict[tuple[str, bool], str]:
    return {(row["noun"], row["number"] == "plural"): row["refers"] for row in rows("anaphors")}


def anaphor(lemma: str, *, plural: bool) -> str | None:
    """What a definite noun refers back to: `pair`, `people`, `state`, `half` or `body`; None where it does not."""
    return _anaphors().get((lemma, plural))


@cache
def referring_nouns() -> frozenset[str]:
    """The nouns that can refer back, in the singular and with a plain plural."""
    return frozenset(form for row in rows("anaphors") for form in (row["noun"], *_plurals(row["noun"])))


def _plurals(noun: str) -> tuple[str, ...]:
    return (noun[:-1] + "ies",) if noun.endswith("y") else (noun + "s",)


@cache
def _meant() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(several(row["means"])) for row in rows("anaphors") if row["number"] == "singular"}


def meant_by(lemma: str) -> frozenset[str]:
    """What a noun is limited to: kinds of body ("the bloc"), or codes of states ("the kingdom"); empty for no limit."""
    return _meant().get(lemma, frozenset())


@cache
def halves(word: str) -> tuple[tuple[str, str], ...]:
    """The states that "the North" or "the South" can mean, each with the one it is told apart from."""
    return tuple((row["code"], row["other"]) for row in rows("halves") if row["half"] == word)


@cache
def together() -> dict[str, tuple[str, ...]]:
    """The plurals that name both halves ("the two Koreas"), with their states."""
    plurals = dict.fromkeys(row["together"] for row in rows("halves"))
    return {plural: tuple(r["code"] for r in rows("halves") if r["together"] == plural) for plural in plurals}


@cache
def continent_words() -> dict[str, str]:
    """The adjectives that name a part of the world ("Asian"), with the continent they mean."""
    return {row["word"]: row["continent"] for row in rows("continent_words")}
