"""Making probabilities honest: a temperature for each form, and how far off they still are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.claims.relations.heads import Array, softmax

TEMPERATURES = tuple(round(0.5 + 0.05 * step, 2) for step in range(51))
BINS = 15


def temperature(scores: Array, right: Sequence[int]) -> float:
    """The temperature at which the right answers are likeliest (Guo et al., 2017)."""
    places = np.arange(len(right)), np.array(right)
    return min(TEMPERATURES, key=lambda value: -float(np.log(softmax(scores, value)[places] + 1e-9).mean()))


def calibration_error(chances: Sequence[float], right: Sequence[bool]) -> float:
    """The expected calibration error: the mean distance of confidence from the share that is right, in 15 bins."""
    bins = np.minimum((np.array(chances) * BINS).astype(int), BINS - 1)
    held, true = np.array(chances), np.array(right, dtype=float)
    gaps = [
        abs(held[bins == b].mean() - true[bins == b].mean()) * (bins == b).mean()
        for b in range(BINS)
        if (bins == b).any()
    ]
    return float(sum(gaps))
