"""The lines of a text that may be larger than memory, in whatever encoding it is."""

from __future__ import annotations

import io
import re
from typing import IO, cast

from detente.errors import ReportError
from detente.reports.encoding import SAMPLE, decoded, encoding_of
from detente.reports.options import MAX_CHARACTERS

LONGEST = 2 * MAX_CHARACTERS
"""Characters of the longest line that is taken; a hostile file may have but one."""
_UNDECODED = re.compile(r"[\udc80-\udcff]")


class LineTooLongError(Exception):
    """A line is longer than any that a report can have."""


class Lines:
    """The lines of a text with their count; unlike a generator, it goes on after a line that was too long.

    Bytes that are no UTF-8 come as lone surrogates, which `mended` reads in the encoding they show.
    """

    def __init__(self, stream: IO[bytes], where: str) -> None:
        self.number = 0
        self._where = where
        held = io.BufferedReader(cast("io.RawIOBase", stream), SAMPLE)
        encoding = encoding_of(held.peek(SAMPLE)[:SAMPLE], where)
        errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
        self._text = io.TextIOWrapper(held, encoding, errors=errors, newline="")

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._read()
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) <= LONGEST:
            return line
        while line and not line.endswith(("\n", "\r")):
            line = self._read()
        raise LineTooLongError

    def _read(self) -> str:
        try:
            return self._text.readline(LONGEST + 1)
        except ReportError as error:
            raise error.at(f"{self._where}:{self.number + 1}") from error


def mended(text: str) -> str:
    """A text of which some is no UTF-8, read in the encoding it shows."""
    if not _UNDECODED.search(text):
        return text
    data = text.encode("utf-8", "surrogateescape")
    try:
        return decoded(data, "")
    except ReportError:
        return data.decode("latin-1")
