"""Filling in what claims, events and reports are found by, where a record was written before it was kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from detente.claims.claim import Claim
from detente.events.event import Event
from detente.record.claim_writing import index_claims
from detente.record.event_writing import index_events
from detente.record.schema import claim_words, claims, event_parties, events, report_words, reports
from detente.record.words import words

AT_ONCE = 1_000


def index_claims_and_reports(connection: Connection) -> None:
    """Writes what the claims and reports are found by that have nothing to be found by."""
    for some in _left(connection, claims, "json", claim_words):
        index_claims(connection, [Claim.model_validate_json(json) for _, json in some])
    for some in _left(connection, reports, "text", report_words):
        connection.execute(insert(report_words), [{"id": id_, "words": words(text)} for id_, text in some])


def index_events_and_ties(connection: Connection) -> None:
    """Writes what the events are found by that have nothing to be found by, and adds them to the roll-ups."""
    for some in _left(connection, events, "json", event_parties):
        index_events(connection, [Event.model_validate_json(json) for _, json in some])


def _left(connection: Connection, whole: Table, column: str, found_by: Table) -> Iterator[Sequence[Any]]:
    """Id and content of all rows that another table knows nothing of, some at a time."""
    last = ""
    unknown = ~select(found_by.c.id).where(found_by.c.id == whole.c.id).exists()
    while some := connection.execute(
        select(whole.c.id, whole.c[column]).where(whole.c.id > last, unknown).order_by(whole.c.id).limit(AT_ONCE)
    ).all():
        yield some
        last = some[-1].id
