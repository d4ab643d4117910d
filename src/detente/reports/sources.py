"""From the paths a user gives to reports: files, folders, globs and standard input, each by the reader of its form.

What cannot be read comes out as the error that says why, in its place; the rest is still read.
"""

from __future__ import annotations

import glob
import hashlib
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from detente.errors import ReportError
from detente.reports.html import read_html
from detente.reports.jsonl import read_jsonl, read_lines
from detente.reports.options import MAX_BYTES, ReadingOptions
from detente.reports.report import Report
from detente.reports.text import read_text

PAGES = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
TEXTS = frozenset({".txt", ".text", ""})
STANDARD_INPUT = "-"


def find_files(paths: Sequence[str]) -> list[str]:
    """The files that paths mean, each once: a folder stands for all files of known form below it, sorted."""
    found: dict[str, None] = {}
    for path in paths:
        for match in _expanded(path):
            found.setdefault(match)
    return list(found)


def _expanded(path: str) -> list[str]:
    if path == STANDARD_INPUT:
        return [path]
    if Path(path).is_dir():
        below = (p for p in Path(path).rglob("*") if p.suffix.lower() in PAGES | LINES | TEXTS)
        visible = (p for p in below if p.is_file() and not any(part.startswith(".") for part in p.relative_to(path).parts))
        return sorted(str(p) for p in visible)
    if glob.has_magic(path) and not Path(path).exists():
        return sorted(match for match in glob.glob(path, recursive=True) if Path(match).is_file()) or [path]
    return [path]


def name_of(path: str) -> str:
    """How a record names a file: from the working folder where it lies below, else in full, with `/`."""
    full = Path(os.path.abspath(path))
    here = Path.cwd()
    return (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()


def read_reports(paths: Sequence[str], *, options: ReadingOptions) -> Iterator[Report | ReportError]:
    """The reports of all inputs in order, with an error in the place of each that cannot be read."""
    for path in find_files(paths):
        try:
            yield from _read_file(path, options)
        except ReportError as error:
            yield error
        except OSError as fault:
            yield ReportError(path, f"cannot be read ({(fault.strerror or str(fault)).lower()})", "check the path and its permissions")


def _read_file(path: str, options: ReadingOptions) -> Iterator[Report | ReportError]:
    if path == STANDARD_INPUT:
        yield from _read_standard_input(options)
        return
    where, file = name_of(path), Path(path)
    if file.is_dir() or not file.exists():
        raise ReportError(path, "there is no such file", "check the path")
    if file.suffix.lower() in LINES:
        yield from read_jsonl(file, where, options)
        return
    size = file.stat().st_size
    if size > MAX_BYTES:
        raise ReportError(where, f"is too large for one report: {size:,} bytes, at most {MAX_BYTES:,}", "split it into reports, or into JSON lines")
    yield _read_bytes(file.read_bytes(), where, file.suffix.lower(), options)


def _read_bytes(data: bytes, where: str, suffix: str, options: ReadingOptions) -> Report:
    if suffix in PAGES or data[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return read_html(data, where, options)
    return read_text(data, where, options)


def _read_standard_input(options: ReadingOptions) -> Iterator[Report | ReportError]:
    data = sys.stdin.buffer.read()
    if data.lstrip().startswith(b"{"):
        yield from read_lines(io.BytesIO(data), "stdin", options)
        return
    if len(data) > MAX_BYTES:
        raise ReportError("stdin", f"is too large for one report: {len(data):,} bytes, at most {MAX_BYTES:,}", "give JSON lines")
    yield _read_bytes(data, f"stdin-{hashlib.sha256(data).hexdigest()[:8]}", "", options)
