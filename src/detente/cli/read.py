"""`detente read`: reports in, claims into the record or out as JSON lines."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from detente.cli.console import complain, counted, err
from detente.cli.options import RECORD_FILE, DomesticOption, ModelOption, ThresholdOption, day
from detente.errors import OutputError, QueryError, ReportError

if TYPE_CHECKING:
    from detente.claims.outcome import Reading
    from detente.record import Record
    from detente.reports import ReadingOptions, Report
    from detente.runs.choice import ReaderChoice
    from detente.runs.outcome import Outcome

EXAMPLES = (
    "Examples:  [bold]detente read my-archive/[/]  ·  [bold]detente read report.txt --date 2023-09-09[/]  ·  "
    "[bold]detente read 'wire/*.jsonl' --field text=body --field date=day[/]  ·  "
    "[bold]curl -s PAGE | detente read - --out -[/]"
)
THRESHOLD = 0.5
SOME_FAILED = 3
INTERRUPTED = 130


@dataclass
class Counts:
    """What a run has done so far."""

    read: int = 0
    unchanged: int = 0
    failed: int = 0
    claims: int = 0
    set_aside: Counter[str] = field(default_factory=Counter)
    """Why, and how many."""

    def said_aside(self) -> str:
        """Says how many reports were set aside and why: "12 reports set aside: 9 German, 3 French"."""
        reasons = ", ".join(f"{number:,} {reason}" for reason, number in self.set_aside.most_common())
        return f"{counted(self.set_aside.total(), 'report')} set aside: {reasons}"

    def __str__(self) -> str:
        said = f"{self.read:,} read, {counted(self.claims, 'claim')}"
        said += f", {self.unchanged:,} unchanged" if self.unchanged else ""
        return said + (f", {self.failed:,} failed" if self.failed else "")

    def so_far(self) -> str:
        """The same while reports are still read, when nobody has been told yet of those that were set aside."""
        aside = self.set_aside.total()
        return f"{self}, {aside:,} set aside" if aside else str(self)


@dataclass
class Run:
    """One run of reading: where claims go, and what was done."""

    record: Record | None
    out: IO[str] | None
    counts: Counts = field(default_factory=Counts)

    def is_kept(self, report: Report, reader: str) -> bool:
        """Whether a report need not be read: it is kept, and its claims are not asked for elsewhere."""
        return self.record is not None and self.out is None and self.record.holds(report, reader)

    def meet(self, outcome: Outcome) -> None:
        """Keeps or writes the claims of a report; counts and says what else there is."""
        from detente.reports import Remark, SetAside
        from detente.runs.outcome import Unchanged

        match outcome:
            case ReportError():
                self.counts.failed += 1
                complain(outcome)
            case SetAside(reason=reason):
                self.counts.set_aside[reason] += 1
            case Remark():
                err.print(str(outcome), soft_wrap=True, markup=False)
            case Unchanged():
                self.counts.unchanged += 1
            case _:
                self._take(outcome)

    def say(self) -> None:
        """Says what was done so far."""
        if self.counts.set_aside:
            err.print(self.counts.said_aside(), soft_wrap=True, markup=False)
        kept = f" → {self.record.where}" if self.record else ""
        err.print(f"{self.counts}{kept}", soft_wrap=True, markup=False)

    def _take(self, reading: Reading) -> None:
        from detente.record import Kept

        if self.record is not None and self.record.keep(reading) is Kept.UNCHANGED:
            self.counts.unchanged += 1
        else:
            self.counts.read += 1
            self.counts.claims += len(reading.claims)
        if self.out is not None:
            self.out.writelines(claim.to_json() + "\n" for claim in reading.claims)


def read(  # noqa: PLR0917 (each is an option of the command)
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files, folders, globs, addresses, or - for standard input.", show_default=False
        ),
    ],
    record: Annotated[
        str | None,
        typer.Option(
            "--record",
            "-r",
            envvar="DETENTE_RECORD",
            metavar="FILE-or-URL",
            help=f"The record to keep claims in (default {RECORD_FILE}; with --out none, unless named here).",
            show_default=False,
        ),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", "-d", metavar="YYYY-MM-DD", help="The date of reports that carry none.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="The outlet of reports that name none.")
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--field", metavar="OURS=THEIRS", help="What a field or column is called: text, date, id, title or outlet."
        ),
    ] = None,
    fields_file: Annotated[
        Path | None,
        typer.Option("--fields", metavar="FILE", help="What all fields are called, in a file (TOML)."),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out", "-o", metavar="FILE", help="Write one JSON claim a line to a file, or to - for standard output."
        ),
    ] = None,
    domestic: DomesticOption = False,
    threshold: ThresholdOption = THRESHOLD,
    model: ModelOption = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            "-w",
            min=1,
            metavar="NUMBER",
            help="Read with so many processes (default: one for each core).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read reports and keep their claims.

    Plain text (with a first line ` date YYYY-MM-DD ...`, a dateline, or --date), HTML pages, JSON lines, CSV, Parquet,
    feeds, web archives, LexisNexis and Factiva exports; packed too, and at any address.
    A report that cannot be read is named and the rest is still read. Reading a report again changes nothing.
    """
    from detente.record import Record
    from detente.reports import ReadingOptions
    from detente.reports.mapping import FieldNames, read_mapping
    from detente.runs.choice import ReaderChoice
    from detente.runs.cores import all_cores

    mapped = read_mapping(fields_file) if fields_file else FieldNames()
    names = {**mapped.names, **_fields(fields or [])}
    options = ReadingOptions(_given_date(date), outlet, names, mapped.date_format)
    where = (record if _given(context, "record") else None) if out else record or RECORD_FILE
    with _opened(out) as lines, Record(where) if where else nullcontext() as kept:
        run = Run(kept, lines)
        choice = ReaderChoice(domestic, threshold, model)
        interrupted = _read_all(run, paths, options, choice, workers or all_cores())
    run.say()
    if interrupted:
        err.print("interrupted; what was read is kept, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED)
    if run.counts.failed:
        raise typer.Exit(SOME_FAILED)


def _read_all(run: Run, paths: list[str], options: ReadingOptions, choice: ReaderChoice, workers: int) -> bool:
    from detente.reports import read_reports
    from detente.reports.sources import count_reports, find_files
    from detente.runs.reading import read_with

    expected = count_reports(find_files(paths))
    found = read_reports(paths, options=options)
    with _progress(expected) as step:
        try:
            with closing(read_with(choice, workers, found, run.is_kept, expected)) as outcomes:
                for outcome in outcomes:
                    run.meet(outcome)
                    step(run.counts.so_far())
        except KeyboardInterrupt:
            return True
    return False


def _given(context: typer.Context, option: str) -> bool:
    """Whether an option stands on the command line, and not only in the environment."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"


def _given_date(written: str | None) -> dt.date | None:
    from detente.reports.dating import not_in_future

    given = day(written, "--date")
    try:
        return not_in_future(given, "--date") if given else None
    except ReportError as error:
        raise QueryError(f"--date {written!r}", "lies in the future", error.remedy) from None


def _fields(written: list[str]) -> dict[str, str]:
    from detente.reports.mapping import OURS

    pairs = dict(pair.partition("=")[::2] for pair in written)
    unknown = set(pairs) - set(OURS)
    if unknown or "" in pairs.values():
        raise QueryError(f"--field {', '.join(written)}", "is not OURS=THEIRS", f"OURS is one of {', '.join(OURS)}")
    return pairs


@contextmanager
def _opened(out: str | None) -> Iterator[IO[str] | None]:
    if out is None:
        yield None
    elif out == "-":
        yield sys.stdout
        sys.stdout.flush()
    else:
        try:
            with Path(out).open("w", encoding="utf-8") as lines:
                yield lines
        except OSError as fault:
            raise OutputError.of(out, fault) from fault


class _Rate(ProgressColumn):
    """Reports a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.1f}/s" if task.speed else "", style="cyan")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None]]:
    bar = Progress(
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=total)
        yield lambda said: bar.update(task, advance=1, description=said)
