"""Writing claims: each whole, and beside it what it is found by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from detente.claims.claim import Claim
from detente.events.sketch import host_of
from detente.record.inserting import insert_many, insert_new
from detente.record.keys import asked_of_claim, pair_rows, party_rows
from detente.record.schema import claim_pairs, claim_words, claims, parties, tellers, voices
from detente.record.words import words


def write_claims(connection: Connection, read: Sequence[Claim]) -> None:
    """Writes the claims of a report, in the order of its text."""
    insert_many(connection, claims, [_row(claim, position) for position, claim in enumerate(read)])
    index_claims(connection, read)


def index_claims(connection: Connection, kept: Sequence[Claim]) -> None:
    """Writes what claims are found by."""
    asked = {claim.id: asked_of_claim(claim) for claim in kept}
    telling = [row for claim in kept for row in _teller_rows(claim, asked[claim.id])]
    for table, rows in (
        (parties, [row for claim in kept for row in _found_by(claim, asked[claim.id])]),
        (claim_pairs, [row for claim in kept for row in pair_rows(claim, asked[claim.id])]),
        (tellers, telling),
        (claim_words, [{"id": claim.id, "words": words(claim.sentence), **asked[claim.id]} for claim in kept]),
    ):
        insert_many(connection, table, rows)
    insert_new(connection, voices, [{"name": name} for name in sorted({row["name"] for row in telling})])


def _row(claim: Claim, position: int) -> dict[str, Any]:
    return {
        "id": claim.id,
        "report_id": claim.report_id,
        "position": position,
        "published": claim.published,
        "confidence": claim.confidence,
        "json": claim.to_json(),
        **asked_of_claim(claim),
    }


def _found_by(claim: Claim, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of its parties, and one of the country that is host to what the others do."""
    yield from party_rows(claim, asked)
    host = host_of(claim)
    if host is not None:
        yield {"id": claim.id, "role": "host", "code": host, "sector": "", **asked}


def _teller_rows(claim: Claim, asked: dict[str, Any]) -> list[dict[str, Any]]:
    named = {teller.name.casefold(): teller.country for teller in claim.told_by}
    return [{"id": claim.id, "name": name, "country": country, **asked} for name, country in named.items()]
