"""`detente ties A B`: what two parties did to and with each other, by front and period."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from detente.cli.console import counted, err, out, write_parquet
from detente.cli.options import (
    RECORD_FILE,
    By,
    ByOption,
    Format,
    FormatOption,
    MembersOption,
    RecordOption,
    SinceOption,
    UntilOption,
    day,
)

if TYPE_CHECKING:
    import polars as pl

    from detente.ties.counts import TieCount
    from detente.ties.summary import Sums, Tie

EXAMPLES = (
    "Examples:  [bold]detente ties PRK RUS[/]  ·  "
    "[bold]detente ties Iran 'United States' --since 2019-01-01 --by year --format csv[/]  ·  "
    "[bold]detente ties EU RUS --members[/]"
)


def ties(  # noqa: PLR0917 (each is an option of the command)
    a: Annotated[str, typer.Argument(metavar="A", help="A party: a code or a name.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other party.", show_default=False)],
    record: RecordOption = RECORD_FILE,
    by: ByOption = By.MONTH,
    directed: Annotated[bool, typer.Option("--directed", help="Count only what A does to B or with B.")] = False,
    members: MembersOption = False,
    since: SinceOption = None,
    until: UntilOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Sum the events between two parties by front and period: cooperation, conflict, balance and what stands out."""
    from detente.record import Record
    from detente.ties.summary import summarise

    with Record(record, must_exist=True) as kept:
        days = {"since": day(since, "--since"), "until": day(until, "--until")}
        found = kept.tie_counts(a, b, by=by.value, members=members, **days)
        codes = [party_code(party) for party in (a, b)]
    tie = summarise(_wanted(found, directed=directed), codes[0], codes[1], by.value)
    if format_ is Format.TABLE:
        out.print(table(tie))
        for line in told(tie):
            err.print(line, soft_wrap=True)
        return
    rows = frame(tie)
    if format_ is Format.CSV:
        sys.stdout.write(rows.write_csv())
    elif format_ is Format.PARQUET:
        write_parquet(rows)
    else:
        sys.stdout.write(rows.write_ndjson())


def party_code(party: str) -> str:
    """A party as the table heads it: its code, and its sector where one was asked for."""
    from detente.knowledge.countries import code_of

    name, _, sector = party.partition("/")
    return code_of(name) + (f"/{sector.upper()}" if sector else "")


def _wanted(counts: list[TieCount], *, directed: bool) -> list[TieCount]:
    return [row for row in counts if not directed or row.direction != "back"]


def told(tie: Tie) -> Iterator[str]:
    """What is said below a tie's table: how many events, their balance, its trend, and what stands out."""
    if not tie.whole.events:
        yield f"no event between {tie.a} and {tie.b}"
        return
    yield (
        f"{counted(tie.whole.events, 'event')} between {tie.a} and {tie.b}, {_period(tie.first, tie)} to "
        f"{_period(tie.last, tie)}: {tie.whole.cooperation} cooperation, {tie.whole.conflict} conflict; "
        f"intensity {_decimal(tie.whole.intensity)} on Goldstein's scale from -10 to 10"
    )
    if tie.trend is not None:
        way = "towards cooperation" if tie.trend.tau > 0 else "towards conflict" if tie.trend.tau < 0 else "level"
        yield f"trend of the balance: {way} (Kendall's tau {tie.trend.tau:+.2f}, p {tie.trend.p:.2f})"
    for outlier in tie.standing_out:
        yield (
            f"{_period(outlier.start, tie)} stands out: {counted(outlier.count, 'event')} of {outlier.side}, "
            f"p {outlier.p:.4f} given the {tie.by}s before"
        )


def frame(tie: Tie) -> pl.DataFrame:
    """A tie as a data frame: a row a period and front."""
    import polars as pl

    counts = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "other")
    schema: dict[str, Any] = {
        **dict.fromkeys(("a", "b"), pl.String),
        "start": pl.Date,
        "front": pl.String,
        **dict.fromkeys((*counts, "cooperation", "conflict"), pl.Int64),
        **dict.fromkeys(("balance", "intensity"), pl.Float64),
    }
    rows = [
        {"a": tie.a, "b": tie.b, "start": row.start, "front": row.front}
        | {name: getattr(row.sums, name) for name in schema if hasattr(row.sums, name)}
        for row in tie.periods
    ]
    return pl.DataFrame(rows, schema=schema)


def table(tie: Tie) -> Table:
    """A tie as a table: a row a period and front."""
    rows = Table(box=None, pad_edge=False, header_style="bold", title=f"{tie.a} – {tie.b}", title_justify="left")
    for name in (tie.by, "front", "cooperation", "conflict", "other", "balance", "intensity"):
        rows.add_column(name, justify="left" if name in {tie.by, "front"} else "right")
    for row in tie.periods:
        rows.add_row(_period(row.start, tie), row.front, *_cells(row.sums))
    return rows


def _cells(sums: Sums) -> Iterator[str]:
    for number in (sums.cooperation, sums.conflict, sums.other):
        yield str(number) if number else "·"
    for figure in (sums.balance, sums.intensity):
        yield _decimal(figure)


def _decimal(figure: float | None) -> str:
    return "·" if figure is None else f"{figure:+.1f}"


def _period(start: Any, tie: Tie) -> str:  # noqa: ANN401
    """A period as ISO 8601 writes it: 2023, 2023-09, 2023-W36, 2023-09-08."""
    written = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d"}[tie.by]
    return str(start.strftime(written))
