"""PLOVER 0.8's types and quads, and the fronts that group its contexts.

Source: PLOVER: Political Language Ontology for Verifiable Event Records, manual 0.8 (Open Event Data Alliance,
2023). OBSERVE is this project's extension for commemorations and ceremonies.
"""

from __future__ import annotations

from functools import cache

from detente.knowledge.tables import rows, several

VERBAL_COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE"})
MATERIAL_COOPERATION = frozenset({"COOPERATE", "AID", "RETREAT"})
VERBAL_CONFLICT = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
COOPERATIVE = VERBAL_COOPERATION | MATERIAL_COOPERATION
CONFLICTUAL = VERBAL_CONFLICT | MATERIAL_CONFLICT
EXTENSION = "OBSERVE"
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", EXTENSION,
)  # fmt: skip
QUADS = {
    "verbal cooperation": VERBAL_COOPERATION,
    "material cooperation": MATERIAL_COOPERATION,
    "verbal conflict": VERBAL_CONFLICT,
    "material conflict": MATERIAL_CONFLICT,
}
FRONTS = (
    "diplomatic", "military", "economic", "cultural", "humanitarian", "health", "border and migration", "legal",
    "energy and resources", "technology and cyber", "weapons of mass destruction", "domestic",
)  # fmt: skip
OLDER_NAMES = {
    "INVESTIGATE": "ACCUSE",
    "DISAPPROVE": "ACCUSE",
    "REDUCE RELATIONS": "SANCTION",
    "REDUCE_RELATIONS": "SANCTION",
    "REDUCE": "SANCTION",
    "FIGHT": "ASSAULT",
    "UMV": "ASSAULT",
    "EXHIBIT": "MOBILIZE",
    "COOP": "COOPERATE",
    "ENGAGE": "COOPERATE",
    "APPEAL": "REQUEST",
    "DEMAND": "REQUEST",
    "APPROVE": "SUPPORT",
    "STATEMENT": "CONSULT",
}
"""Type names of earlier drafts, and the 0.8 type that took their place. YIELD was split into CONCEDE and RETREAT."""
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The merged roots of sets that predate the split."""


@cache
def modes() -> dict[str, tuple[str, ...]]:
    """The modes of each type that has any."""
    return {row["type"]: several(row["modes"]) for row in rows("modes")}


def quad(type_: str) -> str | None:
    """The quad of a type: verbal or material, cooperation or conflict; None for OBSERVE."""
    return next((name for name, types in QUADS.items() if type_ in types), None)


@cache
def kindred() -> dict[frozenset[str], float]:
    """How readily two types tell of one happening, from 0 to 1, by pair of types."""
    return {frozenset((row["type"], row["kindred"])): float(row["weight"]) for row in rows("kindred_types")}


@cache
def intensities() -> dict[str, float]:
    """How friendly or hostile an act of each type is, from -10 to 10; OBSERVE has none.

    Source: J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict Resolution 36
    (1992), as CAMEO's root codes carry it, mapped to PLOVER's types.
    """
    return {row["type"]: float(row["intensity"]) for row in rows("intensity")}
