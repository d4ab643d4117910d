"""JSON lines: one report a line, under the user's own field names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import IO, Any

from detente.errors import ReportError
from detente.reports.encoding import decode
from detente.reports.fields import Place, Rows, guesses_said
from detente.reports.found import Found
from detente.reports.options import MAX_BYTES, ReadingOptions

STANDARD_INPUT = "stdin"
"""What standard input is called in a record."""


def read_jsonl(lines: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of JSON lines, as they come; a line that holds none is given back as the error that says so."""
    rows = Rows(where, options)
    number, any_line, said = 0, False, False
    while line := _next_line(lines, where, number):
        number += 1
        if not line.strip():
            continue
        any_line = True
        try:
            row = _row(lines, line, f"{where}:{number}")
            if not said and (remark := guesses_said(where, row, options)) is not None:
                yield remark
            said = True
            yield rows.report(row, Place(where, number, _stand_in(line, where, number)))
        except ReportError as error:
            yield error
    if not any_line:
        yield ReportError(where, "is empty", "remove it or put reports into it")


def _next_line(lines: IO[bytes], where: str, number: int) -> bytes:
    try:
        return lines.readline(MAX_BYTES + 1)
    except ReportError as error:
        raise error.at(f"{where}:{number + 1}") from error


def _row(lines: IO[bytes], line: bytes, place: str) -> dict[str, Any]:
    if len(line) > MAX_BYTES:
        _skip_rest(lines, line)
        raise ReportError(place, f"the line is longer than {MAX_BYTES:,} bytes", "split the report")
    try:
        row = json.loads(decode(line, place))
    except (ValueError, RecursionError):
        raise ReportError(place, "is not JSON", "put one JSON object on each line") from None
    if not isinstance(row, dict):
        raise ReportError(place, "is not a JSON object", "put one JSON object on each line")
    return row


def _skip_rest(lines: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(MAX_BYTES)


def _stand_in(line: bytes, where: str, number: int) -> str:
    """What stands for a missing id: the line's number; on standard input, which has other lines next time, its hash."""
    return hashlib.sha256(line.strip()).hexdigest()[:8] if where == STANDARD_INPUT else str(number)
