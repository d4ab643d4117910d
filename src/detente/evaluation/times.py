"""Expressions of time in running text against TIMEX3 gold: their extents, types and values (TempEval-3's figures).

A line holds a text with its document creation time and `timexes`, each with start, end, type and value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from detente.claims.reading import Reader
from detente.evaluation.gold_lines import Day, GoldLine
from detente.evaluation.rates import Found, share
from detente.reports.report import Report


class Timex(BaseModel):
    """One expression: characters `s` to `e`, TIMEX3 type and value."""

    model_config = ConfigDict(frozen=True)

    s: int
    e: int
    type: str | None = None
    value: str | None = None


class GoldTimes(GoldLine):
    """A text with its creation time and the expressions in it."""

    dct: Day
    timexes: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class TimedText:
    """A gold text and what was read in it."""

    gold: GoldTimes
    predicted: tuple[Timex, ...]

    def matched(self) -> list[tuple[Timex, Timex]]:
        """Gold and predicted expressions that overlap, one to one, the longest overlaps first."""
        overlapping = sorted(
            (-(min(g.e, p.e) - max(g.s, p.s)), abs(g.s - p.s) + abs(g.e - p.e), i, j)
            for i, g in enumerate(self.gold.timexes)
            for j, p in enumerate(self.predicted)
            if g.s < p.e and p.s < g.e
        )
        gold: dict[int, int] = {}
        for *_, i, j in overlapping:
            if i not in gold and j not in gold.values():
                gold[i] = j
        return [(self.gold.timexes[i], self.predicted[j]) for i, j in sorted(gold.items())]


def read(lines: Sequence[GoldTimes], reader: Reader) -> Iterator[TimedText]:
    """What the reader finds in each text, seen from its creation time."""
    for line in lines:
        found = reader.read_times(Report(line.id, line.text, line.dct))
        yield TimedText(line, tuple(Timex(s=t.span[0], e=t.span[1], type=t.kind, value=t.timex) for t in found))


@dataclass(frozen=True, slots=True)
class TimeScores:
    """`strict` and `relaxed`: extents equal or overlapping; the rest counts the overlapping pairs."""

    documents: int
    strict: Found
    relaxed: Found
    types: int
    values: int

    @property
    def value_f1(self) -> float:
        """Relaxed F1 times the share of right values, as TempEval-3 has it."""
        return self.relaxed.f1 * (self.values / self.relaxed.right if self.relaxed.right else 0.0)

    def as_json(self) -> dict[str, Any]:
        """The figures under the names that `--json` documents."""
        return {
            "documents": self.documents,
            "gold": self.relaxed.gold,
            "predicted": self.relaxed.predicted,
            "strict": self.strict.as_json(),
            "relaxed": self.relaxed.as_json(),
            "type_acc": share(self.types, self.relaxed.right),
            "value_acc": share(self.values, self.relaxed.right),
            "value_f1": round(self.value_f1, 4),
        }


def score(texts: Sequence[TimedText]) -> TimeScores:
    """The figures over all texts."""
    pairs = [pair for text in texts for pair in text.matched()]
    gold = sum(len(text.gold.timexes) for text in texts)
    predicted = sum(len(text.predicted) for text in texts)
    equal = sum((g.s, g.e) in {(p.s, p.e) for p in text.predicted} for text in texts for g in text.gold.timexes)
    return TimeScores(
        len(texts),
        Found(equal, predicted, equal, gold),
        Found(len(pairs), predicted, len(pairs), gold),
        types=sum(g.type == p.type for g, p in pairs),
        values=sum(_right(g, p) for g, p in pairs),
    )


def _right(gold: Timex, predicted: Timex) -> bool:
    return (gold.value or "") == (predicted.value or "")


def wrong(texts: Sequence[TimedText]) -> Iterator[tuple[str, ...]]:
    """Each expression that is missed, invented or of another value: id, words, gold value, predicted value, context."""
    for text in texts:
        pairs = text.matched()
        met = {expression for pair in pairs for expression in pair}
        rows = [(g, g.value or "", p.value or "") for g, p in pairs if not _right(g, p)]
        rows += [(g, g.value or "", "(missed)") for g in text.gold.timexes if g not in met]
        rows += [(p, "(none)", p.value or "") for p in text.predicted if p not in met]
        for timex, value, said in sorted(rows, key=lambda row: row[0].s):
            words = text.gold.text[timex.s : timex.e]
            yield text.gold.id, words, value, said, context(text.gold.text, timex.s, timex.e)


def context(text: str, start: int, end: int) -> str:
    """The words around some characters, on one line."""
    return " ".join(text[max(0, start - 60) : end + 60].split())
