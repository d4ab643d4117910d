"""Logistic regression by Newton's steps, for the few weights that turn evidence into a probability."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

ROUNDS = 50


def regressed(
    rows: Sequence[tuple[float, ...]], right: Sequence[bool], held: float, expected: Sequence[float] | None = None
) -> list[float]:
    """The weights at which what was right is likeliest, held by a ridge of `held` near what is expected (else 0)."""
    features, wanted = np.array(rows), np.array(right, dtype=float)
    prior = np.zeros(features.shape[1]) if expected is None else np.array(expected)
    weights = prior.copy()
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (wanted - chances) - held * (weights - prior)
        bend = (features * (chances * (1 - chances))[:, None]).T @ features + held * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return [round(float(weight), 4) for weight in weights]
