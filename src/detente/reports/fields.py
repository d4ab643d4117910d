"""From a row of named fields to a report: which field holds what, by the user's word or by a guess said aloud.

JSON lines, tables and columnar files have this in common.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from detente.errors import ReportError
from detente.knowledge.outlets import outlet_at
from detente.reports.dating import LINE_WAYS, formed_day, require_date, take_date, written_day
from detente.reports.found import Remark
from detente.reports.mapping import OURS
from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.text import checked, printable

GUESSES = {
    "text": ("text", "body", "content", "article", "full_text", "article_text", "body_text", "maintext", "story"),
    "date": (
        "date", "published", "publication_date", "pubdate", "pub_date", "published_at", "date_published",
        "published_date", "date_publish", "timestamp", "datetime",
    ),
    "id": ("id", "url", "uid", "guid", "link"),
    "title": ("title", "headline"),
    "address": ("url", "link", "address", "web_url", "page_url", "source_url"),
    "outlet": ("outlet", "publisher", "source", "site", "newspaper", "publication", "source_name", "news_source"),
}  # fmt: skip
"""The names a field is looked for under where the user maps none, in order; case, blanks and signs do not count."""
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A row's place: the file, the number by which a message names the row, and what stands for a missing id."""

    where: str
    number: int
    stand_in: str

    def __str__(self) -> str:
        return f"{self.where}:{self.number}"


class Rows:
    """Turns the rows of one file into reports.

    Two rows with one id would put one another out of the record, so the second is an error.
    """

    def __init__(self, where: str, options: ReadingOptions) -> None:
        self._where = where
        self._options = options
        self._seen: set[int] = set()

    def report(self, row: Mapping[str, Any], place: Place) -> Report:
        """The report of a row.

        Raises:
            ReportError: no text, no date, an impossible one, or the id of an earlier row.
        """
        text = self._value(row, "text")
        if not isinstance(text, str):
            name = self._options.fields.get("text", "text")
            raise ReportError(str(place), f"has no text under {name!r}", "name the field with --field text=NAME")
        dated = take_date(text, str(place))
        found = self._day(self._value(row, "date"), str(place)) or dated.published
        title = self._value(row, "title")
        return Report(
            id=f"{self._where}#{self._own_name(row, place)}",
            text=checked(dated.text, str(place)),
            published=require_date(found, self._options.date, str(place), LINE_WAYS),
            outlet=self._outlet(row) or self._options.outlet,
            title=printable(str(title)) if title else dated.headline,
            dateline=dated.place,
        )

    def _day(self, written: object, place: str) -> dt.date | None:
        if not written:
            return None
        if self._options.date_format is None or isinstance(written, dt.date):
            return written_day(str(written), place)
        return formed_day(str(written), self._options.date_format, place)

    def _outlet(self, row: Mapping[str, Any]) -> str | None:
        """The outlet that a row names, or the one known to be at the address that it names."""
        named = self._value(row, "outlet")
        known = outlet_at(str(named or self._value(row, "address") or ""))
        return known.name if known is not None else printable(str(named)) if named else None

    def _own_name(self, row: Mapping[str, Any], place: Place) -> str:
        given = self._value(row, "id")
        if given is None:
            return place.stand_in
        name = printable(str(given))
        key = hash(name)
        if key in self._seen:
            raise ReportError(str(place), f"has the id of an earlier row, {name!r}", "give each report its own id")
        self._seen.add(key)
        return name

    def _value(self, row: Mapping[str, Any], ours: str) -> Any:  # noqa: ANN401 (whatever a row holds)
        held = (_at(row, name) for name in columns(ours, row, self._options))
        return next((value for value in held if not _is_nothing(value)), None)


def is_among(name: str, names: Iterable[str]) -> bool:
    """Whether a field of that name, or one that may hold it, is among those of a row."""
    return any(name == held or name.startswith(f"{held}.") for held in names)


def _at(row: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 (whatever a row holds)
    """The value of a field; `source.name` is the field `name` within the field `source`, where none is called so."""
    if name in row or "." not in name:
        return row.get(name)
    outer, _, inner = name.partition(".")
    held = row.get(outer)
    return _at(held, inner) if isinstance(held, Mapping) else None


def _is_nothing(value: object) -> bool:
    return value is None or isinstance(value, Mapping | list) or (isinstance(value, str) and not value.strip())


def columns(ours: str, names: Iterable[str], options: ReadingOptions) -> tuple[str, ...]:
    """The fields, of those there are, that may hold one of ours: the one the user named, else all that are guessed."""
    named = options.fields.get(ours)
    return (named,) if named is not None else _guessed(tuple(names))[ours]


@lru_cache(maxsize=512)
def _guessed(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    plain = {_SIGNS.sub("_", name).strip("_").lower(): name for name in reversed(names)}
    return {ours: tuple(plain[guess] for guess in guesses if guess in plain) for ours, guesses in GUESSES.items()}


def require_text_column(where: str, names: list[str], options: ReadingOptions) -> None:
    """Makes sure that a table has a column for the text.

    Raises:
        ReportError: none of its columns can be the text.
    """
    if not any(is_among(name, names) for name in columns("text", names, options)):
        held = ", ".join(names)
        shown = f"{held[:120]} ..." if len(held) > 120 else held
        raise ReportError(
            where, f"has no column with the text (its columns: {shown})", "name the column with --field text=NAME"
        )


def guesses_said(where: str, names: Iterable[str], options: ReadingOptions) -> Remark | None:
    """Says which fields are taken for ours, where none was named by the user and none is called as ours is."""
    names = tuple(names)
    guessed = {ours: columns(ours, names, options)[:1] for ours in OURS if ours not in options.fields}
    told = [f"{ours} from “{name}”" for ours, found in guessed.items() for name in found if name != ours]
    return Remark(where, ", ".join(told)) if told else None
