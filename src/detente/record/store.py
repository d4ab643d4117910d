"""The record: what is kept and joined, one transaction a report, so that a crash loses at most the report in hand."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, delete, func, insert, select

from detente.claims.claim import Claim
from detente.claims.outcome import Reading
from detente.errors import QueryError
from detente.events.event import Event
from detente.events.precedents import precedents
from detente.record import auditing
from detente.record.auditing import VERDICTS, Judged, Stratum, Verdict
from detente.record.claim_writing import write_claims
from detente.record.engine import ONLY_READS, open_engine, shown
from detente.record.errors import told
from detente.record.event_query import EventFilter, EventList, event_selection
from detente.record.event_writing import parts
from detente.record.filters import known
from detente.record.imports import add_events
from detente.record.joining import forget_events, join_new, neighbourhoods_in
from detente.record.query import ClaimFilter, ClaimList, selection
from detente.record.schema import claims, events, report_words, reports, reviews
from detente.record.tie_counts import TieFilter, tie_counts
from detente.record.walking import Cursor
from detente.record.words import words
from detente.reports.copies import fingerprint
from detente.reports.report import Report
from detente.ties.counts import TieCount

AT_ONCE = 1000
"""Events that are fetched at once for those who take one after the other."""


class Kept(StrEnum):
    """What keeping a reading changed."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


