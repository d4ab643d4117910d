"""A tie: what two parties did to and with each other, in PLOVER's four quads, by front and period.

Counts are of events: what ten reports tell is one. Cooperation and conflict are the two sides of the quads, balance
their difference over their sum, and intensity the mean of Goldstein's scale over the events.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.knowledge.plover import intensities, quad
from detente.ties.counts import Period, TieCount, begins, following
from detente.ties.standing_out import standing_out
from detente.ties.trend import Trend, trend

Side = Literal["cooperation", "conflict"]


@dataclass(frozen=True, slots=True)
class Sums:
    """Events by quad; `other` counts OBSERVE. `intensity` is the mean on Goldstein's scale from -10 to 10."""

    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    other: int
    intensity: float | None

    @property
    def cooperation(self) -> int:
        """Verbal and material."""
        return self.verbal_cooperation + self.material_cooperation

    @property
    def conflict(self) -> int:
        """Verbal and material."""
        return self.verbal_conflict + self.material_conflict

    @property
    def events(self) -> int:
        """All of them."""
        return self.cooperation + self.conflict + self.other

    @property
    def balance(self) -> float | None:
        """From -1 (nothing but conflict) to 1 (nothing but cooperation); None where there is neither."""
        return balance(self.cooperation, self.conflict)


def balance(cooperation: int, conflict: int) -> float | None:
    """From -1 (nothing but conflict) to 1 (nothing but cooperation); None where there is neither."""
    both = cooperation + conflict
    return (cooperation - conflict) / both if both else None


@dataclass(frozen=True, slots=True)
class TiePeriod:
    """The events of the period that begins on `start`, on one front."""

    start: dt.date
    front: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class Outlier:
    """A period with more of one side than the past lets expect; `p` as `standing_out` has it."""

    start: dt.date
    side: Side
    count: int
    p: float


@dataclass(frozen=True, slots=True)
class Tie:
    """What two parties did to and with each other as a record's events tell it.

    `trend` is that of the balance over the periods that have one.
    """

    a: str
    b: str
    by: Period
    whole: Sums
    by_front: dict[str, Sums]
    periods: tuple[TiePeriod, ...]
    first: dt.date | None
    last: dt.date | None
    trend: Trend | None
    standing_out: tuple[Outlier, ...]


def sums(counts: Iterable[TieCount]) -> Sums:
    """What counts come to."""
    by_type: Counter[str] = Counter()
    for row in counts:
        by_type[row.type] += row.count
    by_quad: Counter[str | None] = Counter()
    for type_, number in by_type.items():
        by_quad[quad(type_)] += number
    scaled = {type_: number for type_, number in by_type.items() if type_ in intensities()}
    weight = sum(number * intensities()[type_] for type_, number in scaled.items())
    return Sums(
        verbal_cooperation=by_quad["verbal cooperation"],
        material_cooperation=by_quad["material cooperation"],
        verbal_conflict=by_quad["verbal conflict"],
        material_conflict=by_quad["material conflict"],
        other=by_quad[None],
        intensity=weight / sum(scaled.values()) if scaled else None,
    )


def summarise(counts: Sequence[TieCount], a: str, b: str, by: Period) -> Tie:
    """The tie between two parties from the counts of its events; their periods are `by`."""
    fronts: dict[str, list[TieCount]] = defaultdict(list)
    cells: dict[tuple[dt.date, str], list[TieCount]] = defaultdict(list)
    starting: dict[dt.date, list[TieCount]] = defaultdict(list)
    for row in counts:
        starting[row.start].append(row)
        fronts[row.front].append(row)
        cells[row.start, row.front].append(row)
    ordered = sorted(fronts.items(), key=lambda item: (-sum(row.count for row in item[1]), item[0]))
    by_period = {start: sums(rows) for start, rows in sorted(starting.items())}
    return Tie(
        a,
        b,
        by,
        whole=sums(counts),
        by_front={front: sums(rows) for front, rows in ordered},
        periods=tuple(TiePeriod(start, front, sums(rows)) for (start, front), rows in sorted(cells.items())),
        first=min(by_period, default=None),
        last=max(by_period, default=None),
        trend=trend([s.balance for s in by_period.values() if s.balance is not None]),
        standing_out=tuple(_outliers(by_period, by)),
    )


def _outliers(by_period: dict[dt.date, Sums], by: Period) -> list[Outlier]:
    if not by_period:
        return []
    every = list(_every(min(by_period), max(by_period), by))
    found: list[Outlier] = []
    sides: tuple[Side, ...] = ("cooperation", "conflict")
    for side in sides:
        numbers = [getattr(by_period[start], side) if start in by_period else 0 for start in every]
        found += [Outlier(every[place], side, numbers[place], p) for place, p in standing_out(numbers)]
    return sorted(found, key=lambda outlier: (outlier.start, outlier.side))


def _every(first: dt.date, last: dt.date, by: Period) -> Iterable[dt.date]:
    """Each period from one to another, those without events too."""
    start = begins(first, by)
    while start <= last:
        yield start
        start = following(start, by)
