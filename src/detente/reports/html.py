"""HTML pages: the article alone, with the page's own date, title and outlet, as trafilatura finds them."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from typing import IO

import trafilatura
from trafilatura.settings import Document

from detente.errors import NoArticleError, ReportError
from detente.knowledge.outlets import outlet_at
from detente.reports.dating import PAGE_WAYS, require_date, take_date
from detente.reports.encoding import decode
from detente.reports.found import Found
from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.text import checked, printable, whole

OWN_DATE = {"extensive_search": False, "original_date": True, "max_date": "9999-12-31"}
"""For htmldate: the date that the page states, the first of several, even a wrong one; no guess from its words."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read_page_file(stream: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The one report that a page holds."""
    yield read_html(whole(stream, where), where, options)


def read_html(data: bytes, where: str, options: ReadingOptions, address: str | None = None) -> Report:
    """The report that a page holds; its paragraphs are parted by blank lines.

    Args:
        data: the page.
        where: the report's id.
        options: what the user says about the whole input.
        address: where the page lies on the web, if `where` is not that.

    Raises:
        ReportError: no article in it, no date, or an impossible one.
    """
    page = decode(data, where)
    try:
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dict(OWN_DATE),
        )
    except Exception as fault:
        raise ReportError(where, "is no page that can be read", "save the article as plain text") from fault
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise NoArticleError(where, "holds no article", "save the article as plain text")
    dated = take_date("\n\n".join(line for line in str(found.text).split("\n") if line.strip()), where)
    published = require_date(_day(found.date) or dated.published, options.date, where, PAGE_WAYS)
    return Report(
        id=where,
        text=checked(dated.text, where),
        published=published,
        outlet=options.outlet or _outlet(found, address or where),
        title=_name(found.title),
        dateline=dated.place,
    )


def _outlet(found: Document, address: str) -> str | None:
    """The outlet known to be at the page's address, else the one that the page names."""
    known = outlet_at(address) or outlet_at(found.url)
    return known.name if known is not None else _name(found.sitename or found.hostname)


def _name(written: str | None) -> str | None:
    return printable(written).strip() or None if written else None


def _day(written: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None
