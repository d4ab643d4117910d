"""Importing a file: row by row, in batches that are kept at once, with what is wrong put aside and the rest taken.

Nothing grows with the file but counts: a million rows need no more memory than the first batches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import IO, Protocol

from detente.errors import OutputError
from detente.events.event import Event
from detente.exchange.imports.formats import FORMATS, Format
from detente.exchange.imports.rows import ASIDE, ASIDE_NAME, NoType, Row, RowError, checked, opened

BATCH = 10_000
"""Rows that are kept at once."""
LINE_END = "\r\n"


class Keeper(Protocol):
    """What keeps imported events, a record."""

    def add_imported(self, found: Sequence[Event]) -> int:
        """Keeps those that are not there yet and says how many these were."""


@dataclass
class Outcome:
    """What importing has done so far."""

    added: int = 0
    known: int = 0
    """Rows that were there already."""
    rejected: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """Rows without a PLOVER type, by what their set calls them."""

    @property
    def rows(self) -> int:
        """All rows seen."""
        return self.added + self.known + self.rejected + self.left_out.total()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was kept aside: where it stands, and what is wrong with it."""

    path: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.why}"


@dataclass
class Import:
    """The import of one file. `tell` hears of each row that is kept aside, `step` of each batch that is done."""

    path: Path
    format: Format
    rejects: Path
    tell: Callable[[Rejected], None] = lambda _: None
    step: Callable[[Outcome], None] = lambda _: None

    def into(self, keeper: Keeper) -> Outcome:
        """Keeps every event of the file that is not kept yet.

        Raises:
            ExchangeError: the file cannot be read, or is not of this set.
            OutputError: rejected rows cannot be written aside.
        """
        outcome = Outcome()
        with opened(self.path) as lines, Aside(self.rejects) as aside:
            rows = self.format.rows(lines)
            first = next(rows, None)
            if first is None:
                return outcome
            coder = self.format.coder(first, str(self.path))
            if coder.headed:
                aside.header = first.line
            waiting = rows if coder.headed else chain([first], rows)
            while batch := list(islice(waiting, BATCH)):
                events = list(self._coded(batch, coder.of_row, outcome, aside))
                added = keeper.add_imported(events)
                outcome.added += added
                outcome.known += len(events) - added
                self.step(outcome)
        return outcome

    def _coded(
        self, batch: Sequence[Row], of_row: Callable[[Row], Event], outcome: Outcome, aside: Aside
    ) -> Iterator[Event]:
        for row in batch:
            try:
                yield of_row(checked(row))
            except RowError as fault:
                outcome.rejected += 1
                rejected = Rejected(str(self.path), row.number, str(fault))
                aside.keep(row, rejected)
                self.tell(rejected)
            except NoType as code:
                outcome.left_out[str(code)] += 1


def aside_of(path: Path, set_: str) -> Path:
    """Where the rejected rows of a file go if nothing else is said: beside it."""
    return path.with_name(f"{path.name}{ASIDE_NAME}{FORMATS[set_].suffix}")


class Aside:
    """The file of rejected rows: made with the first one, each below a line that says what is wrong with it.

    With that mended it can be imported as it is: those lines are passed over.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: IO[str] | None = None
        self._open = ExitStack()
        self.header = ""

    def __enter__(self) -> Aside:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def keep(self, row: Row, rejected: Rejected) -> None:
        """Writes a row."""
        try:
            if self._lines is None:
                self._lines = self._open.enter_context(
                    self._path.open("w", encoding="utf-8", errors="surrogateescape", newline="\n")
                )
                self._lines.write(self.header)
            self._lines.write(f"{ASIDE}{rejected}\n{row.line.rstrip(LINE_END)}\n")
        except OSError as fault:
            raise OutputError.of(self._path, fault, "name another file with --rejects") from fault
