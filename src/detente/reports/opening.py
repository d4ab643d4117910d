"""Opens what a user names, a file or an address, as bytes; unpacks them; and minds what can go wrong on the way.

Every fault of a disk, a network or a packed file leaves here as a `ReportError`, so that no reader of a form has to
know them.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from detente.errors import ReportError
from detente.version import __version__

NAME = "detente"
"""By which a web server's robots.txt may speak of us."""
USER_AGENT = f"{NAME}/{__version__} (reads news reports; a person started it)"
BUFFER = 65_536
"""Bytes read at a time, and looked at to tell a form."""
UNPACKED_FREELY = 64_000_000
"""Bytes that anything may unpack to."""
MOST_TIMES = 200
"""How often its own size a longer text may have unpacked: news gives 3 to 20, bombs 1,000 and more."""
PATIENCE = 30.0
"""Seconds without a byte after which an address is given up, and after which a slow one is."""
SLOWEST = 1_000
"""Bytes a second that an address must send."""


_USER = re.compile(r"://[^/@]*@")
NOT_THERE = frozenset({404, 410})
"""Statuses by which a web server says that it has no such page."""


def _zstd(stream: IO[bytes]) -> io.BufferedIOBase:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdFile
    else:
        from backports.zstd import ZstdFile
    return cast("io.BufferedIOBase", ZstdFile(stream))


UNPACKERS: dict[str, Callable[[IO[bytes]], Any]] = {
    ".gz": lambda stream: gzip.GzipFile(fileobj=stream),
    ".zst": _zstd,
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}


def is_address(path: str) -> bool:
    """Whether a path is no file here: `https://...`, `s3://...`, or any other that fsspec opens."""
    return "://" in path


def without_password(address: str) -> str:
    """An address as it may be shown and kept: without a user's name and password."""
    return _USER.sub("://", address)


@contextmanager
def opened(path: str, where: str) -> Iterator[io.BufferedReader]:
    """The bytes of a file or at an address, as they are.

    Raises:
        ReportError: the address cannot be fetched.
        OSError: the file cannot be read.
    """
    if not is_address(path):
        with Path(path).open("rb", buffering=0) as file:
            yield io.BufferedReader(file, BUFFER)
        return
    with _fetched(path, where) as file:
        yield guarded(file, where, remote=True)


def _fetched(address: str, where: str) -> IO[bytes]:
    import fsspec

    try:
        return cast("IO[bytes]", fsspec.open(address, "rb", **_settings(address)).open())
    except ImportError as fault:
        raise ReportError(where, f"needs a package that is not installed ({fault})", "install it with pip") from None
    except ValueError as fault:
        raise ReportError(where, f"is no address that can be read ({fault})", "check the address") from None
    except Exception as fault:
        raise _unfetched(where, fault) from None


def _unfetched(where: str, fault: Exception) -> ReportError:
    fault = fault.__cause__ if isinstance(fault.__cause__, Exception) else fault
    if isinstance(fault, FileNotFoundError) or getattr(fault, "status", None) in NOT_THERE:
        return ReportError(where, "there is nothing at this address", "check the address")
    return ReportError(where, f"cannot be fetched ({told(fault)})", "check the address, or try again later")


def _settings(address: str) -> dict[str, Any]:
    """For the web: who asks, no endless wait, and one request for the whole and not one a block."""
    if not address.startswith(("http://", "https://")):
        return {}
    import aiohttp

    timeout = aiohttp.ClientTimeout(total=None, sock_connect=PATIENCE, sock_read=PATIENCE)
    return {"block_size": 0, "client_kwargs": {"headers": {"User-Agent": USER_AGENT}, "timeout": timeout}}


def unpacked(stream: IO[bytes], packing: str, where: str) -> io.BufferedReader:
    """What a compressed stream holds; `packing` is its suffix."""
    packed = guarded(stream, where)
    return guarded(UNPACKERS[packing](packed), where, packed=packed.tell)


def guarded(
    stream: IO[bytes], where: str, *, packed: Callable[[], int] | None = None, remote: bool = False
) -> io.BufferedReader:
    """A stream whose faults are report errors.

    Args:
        stream: what is read from.
        where: how errors name it.
        packed: how many bytes were read to unpack it so far, where it is packed.
        remote: whether it comes from an address.
    """
    return io.BufferedReader(_Guarded(stream, where, packed, remote=remote), BUFFER)


class _Guarded(io.RawIOBase):
    def __init__(self, stream: IO[bytes], where: str, packed: Callable[[], int] | None, *, remote: bool) -> None:
        self._stream, self._where, self._packed, self._remote = stream, where, packed, remote
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        """One piece at a time where it can be so: what comes before a fault is not lost with it."""
        self._taken, self._ended, self._since = 0, False, time.monotonic()
        self._seekable = packed is None and stream.seekable()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._seekable

    def seek(self, offset: int, whence: int = 0) -> int:
        self._ended = False
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell() if self._seekable else self._taken

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (any writable buffer)
        if self._ended:
            return 0
        try:
            data = self._read(len(buffer))
        except ReportError:
            raise
        except Exception as fault:
            raise self._broken(fault) from None
        buffer[: len(data)] = data
        self._taken += len(data)
        self._ended = not data
        self._check()
        return len(data)

    def _broken(self, fault: Exception) -> ReportError:
        if self._packed is not None:
            return ReportError(self._where, f"is damaged from here on ({told(fault)})", "fetch or pack the file again")
        if self._remote:
            return _unfetched(self._where, fault)
        return ReportError(self._where, f"cannot be read ({told(fault)})", "check the file and its disk")

    def _check(self) -> None:
        if self._packed is not None and self._taken > max(UNPACKED_FREELY, MOST_TIMES * self._packed()):
            raise ReportError(
                self._where, f"unpacks to more than {MOST_TIMES} times its size", "leave it out: no news does so"
            )
        if self._remote and (waited := time.monotonic() - self._since) > PATIENCE and self._taken < waited * SLOWEST:
            raise ReportError(
                self._where, f"is sent too slowly ({self._taken:,} bytes in {waited:.0f} s)", "try again later"
            )


def told(fault: BaseException) -> str:
    """What a fault of a library says, in one short line."""
    said = getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
    return " ".join(str(said).split())[:120].rstrip(".").lower()


@contextmanager
def as_local_file(stream: IO[bytes], where: str) -> Iterator[Path]:
    """The path of a stream's file; what is no plain file here is copied to one, for readers that go to and fro.

    Raises:
        ReportError: there is no room for the copy.
    """
    if isinstance(stream, io.BufferedReader) and isinstance(stream.raw, io.FileIO):
        yield Path(stream.name)
        return
    with tempfile.NamedTemporaryFile(prefix="detente-") as copy:
        try:
            shutil.copyfileobj(stream, copy, 1 << 20)
            copy.flush()
        except OSError as fault:
            raise ReportError(
                where, f"cannot be copied to {tempfile.gettempdir()} ({told(fault)})", "make room there, or set TMPDIR"
            ) from None
        yield Path(copy.name)
