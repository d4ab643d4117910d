"""Joining what is kept: new claims with their neighbours, in the transaction that keeps them.

Only the neighbourhoods that new or withdrawn claims touch are looked at; what comes out is what joining the whole
record at once would give.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import CompoundSelect, Connection, and_, delete, insert, or_, select, union, update

from detente.claims.claim import Claim
from detente.events.assembly import event_of
from detente.events.joining import LIKELY, joined, neighbourhoods
from detente.events.likeness import REACH, SLACK, likeness
from detente.events.sketch import Sketch, sketch
from detente.events.sources import Told
from detente.knowledge.plover import kindred
from detente.record.event_rows import event_row, party_rows
from detente.record.schema import claims, event_parties, events, parties, reports
from detente.reports.copies import Fingerprint, fingerprint

AT_ONCE = 400
"""Values in one list of a statement; SQLite allows 32,766 variables, PostgreSQL plans short lists best."""


def join_new(connection: Connection, new: Sequence[Claim], touched: Iterable[str] = ()) -> None:
    """Joins claims that were just kept, and what is left of neighbourhoods from which claims were withdrawn."""
    held = {claim.id: claim for claim in new} | _in_neighbourhoods(connection, touched)
    near = [claim for one in new for claim in _near(connection, one) if claim.id not in held]
    sketches = [sketch(claim) for claim in new]
    meeting = {other.id for other in near if any(likeness(one, sketch(other)) >= LIKELY for one in sketches)}
    held |= _in_neighbourhoods(connection, _neighbourhoods_of(connection, meeting))
    for group in neighbourhoods([sketch(claim) for claim in held.values()]):
        _write(connection, group, held)


def join_pending(connection: Connection) -> None:
    """Joins the claims that belong to no event yet, report by report."""
    waiting = select(claims.c.report_id).where(claims.c.event_id.is_(None)).distinct().order_by(claims.c.report_id)
    for report_id in connection.execute(waiting).scalars().all():
        rows = connection.execute(select(claims.c.json).where(claims.c.report_id == report_id)).scalars()
        join_new(connection, [Claim.model_validate_json(row) for row in rows])


def neighbourhoods_in(connection: Connection, report_id: str) -> list[str]:
    """The neighbourhoods in which claims of a report stand."""
    statement = select(claims.c.neighbourhood).where(claims.c.report_id == report_id).distinct()
    return [name for name in connection.execute(statement).scalars() if name is not None]


def forget_events(connection: Connection, report_id: str) -> None:
    """Deletes the events that claims of a report tell; what other claims tell of them is joined anew."""
    told = select(claims.c.event_id).where(claims.c.report_id == report_id)
    connection.execute(delete(events).where(events.c.id.in_(told)))


def _near(connection: Connection, claim: Claim) -> list[Claim]:
    """Claims of other reports that may tell of the same: a party in common, a type akin, days that touch."""
    drawn = sketch(claim)
    kin = {type_ for pair in kindred() if claim.type in pair for type_ in pair} | {claim.type}
    reach = dt.timedelta(days=REACH)
    statement = select(claims.c.json).where(
        claims.c.id.in_(_sharing(drawn.known, drawn.last - reach, drawn.last + reach)),
        claims.c.type.in_(sorted(kin)),
        or_(claims.c.happened_start.is_(None), claims.c.happened_start <= drawn.last + SLACK),
        claims.c.day >= drawn.first - SLACK,
        claims.c.report_id != claim.report_id,
    )
    return [Claim.model_validate_json(row) for row in connection.execute(statement).scalars()]


def _sharing(codes: frozenset[str], first: dt.date, last: dt.date) -> CompoundSelect[tuple[str]]:
    """The ids of claims with one of these codes whose last day lies in a range."""
    return union(
        *(
            select(parties.c.claim_id).where(column.in_(sorted(codes)), parties.c.day.between(first, last))
            for column in (parties.c.country, parties.c.organisation)
        )
    )


def _neighbourhoods_of(connection: Connection, ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in parts(sorted(ids)):
        rows = connection.execute(select(claims.c.neighbourhood).where(claims.c.id.in_(some)))
        found |= {name for name in rows.scalars() if name is not None}
    return found


def _in_neighbourhoods(connection: Connection, names: Iterable[str]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for some in parts(sorted(names)):
        rows = connection.execute(select(claims.c.json).where(claims.c.neighbourhood.in_(some)))
        found |= {claim.id: claim for row in rows.scalars() for claim in [Claim.model_validate_json(row)]}
    return found


def parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Values in lists that one statement takes."""
    for at in range(0, len(values), AT_ONCE):
        yield values[at : at + AT_ONCE]


def _write(connection: Connection, neighbourhood: Sequence[Sketch], held: dict[str, Claim]) -> None:
    """Writes the events of a neighbourhood in place of those that its claims told before."""
    ids = [member.id for member in neighbourhood]
    former = [
        event_id
        for some in parts(ids)
        for event_id in connection.execute(
            select(claims.c.event_id).where(and_(claims.c.id.in_(some), claims.c.event_id.is_not(None))).distinct()
        ).scalars()
    ]
    for some in parts(former):
        connection.execute(delete(events).where(events.c.id.in_(some)))
    texts = _fingerprints(connection, {member.report_id for member in neighbourhood})
    for group in joined(neighbourhood):
        event = event_of([Told(held[member.id], texts[member.report_id]) for member in group])
        connection.execute(insert(events).values(event_row(event)))
        connection.execute(insert(event_parties), list(party_rows(event)))
        for some in parts(event.claims):
            connection.execute(
                update(claims).where(claims.c.id.in_(some)).values(event_id=event.id, neighbourhood=ids[0])
            )


def _fingerprints(connection: Connection, report_ids: Iterable[str]) -> dict[str, Fingerprint]:
    found: dict[str, Fingerprint] = {}
    for some in parts(sorted(report_ids)):
        rows = connection.execute(
            select(reports.c.id, reports.c.fingerprint, reports.c.text).where(reports.c.id.in_(some))
        )
        for row in rows:
            kept = row.fingerprint
            found[row.id] = Fingerprint.from_bytes(kept) if kept is not None else fingerprint(row.text)
    return found
