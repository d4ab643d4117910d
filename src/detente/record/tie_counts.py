"""How many events there were between two parties, by period, front, type and direction.

Months and years come from the roll-ups, unless a sector or the members of a body are asked for or a period is cut
within a month; all else is counted from the pairs of the events.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from detente.errors import QueryError
from detente.knowledge.memberships import members
from detente.knowledge.plover import FRONTS, TYPES
from detente.record.filters import known
from detente.record.keys import BACKWARDS, BOTH, FORWARDS, TOGETHER
from detente.record.member_counts import Counted, Side, with_members
from detente.record.schema import event_pairs, tie_months
from detente.record.tie_months import DENIED, end_of_month
from detente.record.walking import EVENTS, WantedParty, between
from detente.ties.counts import PERIODS, Direction, Period, TieCount, begins

_SEEN: dict[str, Direction] = {FORWARDS: "forth", BACKWARDS: "back", TOGETHER: "both", BOTH: "both"}
_TURNED: dict[Direction, Direction] = {"forth": "back", "back": "forth", "both": "both"}


@dataclass(frozen=True, slots=True)
class TieFilter:
    """Which events between two parties are counted, and by which period; days are those they are counted under.

    `members` counts with a body of states ("EU") what the states did that were of it on the day.
    """

    by: Period = "month"
    since: dt.date | None = None
    until: dt.date | None = None
    front: str | None = None
    type: str | None = None
    members: bool = False

    @property
    def whole_months(self) -> bool:
        """Whether neither the periods nor the ends cut a month in two."""
        begins = self.since is None or self.since.day == 1
        ends = self.until is None or self.until == end_of_month(self.until)
        return self.by in {"month", "year"} and begins and ends


def tie_counts(connection: Connection, a: str, b: str, wanted: TieFilter) -> list[TieCount]:
    """The counts, in the order of period, front, type and direction.

    Raises:
        QueryError: a party, period, front or type that does not exist, or members of parties that have none.
    """
    known(wanted.by, PERIODS, "period")
    count = _with_members if wanted.members else _of_two
    counts = count(connection, WantedParty.named(a), WantedParty.named(b), wanted)
    return [TieCount(*key, number) for key, number in sorted(counts.items())]


def _of_two(connection: Connection, one: WantedParty, other: WantedParty, wanted: TieFilter) -> Counter[Counted]:
    rolled_up = wanted.whole_months and not one.sector and not other.sector
    statement = _from_months(one, other, wanted) if rolled_up else _from_pairs(one, other, wanted)
    seen = _SEEN if one.code <= other.code else {way: _TURNED[direction] for way, direction in _SEEN.items()}
    rows = connection.execute(statement).all()
    starts = {day: begins(day, wanted.by) for day in {row[0] for row in rows}}
    counts: Counter[Counted] = Counter()
    if rolled_up:
        for day, front, type_, way, number in rows:
            counts[starts[day], front, type_, seen[way]] += number
    else:
        counts.update((starts[day], front, type_, seen[way]) for day, front, type_, way in rows)
    return counts


def _with_members(connection: Connection, one: WantedParty, other: WantedParty, wanted: TieFilter) -> Counter[Counted]:
    if not members(one.code) and not members(other.code):
        raise QueryError(
            f"the members of {one.code} and {other.code}", "are not known", "give a body of states such as EU or NATO"
        )
    held = event_pairs.c
    conditions = [*_conditions(wanted, held.day, held), held.factuality.not_in(DENIED)]
    found = with_members(connection, Side.of(one), Side.of(other), conditions)
    return Counter((begins(day, wanted.by), front, type_, direction) for day, front, type_, direction in found)


def _from_months(one: WantedParty, other: WantedParty, wanted: TieFilter) -> Select[Any]:
    held = tie_months.c
    return select(held.month, held.front, held.type, held.way, held.events).where(
        *between(EVENTS, tie_months, one, other), *_conditions(wanted, held.month, tie_months.c)
    )


def _from_pairs(one: WantedParty, other: WantedParty, wanted: TieFilter) -> Select[Any]:
    """A row an event; they are soon counted, while a database would sort them for it."""
    held = event_pairs.c
    return select(held.day, held.front, held.type, held.way).where(
        *between(EVENTS, event_pairs, one, other),
        *_conditions(wanted, held.day, event_pairs.c),
        held.factuality.not_in(DENIED),
    )


def _conditions(wanted: TieFilter, day: ColumnElement[dt.date], held: Any) -> list[ColumnElement[bool]]:  # noqa: ANN401
    return [
        *([day >= wanted.since] if wanted.since else []),
        *([day <= wanted.until] if wanted.until else []),
        *([held.front == known(wanted.front.lower(), FRONTS, "front")] if wanted.front else []),
        *([held.type == known(wanted.type.upper(), TYPES, "type")] if wanted.type else []),
    ]
