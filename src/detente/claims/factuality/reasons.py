"""What gave an act its value, in words that read on from "because"."""

from __future__ import annotations

from types import MappingProxyType

from detente.knowledge.modality import Value

AHEAD: MappingProxyType[Value, str] = MappingProxyType(
    {
        "PR+": "puts it in the future, where it is probable",
        "PR-": "puts it in the future, where it is improbable",
        "PS+": "puts it in the future, where it is only possible",
        "PS-": "puts it in the future, where it may not happen",
    }
)
MAKES: MappingProxyType[Value, str] = MappingProxyType(
    {
        "CT+": "makes what follows happen",
        "CT-": "makes what follows not happen",
        "PR+": "makes it probable",
        "PR-": "makes it improbable",
        "PS+": "makes it only possible",
        "PS-": "makes it possible that it is not so",
        "Uu": "leaves open whether it is so",
    }
)


def makes(word: str, value: Value, *, denied: bool = False, future: bool = False) -> str:
    """The reason that a modal or a predicate gives: "“refused” makes what follows not happen"."""
    said = AHEAD.get(value, MAKES[value]) if future else MAKES[value]
    return f"“{word}”, negated, {said}" if denied else f"“{word}” {said}"


def denies(word: str) -> str:
    """The reason that a negation gives."""
    return f"“{word}” denies it"


def granted(word: str) -> str:
    """The reason that a factive predicate gives."""
    return f"“{word}” takes it for a fact"
