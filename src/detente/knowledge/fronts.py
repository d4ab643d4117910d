"""PLOVER's contexts, the words that speak of them, and the front that each belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.knowledge.tables import rows, several

DEFAULTS = {
    "ASSAULT": "military", "MOBILIZE": "military", "RETREAT": "military", "AID": "humanitarian", "OBSERVE": "cultural",
}  # fmt: skip
"""The front of a type where no word tells; diplomatic for all others."""


@dataclass(frozen=True, slots=True)
class Context:
    """A PLOVER context with its front and its words: lower-case lemmas, phrases of two, abbreviations in capitals."""

    name: str
    front: str
    words: frozenset[str]


@cache
def contexts() -> tuple[Context, ...]:
    """All contexts; where two speak equally, the earlier one counts."""
    return tuple(Context(row["context"], row["front"], frozenset(several(row["words"]))) for row in rows("contexts"))
