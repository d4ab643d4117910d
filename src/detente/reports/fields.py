"""From a row of named fields to a report: which field holds what, by the user's word or by a guess said aloud.

JSON lines, tables and columnar files have this in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from detente.errors import ReportError
from detente.reports.dating import LINE_WAYS, require_date, take_date, written_day
from detente.reports.found import Remark
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
        written = self._value(row, "date")
        found = written_day(str(written), str(place)) if written else dated.published
        title, outlet = self._value(row, "title"), self._value(row, "outlet")
        return Report(
            id=f"{self._where}#{self._own_name(row, place)}",
            text=checked(dated.text, str(place)),
            published=require_date(found, self._options.date, str(place), LINE_WAYS),
            outlet=printable(str(outlet)) if outlet else self._options.outlet,
            title=printable(str(title)) if title else dated.headline,
            dateline=dated.place,
        )

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
        names = columns(ours, row, self._options)
        return next((row[name] for name in names if not _is_blank(row.get(name))), None)


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


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
    if not any(name in names for name in columns("text", names, options)):
        held = ", ".join(names)
        shown = f"{held[:120]} ..." if len(held) > 120 else held
        raise ReportError(
            where, f"has no column with the text (its columns: {shown})", "name the column with --field text=NAME"
        )


def guesses_said(where: str, names: Iterable[str], options: ReadingOptions) -> Remark | None:
    """Says which fields are taken for ours, where none was named by the user and none is called as ours is."""
    names = tuple(names)
    guessed = {ours: columns(ours, names, options)[:1] for ours in GUESSES if ours not in options.fields}
    told = [f"{ours} from “{name}”" for ours, found in guessed.items() for name in found if name != ours]
    return Remark(where, ", ".join(told)) if told else None
