"""The small layers over the encoder: what they tell apart, and how a pair's answer is computed.

One hidden layer over a pair's pooled states feeds a head for each question. The weights are plain arrays, so that
users can train heads of their own without a deep-learning library (`detente train`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from detente.claims.claim import Auxiliary, Factuality
from detente.knowledge.plover import TYPES, modes
from detente.knowledge.tables import rows

NONE = "none"
SECTORS = (
    "GOV", "MIL", "REB", "OPP", "PTY", "LEG", "JUD", "COP", "SPY", "MED", "BUS", "LAB", "CVL", "EDU", "REL", "UAF",
    "CRM", "NGO", "IGO", "REF", "DEV", "HLH", "ELI", "ENV", "HRI",
)  # fmt: skip
FACTUALITY = tuple(value.value for value in Factuality)
AUXILIARY: tuple[str, ...] = get_args(Auxiliary)
OUTSIDE, BEGINS, GOES_ON = range(3)
"""What a piece is to a party: no part of one, its first, a further one."""
TAGS = 3
WITNESS = "witness"
"""The name of the table of what the lexicon says where a type is true, among the weights."""
DEGREES = 3
SCALE, CUBIC = np.float32(0.7978845608), np.float32(0.044715)
"""The constants of the unit's tanh form."""
Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labels:
    """The answers of each head, in the order of its outputs."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    """`TYPE/mode`, after `none`."""
    contexts: tuple[str, ...]
    sectors: tuple[str, ...]
    factuality: tuple[str, ...] = FACTUALITY
    auxiliary: tuple[str, ...] = AUXILIARY


@cache
def labels() -> Labels:
    """What PLOVER and FactBank have, from the tables."""
    of_types = tuple(f"{type_}/{mode}" for type_, several in modes().items() for mode in several)
    return Labels((NONE, *TYPES), (NONE, *of_types), tuple(row["context"] for row in rows("contexts")), SECTORS)


HEADS = ("types", "modes", "contexts", "factuality", "auxiliary", "queries")
"""What is asked of each pair; `queries` are compared with the state of each piece, to point at the trigger."""


def degree(confidence: float) -> int:
    """How sure the lexicon is of what it says, in three degrees."""
    return 0 if confidence < 0.3 else 1 if confidence < 0.7 else 2


def linear(weights: Mapping[str, Array], name: str, values: Array) -> Array:
    """One layer, without what makes it bend."""
    scores: Array = np.asarray(values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"], dtype=np.float32)
    return scores


def gelu(values: Array) -> Array:
    """The Gaussian error linear unit in its usual tanh form (Hendrycks and Gimpel, 2016)."""
    return (0.5 * values * (1 + _bend(values))).astype(np.float32)


def gelu_slope(values: Array) -> tuple[Array, Array]:
    """The unit and its slope at each value."""
    bend = _bend(values)
    slope = 0.5 * (1 + bend) + 0.5 * values * (1 - bend**2) * SCALE * (1 + 3 * CUBIC * values**2)
    return gelu(values), slope.astype(np.float32)


def _bend(values: Array) -> Array:
    bent: Array = np.tanh(SCALE * (values + CUBIC * values**3))
    return bent


def softmax(scores: Array, temperature: float = 1.0) -> Array:
    """Probabilities along the last axis."""
    shifted = scores / np.float32(temperature)
    raised = np.exp(shifted - shifted.max(axis=-1, keepdims=True))
    shares: Array = np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)
    return shares
