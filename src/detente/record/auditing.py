"""What an audit asks of the tables and writes into them: strata of claims, and what people found of those drawn.

A verdict is a review like any other. What makes it one of a sample is a row of `audited`: the stratum that the claim
was drawn from, which stays even where the claim is read again and is no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from detente.record.event_writing import parts
from detente.record.inserting import inserting
from detente.record.schema import audited, claims, reports, reviews

VERDICTS = ("right", "wrong", "unsure")


@dataclass(frozen=True, slots=True)
class Stratum:
    """The claims of one type that one outlet tells; None are the reports that name no outlet."""

    type: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person found of a claim that was drawn from a stratum of so many."""

    claim_id: str
    verdict: str
    note: str | None
    of: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A kept verdict on a claim of a sample, and whether the claim is still in the record."""

    claim_id: str
    stratum: Stratum
    of: int
    verdict: str
    is_kept: bool


def strata(connection: Connection) -> dict[Stratum, int]:
    """How many claims there are of each type and outlet, the largest first."""
    counted = func.count()
    rows = connection.execute(
        select(claims.c.type, reports.c.outlet, counted)
        .join_from(claims, reports, claims.c.report_id == reports.c.id)
        .group_by(claims.c.type, reports.c.outlet)
    )
    found = {Stratum(type_, outlet): number for type_, outlet, number in rows}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0].type, item[0].outlet or "")))


def each_claim_id(connection: Connection) -> Iterator[tuple[Stratum, str]]:
    """The id of every claim with its stratum, a stratum after the other."""
    rows = connection.execute(
        select(claims.c.type, reports.c.outlet, claims.c.id)
        .join_from(claims, reports, claims.c.report_id == reports.c.id)
        .order_by(claims.c.type, reports.c.outlet)
        .execution_options(stream_results=True)
    )
    for type_, outlet, id_ in rows:
        yield Stratum(type_, outlet), id_


def write_verdicts(connection: Connection, verdicts: Sequence[Verdict], reviewer: str) -> int:
    """Keeps the verdicts of one person on claims of a sample and says on how many claims that are in the record."""
    given = {verdict.claim_id: verdict for verdict in verdicts}
    where = _strata_of(connection, list(given))
    drawn = [
        {"claim_id": id_, "type": stratum.type, "outlet": stratum.outlet, "of": given[id_].of}
        for id_, stratum in where.items()
    ]
    found = [
        {"claim_id": id_, "reviewer": reviewer, "verdict": given[id_].verdict, "note": given[id_].note} for id_ in where
    ]
    for table, key, rows in ((audited, ["claim_id"], drawn), (reviews, ["claim_id", "reviewer"], found)):
        if rows:
            statement = inserting(connection, table)
            others = {name: statement.excluded[name] for name in rows[0] if name not in key}
            connection.execute(statement.on_conflict_do_update(index_elements=key, set_=others), rows)
    return len(where)


def _strata_of(connection: Connection, ids: list[str]) -> dict[str, Stratum]:
    found: dict[str, Stratum] = {}
    for some in parts(ids):
        rows = connection.execute(
            select(claims.c.id, claims.c.type, reports.c.outlet)
            .join_from(claims, reports, claims.c.report_id == reports.c.id)
            .where(claims.c.id.in_(some))
        )
        found |= {id_: Stratum(type_, outlet) for id_, type_, outlet in rows}
    return found


def judged(connection: Connection, reviewer: str | None) -> list[Judged]:
    """The verdicts on claims of samples, of one person or of all."""
    statement = (
        select(audited, reviews.c.verdict, claims.c.id.is_not(None).label("is_kept"))
        .join_from(audited, reviews, audited.c.claim_id == reviews.c.claim_id)
        .outerjoin(claims, claims.c.id == audited.c.claim_id)
        .order_by(audited.c.claim_id, reviews.c.reviewer)
    )
    if reviewer is not None:
        statement = statement.where(reviews.c.reviewer == reviewer)
    return [
        Judged(row.claim_id, Stratum(row.type, row.outlet), row.of, row.verdict, bool(row.is_kept))
        for row in connection.execute(statement)
    ]
