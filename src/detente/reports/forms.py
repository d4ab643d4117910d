"""The forms in which reports come, each with its reader, told by a file's name or else by its first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from typing import IO, cast
from urllib.parse import urlsplit

from detente.reports.found import Found
from detente.reports.opening import UNPACKERS, is_address
from detente.reports.options import ReadingOptions

ReadForm = Callable[[IO[bytes], str, ReadingOptions], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of input.

    `begins` is how its files begin, where that tells; `reader` the function that reads it.
    """

    name: str
    suffixes: frozenset[str]
    reader: str
    begins: tuple[bytes, ...] = ()

    def load(self) -> ReadForm:
        """The function that reads it, loaded with the library it needs."""
        module, _, function = self.reader.partition(".")
        return cast("ReadForm", getattr(import_module(f"detente.reports.{module}"), function))


TEXT = Form("text", frozenset({".txt", ".text"}), "exports.read_text_or_export")
PAGE = Form("page", frozenset({".html", ".htm", ".xhtml"}), "html.read_page_file", (b"<!doctype html", b"<html"))
ZIP = Form("zip", frozenset({".zip"}), "", (b"pk\x03\x04",))
WACZ = Form("WACZ", frozenset({".wacz"}), "")
WARC = Form("WARC", frozenset({".warc"}), "warc.read_warc", (b"warc/1.",))
FORMS = (
    TEXT,
    PAGE,
    ZIP,
    WACZ,
    WARC,
    Form("Word", frozenset({".docx"}), "word.read_docx"),
    Form("rich text", frozenset({".rtf"}), "rtf.read_rtf", (b"{\\rtf",)),
    Form("JSON lines", frozenset({".jsonl", ".ndjson"}), "jsonl.read_jsonl"),
    Form("table", frozenset({".csv", ".tsv", ".tab"}), "delimited.read_delimited"),
    Form(
        "feed",
        frozenset({".rss", ".atom", ".rdf", ".xml", ".json"}),
        "feeds.read_feed",
        (b"<?xml", b"<rss", b"<feed", b"<rdf:rdf"),
    ),
    Form("Parquet", frozenset({".parquet", ".pq"}), "columnar.read_parquet", (b"par1",)),
)
_BY_SUFFIX = {suffix: form for form in FORMS for suffix in form.suffixes}
LONGEST_BEGINNING = 512


def parted(path: str) -> tuple[str, str]:
    """The suffix that tells a file's form and the one that tells how it is packed, where it is: `.jsonl`, `.gz`."""
    name = urlsplit(path.partition("::")[0]).path if is_address(path) else path
    suffixes = [suffix.lower() for suffix in PurePosixPath(name).suffixes[-2:]]
    packing = suffixes.pop() if suffixes and suffixes[-1] in UNPACKERS else ""
    return (suffixes[-1] if suffixes else ""), packing


def is_known(name: str) -> bool:
    """Whether a file of this name is taken from a folder: one of a known form, or one that has no suffix."""
    suffix, _ = parted(name)
    return suffix in _BY_SUFFIX or not suffix


def form_of(suffix: str, beginning: bytes) -> Form:
    """The form of a file: a page shows it in its first bytes whatever it is called, others by their suffix first."""
    start = beginning[:LONGEST_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(PAGE.begins) or (start.startswith(b"<?xml") and b"<html" in start):
        return PAGE
    known = _BY_SUFFIX.get(suffix)
    return known or next((form for form in FORMS if form.begins and start.startswith(form.begins)), TEXT)
