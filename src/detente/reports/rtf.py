"""Rich text (.rtf): its text, as one report or as an export of a news database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from striprtf.striprtf import rtf_to_text

from detente.errors import ReportError
from detente.reports.exports import read_document
from detente.reports.found import Found
from detente.reports.opening import told
from detente.reports.options import ReadingOptions

LARGEST = 64_000_000
"""Bytes of the largest document: an export of 500 articles has 5 million."""
BEGINS = b"{\\rtf"


def read_rtf(stream: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of a rich text."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReportError(where, f"is too large: more than {LARGEST:,} bytes", "export fewer articles to a file")
    if not data.lstrip().startswith(BEGINS):
        raise ReportError(where, "is no rich text", "save it anew, or as plain text")
    try:
        text = str(rtf_to_text(data.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as fault:
        what = f"is no rich text that can be read ({told(fault)})"
        raise ReportError(where, what, "save it anew, or as plain text") from None
    yield from read_document(text.replace("\n", "\n\n"), where, options)
