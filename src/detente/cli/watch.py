"""`detente watch`: the new items of feeds, round after round, into the record."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.console import counted, err
from detente.cli.options import RECORD_FILE, DomesticOption, ModelOption, RecordOption, ThresholdOption
from detente.cli.read import INTERRUPTED, SOME_FAILED, THRESHOLD, Run

if TYPE_CHECKING:
    from detente.reports.watching import Watch
    from detente.runs.alone import Alone

EXAMPLES = (
    "Examples:  [bold]detente watch feeds.opml[/]  ·  [bold]detente watch feeds.opml --once[/]  ·  "
    "[bold]detente watch https://example.org/world.rss --pages --every 30[/]"
)
EVERY = 15
STATE = ".feeds.json"


def watch(  # noqa: PLR0917 (each is an option of the command)
    feeds: Annotated[
        list[str],
        typer.Argument(metavar="FEEDS", help="Lists of feeds (OPML), or addresses of feeds.", show_default=False),
    ],
    record: RecordOption = RECORD_FILE,
    once: Annotated[bool, typer.Option("--once", help="Look at each feed once, and end.")] = False,
    every: Annotated[
        int, typer.Option("--every", min=1, metavar="MINUTES", help="Minutes from one round to the next.")
    ] = EVERY,
    pages: Annotated[
        bool, typer.Option("--pages", help="Read the page that an item links to, and not only what the feed holds.")
    ] = False,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="The outlet of all items, in place of their own.")
    ] = None,
    domestic: DomesticOption = False,
    threshold: ThresholdOption = THRESHOLD,
    model: ModelOption = None,
) -> None:
    """Read the new items of feeds as they come.

    RSS, Atom and JSON Feed. What was read is remembered beside the record, so that nothing is read twice.
    """
    from detente.record import Record
    from detente.reports import ReadingOptions
    from detente.reports.watching import Watch
    from detente.runs.alone import Alone
    from detente.runs.choice import ReaderChoice

    addresses = _addresses(feeds)
    with Record(record) as kept:
        watched = Watch(addresses, _state(record), ReadingOptions(outlet=outlet), pages=pages)
        run, reader = Run(kept, None), Alone(ReaderChoice(domestic, threshold, model))
        try:
            _round(run, reader, watched)
            while not once:
                err.print(f"next round in {counted(every, 'minute')}; Ctrl-C ends it", markup=False)
                time.sleep(every * 60)
                _round(run, reader, watched)
        except KeyboardInterrupt:
            err.print("interrupted; what was read is kept, and the same command goes on from there")
            raise typer.Exit(INTERRUPTED) from None
    if run.counts.failed:
        raise typer.Exit(SOME_FAILED)


def _round(run: Run, reader: Alone, watched: Watch) -> None:
    with closing(watched.round()) as news:
        for outcome in reader.read(news, run.is_kept):
            run.meet(outcome)
    run.say()


def _addresses(feeds: list[str]) -> list[str]:
    from detente.reports.opening import is_address
    from detente.reports.opml import feeds_of

    found = [address for feed in feeds for address in ([feed] if is_address(feed) else feeds_of(Path(feed)))]
    return list(dict.fromkeys(found))


def _state(record: str) -> Path:
    """The file beside a record that keeps what was seen; a record in a database has it in the working folder."""
    from detente.record.engine import file_of

    return Path(f"{file_of(record) or Path('detente')}{STATE}")
