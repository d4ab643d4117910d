"""Keeping what was imported: many events at once, each only if it is not there yet."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from detente.events.event import Event
from detente.record.event_writing import parts, write_events
from detente.record.schema import events


def add_events(connection: Connection, found: Sequence[Event]) -> int:
    """Keeps the events that are not there yet and says how many these were; what is there stays as it is."""
    new = {event.id: event for event in found}
    for some in parts(list(new)):
        for event_id in connection.execute(select(events.c.id).where(events.c.id.in_(some))).scalars():
            del new[event_id]
    write_events(connection, list(new.values()))
    return len(new)
