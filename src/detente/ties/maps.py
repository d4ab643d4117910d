"""The ties of one party as a map of the world: every other state coloured by what happened between the two."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import altair as alt

from detente.knowledge.countries import name_of
from detente.knowledge.memberships import members
from detente.knowledge.shapes import FEATURE, centres, shaped, today, topology
from detente.ties.brief import title
from detente.ties.charts import CONFLICT, COOPERATION, INK, Chart, Row, balances, counted, empty, finished, inline
from detente.ties.counts import following
from detente.ties.summary import Sums, Tie, balance

Measure = Literal["events", "cooperation", "conflict", "balance"]
ABOUT: dict[Measure, str] = {
    "events": "Number of events with each state",
    "cooperation": "Events of cooperation with each state",
    "conflict": "Events of conflict with each state",
    "balance": "Balance of the events with each state",
}
DARKEST = {"events": INK, "cooperation": COOPERATION, "conflict": CONFLICT}
"""The colour of the highest count."""
PALEST, LAND, BORDER = "#dcdcdc", "#f7f7f7", "#b0b0b0"
SIZE = {"width": 900, "height": 440}
DOT = 45
FIELDS = ("name", "events", "cooperation", "conflict", "balance")
MOST_TOLD = 20
"""How many states the description names."""


def world_map(ties: Sequence[Tie], party: str, measure: Measure) -> Chart:
    """The world, each state coloured by its tie with a party; the party itself, or its members, have a thick outline.

    Args:
        ties: those of the party with each state.
        party: its code.
        measure: what the colour shows.
    """
    heading = title(party, "the world")
    rows = [row for row in _rows(ties) if measure in row and (measure == "balance" or row[measure])]
    if not rows:
        return empty(heading, f"The record has no event between {party} and a state that fits.")
    encoded = {"color": _colour(measure, rows), "tooltip": ["name:N", *(f"{name}:Q" for name in FIELDS[1:])]}
    told = alt.LookupData(inline(rows), "id", list(FIELDS))
    drawn = alt.layer(
        _shapes().mark_geoshape(fill=LAND, stroke=BORDER, strokeWidth=0.5),
        _shapes()
        .transform_lookup("id", from_=told)
        .transform_filter("isValid(datum.events)")
        .mark_geoshape(stroke=BORDER, strokeWidth=0.5)
        .encode(**encoded),
        alt.Chart(inline(row for row in rows if row["id"] not in shaped()))
        .mark_circle(size=DOT, opacity=1, stroke=INK, strokeWidth=0.5)
        .encode(longitude="lon:Q", latitude="lat:Q", **encoded),
        *_outlines(party, _last_day(ties)),
    )
    described = f"{heading}. {ABOUT[measure]}. {_told(ties)}."
    return finished(drawn.project("equalEarth").properties(**SIZE), heading, ABOUT[measure], described)


def _shapes() -> alt.Chart:
    return alt.Chart(alt.InlineData(values=topology(), format=alt.TopoDataFormat(type="topojson", feature=FEATURE)))


def _outlines(party: str, day: dt.date) -> Iterator[alt.Chart]:
    """The party, or those who are of it on a day."""
    code, _, _ = party.partition("/")
    own = {*today(code), *(state for state, terms in members(code).items() if any(held.holds(day) for held in terms))}
    if outlined := sorted(own & shaped()):
        which = alt.FieldOneOfPredicate("id", outlined)
        yield _shapes().transform_filter(which).mark_geoshape(filled=False, stroke=INK, strokeWidth=1.5)


def _last_day(ties: Sequence[Tie]) -> dt.date:
    return max(following(tie.last, tie.by) for tie in ties if tie.last) - dt.timedelta(days=1)


def _rows(ties: Sequence[Tie]) -> list[Row]:
    """A row for each state of today that has events; those of a state that is no more are its followers'."""
    shown: dict[str, list[Sums]] = defaultdict(list)
    for tie in ties:
        for code in today(tie.b):
            shown[code] += [tie.whole] if tie.whole.events else []
    return [_row(code, held) for code, held in sorted(shown.items()) if held and code in centres()]


def _row(code: str, held: Sequence[Sums]) -> Row:
    latitude, longitude = centres()[code]
    cooperation, conflict = sum(sums.cooperation for sums in held), sum(sums.conflict for sums in held)
    row: Row = {"id": code, "name": name_of(code), "lat": latitude, "lon": longitude}
    row |= {"events": sum(sums.events for sums in held), "cooperation": cooperation, "conflict": conflict}
    between = balance(cooperation, conflict)
    return row | ({} if between is None else {"balance": between})


def _colour(measure: Measure, rows: Sequence[Row]) -> Any:  # noqa: ANN401 (Altair's own channel)
    if measure == "balance":
        return balances("square")
    most = max(int(row[measure]) for row in rows)
    scale = alt.Scale(type="sqrt", domain=[0, most], range=[PALEST, DARKEST[measure]])
    steps = sorted({1, most, *(round(most * part) for part in (0.1, 0.4) if most * part >= 1)})
    legend = alt.Legend(title=measure, type="symbol", symbolType="square", values=steps, format="d")
    return alt.Color(measure, type="quantitative", scale=scale, legend=legend)


def _told(ties: Sequence[Tie]) -> str:
    """The states with most events, in words."""
    busiest = sorted((tie for tie in ties if tie.whole.events), key=lambda tie: (-tie.whole.events, tie.b))
    return "; ".join(f"{name_of(tie.b)}: {counted(tie.whole)}" for tie in busiest[:MOST_TOLD])
