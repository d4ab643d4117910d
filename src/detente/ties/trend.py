"""Whether a series goes up or down: Kendall's rank correlation of its values with time (Mann 1945, Kendall 1975)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt

SHORTEST = 4
"""Values below which nothing is said of a trend."""


@dataclass(frozen=True, slots=True)
class Trend:
    """`tau` from -1 (always down) to 1 (always up); `p` is how likely so strong a one would be by chance, two-sided."""

    tau: float
    p: float


def trend(values: Sequence[float]) -> Trend | None:
    """The Mann-Kendall test of a series, with its correction for ties; None where it is too short or never varies."""
    n = len(values)
    if n < SHORTEST or len(set(values)) == 1:
        return None
    score = _score(values)
    tied = sum(t * (t - 1) * (2 * t + 5) for t in Counter(values).values())
    spread = sqrt((n * (n - 1) * (2 * n + 5) - tied) / 18)
    z = 0.0 if score == 0 else (abs(score) - 1) / spread
    return Trend(score / (n * (n - 1) / 2), erfc(z / sqrt(2)))


def _score(values: Sequence[float]) -> int:
    """Pairs that go up less those that go down; each value is looked up among the earlier ones, held in order."""
    score = 0
    earlier: list[float] = []
    for value in values:
        below, up_to = bisect_left(earlier, value), bisect_right(earlier, value)
        score += below - (len(earlier) - up_to)
        insort(earlier, value)
    return score
