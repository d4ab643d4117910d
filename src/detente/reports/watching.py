"""Watching feeds: round after round, the items that are new since the last, each read once.

What was seen is kept in a file beside the record. It is written when a feed's items are kept, so that a crash loses
no item; one that is then met again changes nothing in the record.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from detente.errors import FetchError, RecordError, ReportError
from detente.reports.feeds import Item, day_of, items_of, report_of
from detente.reports.fetching import Fetcher
from detente.reports.found import Found
from detente.reports.html import read_html
from detente.reports.opening import told, without_password
from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.sources import in_english


@dataclass(slots=True)
class Seen:
    """What was last seen of a feed: the marks by which to ask what is new, and the items it held."""

    etag: str | None = None
    modified: str | None = None
    items: list[str] = field(default_factory=list)


class Watch:
    """The new items of some feeds.

    Args:
        feeds: their addresses.
        state: the file that keeps what was seen.
        options: what the user says about all of them.
        pages: whether the page that an item links to is read, and not only what the feed holds of it.
    """

    def __init__(self, feeds: Sequence[str], state: Path, options: ReadingOptions, *, pages: bool = False) -> None:
        self._feeds = feeds
        self._state = state
        self._options = options
        self._pages = pages
        self._fetcher = Fetcher()
        self._seen = _kept(state)

    def round(self) -> Generator[Found]:
        """The reports of all items that are new; in the place of what cannot be read stands the reason."""
        for feed in self._feeds:
            try:
                yield from self._new_of(feed)
            except ReportError as error:
                yield error

    def _new_of(self, feed: str) -> Iterator[Found]:
        before = self._seen.get(feed, Seen())
        answer = self._fetcher.fetch(feed, etag=before.etag, modified=before.modified)
        if answer.body is None:
            return
        items = items_of(answer.body, without_password(feed))
        known = set(before.items)
        try:
            for item in items:
                if item.key not in known:
                    found = self._read(item, without_password(feed))
                    yield in_english(found)
                    if not isinstance(found, FetchError):
                        known.add(item.key)
        finally:
            held = [item.key for item in items if item.key in known]
            whole = len(held) == len(items)
            marks = (answer.etag, answer.modified) if whole else (None, None)
            self._seen[feed] = Seen(*marks, held)
            self._keep()

    def _read(self, item: Item, where: str) -> Found:
        try:
            return self._page(item, where) or report_of(item, where, self._options)
        except ReportError as error:
            return error

    def _page(self, item: Item, where: str) -> Report | None:
        """The report of the page that an item links to, None where it is not wanted or there is no article on it.

        Raises:
            FetchError: the page cannot be had now.
        """
        if not self._pages or not item.link:
            return None
        try:
            return self._page_at(item.link, item, f"{where}#{item.key}")
        except FetchError:
            raise
        except ReportError:
            return None

    def _page_at(self, address: str, item: Item, place: str) -> Report:
        answer = self._fetcher.fetch(address)
        dated = replace(self._options, date=day_of(item.written, place) or self._options.date)
        page = read_html(answer.body or b"", place, dated, answer.address)
        return replace(page, title=page.title or item.title, outlet=page.outlet or item.outlet)

    def _keep(self) -> None:
        """Writes what was seen, whole or not at all."""
        fresh = self._state.with_name(self._state.name + ".new")
        try:
            fresh.write_text(json.dumps({feed: asdict(seen) for feed, seen in self._seen.items()}), encoding="utf-8")
            os.replace(fresh, self._state)  # noqa: PTH105 (the same, and said as what it is)
        except OSError as fault:
            raise RecordError(
                str(self._state), f"cannot be written ({told(fault)})", "make room; the reports themselves are kept"
            ) from None


def _kept(state: Path) -> dict[str, Seen]:
    try:
        held = json.loads(state.read_text(encoding="utf-8"))
        return {feed: Seen(**seen) for feed, seen in held.items()}
    except FileNotFoundError:
        return {}
    except OSError as fault:
        raise RecordError(str(state), f"cannot be read ({told(fault)})", "check its permissions") from None
    except (ValueError, TypeError, AttributeError):
        raise RecordError(
            str(state), "does not say what was seen of feeds", "remove it: items read before change nothing"
        ) from None
