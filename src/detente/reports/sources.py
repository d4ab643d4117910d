"""From what a user names to reports: files, folders, globs, addresses and standard input, each by its form's reader.

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
from detente.reports.forms import LONGEST_BEGINNING, WACZ, ZIP, form_of, is_known, parted
from detente.reports.found import Found, SetAside
from detente.reports.language import foreign_language
from detente.reports.opening import is_address, opened, unpacked, without_password
from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.zipped import read_members

STANDARD_INPUT = "-"
PAGES_OF_WACZ = "archive/"
"""The folder of a WACZ that holds its web archives; besides them are indexes and lists."""
WEB = ("http://", "https://")
COUNTED = frozenset((suffix, "") for suffix in (".jsonl", ".ndjson", ".csv", ".tsv"))
"""Suffixes of files, not packed, whose lines tell about how many reports they hold."""


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
    if is_address(path):
        return _at_address(path) or [path]
    if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises on a name that is too long)
        return _below(Path(path)) or [path]
    if glob.has_magic(path) and not os.path.lexists(path):
        return [file for match in _matches(path) for file in _matched(match)] or [path]
    return [path]


def _matches(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (a pattern may begin at the root)


def _matched(path: str) -> list[str]:
    return _below(Path(path)) if Path(path).is_dir() else [path]


def _at_address(address: str) -> list[str]:
    """The files that a store's folder or pattern means; on the web nothing but the address itself."""
    if address.startswith(WEB) or "::" in address or not ("*" in address or address.endswith("/")):
        return [address]
    import fsspec

    try:
        store, root = fsspec.url_to_fs(address)
        files = store.glob(root) if "*" in root else store.find(root)
        return sorted(str(store.unstrip_protocol(file)) for file in files if is_known(file) or "*" in root)
    except Exception:
        return [address]


def _below(folder: Path) -> list[str]:
    """The files of known form below a folder, hidden ones left out; a link to nowhere is one, so that it is told."""
    known = (p for p in folder.rglob("*") if is_known(p.name))
    visible = (p for p in known if not any(part.startswith(".") for part in p.relative_to(folder).parts))
    return sorted(str(p) for p in visible if p.is_file() or (p.is_symlink() and not p.exists()))


def name_of(path: str) -> str:
    """How a record names a file: from the working folder where it lies below, else in full, with `/`."""
    if is_address(path):
        return without_password(path)
    full = Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps its own name)
    here = Path.cwd()
    name = (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()
    return os.fsencode(name).decode("utf-8", "replace")


def read_reports(paths: Sequence[str], *, options: ReadingOptions) -> Iterator[Found]:
    """The reports of all inputs in order; in the place of each that is not read stands the reason."""
    for path in find_files(paths):
        yield from map(in_english, _safely(_read(path, options), path))


def in_english(found: Found) -> Found:
    """A report itself, or set aside where it is in another language."""
    if not isinstance(found, Report) or (language := foreign_language(found.text)) is None:
        return found
    return SetAside(found.id, language)


def _safely(found: Iterator[Found], path: str) -> Iterator[Found]:
    try:
        yield from found
    except ReportError as error:
        yield error
    except OSError as fault:
        yield ReportError(
            path, f"cannot be read ({(fault.strerror or str(fault)).lower()})", "check the path and its permissions"
        )


def _read(path: str, options: ReadingOptions) -> Iterator[Found]:
    if path == STANDARD_INPUT:
        yield from _read_standard_input(options)
        return
    if not is_address(path):
        _must_be_a_file(path)
    where = name_of(path)
    with opened(path, where) as stream:
        yield from read_stream(stream, where, parted(path), options)


def _must_be_a_file(path: str) -> None:
    file = Path(path)
    if file.is_dir():
        raise ReportError(path, "holds no reports", "give a folder with files of a form that can be read")
    if not file.exists():
        raise ReportError(path, "there is no such file", "check the path")


def read_stream(
    stream: io.BufferedReader, where: str, suffixes: tuple[str, str], options: ReadingOptions
) -> Iterator[Found]:
    """The reports of a file that is open already.

    Args:
        stream: its bytes.
        where: how a record names it.
        suffixes: that of its form and that of its packing, empty where there is none.
        options: what the user says about the whole input.
    """
    suffix, packing = suffixes
    held = unpacked(stream, packing, where) if packing else stream
    form = form_of(suffix, held.peek(LONGEST_BEGINNING))
    if form in {ZIP, WACZ}:
        yield from _read_members(held, where, PAGES_OF_WACZ if form is WACZ else "", options)
    else:
        yield from form.load()(held, where, options)


def _read_members(stream: io.BufferedReader, where: str, below: str, options: ReadingOptions) -> Iterator[Found]:
    any_member = False
    for name, member in read_members(stream, where):
        if not is_known(name) or not name.startswith(below):
            continue
        any_member = True
        if isinstance(member, ReportError):
            yield member
        else:
            place = f"{where}/{name}"
            yield from _safely(read_stream(member, place, parted(name), options), place)
    if not any_member:
        yield ReportError(where, "holds no reports", "give an archive with files of a form that can be read")


def _read_standard_input(options: ReadingOptions) -> Iterator[Found]:
    data = sys.stdin.buffer.read()
    if data.lstrip().startswith(b"{"):
        yield from jsonl.read_jsonl(io.BytesIO(data), jsonl.STANDARD_INPUT, options)
        return
    where = f"{jsonl.STANDARD_INPUT}-{hashlib.sha256(data).hexdigest()[:8]}"
    yield from read_stream(io.BufferedReader(io.BytesIO(data)), where, ("", ""), options)


def count_reports(files: Sequence[str]) -> int:
    """About how many reports some files hold, for a progress bar: lines of JSON or of a table, else one a file."""
    return sum(_lines(Path(path)) if parted(path) in COUNTED else 1 for path in files)


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return max(1, sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")))
    except OSError:
        return 1
