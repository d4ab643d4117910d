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
from detente.reports import jsonl
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
    if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises on a name that is too long)
        return _below(Path(path)) or [path]
    if glob.has_magic(path) and not os.path.lexists(path):
        return [file for match in _matches(path) for file in _matched(match)] or [path]
    return [path]


def _matches(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (a pattern may begin at the root)


def _matched(path: str) -> list[str]:
    return _below(Path(path)) if Path(path).is_dir() else [path]


def _below(folder: Path) -> list[str]:
    """The files of known form below a folder, hidden ones left out; a link to nowhere is one, so that it is told."""
    known = (p for p in folder.rglob("*") if p.suffix.lower() in PAGES | LINES | TEXTS)
    visible = (p for p in known if not any(part.startswith(".") for part in p.relative_to(folder).parts))
    return sorted(str(p) for p in visible if p.is_file() or (p.is_symlink() and not p.exists()))


def name_of(path: str) -> str:
    """How a record names a file: from the working folder where it lies below, else in full, with `/`."""
    full = Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps its own name)
    here = Path.cwd()
    name = (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()
    return os.fsencode(name).decode("utf-8", "replace")


def read_reports(paths: Sequence[str], *, options: ReadingOptions) -> Iterator[Report | ReportError]:
    """The reports of all inputs in order, with an error in the place of each that cannot be read."""
    for path in find_files(paths):
        try:
            yield from _read_file(path, options)
        except ReportError as error:
            yield error
        except OSError as fault:
            yield ReportError(
                path, f"cannot be read ({(fault.strerror or str(fault)).lower()})", "check the path and its permissions"
            )


def _read_file(path: str, options: ReadingOptions) -> Iterator[Report | ReportError]:
    if path == STANDARD_INPUT:
        yield from _read_standard_input(options)
        return
    where, file = name_of(path), Path(path)
    if file.is_dir():
        raise ReportError(path, "holds no reports", "give a folder with .txt, .html or .jsonl files")
    if not file.exists():
        raise ReportError(path, "there is no such file", "check the path")
    if file.suffix.lower() in LINES:
        yield from read_jsonl(file, where, options)
        return
    size = file.stat().st_size
    if size > MAX_BYTES:
        raise ReportError(
            where,
            f"is too large for one report: {size:,} bytes, at most {MAX_BYTES:,}",
            "split it into reports, or into JSON lines",
        )
    yield _read_bytes(file.read_bytes(), where, file.suffix.lower(), options)


def _read_bytes(data: bytes, where: str, suffix: str, options: ReadingOptions) -> Report:
    if suffix in PAGES or data[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        from detente.reports.html import read_html

        return read_html(data, where, options)
    return read_text(data, where, options)


def _read_standard_input(options: ReadingOptions) -> Iterator[Report | ReportError]:
    data = sys.stdin.buffer.read()
    if data.lstrip().startswith(b"{"):
        yield from read_lines(io.BytesIO(data), jsonl.STANDARD_INPUT, options)
        return
    if len(data) > MAX_BYTES:
        raise ReportError(
            jsonl.STANDARD_INPUT,
            f"is too large for one report: {len(data):,} bytes, at most {MAX_BYTES:,}",
            "give JSON lines",
        )
    yield _read_bytes(data, f"{jsonl.STANDARD_INPUT}-{hashlib.sha256(data).hexdigest()[:8]}", "", options)


def count_reports(files: Sequence[str]) -> int:
    """About how many reports some files hold, for a progress bar: lines of JSON, else one a file."""
    return sum(_lines(Path(path)) if Path(path).suffix.lower() in LINES else 1 for path in files)


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return max(1, sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")))
    except OSError:
        return 1
