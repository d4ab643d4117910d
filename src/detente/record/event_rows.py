"""An event as the rows of the tables that it is kept in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from detente.events.event import Event


def event_row(event: Event) -> dict[str, Any]:
    """The row of the event itself."""
    day = event.day
    return {
        "id": event.id,
        "type": event.type,
        "front": event.front,
        "quad": event.quad,
        "factuality": event.factuality.value,
        "status": event.status,
        "sources": len(event.sources),
        "first_day": event.happened.start or day,
        "day": day,
        "confidence": event.confidence,
        "origin": event.origin.set if event.origin else None,
        "json": event.to_json(),
    }


def party_rows(event: Event) -> Iterator[dict[str, Any]]:
    """The rows of its parties."""
    day = event.day
    for position, party in enumerate(event.parties):
        yield {
            "event_id": event.id,
            "role": party.role,
            "position": position,
            "code": party.code,
            "sector": party.sector,
            "name": party.name,
            "day": day,
        }
