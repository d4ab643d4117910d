"""CSV and TSV: a header, then one report a row.

Python's own reader is used, and not a faster one, because it goes on after a bad row, knows the row's line and needs
no more memory than the row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import IO, cast

from detente.errors import ReportError
from detente.reports.encoding import SAMPLE, decode, encoding_of
from detente.reports.fields import Place, Rows, guesses_said, require_text_column
from detente.reports.found import Found
from detente.reports.options import MAX_BYTES, MAX_CHARACTERS, ReadingOptions

SEPARATORS = ",;\t|"
LONGEST_LINE = 2 * MAX_CHARACTERS
"""Characters read of one line; a table of reports has shorter ones, and a hostile file may have but one."""
_UNDECODED = re.compile(r"[\udc80-\udcff]")


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
        self._lines = _Lines(stream, where)
        first = next(self._lines, "")
        self._separator = max(SEPARATORS, key=first.count)
        self.header = [_mended(name).strip() for name in next(csv.reader([first], delimiter=self._separator), [])]
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
            except _TooLongError:
                what = f"the line is longer than {LONGEST_LINE:,} characters"
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
        return {name: _mended(cell) for name, cell in zip(self.header, cells, strict=True)}


def _next_row(reader: Iterator[list[str]]) -> list[str]:
    """The next row, whose cells may be as long as a report; others that use Python's reader keep their own limit."""
    others = csv.field_size_limit(MAX_BYTES)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(others)


class _TooLongError(Exception):
    """A line is longer than any row of reports."""


class _Lines:
    """The lines of a text with their count; unlike a generator, it goes on after a line that was too long."""

    def __init__(self, stream: IO[bytes], where: str) -> None:
        self.number = 0
        self._where = where
        held = io.BufferedReader(cast("io.RawIOBase", stream), SAMPLE)
        encoding = encoding_of(held.peek(SAMPLE)[:SAMPLE], where)
        errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
        self._text = io.TextIOWrapper(held, encoding, errors=errors, newline="")

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._read()
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) <= LONGEST_LINE:
            return line
        while line and not line.endswith(("\n", "\r")):
            line = self._read()
        raise _TooLongError

    def _read(self) -> str:
        try:
            return self._text.readline(LONGEST_LINE + 1)
        except ReportError as error:
            raise error.at(f"{self._where}:{self.number + 1}") from error


def _mended(cell: str) -> str:
    """A cell that is no UTF-8 read in the encoding it shows."""
    return decode(cell.encode("utf-8", "surrogateescape"), "") if _UNDECODED.search(cell) else cell
