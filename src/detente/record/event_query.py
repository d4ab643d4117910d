"""What can be asked of a record's events, and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Select, exists, select

from detente.events.event import Event
from detente.record.filters import Filter, known
from detente.record.found import FoundList
from detente.record.schema import claim_words, claims, events
from detente.record.search import fits, holds, numbers
from detente.record.walking import (
    COMMON_ELSEWHERE,
    EVENTS,
    Walk,
    Wanted,
    are_common,
    at_hand,
    by_parties,
    page,
    rows_where,
)
from detente.record.words import wanted_words

if TYPE_CHECKING:
    import polars as pl

STATUSES = ("corroborated", "disputed", "single-sourced", "imported")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter(Filter):
    """Which events are meant.

    `happened` leaves out what is told only as denied; `origin` names the data set that events were imported from.
    `text` is looked for in the sentences that tell of it: words in any order, a "quoted phrase", the begin* of a word.
    """

    status: str | None = None
    happened: bool = False
    origin: str | None = None
    text: str | None = None


def event_selection(connection: Connection, asked: EventFilter) -> Select[tuple[dt.date, str, str]]:
    """The statement that finds a page of events: day, id and JSON, in the order of days, then of ids.

    Raises:
        QueryError: a type, front, status, factuality or party that does not exist, or a text without words.
    """
    wanted = asked.wanted(dict(_values(asked)), happened=asked.happened)
    fitting = page(_walk(connection, asked, wanted), wanted)
    return (
        select(events.c.day, events.c.id, events.c.json)
        .join_from(fitting, events, fitting.c.id == events.c.id)
        .order_by(events.c.day, events.c.id)
    )


def _values(asked: EventFilter) -> Iterator[tuple[str, str]]:
    yield from asked.values()
    if asked.status:
        yield "status", known(asked.status.lower(), STATUSES, "status")
    if asked.origin:
        yield "origin", asked.origin.lower()


def _walk(connection: Connection, asked: EventFilter, wanted: Wanted) -> Walk:
    if not asked.text:
        return by_parties(EVENTS, wanted)
    words = wanted_words(asked.text)
    dialect = connection.dialect.name
    if not are_common(connection, numbers(claim_words, words, dialect), COMMON_ELSEWHERE):
        telling = select(claim_words.c.id).where(holds(claim_words, words, dialect))
        told = select(claims.c.event_id).where(claims.c.id.in_(telling), claims.c.event_id.is_not(None))
        return at_hand(EVENTS, wanted, rows_where(EVENTS, events.c.id.in_(told)))
    walk = by_parties(EVENTS, wanted)
    tells = (claims.c.event_id == walk.table.c.id, claim_words.c.id == claims.c.id, fits(claim_words, words))
    return walk.where(exists().where(*tells))


class EventList(FoundList[Event]):
    """Events as found, in order."""

    noun = "event"

    def to_polars(self) -> pl.DataFrame:
        """One row an event; parties, sources and claims as lists, times as dates."""
        from detente.record.flat import event_frame

        return event_frame(self._found)
