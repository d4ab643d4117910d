"""What can be asked of a record's claims, and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, exists, or_, select

from detente.claims.claim import Claim
from detente.errors import QueryError
from detente.knowledge.countries import code_of
from detente.record.filters import Filter
from detente.record.found import FoundList
from detente.record.schema import claim_words, claims, report_words, tellers, voices
from detente.record.search import fits, holds, numbers
from detente.record.walking import (
    CLAIMS,
    COMMON,
    COMMON_ELSEWHERE,
    Walk,
    Wanted,
    are_common,
    at_hand,
    by_parties,
    page,
    rows_where,
)
from detente.record.words import WantedWords, wanted_words

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter(Filter):
    """Which claims are meant.

    `text` is looked for in the sentence, `report_text` in the whole report: words in any order, a "quoted phrase", the
    begin* of a word.
    """

    told_by: str | None = None
    text: str | None = None
    report_text: str | None = None


def selection(connection: Connection, asked: ClaimFilter) -> Select[tuple[dt.date, str, str]]:
    """The statement that finds a page of claims: day, id and JSON, by days, and within a day as they were told.

    Raises:
        QueryError: a type, front, factuality or party that does not exist, or a text without words.
    """
    wanted = asked.wanted(dict(asked.values()))
    fitting = page(_walk(connection, asked, wanted), wanted)
    return (
        select(claims.c.day, claims.c.id, claims.c.json)
        .join_from(fitting, claims, fitting.c.id == claims.c.id)
        .order_by(claims.c.day, claims.c.published, claims.c.report_id, claims.c.position)
    )


@dataclass(frozen=True, slots=True)
class _Search:
    """Something looked for in an index of its own: the claims it gives, and the test of any one claim by its id."""

    few: Walk
    meets: Callable[[ColumnElement[str]], ColumnElement[bool]]
    counted: Select[Any]
    common: int
    """From how many of `counted` on it is not looked up."""

    @property
    def ids(self) -> Select[tuple[str]]:
        """The ids of the claims it gives."""
        return select(self.few.table.c.id).where(*self.few.conditions)


def _walk(connection: Connection, asked: ClaimFilter, wanted: Wanted) -> Walk:
    searches = list(_searches(asked, connection.dialect.name))
    rare = [search for search in searches if not are_common(connection, search.counted, search.common)]
    walk = at_hand(CLAIMS, wanted, rare[0].few) if rare else by_parties(CLAIMS, wanted)
    for search in searches:
        if search not in rare:
            walk = walk.where(search.meets(walk.table.c.id))
        elif search is not rare[0]:
            walk = walk.where(walk.table.c.id.in_(search.ids))
    return walk


def _searches(asked: ClaimFilter, dialect: str) -> Iterator[_Search]:
    if asked.text:
        yield _in_sentences(wanted_words(asked.text), dialect)
    if asked.told_by:
        yield _told_by(asked.told_by)
    if asked.report_text:
        yield _in_reports(wanted_words(asked.report_text), dialect)


def _in_sentences(words: WantedWords, dialect: str) -> _Search:
    fitting = fits(claim_words, words)
    few = Walk(claim_words, (holds(claim_words, words, dialect),))
    counted = numbers(claim_words, words, dialect)
    return _Search(few, lambda id_: exists().where(claim_words.c.id == id_, fitting), counted, COMMON)


def _told_by(written: str) -> _Search:
    """By a part of a teller's name, or by the teller's country where it names one."""
    names = select(voices.c.name).where(voices.c.name.contains(written.casefold(), autoescape=True))
    fitting: ColumnElement[bool] = tellers.c.name.in_(names)
    with suppress(QueryError):
        fitting = or_(fitting, tellers.c.country == code_of(written))
    few = Walk(tellers, (fitting,), repeats=True)
    counted = select(tellers.c.id).where(fitting)
    return _Search(few, lambda id_: exists().where(tellers.c.id == id_, fitting), counted, COMMON)


def _in_reports(words: WantedWords, dialect: str) -> _Search:
    told, fitting = claims.alias().c, fits(report_words, words)
    found = select(report_words.c.id).where(holds(report_words, words, dialect))
    return _Search(
        rows_where(CLAIMS, claims.c.report_id.in_(found)),
        lambda id_: exists().where(told.id == id_, report_words.c.id == told.report_id, fitting),
        numbers(report_words, words, dialect),
        COMMON_ELSEWHERE,
    )


class ClaimList(FoundList[Claim]):
    """Claims as found, in order."""

    noun = "claim"

    def to_polars(self) -> pl.DataFrame:
        """One row a claim; parties and tellers as lists, times as dates."""
        from detente.record.flat import frame

        return frame(self._found)

    def to_csv(self) -> str:
        """One line a claim, several values of one cell parted by `|`."""
        from detente.record.flat import to_csv

        return to_csv(self.to_polars())
