"""How real, as one number: from -3 (certainly not) over 0 (nobody says) to 3 (certainly so).

The scale is that of the field's corpora of event factuality (UW, MEANTIME, UDS), on which FactBank's values lie at
even steps. An act that is still to come, or only thought of, lies below one of the same value that is over.
"""

from __future__ import annotations

from types import MappingProxyType

from detente.claims.claim import Auxiliary, Factuality

DEGREES = MappingProxyType(
    {
        Factuality.CERTAIN: 3.0,
        Factuality.PROBABLE: 2.0,
        Factuality.POSSIBLE: 1.0,
        Factuality.UNKNOWN: 0.0,
        Factuality.POSSIBLY_NOT: -1.0,
        Factuality.PROBABLY_NOT: -2.0,
        Factuality.CERTAINLY_NOT: -3.0,
    }
)
UNREAL: MappingProxyType[Auxiliary, float] = MappingProxyType({"future": 0.5, "hypothetical": 0.5})
"""How much nearer to 0 an auxiliary mode brings an act."""


def degree(factuality: Factuality, auxiliary: tuple[Auxiliary, ...]) -> float:
    """How real an act of this value and these modes is, from -3 to 3."""
    full = DEGREES[factuality]
    less = sum(UNREAL.get(mode, 0.0) for mode in set(auxiliary))
    return max(full - less, 0.0) if full > 0 else min(full + less, 0.0)
