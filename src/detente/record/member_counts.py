"""The events between two parties of which one or both are bodies of states, counted with what their members did.

A body and the states that are of it on the day stand on its side. An event counts once, however many members are in
it, if it lies between one of either side; those who are both of both sides are among themselves, and do not count.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from detente.knowledge.memberships import members
from detente.knowledge.tables import Term
from detente.record.keys import BACKWARDS, BOTH, FORWARDS, TOGETHER
from detente.record.schema import event_pairs, event_parties
from detente.record.walking import WantedParty
from detente.ties.counts import Direction

ALWAYS = (Term(),)
_FORTH: Mapping[str, Direction] = {FORWARDS: "forth", BACKWARDS: "back", TOGETHER: "both", BOTH: "both"}
_BACK: Mapping[str, Direction] = {FORWARDS: "back", BACKWARDS: "forth", TOGETHER: "both", BOTH: "both"}
Counted = tuple[dt.date, str, str, Direction]
"""An event's day, or the first of its period, with its front, type and direction."""


@dataclass(frozen=True, slots=True)
class Side:
    """A party, and for which terms each code stands on its side."""

    sector: str | None
    terms: Mapping[str, tuple[Term, ...]]

    @classmethod
    def of(cls, party: WantedParty) -> Self:
        """A party with its members, where it has any."""
        return cls(party.sector, {**members(party.code), party.code: ALWAYS})

    def has(self, code: str, day: dt.date) -> bool:
        """Whether a code stands on this side on a day."""
        return any(held.holds(day) for held in self.terms.get(code, ()))


def with_members(connection: Connection, a: Side, b: Side, conditions: list[ColumnElement[bool]]) -> Iterator[Counted]:
    """Each event between two sides that fits the conditions, once."""
    held = event_pairs.c
    rows = connection.execute(
        select(held.id, held.day, held.front, held.type, held.one, held.other, held.way).where(
            or_(_between(a, b), _between(b, a)), *conditions
        )
    )
    directions: dict[tuple[str, dt.date, str, str], set[Direction]] = defaultdict(set)
    for id_, day, front, type_, one, other, way in rows:
        if direction := _direction(a, b, (one, other), day, way):
            directions[id_, day, front, type_].add(direction)
    for (_, day, front, type_), found in directions.items():
        yield day, front, type_, found.pop() if len(found) == 1 else "both"


def _direction(a: Side, b: Side, pair: tuple[str, str], day: dt.date, way: str) -> Direction | None:
    """Which way a pair's event goes between the sides; none where it does not lie between them."""
    one, other = pair
    forth, back = a.has(one, day) and b.has(other, day), b.has(one, day) and a.has(other, day)
    if forth == back:
        return None
    return _FORTH[way] if forth else _BACK[way]


def _between(a: Side, b: Side) -> ColumnElement[bool]:
    """What rows of pairs must be for `one` to be of the first side and `other` of the second."""
    held = event_pairs.c
    of_both = and_(held.one.in_(a.terms), held.other.in_(b.terms))
    if not a.sector and not b.sector:
        return of_both
    return and_(
        of_both,
        or_(
            and_(_acts(held.one, a, "actor"), _acts(held.other, b, "recipient")),
            and_(_acts(held.other, b, "actor"), _acts(held.one, a, "recipient")),
            and_(held.way == TOGETHER, _acts(held.one, a, "actor"), _acts(held.other, b, "actor")),
        ),
    )


def _acts(code: Any, side: Side, role: str) -> ColumnElement[bool]:  # noqa: ANN401 (a column)
    """Whether the code of a pair has a role in its event, in the side's sector where it has one."""
    held, pairs = event_parties.alias().c, event_pairs.c
    sector = (held.sector == side.sector,) if side.sector else ()
    return exists().where(held.code == code, held.role == role, held.day == pairs.day, held.id == pairs.id, *sector)
