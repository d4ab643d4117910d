"""Occasions: several events of one kind between the same parties within a few days, as a visit and the talks on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.events.event import Event

OCCASION = 2
"""Days between events that are still one occasion."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Events on one occasion, with its first and last day."""

    first: dt.date
    last: dt.date
    events: tuple[Event, ...]


def occasions_before(event: Event, others: Iterable[Event]) -> list[Occasion]:
    """The occasions of an event's kind between its two parties that lie before it, the earliest first."""
    found = _occasions([other for other in others if _is_alike(event, other)])
    return [occasion for occasion in found if _precedes(occasion, event)]


def two_sides(event: Event) -> tuple[str, str] | None:
    """The codes of the two sides, in order where one acts on the other; none where there are more or fewer."""
    codes = list(dict.fromkeys(party.code for party in event.parties if party.code))
    return (codes[0], codes[1]) if len(codes) == 2 else None


def first_day(event: Event) -> dt.date:
    """The first day on which an event may have happened."""
    return event.happened.start or event.day


def ids(occasions: Iterable[Occasion]) -> tuple[str, ...]:
    """The ids of all events on some occasions."""
    return tuple(event.id for occasion in occasions for event in occasion.events)


def _is_alike(event: Event, other: Event) -> bool:
    """Whether another event is of the same kind between the same parties, in the same direction where there is one."""
    if other.id == event.id or other.type != event.type or other.factuality.endswith("-"):
        return False
    mine, theirs = two_sides(event), two_sides(other)
    if mine is None or theirs is None or set(mine) != set(theirs):
        return False
    if event.type == "CONSULT":
        return (event.mode == "phone") == (other.mode == "phone")
    return event.reciprocal or other.reciprocal or mine == theirs


def _occasions(events: Sequence[Event]) -> list[Occasion]:
    """Events in the order of their first days, those whose days all lie close together as one."""
    found: list[Occasion] = []
    for event in sorted(events, key=lambda e: (first_day(e), e.day, e.id)):
        last = found[-1] if found else None
        if last and max((first_day(event) - last.first).days, abs((event.day - last.last).days)) <= OCCASION:
            found[-1] = Occasion(last.first, max(last.last, event.day), (*last.events, event))
        else:
            found.append(Occasion(first_day(event), event.day, (event,)))
    return found


def _precedes(occasion: Occasion, event: Event) -> bool:
    """Whether an occasion lies before an event: earlier than its first day, or told as earlier by the report itself."""
    return occasion.first < first_day(event) - dt.timedelta(days=OCCASION) and occasion.last <= event.day
