"""`detente import SET FILE...`: events that others have coded, into the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.text import Text

from detente.cli.console import complain, counted, err
from detente.cli.options import RECORD_FILE, RecordOption
from detente.errors import ExchangeError, QueryError

if TYPE_CHECKING:
    from detente.exchange.imports.importing import Import, Outcome, Rejected

EXAMPLES = (
    "Examples:  [bold]detente import gdelt 20191024143000.export.CSV[/]  ·  "
    "[bold]detente import icews events.2018.tab --record icews.sqlite[/]  ·  "
    "[bold]detente import acled Africa_2020.csv --rejects wrong.csv[/]"
)
SOME_FAILED = 3
SHOWN = 10
"""Rejected rows that are told one by one; the file that they are kept in tells of all."""


class Set(StrEnum):
    """The sets that can be imported."""

    GDELT = "gdelt"
    ICEWS = "icews"
    POLECAT = "polecat"
    PLOVER = "plover"
    PHOENIX = "phoenix"
    ACLED = "acled"


def import_(
    set_: Annotated[
        Set,
        typer.Argument(metavar="SET", help="gdelt, icews, polecat, plover, phoenix or acled.", show_default=False),
    ],
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Its files, as published; .gz and .zip too.", show_default=False),
    ],
    record: RecordOption = RECORD_FILE,
    rejects: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where bad rows are kept aside (default: beside the file).", dir_okay=False),
    ] = None,
) -> None:
    """Import events that others have coded.

    Rows that cannot be understood are told, and kept aside in a file to mend; the rest is imported. Importing a file
    again adds nothing.
    """
    from detente.exchange.imports.importing import aside_of
    from detente.record import Record

    _check(files, rejects)
    failed = False
    with Record(record) as kept:
        for path in files:
            telling = Telling(path, rejects or aside_of(path, set_.value))
            try:
                with _progress() as step:
                    outcome = telling.importing(set_.value, step).into(kept)
            except ExchangeError as error:
                complain(error)
                failed = True
                continue
            telling.sum_up(outcome)
            failed = failed or outcome.rejected > 0
        err.print(f"→ {kept.where}", soft_wrap=True, markup=False)
    if failed:
        raise typer.Exit(SOME_FAILED)


class Telling:
    """What a user hears of the import of one file."""

    def __init__(self, path: Path, rejects: Path) -> None:
        self._path = path
        self._rejects = rejects
        self._told = 0

    def importing(self, set_: str, step: Callable[[str], None]) -> Import:
        """The import, which tells of itself here."""
        from detente.exchange.imports.formats import FORMATS
        from detente.exchange.imports.importing import Import

        return Import(self._path, FORMATS[set_], self._rejects, self._reject, lambda done: step(_counts(done)))

    def _reject(self, rejected: Rejected) -> None:
        self._told += 1
        if self._told <= SHOWN:
            err.print(Text(f"rejected: {rejected}"), soft_wrap=True)

    def sum_up(self, outcome: Outcome) -> None:
        """Says what came of it."""
        if outcome.rejected > SHOWN:
            err.print(f"rejected: {outcome.rejected - SHOWN:,} more", soft_wrap=True)
        err.print(f"{self._path.name}: {_counts(outcome)}", soft_wrap=True, markup=False)
        for code, rows in outcome.left_out.most_common():
            err.print(
                f"  left out, PLOVER has no type for it: {code}, {counted(rows, 'row')}", soft_wrap=True, markup=False
            )
        if outcome.rejected:
            err.print(
                f"  rejected rows are in {self._rejects}: mend them there and import that file",
                soft_wrap=True,
                markup=False,
            )


def _counts(outcome: Outcome) -> str:
    said = f"{counted(outcome.added, 'event')} added"
    said += f", {outcome.known:,} known" if outcome.known else ""
    said += f", {outcome.left_out.total():,} left out" if outcome.left_out else ""
    return said + (f", {outcome.rejected:,} rejected" if outcome.rejected else "")


def _check(files: list[Path], rejects: Path | None) -> None:
    """Refuses what would write rejected rows of several files into one, or over what is read.

    Raises:
        QueryError: it would.
    """
    if rejects is None:
        return
    if len(files) > 1:
        raise QueryError("--rejects", "names one file for several", "import them one by one, or leave it out")
    if rejects.absolute() == files[0].absolute():
        raise QueryError("--rejects", "names the file that is imported", "name another")


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    bar = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), console=err, transient=True, disable=not err.is_terminal
    )
    with bar:
        task = bar.add_task("", total=None)
        yield lambda said: bar.update(task, description=said)
