"""Ties as charts in Vega-Lite: one tie over time, the busiest pairs over time, and who is tied to whom.

Cooperation is blue and conflict is vermilion, which readers who see few colours can tell apart (M. Okabe and K. Ito,
Color Universal Design, 2008). Each chart has a title and a description that stands in for it where it cannot be seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import ceil, cos, pi, sin
from textwrap import wrap
from typing import Any

import altair as alt

from detente.knowledge.countries import name_of
from detente.ties.brief import title
from detente.ties.counts import Period, begins, following
from detente.ties.summary import Side, Sums, Tie

Chart = alt.Chart | alt.LayerChart | alt.VConcatChart
Row = dict[str, str | int | float]

COOPERATION, BETWEEN, CONFLICT = "#0072b2", "#dcdcdc", "#d55e00"
INK = "#333333"
SIDES: tuple[Side, ...] = ("cooperation", "conflict")
WIDTH = 640
FRONT_HEIGHT = 70
BALANCE_HEIGHT = 90
CELL = 24
"""Pixels that a cell of the heat map is high, and at least as wide where its count is written into it."""
WIDEST = 1200
STEPS = [-1, -0.5, 0, 0.5, 1]
"""The balances that a legend shows. Steps, as Vega numbers the gradients of a process and a picture would not be the
same twice."""
BALANCE_WORDS = (
    "{'-1': 'all conflict', '0': 'even', '1': 'all cooperation'}[datum.value] || format(datum.value, '+.1f')"
)
"""How a balance is called on an axis or in a legend, as an expression of Vega."""
BESIDE_AXIS: dict[str, Any] = {"titleAngle": 0, "titleAlign": "right", "titleBaseline": "middle", "titleX": -100}
"""How the name of a front stands: to be read, left of the numbers of its axis."""
MOST_YEARS = 12
BESIDE_DOT: tuple[tuple[str, dict[str, Any]], ...] = (
    ("datum.x > 0.1", {"align": "left", "dx": 10}),
    ("datum.x < -0.1", {"align": "right", "dx": -10}),
    ("abs(datum.x) <= 0.1 && datum.y > 0", {"dy": -14}),
    ("abs(datum.x) <= 0.1 && datum.y <= 0", {"dy": 14}),
)
"""Where a party's name stands beside its dot on the circle: outside."""
DATES: dict[Period, str] = {"day": "%-d %b %Y", "week": "%-d %b %Y", "month": "%b %Y", "year": "%Y"}


