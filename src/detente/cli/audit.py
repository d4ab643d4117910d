"""`detente audit`: a record's claims checked by hand: a sample drawn, its filled sheet kept, its precision told."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from detente.cli.console import counted, err, out, write_parquet, write_to
from detente.cli.options import RECORD_FILE, Format, FormatOption, RecordOption
from detente.cli.plain import PlainCommand, PlainGroup

if TYPE_CHECKING:
    import polars as pl

    from detente.audit import Precision

app = typer.Typer(
    cls=PlainGroup,
    help="Check claims of a record by hand, and see how many are right.",
    no_args_is_help=True,
    epilog="Examples:  [bold]detente audit draw --size 300 -o sheet.csv[/]  ·  "
    "[bold]detente audit record sheet.csv --reviewer ana[/]  ·  [bold]detente audit report[/]",
)
DRAW = "Example:  [bold]detente audit draw --size 300 --seed 7 -o sheet.csv[/]"
RECORD = "Example:  [bold]detente audit record sheet.csv --reviewer ana[/]"
REPORT = "Example:  [bold]detente audit report --format csv > precision.csv[/]"
COUNTS = ("claims", "judged", "right", "wrong", "unsure")
SHARES = ("precision", "low", "high")


def draw(
    record: RecordOption = RECORD_FILE,
    size: Annotated[int, typer.Option("--size", min=1, metavar="NUMBER", help="How many claims to draw.")] = 200,
    seed: Annotated[
        int, typer.Option("--seed", metavar="NUMBER", help="Another number draws other claims, the same the same.")
    ] = 0,
    out_: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the sheet there, not to standard output.")
    ] = None,
) -> None:
    """Draw claims by chance, some of every type and outlet, as a sheet (CSV) to fill: right, wrong or unsure."""
    from detente.audit import draw as drawn_from
    from detente.audit import sheet
    from detente.record import Record

    with Record(record, must_exist=True) as kept:
        drawn = drawn_from(kept, size=size, seed=seed)
        claims = kept.claims_with([one.claim_id for one in drawn])
    written = sheet((one, claims[one.claim_id]) for one in drawn)
    write_to(out_, written.encode())
    strata = len({one.stratum for one in drawn})
    err.print(
        f"{counted(len(drawn), 'claim')}, some of each of {counted(strata, 'kind')}; fill the column `verdict`",
        soft_wrap=True,
    )


def record(
    filled: Annotated[Path, typer.Argument(metavar="FILE", help="The filled sheet.", show_default=False)],
    reviewer: Annotated[str, typer.Option("--reviewer", metavar="NAME", help="Who filled it.", show_default=False)],
    record: RecordOption = RECORD_FILE,
) -> None:
    """Keep the verdicts of a filled sheet; filled further and given again, each replaces the person's earlier one."""
    from detente.audit import read_sheet
    from detente.record import Record

    verdicts = read_sheet(filled)
    with Record(record, must_exist=True) as kept:
        known = kept.keep_verdicts(verdicts, reviewer=reviewer)
    given = len({verdict.claim_id for verdict in verdicts})
    err.print(f"{counted(known, 'verdict')} kept", soft_wrap=True)
    if given > known:
        err.print(f"{counted(given - known, 'claim')} of the sheet not in this record, left out", soft_wrap=True)


def report(
    record: RecordOption = RECORD_FILE,
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", metavar="NAME", help="Only what this person found.")
    ] = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Tell how many claims are right, in all, by type and by outlet, with intervals of 95% confidence."""
    from detente.audit import precisions
    from detente.record import Record

    with Record(record, must_exist=True) as kept:
        judged = kept.judged(reviewer=reviewer)
        whole = sum(kept.strata().values())
    found = precisions(judged)
    if format_ is Format.TABLE:
        out.print(table(found))
        err.print(_covered(found, whole), soft_wrap=True)
        gone = len({one.claim_id for one in judged if not one.is_kept})
        if gone:
            err.print(f"{counted(gone, 'judged claim')} no longer in the record: draw anew", soft_wrap=True)
    elif format_ is Format.CSV:
        sys.stdout.write(frame(found).write_csv())
    elif format_ is Format.PARQUET:
        write_parquet(frame(found))
    else:
        sys.stdout.write(frame(found).write_ndjson())


def _covered(found: Sequence[Precision], whole: int) -> str:
    if not found:
        return "no verdicts yet: `detente audit draw` makes a sheet, `detente audit record` keeps it"
    return f"the verdicts stand for {found[0].claims:,} of {counted(whole, 'claim')}"


def frame(found: Sequence[Precision]) -> pl.DataFrame:
    """A row a part of the record; shares are null where nothing was judged."""
    import polars as pl

    schema = {
        **dict.fromkeys(("by", "name"), pl.String),
        **dict.fromkeys(COUNTS, pl.Int64),
        **dict.fromkeys(SHARES, pl.Float64),
    }
    rows = [{**asdict(row), **dict(zip(SHARES, _shares(row), strict=True))} for row in found]
    return pl.DataFrame([{name: row[name] for name in schema} for row in rows], schema=schema)


def _shares(row: Precision) -> tuple[float | None, float | None, float | None]:
    """The precision and the ends of its interval."""
    found = row.interval
    return (found.share, found.low, found.high) if found else (None, None, None)


def table(found: Sequence[Precision]) -> Table:
    """The same for people."""
    rows = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("by", "name", *COUNTS, "precision", "95% interval"):
        rows.add_column(name, justify="left" if name in {"by", "name"} else "right")
    for row in found:
        share, low, high = _shares(row)
        shown = ("·", "·") if share is None else (f"{share:.3f}", f"{low:.3f}-{high:.3f}")
        rows.add_row(row.by, row.name, *(f"{getattr(row, name):,}" for name in COUNTS), *shown)
    return rows


app.command(name="draw", cls=PlainCommand, epilog=DRAW)(draw)
app.command(name="record", cls=PlainCommand, epilog=RECORD)(record)
app.command(name="report", cls=PlainCommand, epilog=REPORT)(report)
