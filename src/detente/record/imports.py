"""Keeping what was imported: many events at once, each only if it is not there yet.

The statements are compiled once and the rows bound here: what SQLAlchemy does for each row of a million would cost as
much as writing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from detente.events.event import Event
from detente.record.event_rows import event_row, party_rows
from detente.record.schema import event_parties, events

AT_ONCE = 400
"""Ids in one question."""
DAYS = 50_000
"""Days that are kept at hand as the driver takes them."""
Values = dict[str, Any]


def add_events(connection: Connection, found: Sequence[Event]) -> int:
    """Keeps the events that are not there yet and says how many these were; what is there stays as it is."""
    new = {event.id: event for event in found}
    ids = list(new)
    for at in range(0, len(ids), AT_ONCE):
        held = select(events.c.id).where(events.c.id.in_(ids[at : at + AT_ONCE]))
        for event_id in connection.execute(held).scalars():
            del new[event_id]
    _insert(connection, events, (event_row(event) for event in new.values()))
    _insert(connection, event_parties, (row for event in new.values() for row in party_rows(event)))
    return len(new)


def _insert(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    """Inserts rows, and passes over what another process has just kept."""
    dialect = connection.dialect
    insert: Any = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
    compiled = insert(table).on_conflict_do_nothing().compile(dialect=dialect)
    bound: Iterator[Any] = _bound(table, dialect, rows)
    if compiled.positional:
        bound = map(itemgetter(*compiled.positiontup), bound)
    values = list(bound)
    if values:
        connection.exec_driver_sql(str(compiled), values)


def _bound(table: Table, dialect: Dialect, rows: Iterable[Values]) -> Iterator[Values]:
    """Rows with their values as the driver takes them."""
    processors = {
        column.name: lru_cache(maxsize=DAYS)(processor)
        for column in table.columns
        if (processor := column.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    for row in rows:
        for name, bind in processors.items():
            row[name] = bind(row[name])
        yield row
