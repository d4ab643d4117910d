"""PLOVER JSON: one object a line, under the names of PLOVER 0.8 and of the sets coded with it.

What PLOVER has no word for stands under `detente`: who tells it, how surely, and by which claims.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any

from detente.events.event import Event, Participant
from detente.knowledge.plover import QUADS

QUAD_CODES = {name: number for number, name in enumerate(QUADS, 1)}
"""Quads as the field numbers them, from verbal cooperation to material conflict."""


def write_plover(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes one object a line."""
    for event in events:
        out.write(json.dumps(plover(event), ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def plover(event: Event) -> dict[str, Any]:
    """An event under PLOVER's names."""
    happened, place = event.happened, event.place
    return {
        "event_id": event.id,
        "event_date": (happened.start or event.day).isoformat(),
        "event_date_end": event.day.isoformat(),
        "event_type": event.type,
        "event_mode": event.mode,
        "quad_code": QUAD_CODES.get(event.quad or ""),
        "contexts": list(event.contexts),
        "auxiliary_modes": list(event.auxiliary),
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
        "location": place.model_dump(mode="json", exclude={"text", "span"}) if place else None,
        "quantity": event.quantity.model_dump(mode="json", exclude={"span"}) if event.quantity else None,
        "publication_date": event.first_told.isoformat(),
        "detente": _ours(event),
    }


def _party(party: Participant) -> dict[str, Any]:
    held = party.model_dump(mode="json", exclude={"role", "office"})
    return {**held, "title": party.office}


def _ours(event: Event) -> dict[str, Any]:
    fields = {
        "front", "reciprocal", "factuality", "status", "sources", "denied_by", "claims", "confidence", "origin",
    }  # fmt: skip
    days = event.happened.model_dump(mode="json", include={"start", "end", "precision"})
    return {**event.model_dump(mode="json", include=fields), "happened": days}
