"""The rows of a set's file: opened plain or packed, numbered, with what is wrong told by row."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from detente.errors import ExchangeError
from detente.events.event import Event

ASIDE = "#rejected "
"""Begins a line that says why the row below it was kept aside; such lines are passed over when the file is read."""
ASIDE_NAME = ".rejected"
"""What the name of the file of such rows has after that of the file from which they come."""
LONGEST = 1_000_000
"""Characters of one row; a longer one is no event."""


class RowError(Exception):
    """A row says no event: what is wrong with it."""


class NoType(Exception):  # noqa: N818 (nothing is wrong)
    """A row says something that PLOVER has no type for: its code and name."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number of its (last) line, the line itself, its cells."""

    number: int
    line: str
    cells: list[Any]


@dataclass(frozen=True, slots=True)
class Coder:
    """What makes events of a file's rows; `headed`: its first row is a header."""

    of_row: Callable[[Row], Event]
    headed: bool


Rows = Callable[[Iterable[str]], Iterator[Row]]
"""Reads the rows of a kind of file."""


def tabbed(lines: Iterable[str]) -> Iterator[Row]:
    """Rows of tab-separated values without quoting, as the sets publish them."""
    for number, line in enumerate(lines, 1):
        bare = line.rstrip("\r\n")
        if bare and not bare.startswith(ASIDE):
            yield Row(number, line, bare.split("\t"))


def quoted(lines: Iterable[str]) -> Iterator[Row]:
    """Rows of comma-separated values, quoted where need be; what no quoting can explain is one cell."""
    reader = csv.reader((line for line in lines if not line.startswith(ASIDE)), strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            yield Row(reader.line_num, "", [str(fault)])
            continue
        if cells:
            yield Row(reader.line_num, _written(cells), cells)


def _written(cells: list[str]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerow(cells)
    return held.getvalue()


def objects(lines: Iterable[str]) -> Iterator[Row]:
    """Objects of JSON, one a line or in one array; the only cell of each is the object."""
    numbered = enumerate(lines, 1)
    for number, line in numbered:
        if line.lstrip().startswith("["):
            yield from _array(number, line + "".join(more for _, more in numbered))
        elif line.strip() and not line.startswith(ASIDE):
            yield Row(number, line, [line])


def _array(number: int, text: str) -> Iterator[Row]:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        yield Row(number, text, [text])
        return
    for place, item in enumerate(held, 1):
        line = json.dumps(item, ensure_ascii=False)
        yield Row(place, line + "\n", [line])


def checked(row: Row) -> Row:
    """The row, if it is text at all.

    Raises:
        RowError: it is not UTF-8, holds a zero byte, or is longer than any event.
    """
    line = row.line
    if len(line) > LONGEST:
        raise RowError(f"is longer than {LONGEST:,} characters")
    if "\x00" in line:
        raise RowError("holds a zero byte")
    if not line.isascii():
        try:
            line.encode()
        except UnicodeEncodeError:
            raise RowError("is not UTF-8") from None
    return row


@contextmanager
def opened(path: Path) -> Iterator[IO[str]]:
    """The lines of a file, plain, `.gz`, or the first member of a `.zip`; bytes that are no UTF-8 are kept as they are.

    Raises:
        ExchangeError: it cannot be read.
    """
    try:
        with _bytes(path) as held:
            yield io.TextIOWrapper(held, encoding="utf-8-sig", errors="surrogateescape", newline="\n")
    except (OSError, EOFError, zipfile.BadZipFile) as fault:
        said = getattr(fault, "strerror", None) or str(fault)
        raise ExchangeError(str(path), f"cannot be read ({said.lower()})", "check the path and the file") from fault


@contextmanager
def _bytes(path: Path) -> Iterator[IO[bytes]]:
    if path.suffix == ".gz":
        with gzip.open(path) as held:
            yield held  # type: ignore[misc]
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.namelist() if not member.endswith("/")]
            if len(members) != 1:
                raise ExchangeError(str(path), f"holds {len(members)} files", "unpack it and name those to import")
            with archive.open(members[0]) as held:
                yield held
    else:
        with path.open("rb") as held:
            yield held
