"""How real, as one number: from -3 (certainly not) over 0 (nobody says) to 3 (certainly so).

The scale is that of the field's corpora of event factuality (UW, MEANTIME, UDS). FactBank's values lie at its steps;
what FactBank leaves unknown is told apart by what leaves it open, for people rate what somebody is about to bring
about above what is only imagined.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from detente.claims.claim import Auxiliary, Factuality

Openness = Literal["aim", "supposition", "question", "command", "kind"]
"""What leaves an act open: that somebody wants, plans or tries it; that it is supposed, as is what somebody thinks will
be; asked about; commanded; or that it only names a kind ("rescue teams")."""

DEGREES: MappingProxyType[tuple[str, Openness | None], float] = MappingProxyType(
    {
        ("CT+", None): 3.0,
        ("CT+", "kind"): 1.75,
        ("PR+", None): 2.0,
        ("PR+", "aim"): 1.5,
        ("PR+", "supposition"): 1.5,
        ("PS+", None): 1.0,
        ("PS+", "supposition"): 0.75,
        ("Uu", "aim"): 1.0,
        ("Uu", None): 0.0,
        ("Uu", "command"): -1.0,
        ("Uu-", "command"): -1.0,
        ("Uu-", "aim"): -1.0,
        ("Uu-", None): 0.0,
        ("PS-", "supposition"): -0.75,
        ("PS-", None): -1.0,
        ("PR-", "aim"): -1.5,
        ("PR-", None): -2.0,
        ("CT-", None): -2.5,
    }
)
"""By FactBank's value, where "Uu-" is what is left open and denied, and by what leaves it open where that matters.

A denied act lies nearer to 0 than one that is told, for a denial leaves more unsaid; a commanded one has not been done.
"""


def degree(factuality: Factuality, auxiliary: tuple[Auxiliary, ...], openness: Openness | None = None) -> float:
    """How real an act of this value and these modes is, from -3 to 3."""
    denied_open = factuality == Factuality.UNKNOWN and "negation" in auxiliary
    value = "Uu-" if denied_open else str(factuality)
    return DEGREES.get((value, openness), DEGREES[value, None])