class Record:
    """A record of reports and their claims, in an SQLite file or on a PostgreSQL server.

    Args:
        address: a file (made where it is not there), or a URL such as `postgresql://ana@host/claims`.
        must_exist: a record that is not there is an error, for those who only ask.
    """

    def __init__(self, address: str | Path, *, must_exist: bool = False) -> None:
        self.where = shown(address)
        self._engine = open_engine(address, must_exist=must_exist)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._engine.dispose()

    def _reading(self) -> Connection:
        return self._engine.connect().execution_options(**{ONLY_READS: True})

    def holds(self, report: Report, reader: str) -> bool:
        """Whether this very text with this date is kept as read by this version of the reader."""
        with told(self.where), self._reading() as connection:
            return _kept_as(connection, report.id) == (digest(report), reader)

    def keep(self, reading: Reading) -> Kept:
        """Keeps a report and its claims in one transaction; what was read from it before is replaced, reviews stay."""
        report = reading.report
        with told(self.where), self._engine.begin() as connection:
            before = _kept_as(connection, report.id)
            if before == (digest(report), reading.reader):
                return Kept.UNCHANGED
            touched = neighbourhoods_in(connection, report.id)
            if before is not None:
                _forget(connection, report.id)
            _write(connection, reading)
            join_new(connection, reading.claims, touched)
        return Kept.ADDED if before is None else Kept.REPLACED

    def claims(self, **filters: Any) -> ClaimList:  # noqa: ANN401
        """The claims that fit all filters (the fields of `ClaimFilter`), in the order of their days.

        Raises:
            QueryError: a filter names something that does not exist.
        """
        try:
            wanted = ClaimFilter(**filters)
        except TypeError as fault:
            raise QueryError("this filter", f"is unknown ({fault})", "see ClaimFilter") from fault
        with told(self.where), self._reading() as connection:
            rows = connection.execute(selection(connection, wanted)).all()
            return ClaimList([Claim.model_validate_json(row.json) for row in rows], _end(rows, wanted.limit))

    def events(self, **filters: Any) -> EventList:  # noqa: ANN401
        """The events that fit all filters (the fields of `EventFilter`), in the order of their days.

        Raises:
            QueryError: a filter names something that does not exist.
        """
        wanted = _event_filter(filters)
        with told(self.where), self._reading() as connection:
            rows = connection.execute(event_selection(connection, wanted)).all()
            return EventList([Event.model_validate_json(row.json) for row in rows], _end(rows, wanted.limit))

    def each_event(self, **filters: Any) -> Iterator[Event]:  # noqa: ANN401
        """The events that `events` gives, one after the other, for those who need not hold them all.

        Raises:
            QueryError: a filter names something that does not exist.
        """
        wanted = _event_filter(filters)
        return islice(self._pages(wanted), wanted.limit)

    def _pages(self, wanted: EventFilter) -> Iterator[Event]:
        page: Sequence[Any] = ()
        with told(self.where), self._reading() as connection:
            while not page or len(page) == AT_ONCE:
                after = (page[-1].day, page[-1].id) if page else wanted.after
                page = connection.execute(
                    event_selection(connection, replace(wanted, after=after, limit=AT_ONCE))
                ).all()
                if not page:
                    return
                yield from (Event.model_validate_json(row.json) for row in page)

    def add_imported(self, found: Sequence[Event]) -> int:
        """Keeps imported events that are not kept yet, in one transaction, and says how many these were."""
        with told(self.where), self._engine.begin() as connection:
            return add_events(connection, found)

    def event(self, event_id: str) -> tuple[Event, list[Claim]]:
        """One event, by its id or the first characters of it, with its claims in the order in which they were told.

        Raises:
            QueryError: there is none, or the characters fit several.
        """
        statement = select(events.c.json).where(events.c.id.startswith(event_id, autoescape=True)).limit(2)
        with told(self.where), self._reading() as connection:
            rows = connection.execute(statement).scalars().all()
            if len(rows) != 1:
                what = "does not exist" if not rows else "is not one: several events begin so"
                raise QueryError(f"event {event_id!r}", what, "`detente events` lists their ids")
            event = Event.model_validate_json(rows[0])
            held = connection.execute(select(claims.c.json).where(claims.c.event_id == event.id)).scalars()
            found = {claim.id: claim for row in held for claim in [Claim.model_validate_json(row)]}
        return event, [found[claim] for claim in event.claims if claim in found]

    def events_with_claims(self, **filters: Any) -> tuple[list[Event], dict[str, Claim]]:  # noqa: ANN401
        """The events that fit all filters, with their precedents, and the claims that tell them, by id."""
        found = [self.with_precedents(event) for event in self.events(**filters)]
        return found, self.claims_with([claim for event in found for claim in event.claims])

    def claims_with(self, ids: Sequence[str]) -> dict[str, Claim]:
        """The claims that have these ids, by id; of an id that none has there is nothing."""
        found: dict[str, Claim] = {}
        with told(self.where), self._reading() as connection:
            for some in parts(ids):
                rows = connection.execute(select(claims.c.json).where(claims.c.id.in_(some)))
                found |= {claim.id: claim for row in rows for claim in [Claim.model_validate_json(row.json)]}
        return found

    def with_precedents(self, event: Event) -> Event:
        """An event with what the record says of its place among earlier ones."""
        parties = [party.code for party in event.parties if party.code]
        if len(set(parties)) != 2:
            return event
        others = self.events(pair=(parties[0], next(code for code in parties if code != parties[0])), until=event.day)
        return event.model_copy(update={"precedents": precedents(event, others, self._reaches())})

    def _reaches(self) -> dt.date:
        """The first day on which a report was published, or of which a data set that was imported tells."""
        imported = select(events.c.day).where(events.c.origin.is_not(None)).order_by(events.c.day, events.c.id).limit(1)
        with told(self.where), self._reading() as connection:
            firsts = [
                connection.execute(statement).scalar_one_or_none()
                for statement in (select(func.min(reports.c.published)), imported)
            ]
        return min((first for first in firsts if first), default=dt.date.max)

    def tie_counts(self, a: str, b: str, **filters: Any) -> list[TieCount]:  # noqa: ANN401
        """How many events there were between two parties, by period, front, type and direction.

        `filters` are the fields of `TieFilter`. Events told only as denied are not counted.

        Raises:
            QueryError: a party or a filter names something that does not exist.
        """
        try:
            wanted = TieFilter(**filters)
        except TypeError as fault:
            raise QueryError("this filter", f"is unknown ({fault})", "see TieFilter") from fault
        with told(self.where), self._reading() as connection:
            return tie_counts(connection, a, b, wanted)

    def claim(self, claim_id: str) -> tuple[Claim, Report]:
        """One claim, by its id or the first characters of it, with its report.

        Raises:
            QueryError: there is none, or the characters fit several.
        """
        statement = (
            select(claims.c.json, reports)
            .join_from(claims, reports, claims.c.report_id == reports.c.id)
            .where(claims.c.id.startswith(claim_id, autoescape=True))
            .limit(2)
        )
        with told(self.where), self._reading() as connection:
            rows = connection.execute(statement).all()
        if len(rows) != 1:
            what = "does not exist" if not rows else "is not one: several claims begin so"
            raise QueryError(f"claim {claim_id!r}", what, "`detente claims` lists their ids")
        row = rows[0]
        report = Report(row.id, row.text, row.published, row.outlet, row.title, row.dateline)
        return Claim.model_validate_json(row.json), report

    def count_reports(self) -> int:
        """How many reports are kept."""
        with told(self.where), self._reading() as connection:
            return connection.execute(select(func.count()).select_from(reports)).scalar_one()

    def review(self, claim_id: str, *, reviewer: str, verdict: str, note: str | None = None) -> None:
        """Keeps what a person found of a claim (`right`, `wrong`, `unsure`); a later review of theirs replaces it."""
        known(verdict, VERDICTS, "verdict")
        claim, _ = self.claim(claim_id)
        with told(self.where), self._engine.begin() as connection:
            connection.execute(delete(reviews).where(reviews.c.claim_id == claim.id, reviews.c.reviewer == reviewer))
            connection.execute(insert(reviews).values(claim_id=claim.id, reviewer=reviewer, verdict=verdict, note=note))

    def reviews(self, claim_id: str) -> list[tuple[str, str, str | None]]:
        """Reviewer, verdict and note of each review of a claim."""
        statement = (
            select(reviews.c.reviewer, reviews.c.verdict, reviews.c.note)
            .where(reviews.c.claim_id == claim_id)
            .order_by(reviews.c.reviewer)
        )
        with told(self.where), self._reading() as connection:
            return [(row.reviewer, row.verdict, row.note) for row in connection.execute(statement)]

    def strata(self) -> dict[Stratum, int]:
        """How many claims there are of each type and outlet, the largest first."""
        with told(self.where), self._reading() as connection:
            return auditing.strata(connection)

    def each_claim_id(self) -> Iterator[tuple[Stratum, str]]:
        """The id of every claim with its stratum, a stratum after the other."""
        with told(self.where), self._reading() as connection:
            yield from auditing.each_claim_id(connection)

    def keep_verdicts(self, verdicts: Sequence[Verdict], *, reviewer: str) -> int:
        """Keeps a person's verdicts on claims of a sample; on how many claims of this record they are.

        A later verdict of the same person on a claim replaces the earlier.

        Raises:
            QueryError: a verdict is none of right, wrong and unsure.
        """
        for verdict in verdicts:
            known(verdict.verdict, VERDICTS, "verdict")
        with told(self.where), self._engine.begin() as connection:
            return auditing.write_verdicts(connection, verdicts, reviewer)

    def judged(self, *, reviewer: str | None = None) -> list[Judged]:
        """The verdicts on claims of samples, of one person or of all."""
        with told(self.where), self._reading() as connection:
            return auditing.judged(connection, reviewer)


