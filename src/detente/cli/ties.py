"""`detente ties A B`: what two parties did to and with each other, by front and month."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated

import polars as pl
import typer
from rich.table import Table

from detente.cli.console import err, out, write_parquet
from detente.cli.options import RECORD_FILE, Format, FormatOption, RecordOption, day
from detente.knowledge.countries import code_of
from detente.record import Record
from detente.ties.summary import Tie, summarise

EXAMPLES = (
    "Examples:  [bold]detente ties PRK RUS[/]  ·  "
    "[bold]detente ties Iran 'United States' --since 2019-01-01 --format csv[/]"
)


def ties(
    a: Annotated[str, typer.Argument(metavar="A", help="A party: a code or a name.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other party.", show_default=False)],
    record: RecordOption = RECORD_FILE,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Happened on or after this day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Happened on or before this day.")] = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Sum the claims between two parties by front and month."""
    with Record(record, must_exist=True) as kept:
        found = kept.claims(pair=(a, b), since=day(since, "--since"), until=day(until, "--until"))
    tie = summarise(found, code_of(a), code_of(b))
    if format_ is Format.TABLE:
        out.print(table(tie))
        err.print(
            f"{tie.claims:,} claims between {tie.a} and {tie.b}"
            + (f", {tie.first} to {tie.last}" if tie.first else "")
            + "; each report's telling counts once",
            soft_wrap=True,
        )
        return
    frame = pl.DataFrame([{"a": tie.a, "b": tie.b, **asdict(row)} for row in tie.months], schema=SCHEMA)
    if format_ is Format.CSV:
        sys.stdout.write(frame.write_csv())
    elif format_ is Format.PARQUET:
        write_parquet(frame)
    else:
        sys.stdout.write(frame.write_ndjson())


SCHEMA = {
    "a": pl.String,
    "b": pl.String,
    "month": pl.String,
    "front": pl.String,
    "cooperation": pl.Int64,
    "conflict": pl.Int64,
    "other": pl.Int64,
}


def table(tie: Tie) -> Table:
    """A tie as a table: a row a month and front."""
    rows = Table(box=None, pad_edge=False, header_style="bold", title=f"{tie.a} – {tie.b}", title_justify="left")
    for name in ("month", "front", "cooperation", "conflict", "other"):
        rows.add_column(name, justify="left" if name in {"month", "front"} else "right")
    for row in tie.months:
        rows.add_row(row.month, row.front, _number(row.cooperation), _number(row.conflict), _number(row.other))
    return rows


def _number(count: int) -> str:
    return str(count) if count else "·"
