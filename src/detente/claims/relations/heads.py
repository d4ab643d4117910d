"""The small layers over the encoder: what they tell apart, and how a pair's answer is computed.

One hidden layer over a pair's pooled states feeds a head for each question. The weights are plain arrays, so that
users can train heads of their own without a deep-learning library (`detente train`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from detente.knowledge.plover import TYPES
from detente.knowledge.tables import rows, several

NONE = "none"
SECTORS = (
    "GOV", "MIL", "REB", "OPP", "PTY", "LEG", "JUD", "COP", "SPY", "MED", "BUS", "LAB", "CVL", "EDU", "REL", "UAF",
    "CRM", "NGO", "IGO", "REF", "DEV", "HLH", "ELI", "ENV", "HRI",
)  # fmt: skip
FACTUALITY = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu")
AUXILIARY = ("historical", "future", "hypothetical", "negation")
OUTSIDE, BEGINS, GOES_ON = range(3)
"""What a piece is to a party: no part of one, its first, a further one."""
TAGS = 3
WITNESS = "witness"
"""The name of the table of what the lexicon says where a type is true, among the weights."""
DEGREES = 3
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
    modes = tuple(f"{row['type']}/{mode}" for row in rows("modes") for mode in several(row["modes"]))
    return Labels((NONE, *TYPES), (NONE, *modes), tuple(row["context"] for row in rows("contexts")), SECTORS)


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
    return gelu_slope(values)[0]


def gelu_slope(values: Array) -> tuple[Array, Array]:
    """The unit and its slope at each value."""
    scale, cubic = np.float32(0.7978845608), np.float32(0.044715)
    bend = np.tanh(scale * (values + cubic * values**3))
    slope = 0.5 * (1 + bend) + 0.5 * values * (1 - bend**2) * scale * (1 + 3 * cubic * values**2)
    return (0.5 * values * (1 + bend)).astype(np.float32), slope.astype(np.float32)


def softmax(scores: Array, temperature: float = 1.0) -> Array:
    """Probabilities along the last axis."""
    shifted = scores / np.float32(temperature)
    raised = np.exp(shifted - shifted.max(axis=-1, keepdims=True))
    shares: Array = np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)
    return shares
