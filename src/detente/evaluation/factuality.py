"""How surely an event is said to have happened, against people's graded judgements.

A line holds a sentence, the characters of an event's word and a value from -3 (certainly not) to 3 (certainly so);
several sets in one file are told apart by `set`.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from detente.claims.factuality.value import Reality
from detente.claims.reading import Reader
from detente.errors import GoldError
from detente.evaluation.gold_lines import GoldLine
from detente.evaluation.rates import Found

UNSURE = 0.5
"""Values up to this far from 0 count as neither so nor not so."""
FACTUAL = 2.0
"""Values from here on count as: it did happen."""
SIGNS = (-1, 0, 1)


class EventWord(BaseModel):
    """The characters `s` to `e` of an event's word."""

    model_config = ConfigDict(frozen=True)

    s: int
    e: int


class GoldEvent(GoldLine):
    """An event in its sentence and its value from -3 to 3."""

    event: EventWord
    value: float
    set: str = ""


@dataclass(frozen=True, slots=True)
class JudgedEvent:
    """A gold event and what the reader makes of it."""

    gold: GoldEvent
    said: Reality

    @property
    def degree(self) -> float:
        """The predicted value, from -3 to 3."""
        return self.said.degree


def of_set(lines: Sequence[GoldEvent], name: str | None, path: str) -> list[GoldEvent]:
    """The events of one set of a file, or all.

    Raises:
        GoldError: the file has no such set.
    """
    kept = [line for line in lines if name is None or line.set == name]
    if not kept:
        held = ", ".join(sorted({line.set for line in lines if line.set})) or "no sets at all"
        raise GoldError(path, f"holds no set {name!r}", f"it holds {held}")
    return kept


def judge(lines: Sequence[GoldEvent], reader: Reader) -> Iterator[JudgedEvent]:
    """What the reader makes of each event."""
    for line in lines:
        yield JudgedEvent(line, reader.judge_event(line.text, (line.event.s, line.event.e)))


@dataclass(frozen=True, slots=True)
class FactualityScores:
    """Pearson's r (None where one side never varies), the mean error, and how well signs and facts are told apart."""

    events: int
    pearson: float | None
    mean_error: float
    signs: dict[int, Found]
    not_factual: Found

    @property
    def accuracy(self) -> float:
        """The share of right signs."""
        return sum(found.right for found in self.signs.values()) / self.events

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the three signs."""
        return sum(found.f1 for found in self.signs.values()) / len(SIGNS)

    def as_json(self) -> dict[str, Any]:
        """The figures under the names that `--json` documents."""
        return {
            "n": self.events,
            "pearson": None if self.pearson is None else round(self.pearson, 4),
            "mae": round(self.mean_error, 4),
            "sign_acc": round(self.accuracy, 4),
            "sign_macro_f1": round(self.macro_f1, 4),
            "neg": self.signs[-1].as_json(),
            "unsure": self.signs[0].as_json(),
            "pos": self.signs[1].as_json(),
            "not_factual": self.not_factual.as_json(),
        }


def score(judged: Sequence[JudgedEvent]) -> FactualityScores:
    """The figures over all events; `judged` holds at least one."""
    gold = [event.gold.value for event in judged]
    said = [event.degree for event in judged]
    return FactualityScores(
        len(judged),
        _correlation(gold, said),
        sum(abs(a - b) for a, b in zip(gold, said, strict=True)) / len(judged),
        {sign: _found([_sign(v) == sign for v in gold], [_sign(v) == sign for v in said]) for sign in SIGNS},
        _found([v < FACTUAL for v in gold], [v < FACTUAL for v in said]),
    )


def _correlation(gold: list[float], said: list[float]) -> float | None:
    try:
        return statistics.correlation(gold, said)
    except statistics.StatisticsError:
        return None


def _sign(value: float) -> int:
    return 0 if abs(value) <= UNSURE else 1 if value > 0 else -1


def _found(gold: Sequence[bool], said: Sequence[bool]) -> Found:
    both = sum(a and b for a, b in zip(gold, said, strict=True))
    return Found(both, sum(said), both, sum(gold))


def wrong(judged: Sequence[JudgedEvent]) -> Iterator[tuple[str, ...]]:
    """Each event with a wrong sign or factuality, the farthest off first: id, word, gold, predicted, why, sentence."""
    off = [
        event
        for event in judged
        if _sign(event.gold.value) != _sign(event.degree) or (event.gold.value < FACTUAL) != (event.degree < FACTUAL)
    ]
    for event in sorted(off, key=lambda e: -abs(e.gold.value - e.degree)):
        word = event.gold.text[event.gold.event.s : event.gold.event.e]
        why = "; ".join(event.said.why)
        yield event.gold.id, word, f"{event.gold.value:.2f}", f"{event.degree:.2f}", why, event.gold.text
