"""Word documents (.docx): their text, as one report or as an export of a news database."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO

from docx import Document
from docx.table import Table

from detente.errors import ReportError
from detente.reports.exports import read_document
from detente.reports.found import Found
from detente.reports.opening import as_local_file, told
from detente.reports.options import ReadingOptions

LARGEST = 128_000_000
"""Bytes of the largest document, unpacked: an export of 500 articles has 10 million."""


def read_docx(stream: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of a Word document."""
    with as_local_file(stream, where) as path:
        try:
            with zipfile.ZipFile(path) as parts:
                size = sum(part.file_size for part in parts.infolist())
            if size > LARGEST:
                what = f"is too large: {size:,} bytes unpacked, at most {LARGEST:,}"
                raise ReportError(where, what, "export fewer articles to a file")
            text = "\n\n".join(_paragraphs(str(path)))
        except ReportError:
            raise
        except Exception as fault:
            what = f"is no Word document that can be read ({told(fault)})"
            raise ReportError(where, what, "save it anew, or as plain text") from None
    yield from read_document(text, where, options)


def _paragraphs(path: str) -> Iterator[str]:
    for part in Document(path).iter_inner_content():
        if isinstance(part, Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in part.rows)
        else:
            yield from part.text.split("\n")
