"""`detente plot`: a record's ties as pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.console import counted, err, write_to
from detente.cli.options import (
    RECORD_FILE,
    By,
    ByOption,
    FrontOption,
    MembersOption,
    RecordOption,
    SinceOption,
    TypeOption,
    UntilOption,
    day,
)
from detente.cli.plain import PlainCommand, PlainGroup
from detente.errors import QueryError

if TYPE_CHECKING:
    from detente.ties.charts import Chart
    from detente.ties.counts import Period
    from detente.ties.summary import Tie

TIE = "Example:  [bold]detente plot tie PRK RUS --by year -o tie.svg[/]"
DYADS = "Example:  [bold]detente plot dyads --front military --since 2019-01-01 -o dyads.html[/]"
NETWORK = "Example:  [bold]detente plot network --type AID -o network.png[/]"
MAP = "Example:  [bold]detente plot map EU --members --measure conflict --since 2014-01-01 -o map.svg[/]"


class Measure(StrEnum):
    """What the colour of a map shows."""

    EVENTS = "events"
    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    BALANCE = "balance"


app = typer.Typer(
    cls=PlainGroup,
    help="Draw ties: one over time, the busiest pairs, who is tied to whom, or one party's on a map.",
    no_args_is_help=True,
    epilog="Examples:  [bold]detente plot tie PRK RUS -o tie.svg[/]  ·  [bold]detente plot dyads -o dyads.html[/]",
)

OutOption = Annotated[
    Path,
    typer.Option("--out", "-o", metavar="FILE", help="Where it goes; its ending says as what: .svg, .png or .html."),
]


def tie(  # noqa: PLR0917 (each is an option of the command)
    a: Annotated[str, typer.Argument(metavar="A", help="A party: a code or a name.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other party.", show_default=False)],
    out: OutOption,
    record: RecordOption = RECORD_FILE,
    by: ByOption = By.MONTH,
    members: MembersOption = False,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Draw a tie over time: on each front cooperation above and conflict below, and the balance of all fronts."""
    from detente.cli.ties import party_code
    from detente.record import Record
    from detente.ties.charts import timeline
    from detente.ties.summary import summarise

    written = _writer(out)
    with Record(record, must_exist=True) as kept:
        counts = kept.tie_counts(a, b, by=by.value, members=members, **_days(since, until))
    drawn = summarise(counts, party_code(a), party_code(b), by.value)
    _write(out, written(timeline(drawn)), counted(drawn.whole.events, "event"))


def dyads(  # noqa: PLR0917 (each is an option of the command)
    out: OutOption,
    record: RecordOption = RECORD_FILE,
    by: ByOption = By.YEAR,
    most: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="At most so many pairs.")] = 20,
    type_: TypeOption = None,
    front: FrontOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Draw the pairs with most events by period: how many there are, and their balance as a colour."""
    from detente.ties.charts import heat_map

    written = _writer(out)
    filters = {"type": type_, "front": front, **_days(since, until)}
    ties = _busiest(record, by.value, most, filters)
    _write(out, written(heat_map(ties)), counted(len(ties), "pair"))


def network(  # noqa: PLR0917 (each is an option of the command)
    out: OutOption,
    record: RecordOption = RECORD_FILE,
    most: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="At most so many pairs.")] = 40,
    type_: TypeOption = None,
    front: FrontOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Draw who is tied to whom: the pairs with most events as lines, with their number and their balance."""
    from detente.ties import charts

    written = _writer(out)
    filters = {"type": type_, "front": front, **_days(since, until)}
    ties = _busiest(record, "year", most, filters)
    _write(out, written(charts.network(ties)), counted(len(ties), "pair"))


def map_(  # noqa: PLR0917 (each is an option of the command)
    a: Annotated[str, typer.Argument(metavar="A", help="A party: a code or a name.", show_default=False)],
    out: OutOption,
    record: RecordOption = RECORD_FILE,
    measure: Annotated[
        Measure, typer.Option(metavar="MEASURE", help="What colour shows: events, cooperation, conflict or balance.")
    ] = Measure.BALANCE,
    members: MembersOption = False,
    type_: TypeOption = None,
    front: FrontOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Draw a map of the world: each state coloured by its events with one party."""
    from detente.cli.ties import party_code
    from detente.ties.maps import world_map

    written = _writer(out)
    party = party_code(a)
    filters = {"type": type_, "front": front, **_days(since, until)}
    ties = _with_each_state(record, party, {**filters, "members": members})
    _write(out, written(world_map(ties, party, measure.value)), counted(len(ties), "state"))


def _with_each_state(record: str, party: str, filters: Mapping[str, Any]) -> list[Tie]:
    """The ties of a party with the states with which it has any."""
    from detente.knowledge.countries import countries
    from detente.record import Record
    from detente.ties.summary import summarise

    with Record(record, must_exist=True) as kept:
        ties = [
            summarise(kept.tie_counts(party, code, by="year", **filters), party, code, "year")
            for code in countries()
            if code != party.partition("/")[0]
        ]
    return [tie for tie in ties if tie.whole.events]


def _busiest(record: str, by: Period, most: int, filters: Mapping[str, object]) -> list[Tie]:
    from detente.record import Record
    from detente.ties.dyads import busiest

    with Record(record, must_exist=True) as kept:
        return busiest(kept.events(**filters), by, most)


def _days(since: str | None, until: str | None) -> dict[str, dt.date | None]:
    return {"since": day(since, "--since"), "until": day(until, "--until")}


def _write(out: Path, picture: bytes, shown: str) -> None:
    write_to(out, picture)
    err.print(f"{shown} → {out}", soft_wrap=True)


def _writer(out: Path) -> Callable[[Chart], bytes]:
    """How a chart is written to a file of that name.

    Raises:
        QueryError: its ending names no kind of picture.
    """
    from detente.ties import pictures

    writers: dict[str, Callable[[Chart], bytes]] = {
        ".svg": lambda chart: pictures.svg(chart).encode(),
        ".png": pictures.png,
        ".html": lambda chart: pictures.html(chart).encode(),
    }
    try:
        return writers[out.suffix.lower()]
    except KeyError:
        raise QueryError(
            f"file name {out.name!r}", "does not say what kind of picture to draw", "end it in .svg, .png or .html"
        ) from None


app.command(name="tie", cls=PlainCommand, epilog=TIE)(tie)
app.command(name="dyads", cls=PlainCommand, epilog=DYADS)(dyads)
app.command(name="network", cls=PlainCommand, epilog=NETWORK)(network)
app.command(name="map", cls=PlainCommand, epilog=MAP)(map_)
