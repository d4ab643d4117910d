"""CSV and TSV: a header, then one report a row.

Python's own reader is used, and not a faster one, because it goes on after a bad row, knows the row's line and needs
no more memory than the row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from detente.errors import ReportError
from detente.reports.fields import Place, Rows, guesses_said, require_text_column
from detente.reports.found import Found
from detente.reports.lines import LONGEST, Lines, LineTooLongError, mended
from detente.reports.options import MAX_BYTES, ReadingOptions

SEPARATORS = ",;\t|"


def read_delimited(stream: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of a table, row by row; a row that holds none is given back as the error that says so."""
    table = _Table(stream, where)
    require_text_column(where, table.header, options)
    if (remark := guesses_said(where, table.header, options)) is not None:
        yield remark
    rows, any_row = Rows(where, options), False
    for number, cells in table:
        any_row = True
        try:
            if isinstance(cells, ReportError):
                raise cells
            yield rows.report(table.named(cells, number), Place(where, number, str(number)))
        except ReportError as error:
            yield error
    if not any_row:
        yield ReportError(where, "is empty below its header", "remove it or put reports into it")


class _Table:
    """The rows of a table with the number of the line each begins on; in place of a bad row stands its error."""

    def __init__(self, stream: IO[bytes], where: str) -> None:
        self._where = where
        self._lines = Lines(stream, where)
        first = next(self._lines, "")
        self._separator = max(SEPARATORS, key=first.count)
        self.header = [mended(name).strip() for name in next(csv.reader([first], delimiter=self._separator), [])]
        if not any(self.header):
            raise ReportError(where, "is empty", "put a header and reports into it")

    def __iter__(self) -> Iterator[tuple[int, list[str] | ReportError]]:
        reader = csv.reader(self._lines, delimiter=self._separator)
        while True:
            number = self._lines.number + 1
            try:
                cells = _next_row(reader)
            except StopIteration:
                return
            except csv.Error as fault:
                yield number, ReportError(f"{self._where}:{number}", f"is no row of a table ({fault})", "mend the row")
            except LineTooLongError:
                what = f"the line is longer than {LONGEST:,} characters"
                yield number, ReportError(f"{self._where}:{number}", what, "split the report")
            else:
                if cells:
                    yield number, cells

    def named(self, cells: list[str], number: int) -> dict[str, str]:
        """The cells of a row under the names of their columns.

        Raises:
            ReportError: there are more or fewer of them than columns.
        """
        if len(cells) != len(self.header):
            raise ReportError(
                f"{self._where}:{number}",
                f"the row has {len(cells)} cells, the header {len(self.header)}",
                "put cells that hold a separator or a line end between double quotes",
            )
        return {name: mended(cell) for name, cell in zip(self.header, cells, strict=True)}


def _next_row(reader: Iterator[list[str]]) -> list[str]:
    """The next row, whose cells may be as long as a report; others that use Python's reader keep their own limit."""
    others = csv.field_size_limit(MAX_BYTES)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(others)
