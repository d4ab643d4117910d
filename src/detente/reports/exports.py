"""Exports of news databases as text: several articles in a file, each with its own head.

What is no export is one report, as any text is. `lexisnexis` and `factiva` know how each database writes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from detente.errors import ReportError
from detente.reports import factiva, lexisnexis
from detente.reports.article import Article
from detente.reports.dating import EXPORT_WAYS, require_date, take_date, written_day
from detente.reports.found import Found
from detente.reports.lines import LONGEST, Lines, LineTooLongError, mended
from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.text import checked, printable, read_text_file

SAMPLE = 65_536
"""Bytes in which an export shows itself."""
DATABASES = (lexisnexis, factiva)
Split = Callable[[Iterable[str]], Iterator[Article]]


def read_text_or_export(stream: io.BufferedReader, where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of a text file: the articles of an export, or the one report that it is."""
    sample = stream.peek(SAMPLE)[:SAMPLE].decode("latin-1").replace("\r\n", "\n").replace("\x00", "")
    split = database_of(sample)
    if split is None:
        yield from read_text_file(stream, where, options)
    else:
        yield from read_export(split(_lines(stream, where)), where, options)


def read_document(text: str, where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of a document whose text is known: the articles of an export, or the one report that it is."""
    split = database_of(text)
    if split is None:
        yield from read_text_file(io.BytesIO(text.encode("utf-8", "surrogatepass")), where, options)
    else:
        yield from read_export(split(text.splitlines()), where, options)


def database_of(sample: str) -> Split | None:
    """What parts an export into its articles, by the database that writes as a text begins; None where none does."""
    return next((database.articles for database in DATABASES if database.is_export(sample)), None)


def read_export(articles: Iterator[Article], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of articles, as they come; one that cannot be read is given back as the error that says so."""
    number = 0
    for number, article in enumerate(articles, start=1):
        try:
            yield _report(article, f"{where}#{article.key or number}", options)
        except ReportError as error:
            yield error
    if not number:
        yield ReportError(where, "is an export without a whole article", "export it again")


def _report(article: Article, place: str, options: ReadingOptions) -> Report:
    dated = take_date(article.text, place)
    found = written_day(article.written or "", place) or dated.published
    return Report(
        id=place,
        text=checked(dated.text, place),
        published=require_date(found, options.date, place, EXPORT_WAYS),
        outlet=printable(article.outlet) if article.outlet else options.outlet,
        title=printable(article.title) if article.title else dated.headline,
        dateline=article.dateline or dated.place,
    )


def _lines(stream: IO[bytes], where: str) -> Iterator[str]:
    lines = Lines(stream, where)
    while True:
        try:
            line = next(lines)
        except StopIteration:
            return
        except LineTooLongError:
            line = " " * LONGEST
        yield mended(line).rstrip("\r\n")
