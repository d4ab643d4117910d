"""Claims and events as rows of one table: what a CSV file, a Parquet file or a data frame holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl

from detente.claims.claim import Claim
from detente.events.event import Event


def frame(found: Sequence[Claim]) -> pl.DataFrame:
    """One row a claim; parties and tellers as lists, times as dates."""
    return pl.DataFrame([flat(claim) for claim in found], schema=COLUMNS)


def event_frame(found: Sequence[Event]) -> pl.DataFrame:
    """One row an event; parties, sources and claims as lists, times as dates."""
    return pl.DataFrame([flat_event(event) for event in found], schema=EVENT_COLUMNS)


def to_csv(rows: pl.DataFrame) -> str:
    """One line a row, several values of one cell parted by `|`."""
    lists = [name for name, kind in rows.schema.items() if kind == pl.List(pl.String)]
    return rows.with_columns(pl.col(name).list.join("|") for name in lists).write_csv()


def flat_event(event: Event) -> dict[str, Any]:
    """An event as one row."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "front": event.front,
        "contexts": list(event.contexts),
        "actors": [p.code or p.name for p in event.actors],
        "actor_names": [p.name for p in event.actors],
        "recipients": [p.code or p.name for p in event.recipients],
        "recipient_names": [p.name for p in event.recipients],
        "reciprocal": event.reciprocal,
        "happened_start": event.happened.start,
        "happened_end": event.happened.end,
        "precision": event.happened.precision,
        "place": event.place.name if event.place else None,
        "place_country": event.place.country if event.place else None,
        "geonames_id": event.place.geonames_id if event.place else None,
        "quantity": event.quantity.text if event.quantity else None,
        "factuality": event.factuality.value,
        "auxiliary": list(event.auxiliary),
        "status": event.status,
        "sources": len(event.sources),
        "told_by": [name for source in event.sources for name in (source.word_of or source.outlets)],
        "denied_by": list(event.denied_by),
        "claims": list(event.claims),
        "confidence": event.confidence,
        "origin": event.origin.set if event.origin else None,
        "origin_version": event.origin.version if event.origin else None,
        "origin_row": event.origin.row if event.origin else None,
        "origin_code": event.origin.code if event.origin else None,
    }


def flat(claim: Claim) -> dict[str, Any]:
    """A claim as one row: what a table, a CSV file or a data frame holds."""
    return {
        "id": claim.id,
        "report_id": claim.report_id,
        "outlet": claim.outlet,
        "published": claim.published,
        "type": claim.type,
        "mode": claim.mode,
        "quad": claim.quad,
        "front": claim.front,
        "contexts": list(claim.contexts),
        "actors": [p.code or p.name for p in claim.actors],
        "actor_sectors": [p.sector or "" for p in claim.actors],
        "actor_names": [p.name for p in claim.actors],
        "recipients": [p.code or p.name for p in claim.recipients],
        "recipient_sectors": [p.sector or "" for p in claim.recipients],
        "recipient_names": [p.name for p in claim.recipients],
        "reciprocal": claim.reciprocal,
        "happened_start": claim.happened.start,
        "happened_end": claim.happened.end,
        "precision": claim.happened.precision,
        "place": claim.place.name if claim.place else None,
        "place_country": claim.place.country if claim.place else None,
        "geonames_id": claim.place.geonames_id if claim.place else None,
        "told_by": [teller.name for teller in claim.told_by],
        "quote": claim.quote.text if claim.quote else None,
        "factuality": claim.factuality.value,
        "auxiliary": list(claim.auxiliary),
        "quantity": claim.quantity.text if claim.quantity else None,
        "implied_by": claim.implied_by,
        "confidence": claim.confidence,
        "trigger": claim.trigger.text,
        "sentence": claim.sentence,
        "reader": claim.reader,
    }


LISTS = (
    "contexts",
    "actors",
    "actor_sectors",
    "actor_names",
    "recipients",
    "recipient_sectors",
    "recipient_names",
    "told_by",
    "auxiliary",
)
_KINDS: dict[str, Any] = {
    **dict.fromkeys(LISTS, pl.List(pl.String)),
    **dict.fromkeys(("published", "happened_start", "happened_end"), pl.Date),
    "reciprocal": pl.Boolean,
    "confidence": pl.Float64,
    "geonames_id": pl.Int64,
}
_NAMES = (
    "id",
    "report_id",
    "outlet",
    "published",
    "type",
    "mode",
    "quad",
    "front",
    "contexts",
    "actors",
    "actor_sectors",
    "actor_names",
    "recipients",
    "recipient_sectors",
    "recipient_names",
    "reciprocal",
    "happened_start",
    "happened_end",
    "precision",
    "place",
    "place_country",
    "geonames_id",
    "told_by",
    "quote",
    "factuality",
    "auxiliary",
    "quantity",
    "implied_by",
    "confidence",
    "trigger",
    "sentence",
    "reader",
)
COLUMNS: dict[str, Any] = {name: _KINDS.get(name, pl.String) for name in _NAMES}
_EVENT_LISTS = (
    "contexts",
    "actors",
    "actor_names",
    "recipients",
    "recipient_names",
    "auxiliary",
    "told_by",
    "denied_by",
    "claims",
)
_EVENT_NAMES = (
    "id", "type", "mode", "quad", "front", "contexts", "actors", "actor_names", "recipients", "recipient_names",
    "reciprocal", "happened_start", "happened_end", "precision", "place", "place_country", "geonames_id", "quantity",
    "factuality", "auxiliary", "status", "sources", "told_by", "denied_by", "claims", "confidence",
    "origin", "origin_version", "origin_row", "origin_code",
)  # fmt: skip
_EVENT_KINDS: dict[str, Any] = {
    **_KINDS,
    **dict.fromkeys(_EVENT_LISTS, pl.List(pl.String)),
    "sources": pl.Int64,
}
EVENT_COLUMNS: dict[str, Any] = {name: _EVENT_KINDS.get(name, pl.String) for name in _EVENT_NAMES}
