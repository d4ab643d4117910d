"""WARC: the pages of a web archive, one report an article, each article once however often it was captured.

What an archive holds besides articles (front pages, lists, pictures) is no fault of it, so that a page without an
article or a date of its own is set aside and not complained of.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from detente.errors import NoArticleError, ReportError, UndatedError
from detente.reports.found import Found, SetAside
from detente.reports.html import read_html
from detente.reports.opening import told
from detente.reports.options import MAX_BYTES, ReadingOptions

KINDS = WarcRecordType.response | WarcRecordType.resource
"""Records that hold a page. Revisits, which say that one has not changed, are passed over."""
PAGES = ("text/html", "application/xhtml+xml")
LONGEST_HEAD = 65_536
"""Bytes of a record in which its HTTP header must end."""
FAULTS = (OSError, ValueError, RuntimeError)
WITHOUT_ARTICLE = "without an article"
WITHOUT_DATE = "without a date of its own"
COPY = "captured before"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was captured; `name` is its time and address, as web archives write them."""

    name: str
    address: str
    html: bytes


def read_warc(stream: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The articles of a web archive in its order."""
    seen: set[int] = set()
    any_record = False
    for page in _pages(_Forwards(stream), where):
        any_record = True
        if isinstance(page, Page):
            yield _report(page, where, options, seen)
        elif page is not None:
            yield page
    if not any_record:
        yield ReportError(where, "holds no captured pages", "give a web archive in WARC")


def _report(page: Page, where: str, options: ReadingOptions, seen: set[int]) -> Found:
    place = f"{where}#{page.name}"
    try:
        report = read_html(page.html, place, options, page.address)
    except NoArticleError:
        return SetAside(place, WITHOUT_ARTICLE)
    except UndatedError:
        return SetAside(place, WITHOUT_DATE)
    except ReportError as error:
        return error
    key = hash((page.address, report.text))
    if key in seen:
        return SetAside(place, COPY)
    seen.add(key)
    return report


class _Forwards(io.RawIOBase):
    """A stream as fastwarc reads it: onwards only, a piece at a time, lest a fault take what stood before it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        data = self._read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place


def _pages(stream: _Forwards, where: str) -> Iterator[Page | ReportError | None]:
    """The pages of an archive; None in the place of a record that holds none."""
    number = 1
    try:
        for record in ArchiveIterator(stream, record_types=KINDS, parse_http=False):
            yield _page(record, where)
            number += 1
    except ReportError as error:
        raise error.at(f"{where}:{number}") from None
    except FAULTS as fault:
        what = f"is no web archive from here on ({told(fault)})"
        raise ReportError(f"{where}:{number}", what, "fetch the archive again") from None


def _page(record: WarcRecord, where: str) -> Page | ReportError | None:
    length = record.content_length
    block = record.reader.read(LONGEST_HEAD)
    if not _may_be_page(block, record):
        return None
    address = record.headers.get("WARC-Target-URI") or ""
    name = f"{record.record_date:%Y%m%d%H%M%S}/{address}" if record.record_date else address
    place = f"{where}#{name}"
    if length > MAX_BYTES:
        return ReportError(place, f"is too large for one report: more than {MAX_BYTES:,} bytes", "leave it out")
    block += record.reader.read(MAX_BYTES)
    if len(block) < length:
        return ReportError(place, "breaks off: the archive ends within this page", "fetch the archive again")
    html = block if record.record_type == WarcRecordType.resource else _body(block)
    return Page(name, address, html) if html is not None else None


def _may_be_page(block: bytes, record: WarcRecord) -> bool:
    if record.record_type == WarcRecordType.resource:
        return (record.headers.get("Content-Type") or "").startswith(PAGES)
    head = block.partition(b"\r\n\r\n")[0].lower()
    return any(kind.encode() in head for kind in PAGES)


def _body(block: bytes) -> bytes | None:
    """The page in an HTTP answer, decoded; None where it is no page, or one that the server refused."""
    answer = WarcRecord()
    answer.init_headers(record_type=WarcRecordType.response)
    answer.set_bytes_content(block)
    answer.is_http = True
    answer.parse_http(auto_decode="all")
    if answer.http_headers is None or answer.http_headers.status_code != 200 or answer.http_content_type not in PAGES:
        return None
    return bytes(answer.reader.read(MAX_BYTES))