def _event_filter(filters: dict[str, Any]) -> EventFilter:
    try:
        return EventFilter(**filters)
    except TypeError as fault:
        raise QueryError("this filter", f"is unknown ({fault})", "see EventFilter") from fault


def _end(rows: Sequence[Any], limit: int | None) -> Cursor | None:
    """Where the next page begins; none after a page that is not full."""
    return max(((row.day, row.id) for row in rows), default=None) if len(rows) == limit else None


def digest(report: Report) -> str:
    """A hash of all that a report says of itself and in its text."""
    parts = (report.published.isoformat(), report.outlet or "", report.title or "", report.dateline or "", report.text)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _kept_as(connection: Connection, report_id: str) -> tuple[str, str] | None:
    row = connection.execute(select(reports.c.digest, reports.c.reader).where(reports.c.id == report_id)).first()
    return (row.digest, row.reader) if row else None


def _forget(connection: Connection, report_id: str) -> None:
    """Deletes a report; its claims, and what they are found by, go with it."""
    forget_events(connection, report_id)
    connection.execute(delete(reports).where(reports.c.id == report_id))


def _write(connection: Connection, reading: Reading) -> None:
    report = reading.report
    connection.execute(
        insert(reports).values(
            id=report.id,
            outlet=report.outlet,
            published=report.published,
            title=report.title,
            dateline=report.dateline,
            text=report.text,
            digest=digest(report),
            reader=reading.reader,
            fingerprint=fingerprint(report.text).to_bytes() if reading.claims else None,
        )
    )
    connection.execute(insert(report_words).values(id=report.id, words=words(report.text)))
    write_claims(connection, reading.claims)
