"""Keeping what was imported: many events at once, each only if it is not there yet."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from detente.events.event import Event
from detente.record.bulk import insert_all
from detente.record.event_rows import event_row, party_rows
from detente.record.schema import event_parties, events

AT_ONCE = 400
"""Ids in one question."""


def add_events(connection: Connection, found: Sequence[Event]) -> int:
    """Keeps the events that are not there yet and says how many these were; what is there stays as it is."""
    new = {event.id: event for event in found}
    ids = list(new)
    for at in range(0, len(ids), AT_ONCE):
        held = select(events.c.id).where(events.c.id.in_(ids[at : at + AT_ONCE]))
        for event_id in connection.execute(held).scalars():
            del new[event_id]
    insert_all(connection, events, (event_row(event) for event in new.values()))
    insert_all(connection, event_parties, (row for event in new.values() for row in party_rows(event)))
    return len(new)