@dataclass(frozen=True, slots=True)
class Over:
    """The time a chart goes over, from the first day of a period to the day after another."""

    first: date
    after: date
    by: Period

    @classmethod
    def ties(cls, ties: Sequence[Tie]) -> Over:
        """The time of ties of which each has an event."""
        by = ties[0].by
        last = max(tie.last for tie in ties if tie.last)
        return cls(min(tie.first for tie in ties if tie.first), following(last, by), by)

    def with_margins(self) -> Over:
        """The same with a period more at both ends, so that even a tie of one period is seen as a bar and no slab."""
        return Over(begins(self.first - timedelta(days=1), self.by), following(self.after, self.by), self.by)

    @property
    def periods(self) -> int:
        """How many there are, at least."""
        return max(1, (self.after - self.first).days // {"day": 1, "week": 7, "month": 31, "year": 366}[self.by])

    def x(self, field: str = "start") -> alt.X:
        """The axis of time; days are of no time zone, so that they are the same everywhere."""
        scale = alt.Scale(type="utc", domain=[self.first.isoformat(), self.after.isoformat()], nice=False)
        ticks: dict[str, Any] = {"values": self._years()} if self.by == "year" else {"tickCount": min(8, self.periods)}
        axis = alt.Axis(title=None, grid=False, labelOverlap=True, format=DATES[self.by], **ticks)
        return alt.X(field, type="temporal", scale=scale, axis=axis)

    def _years(self) -> list[float]:
        """The middles of years, at most so many as can be read beside each other, as Vega writes days."""
        step = ceil(self.periods / MOST_YEARS)
        years = range(self.first.year, self.after.year, step)
        return [datetime(year, 7, 2, tzinfo=UTC).timestamp() * 1000 for year in years]


def timeline(tie: Tie) -> Chart:
    """A tie by period: for each front cooperation above and conflict below zero, and the balance of all fronts."""
    heading = title(tie.a, tie.b)
    if not tie.whole.events:
        return empty(heading, f"The record has no event between {tie.a} and {tie.b}.")
    over = Over.ties([tie]).with_margins()
    highest = max(getattr(period.sums, side) for period in tie.periods for side in SIDES) or 1
    fronts = [_front(tie, front, over, highest) for front in tie.by_front]
    about = f"{counted(tie.whole)}, by {tie.by} and front"
    charts = alt.vconcat(*fronts, _balance(tie, over), spacing=14)
    return finished(charts, heading, about, f"{heading}: {about}. {' '.join(_told(tie))}")


def _front(tie: Tie, front: str, over: Over, highest: int) -> Any:  # noqa: ANN401 (Altair's own chart)
    """Bars of one front; a bar of a period that is narrow beside the time gone over is still wide enough to see."""
    axis = alt.Axis(values=[-highest, 0, highest], labelExpr="abs(datum.value)", title=wrap(front, 18), **BESIDE_AXIS)
    bars = (
        alt.Chart(inline(_front_rows(tie, front)))
        .mark_rect(strokeWidth=1)
        .encode(
            x=over.x().axis(None),
            x2="end:T",
            y=alt.Y("signed:Q", axis=axis, scale=alt.Scale(domain=[-highest, highest])),
            y2=alt.datum(0),
            color=alt.Color("side:N", scale=_side_scale(), legend=alt.Legend(title=None, orient="top")),
            stroke=alt.Stroke("side:N", scale=_side_scale(), legend=None),
            tooltip=["front:N", "start:T", "side:N", "events:Q"],
        )
    )
    return alt.layer(bars, _zero()).properties(width=WIDTH, height=FRONT_HEIGHT)


def _balance(tie: Tie, over: Over) -> Any:  # noqa: ANN401 (Altair's own chart)
    """From nothing but conflict to nothing but cooperation; a dot is the larger the more events it rests on."""
    drawn = alt.Chart(inline(_balance_rows(tie)))
    axis = alt.Axis(values=[-1, 0, 1], labelExpr=BALANCE_WORDS, title="balance", **BESIDE_AXIS)
    y = alt.Y("balance:Q", scale=alt.Scale(domain=[-1, 1]), axis=axis)
    stems = drawn.mark_rule(color=INK).encode(x=over.x("middle"), y=y, y2=alt.datum(0))
    dots = drawn.mark_circle(color=INK, opacity=1).encode(
        x=over.x("middle"),
        y=y,
        size=alt.Size("events:Q", legend=None, scale=alt.Scale(range=[20, 120], domainMin=1)),
        tooltip=["start:T", alt.Tooltip("balance:Q", format="+.2f"), "events:Q"],
    )
    return alt.layer(stems, dots, _zero()).properties(width=WIDTH, height=BALANCE_HEIGHT)


def _zero() -> Any:  # noqa: ANN401 (Altair's own chart)
    return alt.Chart().mark_rule(color=INK, strokeWidth=0.75).encode(y=alt.datum(0))


def heat_map(ties: Sequence[Tie]) -> Chart:
    """Ties by period, the first on top: coloured by their balance, with their number of events."""
    heading = "Pairs with most events"
    if not ties:
        return empty(heading, "The record has no event between two parties that fits.")
    over = Over.ties(ties)
    wide = min(WIDEST, max(WIDTH, over.periods * CELL))
    cells = alt.Chart(inline(_cells(ties))).encode(
        x=over.x(),
        y=alt.Y("pair:N", sort=[_pair(tie) for tie in ties], axis=alt.Axis(title=None, labelLimit=320)),
        tooltip=["pair:N", "start:T", "cooperation:Q", "conflict:Q", "events:Q", "balance:Q"],
    )
    if wide / over.periods >= CELL:
        about = f"Number of events by {over.by}; colour shows their balance"
        drawn = [
            cells.mark_rect(stroke="white").encode(x2="end:T", color=balances("square")),
            cells.mark_text(fontSize=11).encode(x=over.x("middle"), text="events:Q", color=_legible()),
        ]
    else:
        about = f"Balance of the events by {over.by}"
        edge = alt.Stroke("balance:Q", scale=_balance_scale(), legend=None)
        drawn = [cells.mark_rect(strokeWidth=2).encode(x2="end:T", color=balances("square"), stroke=edge)]
    described = "; ".join(f"{_pair(tie)}: {counted(tie.whole)}" for tie in ties)
    layered = alt.layer(*drawn).properties(width=wide, height=CELL * len(ties)).resolve_scale(color="independent")
    return finished(layered, heading, about, f"{heading}, by {over.by}. {described}.")


def network(ties: Sequence[Tie]) -> Chart:
    """Parties on a circle, with a line for each tie: the wider the more events, coloured by its balance."""
    heading = "Who is tied to whom"
    if not ties:
        return empty(heading, "The record has no event between two parties that fits.")
    lines, parties = _network(ties)
    tied = alt.Chart(inline(lines)).encode(tooltip=["pair:N", "events:Q", "balance:Q"])
    width = alt.Size("events:Q", scale=alt.Scale(range=[1.5, 10]), legend=None)
    number = tied.encode(**_at("middle_x", "middle_y"), text="events:Q")
    named = alt.Chart(inline(parties)).encode(**_at("x", "y"))
    drawn = alt.layer(
        tied.mark_rule(strokeCap="round").encode(
            **_at("x", "y"), x2="x2:Q", y2="y2:Q", color=balances("stroke"), size=width
        ),
        number.mark_text(fontSize=11, stroke="white", strokeWidth=3),
        number.mark_text(fontSize=11, color=INK),
        named.mark_circle(size=90, color=INK, opacity=1),
        *(
            named.transform_filter(where).mark_text(fontSize=12, color=INK, **beside).encode(text="name:N")
            for where, beside in BESIDE_DOT
        ),
    ).properties(width=WIDTH, height=WIDTH)
    described = "; ".join(f"{_pair(tie)}: {counted(tie.whole)}" for tie in ties)
    return finished(drawn, heading, "Numbers and width show events, colour their balance", f"{described}.")


def _at(x: str, y: str) -> dict[str, Any]:
    """A place on the square in which the circle of parties lies."""
    scale = alt.Scale(domain=[-1.2, 1.2])
    return {
        "x": alt.X(x, type="quantitative", axis=None, scale=scale),
        "y": alt.Y(y, type="quantitative", axis=None, scale=scale),
    }


def _front_rows(tie: Tie, front: str) -> Iterator[Row]:
    """A row for each period and side of a front that has events; conflict counts below zero."""
    for period in tie.periods:
        for side, sign in zip(SIDES, (1, -1), strict=True):
            number: int = getattr(period.sums, side) if period.front == front else 0
            if number:
                days = _days(period.start, tie.by)
                yield {**days, "front": front, "side": side, "events": number, "signed": sign * number}


def _balance_rows(tie: Tie) -> Iterator[Row]:
    for start, (cooperation, conflict, _) in _by_period(tie):
        if both := cooperation + conflict:
            yield {**_days(start, tie.by), "balance": (cooperation - conflict) / both, "events": both}


def _cells(ties: Iterable[Tie]) -> Iterator[Row]:
    for tie in ties:
        for start, (cooperation, conflict, events) in _by_period(tie):
            row: Row = {**_days(start, tie.by), "pair": _pair(tie), "cooperation": cooperation, "conflict": conflict}
            both = cooperation + conflict
            yield {**row, "events": events, "balance": (cooperation - conflict) / both if both else 0.0}


def _by_period(tie: Tie) -> list[tuple[date, tuple[int, int, int]]]:
    """Cooperation, conflict and all events of each period, its fronts together."""
    found: dict[date, list[Sums]] = defaultdict(list)
    for period in tie.periods:
        found[period.start].append(period.sums)
    return [
        (start, (sum(s.cooperation for s in held), sum(s.conflict for s in held), sum(s.events for s in held)))
        for start, held in sorted(found.items())
    ]


def _network(ties: Sequence[Tie]) -> tuple[list[Row], list[Row]]:
    """The lines and the parties; parties stand on the circle in the order in which the ties name them."""
    codes = list(dict.fromkeys(code for tie in ties for code in (tie.a, tie.b)))
    angles = {code: 2 * pi * place / len(codes) for place, code in enumerate(codes)}
    at = {code: (round(sin(angle), 4), round(cos(angle), 4)) for code, angle in angles.items()}
    lines: list[Row] = [
        {
            "pair": _pair(tie),
            **_line(at[tie.a], at[tie.b]),
            "events": tie.whole.events,
            "balance": tie.whole.balance or 0.0,
        }
        for tie in ties
    ]
    return lines, [{"name": name_of(code), "x": x, "y": y} for code, (x, y) in at.items()]


def _line(one: tuple[float, float], other: tuple[float, float]) -> Row:
    """From one party to another; the number stands nearer to the first, as many lines cross in the middle."""
    (x, y), (x2, y2) = one, other
    middle = {"middle_x": round(0.6 * x + 0.4 * x2, 4), "middle_y": round(0.6 * y + 0.4 * y2, 4)}
    return {"x": x, "y": y, "x2": x2, "y2": y2, **middle}


def _days(start: date, by: Period) -> Row:
    end = following(start, by)
    return {
        "start": start.isoformat(),
        "middle": (start + (end - start) / 2).isoformat(),
        "end": end.isoformat(),
    }


def _side_scale() -> alt.Scale:
    return alt.Scale(domain=list(SIDES), range=[COOPERATION, CONFLICT])


def _balance_scale() -> alt.Scale:
    return alt.Scale(domain=[-1, 0, 1], range=[CONFLICT, BETWEEN, COOPERATION])


def balances(symbol: str) -> alt.Color:
    """Vermilion to blue, from -1 (nothing but conflict) to 1 (nothing but cooperation); legends show a symbol of it."""
    legend = alt.Legend(title="balance", type="symbol", symbolType=symbol, values=STEPS, labelExpr=BALANCE_WORDS)
    return alt.Color("balance:Q", scale=_balance_scale(), legend=legend)


def _legible() -> Any:  # noqa: ANN401 (a condition of Altair's own kind)
    """White on the dark ends of the colours of balance, else ink."""
    return alt.condition("abs(datum.balance) > 0.6", alt.value("white"), alt.value(INK))


def _told(tie: Tie) -> Iterator[str]:
    for front, sums in tie.by_front.items():
        yield f"{front[:1].upper()}{front[1:]}: {sums.cooperation} of cooperation, {sums.conflict} of conflict."


def counted(sums: Sums) -> str:
    """Events in words: "3 events: 1 of cooperation, 2 of conflict"."""
    other = f", {sums.other} of neither" if sums.other else ""
    plural = "" if sums.events == 1 else "s"
    return f"{sums.events} event{plural}: {sums.cooperation} of cooperation, {sums.conflict} of conflict{other}"


def _pair(tie: Tie) -> str:
    return f"{name_of(tie.a)} – {name_of(tie.b)}"


def inline(rows: Iterable[Row]) -> alt.InlineData:
    """Rows that a chart carries with it."""
    return alt.InlineData(values=list(rows))


def empty(heading: str, words: str) -> Chart:
    """A picture that says in words why there is nothing to draw."""
    said = alt.Chart(inline([{"words": words}])).mark_text(fontSize=14, color=INK).encode(text="words:N")
    return finished(said.properties(width=WIDTH, height=FRONT_HEIGHT), heading, "", words)


def finished(chart: Any, heading: str, about: str, described: str) -> Chart:  # noqa: ANN401 (any of Altair's charts)
    """A chart with its title, what it is about below, and its description."""
    headed = alt.TitleParams(heading, subtitle=about, anchor="start", fontSize=16, offset=12)
    finished: Chart = (
        chart.properties(title=headed, description=described, background="white", padding=12)
        .configure_view(stroke=None)
        .configure_axis(labelColor=INK, titleColor=INK, domainColor=INK, labelFontSize=11)
    )
    return finished
