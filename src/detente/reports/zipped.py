"""Zip archives: a folder in a file. Nothing is written to disk, so no name in one can lead out of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from detente.errors import ReportError
from detente.reports.opening import as_local_file, guarded

FAULTS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error)
ENCRYPTED = 0x1


def read_members(stream: IO[bytes], where: str) -> Iterator[tuple[str, io.BufferedReader | ReportError]]:
    """The name and the bytes of each visible file in an archive, in the order of names, or why it cannot be read."""
    with as_local_file(stream, where) as path:
        try:
            archive = zipfile.ZipFile(path)
        except FAULTS as fault:
            raise ReportError(where, f"is no zip archive that can be read ({fault})", "fetch the file again") from None
        with archive:
            for member in sorted(archive.infolist(), key=lambda member: member.filename):
                if not member.filename:
                    nameless = ReportError(where, "holds a file without a name", "fetch the archive again")
                    yield member.filename, nameless
                elif not member.is_dir() and not _is_hidden(member.filename):
                    yield from _opened(archive, member, f"{where}/{member.filename}")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _opened(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str
) -> Iterator[tuple[str, io.BufferedReader | ReportError]]:
    if member.flag_bits & ENCRYPTED:
        yield member.filename, ReportError(where, "is locked with a password", "unpack the archive with its password")
        return
    try:
        with archive.open(member) as file:
            yield member.filename, guarded(file, where, packed=lambda: member.compress_size)
    except FAULTS as fault:
        yield member.filename, ReportError(where, f"cannot be unpacked ({fault})", "fetch the archive again")
