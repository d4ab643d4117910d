"""What can be asked of a record's events, and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from detente.claims.claim import Factuality
from detente.events.event import Event
from detente.knowledge.countries import code_of
from detente.knowledge.plover import FRONTS, TYPES
from detente.record.query import known
from detente.record.schema import event_parties, events

if TYPE_CHECKING:
    import polars as pl

STATUSES = ("corroborated", "disputed", "single-sourced", "imported")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are meant.

    Parties are codes or names ("PRK", "North Korea", "NATO"), optionally with a sector ("RUS/MIL"). `happened` leaves
    out what is told only as denied; `origin` names the data set that events were imported from.
    """

    actor: str | None = None
    recipient: str | None = None
    pair: tuple[str, str] | None = None
    type: str | None = None
    front: str | None = None
    status: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    factuality: str | None = None
    happened: bool = False
    origin: str | None = None
    limit: int | None = None


def event_selection(wanted: EventFilter) -> Select[tuple[str]]:
    """The statement that finds the events, in the order of their days.

    Raises:
        QueryError: a type, front, status, factuality or party that does not exist.
    """
    statement = select(events.c.json).where(*_conditions(wanted)).order_by(events.c.day, events.c.id)
    return statement.limit(wanted.limit) if wanted.limit is not None else statement


def _conditions(wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.actor:
        yield events.c.id.in_(_with_party(wanted.actor, "actor"))
    if wanted.recipient:
        yield events.c.id.in_(_with_party(wanted.recipient, "recipient"))
    if wanted.pair:
        yield _between(*wanted.pair)
    if wanted.type:
        yield events.c.type == known(wanted.type.upper(), TYPES, "type")
    if wanted.front:
        yield events.c.front == known(wanted.front.lower(), FRONTS, "front")
    if wanted.status:
        yield events.c.status == known(wanted.status.lower(), STATUSES, "status")
    if wanted.since:
        yield events.c.day >= wanted.since
    if wanted.until:
        yield events.c.first_day <= wanted.until
    if wanted.factuality:
        yield events.c.factuality == known(wanted.factuality, [value.value for value in Factuality], "factuality")
    if wanted.happened:
        yield ~events.c.factuality.endswith("-")
    if wanted.origin:
        yield events.c.origin == wanted.origin.lower()


def _with_party(written: str, role: str | None = None) -> Select[tuple[str]]:
    """The ids of events in which a party takes part, in a role or in any."""
    name, _, sector = written.partition("/")
    conditions = [event_parties.c.code == code_of(name)]
    if role is not None:
        conditions.append(event_parties.c.role == role)
    if sector:
        conditions.append(event_parties.c.sector == sector.upper())
    return select(event_parties.c.event_id).where(*conditions)


def _between(one: str, other: str) -> ColumnElement[bool]:
    """Both take part, and not on the same side unless nobody is acted upon."""
    recipient = exists().where(and_(event_parties.c.event_id == events.c.id, event_parties.c.role == "recipient"))
    held = events.c.id
    return or_(
        and_(held.in_(_with_party(one, "actor")), held.in_(_with_party(other, "actor")), ~recipient),
        and_(held.in_(_with_party(one, "actor")), held.in_(_with_party(other, "recipient"))),
        and_(held.in_(_with_party(other, "actor")), held.in_(_with_party(one, "recipient"))),
    )


class EventList(Sequence[Event]):
    """Events as found, in order."""

    def __init__(self, found: Sequence[Event]) -> None:
        self._found = tuple(found)

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401
        """One event, or those of a slice as such a list again."""
        return EventList(self._found[index]) if isinstance(index, slice) else self._found[index]

    def to_polars(self) -> pl.DataFrame:
        """One row an event; parties, sources and claims as lists, times as dates."""
        from detente.record.flat import event_frame

        return event_frame(self._found)

    def __repr__(self) -> str:
        return f"<{len(self)} event{'' if len(self) == 1 else 's'}>"
