"""Plain text: one report a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from detente.errors import ReportError
from detente.reports.dating import TEXT_WAYS, require_date, take_date
from detente.reports.encoding import decode
from detente.reports.found import Found
from detente.reports.options import MAX_BYTES, MAX_CHARACTERS, ReadingOptions
from detente.reports.report import Report

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_text_file(stream: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The one report that a file holds."""
    yield read_text(whole(stream, where), where, options)


def whole(stream: IO[bytes], where: str) -> bytes:
    """All bytes of a file that holds one report.

    Raises:
        ReportError: there are more of them than one report can have.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReportError(
            where,
            f"is too large for one report: more than {MAX_BYTES:,} bytes",
            "split it into reports, or into JSON lines",
        )
    return data


def read_text(data: bytes, where: str, options: ReadingOptions) -> Report:
    """The report that a text file holds.

    Raises:
        ReportError: no text, too long, no date, or an impossible one.
    """
    dated = take_date(decode(data, where), where)
    published = require_date(dated.published, options.date, where, TEXT_WAYS)
    return Report(
        id=where,
        text=checked(dated.text, where),
        published=published,
        outlet=options.outlet,
        title=dated.headline,
        dateline=dated.place,
    )


def checked(text: str, where: str) -> str:
    """The text, without characters that no screen or database should meet.

    Raises:
        ReportError: it is blank or longer than one report can be.
    """
    if not text.strip():
        raise ReportError(where, "has no text", "remove it or put a report into it")
    if len(text) > MAX_CHARACTERS:
        raise ReportError(
            where,
            f"is too long: {len(text):,} characters, at most {MAX_CHARACTERS:,} in one report",
            "split it into reports",
        )
    return printable(text)


def printable(text: str) -> str:
    """The text with each control character as a space and each lone surrogate as U+FFFD, so that its length stays."""
    return _CONTROL.sub(" ", _SURROGATE.sub("\ufffd", text))
