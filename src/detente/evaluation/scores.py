"""Precision, recall and F1 of each type, their macro mean, accuracy and the confusion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TypeScore:
    """One type's figures; `support` is how often gold holds it."""

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class Scores:
    """What a comparison of predicted and gold types comes to.

    `macro_f1` is the mean over the types that gold holds. In `confusion` the key is (gold, predicted); None stands
    for nothing on that side.
    """

    per_type: dict[str, TypeScore]
    confusion: dict[tuple[str | None, str | None], int]
    macro_f1: float
    micro_f1: float
    accuracy: float
    gold: int
    predicted: int

    def as_json(self) -> dict[str, Any]:
        """The figures under the names that `--json` documents."""
        return {
            "macro_f1": round(self.macro_f1, 4),
            "micro_f1": round(self.micro_f1, 4),
            "accuracy": round(self.accuracy, 4),
            "gold": self.gold,
            "predicted": self.predicted,
            "per_type": {
                name: {
                    "precision": round(s.precision, 4),
                    "recall": round(s.recall, 4),
                    "f1": round(s.f1, 4),
                    "support": s.support,
                }
                for name, s in self.per_type.items()
            },
            "confusion": [
                {"gold": gold, "predicted": predicted, "count": count}
                for (gold, predicted), count in sorted(self.confusion.items(), key=_order)
            ],
        }


def score(pairs: Iterable[tuple[str | None, str | None]]) -> Scores:
    """The scores of (gold, predicted) pairs; None on one side is a miss or a false alarm."""
    confusion = Counter(pairs)
    gold = Counter[str]()
    predicted = Counter[str]()
    right = Counter[str]()
    for (expected, found), count in confusion.items():
        if expected is not None:
            gold[expected] += count
        if found is not None:
            predicted[found] += count
        if expected is not None and expected == found:
            right[expected] += count
    per_type = {name: _figures(right[name], predicted[name], gold[name]) for name in sorted(gold | predicted)}
    held = [figures.f1 for name, figures in per_type.items() if gold[name]]
    micro = _figures(right.total(), predicted.total(), gold.total())
    return Scores(
        per_type=per_type,
        confusion=dict(confusion),
        macro_f1=sum(held) / len(held) if held else 0.0,
        micro_f1=micro.f1,
        accuracy=right.total() / gold.total() if gold else 0.0,
        gold=gold.total(),
        predicted=predicted.total(),
    )


def _figures(right: int, predicted: int, gold: int) -> TypeScore:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return TypeScore(precision, recall, f1, gold)


def _order(item: tuple[tuple[str | None, str | None], int]) -> tuple[int, str, str]:
    (gold, predicted), count = item
    return -count, gold or "", predicted or ""
