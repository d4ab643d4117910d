"""Feeds: RSS, Atom and JSON Feed, one report an item, with what the feed itself holds of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate
from typing import IO, Any

import feedparser

from detente.errors import ReportError
from detente.knowledge.outlets import outlet_at
from detente.reports.dating import FEED_WAYS, parse_date, require_date, take_date
from detente.reports.encoding import decode
from detente.reports.found import Found
from detente.reports.markup import text_of
from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.text import checked, printable

LARGEST = 8_000_000
"""Bytes of the largest feed that is read: a hostile one of that size takes two minutes."""
JSON_FEED = "https://jsonfeed.org/version/"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed. `key` names it within the feed; `written` is its date as it stands there."""

    key: str
    title: str
    text: str
    link: str | None = None
    written: str | None = None
    outlet: str | None = None


def read_feed(stream: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of a feed, an item each; one that stands in it twice is read once."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReportError(where, f"is too large for a feed: more than {LARGEST:,} bytes", "split it")
    for item in items_of(data, where):
        try:
            yield report_of(item, where, options)
        except ReportError as error:
            yield error


def items_of(data: bytes, where: str) -> list[Item]:
    """The items of a feed in its order, each once.

    Raises:
        ReportError: it is no feed.
    """
    if not data.strip():
        raise ReportError(where, "is empty", "give a feed in RSS, Atom or JSON Feed")
    found = (
        _json_items(data, where) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _xml_items(data, where)
    )
    return list({item.key: item for item in reversed(found)}.values())[::-1]


def report_of(item: Item, where: str, options: ReadingOptions) -> Report:
    """The report of an item, as far as its feed holds it.

    Raises:
        ReportError: no text, no date, or an impossible one.
    """
    place = f"{where}#{item.key}"
    dated = take_date(item.text or item.title, place)
    own = day_of(item.written, place) or dated.published
    return Report(
        id=place,
        text=checked(dated.text, place),
        published=require_date(own, options.date, place, FEED_WAYS),
        outlet=options.outlet or _outlet(item, where),
        title=item.title or dated.headline,
        dateline=dated.place,
    )


def _outlet(item: Item, where: str) -> str | None:
    """The outlet known to be at the item's address or at that of its feed, else the one that the feed names."""
    known = outlet_at(item.link) or outlet_at(where)
    return known.name if known is not None else item.outlet


def day_of(written: str | None, place: str) -> dt.date | None:
    """The day of an item's date, as its writer's clock had it: "Sat, 09 Sep 2023 23:30:00 -0500" is the 9th.

    Raises:
        ReportError: there is no such day, or it lies in the future.
    """
    if not written or not written.strip():
        return None
    mail = parsedate(written)
    return parse_date("{:04}-{:02}-{:02}".format(*mail[:3]) if mail else written, place)


def _xml_items(data: bytes, where: str) -> list[Item]:
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    except Exception as fault:
        raise _no_feed(where, fault) from None
    if not feed.version and not feed.entries:
        raise _no_feed(where, feed.get("bozo_exception"))
    outlet = _plain(feed.feed.get("title"))
    return [_xml_item(entry, outlet) for entry in feed.entries]


def _xml_item(entry: Mapping[str, Any], outlet: str | None) -> Item:
    whole = [part.get("value") or "" for part in entry.get("content") or ()]
    text = text_of(max([*whole, entry.get("summary") or ""], key=len))
    title, link = _plain(entry.get("title")) or "", _plain(entry.get("link"))
    source = _plain((entry.get("source") or {}).get("title"))
    key = _plain(entry.get("id")) or link or _hashed(title, text)
    return Item(key, title, text, link, _written(entry), source or outlet)


def _written(entry: Mapping[str, Any]) -> str | None:
    """The date of an entry as it stands there, or as feedparser understands it where no clock stands beside it."""
    name = "published" if "published" in entry else "updated"
    written, known = dict(entry).get(name) or "", dict(entry).get(f"{name}_parsed")
    begins_with_year = written[:4].isdigit()
    return written if begins_with_year or parsedate(written) or not known else time.strftime("%Y-%m-%d", known)


def _json_items(data: bytes, where: str) -> list[Item]:
    try:
        feed = json.loads(decode(data, where))
    except (ValueError, RecursionError) as fault:
        raise _no_feed(where, fault) from None
    held = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(held, list) or not str(feed.get("version")).startswith(JSON_FEED):
        raise ReportError(where, "is no JSON Feed", "put reports that are no feed into JSON lines, one a line")
    outlet = _plain(feed.get("title"))
    return [_json_item(item, outlet) for item in held if isinstance(item, dict)]


def _json_item(item: Mapping[str, Any], outlet: str | None) -> Item:
    markup = item.get("content_html")
    text = text_of(markup) if isinstance(markup, str) else str(item.get("content_text") or item.get("summary") or "")
    title, link = _plain(item.get("title")) or "", _plain(item.get("url"))
    written = _plain(item.get("date_published")) or _plain(item.get("date_modified"))
    return Item(_plain(item.get("id")) or link or _hashed(title, text), title, text, link, written, outlet)


def _plain(value: object) -> str | None:
    """A value as one line of text, without markup."""
    return printable(" ".join(text_of(str(value)).split())) or None if value else None


def _hashed(title: str, text: str) -> str:
    return hashlib.sha256(f"{title}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _no_feed(where: str, fault: object) -> ReportError:
    said = f" ({' '.join(str(fault).split())[:100]})" if fault else ""
    return ReportError(where, f"is no feed that can be read{said}", "give a feed in RSS, Atom or JSON Feed")
