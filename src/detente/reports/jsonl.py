"""JSON lines: one report a line, under the user's own field names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from detente.errors import ReportError
from detente.reports.dating import LINE_WAYS, parse_date, require_date, take_date
from detente.reports.encoding import decode
from detente.reports.options import MAX_BYTES, ReadingOptions
from detente.reports.report import Report
from detente.reports.text import checked, printable

STANDARD_INPUT = "stdin"
"""What standard input is called in a record."""
GUESSES = {
    "text": ("text", "body", "content", "article", "full_text"),
    "date": ("date", "published", "publication_date", "pubdate", "published_at", "timestamp"),
    "id": ("id", "url", "uid", "guid", "link"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "site", "newspaper"),
}
"""The names a field is looked for under where the user maps none, in order."""


def read_jsonl(path: Path, where: str, options: ReadingOptions) -> Iterator[Report | ReportError]:
    """The reports of a file, one a line; a line that holds none is given back as the error that says so."""
    with path.open("rb") as lines:
        yield from read_lines(lines, where, options)


def read_lines(lines: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Report | ReportError]:
    """The reports of JSON lines, as they come.

    Two lines with one id would put one another out of the record, so the second is an error.
    """
    seen: set[str] = set()
    number = 0
    any_line = False
    while line := lines.readline(MAX_BYTES + 1):
        number += 1
        place = f"{where}:{number}"
        try:
            if len(line) > MAX_BYTES:
                _skip_rest(lines, line)
                raise ReportError(place, f"the line is longer than {MAX_BYTES:,} bytes", "split the report")
            if not line.strip():
                continue
            report = _report(line, place, where, options)
            if report.id in seen:
                raise ReportError(place, f"has the id of an earlier line, {report.id!r}", "give each report its own id")
            seen.add(report.id)
            yield report
        except ReportError as error:
            yield error
        any_line = True
    if not any_line:
        yield ReportError(where, "is empty", "remove it or put reports into it")


def _skip_rest(lines: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(MAX_BYTES)


def _report(line: bytes, place: str, where: str, options: ReadingOptions) -> Report:
    try:
        row = json.loads(decode(line, place))
    except (ValueError, RecursionError):
        raise ReportError(place, "is not JSON", "put one JSON object on each line") from None
    if not isinstance(row, dict):
        raise ReportError(place, "is not a JSON object", "put one JSON object on each line")
    text = _field(row, "text", options)
    if not isinstance(text, str) or not text.strip():
        name = options.fields.get("text", "text")
        raise ReportError(place, f"has no text under {name!r}", "name the field with --field text=NAME")
    written = _field(row, "date", options)
    dated = take_date(text, place)
    found = parse_date(str(written), place) if written else dated.published
    name = _field(row, "id", options)
    title, outlet = _field(row, "title", options), _field(row, "outlet", options)
    return Report(
        id=f"{where}#{_number(line, place) if name is None else printable(str(name))}",
        text=checked(dated.text, place),
        published=require_date(found, options.date, place, LINE_WAYS),
        outlet=printable(str(outlet)) if outlet else options.outlet,
        title=printable(str(title)) if title else dated.headline,
        dateline=dated.place,
    )


def _number(line: bytes, place: str) -> str:
    """What stands for a missing id: the line's number; on standard input, which has other lines next time, its hash."""
    where, _, number = place.rpartition(":")
    return hashlib.sha256(line.strip()).hexdigest()[:8] if where == STANDARD_INPUT else number


def _field(row: dict[str, Any], field: str, options: ReadingOptions) -> Any:  # noqa: ANN401
    if field in options.fields:
        return row.get(options.fields[field])
    return next((row[name] for name in GUESSES[field] if row.get(name) is not None), None)
