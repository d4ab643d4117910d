"""How real, as one number: from -3 (certainly not) over 0 (nobody says) to 3 (certainly so).

The scale is that of the field's corpora of event factuality (UW, MEANTIME, UDS). FactBank's values lie at its steps;
what FactBank leaves unknown is told apart by what leaves it open, for people rate what somebody is about to bring
about above what is only imagined.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from detente.claims.claim import Auxiliary, Factuality

Openness = Literal["aim", "supposition", "question", "command"]
"""What leaves an act open: that somebody wants, plans or tries it; that it is supposed; asked about; commanded."""

DEGREES: MappingProxyType[tuple[str, Openness | None], float] = MappingProxyType(
    {
        ("CT", None): 3.0,
        ("PR", None): 2.0,
        ("PR", "aim"): 1.5,
        ("PS", None): 1.0,
        ("PS", "supposition"): 0.75,
        ("Uu", "aim"): 1.0,
        ("Uu", None): 0.0,
    }
)
"""By certainty and by what leaves it open, where that makes a difference; a denied act lies as far below 0."""
COMMANDED = -1.0
"""What is commanded has not been done yet, whether or not it is forbidden."""


def degree(factuality: Factuality, auxiliary: tuple[Auxiliary, ...], openness: Openness | None = None) -> float:
    """How real an act of this value and these modes is, from -3 to 3."""
    certainty = factuality[:2]
    if certainty == "Uu" and openness == "command":
        return COMMANDED
    full = DEGREES.get((certainty, openness), DEGREES[certainty, None])
    return -full if "negation" in auxiliary else full
