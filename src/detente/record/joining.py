"""Joining what is kept: new claims with their neighbours, in the transaction that keeps them.

Only the neighbourhoods that new or withdrawn claims touch are looked at; what comes out is what joining the whole
record at once would give.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Row, bindparam, or_, select, update

from detente.claims.claim import Claim
from detente.events.assembly import event_of
from detente.events.joining import LIKELY, joined, neighbourhoods
from detente.events.likeness import REACH, SLACK, likeness
from detente.events.sketch import Sketch, sketch
from detente.events.sources import Told
from detente.knowledge.plover import kindred
from detente.record.event_writing import delete_events, parts, write_events
from detente.record.schema import claims, parties, reports
from detente.reports.copies import Fingerprint, fingerprint

AT_AN_UNKNOWN_START = '"start":null'
"""In the JSON of a claim of which it is only said that it was before some day, so that its first day is not known."""


def join_new(connection: Connection, new: Sequence[Claim], touched: Iterable[str] = ()) -> None:
    """Joins claims that were just kept, and what is left of neighbourhoods from which claims were withdrawn."""
    held = {claim.id: claim for claim in new} | _in_neighbourhoods(connection, touched)
    held |= _in_neighbourhoods(connection, _met(connection, [sketch(claim) for claim in new], set(held)))
    _write(connection, neighbourhoods([sketch(claim) for claim in held.values()]), held)


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
    told = select(claims.c.event_id).where(claims.c.report_id == report_id, claims.c.event_id.is_not(None)).distinct()
    delete_events(connection, connection.execute(told).scalars().all())


def _met(connection: Connection, new: Sequence[Sketch], held: set[str]) -> set[str]:
    """The neighbourhoods in which some claim, of those that are not held yet, is a neighbour of a new one."""
    near = {row.id: row for one in new for row in _near(connection, one) if row.id not in held}
    return {
        row.neighbourhood
        for row in near.values()
        if row.neighbourhood is not None
        for other in [sketch(Claim.model_validate_json(row.json))]
        if any(likeness(one, other) >= LIKELY for one in new)
    }


def _near(connection: Connection, drawn: Sketch) -> Sequence[Row[str, str, str | None]]:
    """Claims of other reports that may tell of the same: a party or a host in common, a type akin, days that touch."""
    kin = {type_ for pair in kindred() if drawn.type in pair for type_ in pair} | {drawn.type}
    reach = dt.timedelta(days=REACH)
    begun = drawn.last + SLACK
    sharing = select(parties.c.id).where(
        parties.c.code.in_(sorted(drawn.found_by)),
        parties.c.role.in_(("actor", "recipient", "host")),
        parties.c.day.between(max(drawn.last - reach, drawn.first - SLACK), drawn.last + reach),
        or_(parties.c.first_day <= begun, parties.c.first_day == parties.c.day),
        parties.c.type.in_(sorted(kin)),
    )
    statement = select(claims.c.id, claims.c.json, claims.c.neighbourhood).where(
        claims.c.id.in_(sharing),
        claims.c.report_id != drawn.report_id,
        or_(claims.c.first_day <= begun, claims.c.json.contains(AT_AN_UNKNOWN_START)),
    )
    return connection.execute(statement).all()


def _in_neighbourhoods(connection: Connection, names: Iterable[str]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for some in parts(sorted(names)):
        rows = connection.execute(select(claims.c.json).where(claims.c.neighbourhood.in_(some)))
        found |= {claim.id: claim for row in rows.scalars() for claim in [Claim.model_validate_json(row)]}
    return found


def _write(connection: Connection, near: Sequence[Sequence[Sketch]], held: dict[str, Claim]) -> None:
    """Writes the events of neighbourhoods in place of those that their claims told before."""
    delete_events(connection, _events_of(connection, sorted(held)))
    texts = _fingerprints(connection, {claim.report_id for claim in held.values()})
    made = [
        (event_of([Told(held[member.id], texts[member.report_id]) for member in group]), neighbourhood[0].id)
        for neighbourhood in near
        for group in joined(neighbourhood)
    ]
    write_events(connection, [event for event, _ in made])
    places = [{"claim": claim, "told": event.id, "near": name} for event, name in made for claim in event.claims]
    if places:
        connection.execute(_PLACING, places)


_PLACING = (
    update(claims)
    .where(claims.c.id == bindparam("claim"))
    .values(event_id=bindparam("told"), neighbourhood=bindparam("near"))
)


def _events_of(connection: Connection, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for some in parts(ids):
        rows = connection.execute(select(claims.c.event_id).where(claims.c.id.in_(some)))
        found |= {event_id for event_id in rows.scalars() if event_id is not None}
    return found


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
