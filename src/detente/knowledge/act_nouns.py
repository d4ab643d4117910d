"""Nouns that speak of an act told before: "the downing", "the refusal", "the decision"."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from detente.knowledge.tables import rows, several

ANY = "any"


@dataclass(frozen=True, slots=True)
class ActNoun:
    """What an act must be for a noun to speak of it again: told by certain words, or of one of some types."""

    words: frozenset[str]
    """The verbs of its family, and itself."""
    types: Container[str]

    @property
    def is_any(self) -> bool:
        """Whether any act may be called so ("the decision")."""
        return ANY in self.types


@cache
def act_nouns() -> dict[str, ActNoun]:
    """The nouns of `act_nouns.csv` by their lemmas."""
    return {
        row["noun"]: ActNoun(frozenset({row["noun"], *several(row["verbs"])}), frozenset(several(row["types"])))
        for row in rows("act_nouns")
    }
