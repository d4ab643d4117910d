"""How a page of a list is found: one walk over the index that the filters name, in the order of days, then of ids.

Each table that can be walked holds all that lists are filtered by, so that a walk looks nothing up until it has its
page. Words and tellers that only few have are looked up first; those that many have are met soon enough on the way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    Table,
    and_,
    exists,
    func,
    or_,
    select,
    tuple_,
)

from detente.knowledge.countries import code_of
from detente.record.keys import BACKWARDS, BOTH, FORWARDS, TOGETHER, ordered
from detente.record.schema import claim_pairs, claims, event_pairs, event_parties, events, parties
from detente.record.tie_months import DENIED

COMMON = 10_000
"""From how many on what is looked for is common: it is then not looked up, but met on the way."""
COMMON_ELSEWHERE = 5_000
"""The same, where what is found must then be looked up in another table."""
Cursor = tuple[dt.date, str]
"""The day and the id that a page ended with."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Claims or events, and the tables that they are found by."""

    rows: Table
    parties: Table
    pairs: Table


CLAIMS = Shelf(claims, parties, claim_pairs)
EVENTS = Shelf(events, event_parties, event_pairs)


@dataclass(frozen=True, slots=True)
class WantedParty:
    """A party that is asked for: its code, and the sector where one is meant."""

    code: str
    sector: str | None

    @classmethod
    def named(cls, written: str) -> WantedParty:
        """The party of a code or a name, with a sector after a slash.

        Raises:
            QueryError: there is none of that name.
        """
        name, _, sector = written.partition("/")
        return cls(code_of(name), sector.upper() or None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is asked for: its parties, the values of its columns, its days, and where a page begins and ends."""

    actor: WantedParty | None = None
    recipient: WantedParty | None = None
    pair: tuple[WantedParty, WantedParty] | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    since: dt.date | None = None
    until: dt.date | None = None
    happened: bool = False
    after: Cursor | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """A table to walk in the order of days and ids, and which of its rows count."""

    table: FromClause
    conditions: tuple[ColumnElement[bool], ...] = ()
    repeats: bool = False
    """Whether one claim or event may have several of the rows."""

    def where(self, *more: ColumnElement[bool]) -> Walk:
        """The same with further conditions."""
        return replace(self, conditions=(*self.conditions, *more))


def by_parties(shelf: Shelf, wanted: Wanted) -> Walk:
    """A walk over the rows of the parties that are wanted, over all where none is."""
    if wanted.pair:
        walk = Walk(shelf.pairs, tuple(between(shelf, shelf.pairs, *wanted.pair)))
        return walk.where(*_sides(shelf, shelf.pairs, wanted))
    if wanted.actor and wanted.recipient:
        return Walk(shelf.pairs, tuple(_towards(shelf, wanted.actor, wanted.recipient)))
    for role, party in (("actor", wanted.actor), ("recipient", wanted.recipient)):
        if party:
            held = shelf.parties.c
            mine = (held.code == party.code, held.role == role)
            return (
                Walk(shelf.parties, (*mine, held.sector == party.sector))
                if party.sector
                else Walk(shelf.parties, mine, repeats=True)
            )
    return Walk(shelf.rows)


def at_hand(shelf: Shelf, wanted: Wanted, few: Walk) -> Walk:
    """A walk over few rows that are known already, each looked up for the parties that are wanted."""
    walk = few.where(*_sides(shelf, few.table, wanted))
    if wanted.pair is None:
        return walk
    pairs = shelf.pairs
    same = and_(pairs.c.day == few.table.c.day, pairs.c.id == few.table.c.id)
    return walk.where(exists().where(same, *between(shelf, pairs, *wanted.pair)))


def rows_where(shelf: Shelf, condition: ColumnElement[bool]) -> Walk:
    """The rows that one condition gives, found by it alone before anything else is asked of them."""
    held = (column for column in shelf.rows.columns if column.name != "json")
    return Walk(select(*held).where(condition).cte("few").prefix_with("MATERIALIZED"))


def page(walk: Walk, wanted: Wanted) -> Subquery:
    """The days and ids that fit, in order."""
    held = walk.table.c
    statement = select(held.day, held.id).where(*walk.conditions, *_conditions(walk.table, wanted))
    statement = statement.distinct() if walk.repeats else statement
    return statement.order_by(held.day, held.id).limit(wanted.limit).subquery()


def are_common(connection: Connection, fitting: Select[Any], number: int) -> bool:
    """Whether so many fit that a page of them is soon met on the way."""
    some = fitting.limit(number).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one() == number


def between(shelf: Shelf, table: FromClause, one: WantedParty, other: WantedParty) -> Iterator[ColumnElement[bool]]:
    """What rows of pairs must be for something to happen between two parties, in either direction."""
    first, second = ordered(one.code, other.code)
    yield and_(table.c.one == first, table.c.other == second)
    if one.sector or other.sector:
        yield or_(
            and_(_has(shelf, table, one, "actor"), _has(shelf, table, other, "recipient")),
            and_(_has(shelf, table, other, "actor"), _has(shelf, table, one, "recipient")),
            and_(table.c.way == TOGETHER, _has(shelf, table, one, "actor"), _has(shelf, table, other, "actor")),
        )


def _towards(shelf: Shelf, actor: WantedParty, recipient: WantedParty) -> Iterator[ColumnElement[bool]]:
    held = shelf.pairs.c
    one, other = ordered(actor.code, recipient.code)
    yield and_(held.one == one, held.other == other)
    yield held.way.in_((FORWARDS if actor.code == one else BACKWARDS, BOTH))
    for party, role in ((actor, "actor"), (recipient, "recipient")):
        if party.sector:
            yield _has(shelf, shelf.pairs, party, role)


def _sides(shelf: Shelf, table: FromClause, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    for role, party in (("actor", wanted.actor), ("recipient", wanted.recipient)):
        if party:
            yield _has(shelf, table, party, role)


def _has(shelf: Shelf, table: FromClause, party: WantedParty, role: str) -> ColumnElement[bool]:
    held = shelf.parties.alias().c
    sector = (held.sector == party.sector,) if party.sector else ()
    return exists().where(
        held.code == party.code, held.role == role, held.day == table.c.day, held.id == table.c.id, *sector
    )


def _conditions(table: FromClause, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    held = table.c
    for name, value in wanted.values.items():
        yield held[name] == value
    if wanted.since:
        yield held.day >= wanted.since
    if wanted.until:
        yield held.first_day <= wanted.until
    if wanted.happened:
        yield held.factuality.not_in(DENIED)
    if wanted.after:
        yield tuple_(held.day, held.id) > wanted.after
