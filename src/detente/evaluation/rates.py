"""Shares of counts: precision and recall of what was found, accuracy of what was said of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """How much of what was predicted is right, and how much of gold was found; the two may count different things."""

    right: int
    predicted: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Of what was predicted, the share that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Of gold, the share that was found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_json(self) -> dict[str, float]:
        """The three figures under the names that `--json` documents."""
        return {"p": round(self.precision, 4), "r": round(self.recall, 4), "f1": round(self.f1, 4)}


def share(part: int, whole: int) -> float | None:
    """A part of a whole, None where there is no whole."""
    return round(part / whole, 4) if whole else None
