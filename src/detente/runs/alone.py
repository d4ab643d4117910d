"""Reading in the process that asks: no start-up but the reader's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from detente.errors import ReportError
from detente.reports.report import Report
from detente.runs.choice import ReaderChoice

if TYPE_CHECKING:
    from detente.claims.outcome import Reading
    from detente.claims.reading import Reader
    from detente.reports.found import Found
    from detente.runs.outcome import IsKept, Outcome


class Alone:
    """Reads one report after the other."""

    def __init__(self, choice: ReaderChoice) -> None:
        self._choice = choice

    @cached_property
    def _reader(self) -> Reader:
        return self._choice.make()

    def read(self, found: Iterable[Found], is_kept: IsKept) -> Iterator[Outcome]:
        """What comes of each thing found, in its place; the reader is loaded for the first report."""
        from detente.runs.outcome import unread

        for one in found:
            if not isinstance(one, Report):
                yield one
                continue
            outcome = unread(one, self._reader.version, is_kept)
            yield attempt(self._reader, outcome) if isinstance(outcome, Report) else outcome


def attempt(reader: Reader, report: Report) -> Reading | ReportError:
    """A report read, or why it cannot be: no report is worth the rest of an archive."""
    try:
        return reader.read_report(report)
    except MemoryError:
        return ReportError(report.id, "needs more memory than a report may", "cut it into several")
    except Exception as fault:
        said = f"cannot be read ({type(fault).__name__}: {fault})"
        return ReportError(report.id, said, "please send it to the makers of detente")
