"""Writing and deleting events: each whole, with what it is found by, and the roll-ups of ties with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete

from detente.events.event import Event
from detente.record.inserting import insert_many
from detente.record.keys import Row, asked_of_event, pair_rows, party_rows
from detente.record.schema import event_pairs, event_parties, events
from detente.record.tie_months import add, cells_of, recount

AT_ONCE = 400
"""Values in one list of a statement; SQLite allows 32,766 variables, PostgreSQL plans short lists best."""


def write_events(connection: Connection, made: Sequence[Event]) -> None:
    """Writes events, however many, and adds them to the roll-ups."""
    asked = [asked_of_event(event) for event in made]
    insert_many(connection, events, [_row(event) | found_by for event, found_by in zip(made, asked, strict=True)])
    _index(connection, made, asked)


def index_events(connection: Connection, kept: Sequence[Event]) -> None:
    """Writes what events are found by, and adds them to the roll-ups."""
    _index(connection, kept, [asked_of_event(event) for event in kept])


def _index(connection: Connection, kept: Sequence[Event], asked: Sequence[Row]) -> None:
    both = list(zip(kept, asked, strict=True))
    pairs = [row for event, found_by in both for row in pair_rows(event, found_by)]
    insert_many(connection, event_parties, [row for event, found_by in both for row in party_rows(event, found_by)])
    insert_many(connection, event_pairs, pairs)
    add(connection, pairs)


def delete_events(connection: Connection, ids: Iterable[str]) -> None:
    """Deletes events, and takes them out of the roll-ups."""
    for some in parts(sorted(ids)):
        cells = cells_of(connection, some)
        connection.execute(delete(events).where(events.c.id.in_(some)))
        recount(connection, cells)


def parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Values in lists that are short enough for a statement."""
    for at in range(0, len(values), AT_ONCE):
        yield values[at : at + AT_ONCE]


def _row(event: Event) -> Row:
    return {
        "id": event.id,
        "quad": event.quad,
        "sources": len(event.sources),
        "confidence": event.confidence,
        "json": event.to_json(),
    }
