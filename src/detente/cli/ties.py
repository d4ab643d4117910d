"""`detente ties A B`: what two parties did to and with each other, by front and month."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from detente.cli.console import counted, err, out, write_parquet
from detente.cli.options import RECORD_FILE, Format, FormatOption, RecordOption, SinceOption, UntilOption, day

if TYPE_CHECKING:
    import polars as pl

    from detente.ties.summary import Tie

EXAMPLES = (
    "Examples:  [bold]detente ties PRK RUS[/]  ·  "
    "[bold]detente ties Iran 'United States' --since 2019-01-01 --format csv[/]"
)


def ties(
    a: Annotated[str, typer.Argument(metavar="A", help="A party: a code or a name.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other party.", show_default=False)],
    record: RecordOption = RECORD_FILE,
    since: SinceOption = None,
    until: UntilOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Sum the claims between two parties by front and month."""
    from detente.knowledge.countries import code_of
    from detente.record import Record
    from detente.ties.summary import summarise

    with Record(record, must_exist=True) as kept:
        found = kept.claims(pair=(a, b), since=day(since, "--since"), until=day(until, "--until"))
    tie = summarise(found, code_of(a), code_of(b))
    if format_ is Format.TABLE:
        out.print(table(tie))
        err.print(
            f"{counted(tie.claims, 'claim')} between {tie.a} and {tie.b}"
            + (f", {tie.first} to {tie.last}" if tie.first else "")
            + "; these are claims, not happenings: what two reports tell counts twice",
            soft_wrap=True,
        )
        return
    rows = frame(tie)
    if format_ is Format.CSV:
        sys.stdout.write(rows.write_csv())
    elif format_ is Format.PARQUET:
        write_parquet(rows)
    else:
        sys.stdout.write(rows.write_ndjson())


def frame(tie: Tie) -> pl.DataFrame:
    """A tie as a data frame: a row a month and front."""
    import polars as pl

    texts = dict.fromkeys(("a", "b", "month", "front"), pl.String)
    counts = dict.fromkeys(("cooperation", "conflict", "other"), pl.Int64)
    return pl.DataFrame([{"a": tie.a, "b": tie.b, **asdict(row)} for row in tie.months], schema={**texts, **counts})


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
