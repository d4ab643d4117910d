"""Precedents: what journalists write by hand of a happening, computed from the record.

"The second visit from China to North Korea in six weeks", "the first since 2019", "after 14 months without a meeting".
Several events of one kind between the same parties within a few days are one occasion (a visit and the talks on it). It
is said how far back the record reaches, for a first that is only the record's first is no first at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from detente.events.event import Event, Precedent
from detente.knowledge.countries import name_in_text
from detente.knowledge.tables import rows
from detente.knowledge.words import numbers

OCCASION = 2
"""Days between events that are still one occasion."""
RUN = 366
"""Days back over which occasions are counted together: "the third in ten months"."""
SILENCE = 183
"""Days without one from which it is worth saying."""
WEEKS_TILL, MONTHS_TILL = 70, 730
"""Days up to which a span is told in weeks, and in months."""


@dataclass(frozen=True, slots=True)
class _Occasion:
    first: dt.date
    last: dt.date
    events: tuple[Event, ...]


def precedents(event: Event, others: Sequence[Event], reaches: dt.date) -> tuple[Precedent, ...]:
    """What an event is among others of its parties.

    Args:
        event: the event.
        others: the events between its parties, in any order; those of another kind or after it are passed over.
        reaches: the first day that the record holds anything of.
    """
    parties = _parties(event)
    if parties is None or event.factuality.endswith("-"):
        return ()
    before = [o for o in _occasions([other for other in others if _is_alike(event, other)]) if _precedes(o, event)]
    visit = next((e for o in before for e in o.events if e.mode == "visit"), event)
    act = _act(visit if event.type == "CONSULT" else event)
    if not before:
        reach = f"the first {act} in the record, which reaches back to {_month(reaches)}"
        return (Precedent(words=reach),)
    return tuple(_said(event, before, act))


def _said(event: Event, before: Sequence[_Occasion], act: str) -> list[Precedent]:
    day = _first(event)
    silence = (day - before[-1].last).days
    if silence > RUN:
        last = before[-1]
        words = [f"the first {act} since {_month(last.last)}", f"after {span(silence)} without one"]
        return [Precedent(words=said, events=_ids([last])) for said in words]
    run = [occasion for occasion in before if (day - occasion.first).days <= RUN]
    since = (event.day - run[0].first).days if run else 0
    said = [Precedent(words=f"the {ordinal(len(run) + 1)} {act} in {span(since)}", events=_ids(run))] if run else []
    if silence >= SILENCE:
        said.append(Precedent(words=f"after {span(silence)} without one", events=_ids(before[-1:])))
    return said


def _parties(event: Event) -> tuple[str, str] | None:
    """The codes of the two sides, in order where one acts on the other."""
    codes = list(dict.fromkeys(party.code for party in event.parties if party.code))
    return (codes[0], codes[1]) if len(codes) == 2 else None


def _is_alike(event: Event, other: Event) -> bool:
    """Whether another event is of the same kind between the same parties, in the same direction where there is one."""
    if other.id == event.id or other.type != event.type or other.factuality.endswith("-"):
        return False
    mine, theirs = _parties(event), _parties(other)
    if mine is None or theirs is None or set(mine) != set(theirs):
        return False
    if event.type == "CONSULT":
        return (event.mode == "phone") == (other.mode == "phone")
    return event.reciprocal or other.reciprocal or mine == theirs


def _occasions(events: Sequence[Event]) -> list[_Occasion]:
    """Events in the order of their first days, those whose days all lie close together as one."""
    found: list[_Occasion] = []
    for event in sorted(events, key=lambda e: (_first(e), e.day, e.id)):
        last = found[-1] if found else None
        if last and max((_first(event) - last.first).days, abs((event.day - last.last).days)) <= OCCASION:
            found[-1] = _Occasion(last.first, max(last.last, event.day), (*last.events, event))
        else:
            found.append(_Occasion(_first(event), event.day, (event,)))
    return found


def _first(event: Event) -> dt.date:
    return event.happened.start or event.day


def _precedes(occasion: _Occasion, event: Event) -> bool:
    """Whether an occasion lies before an event: earlier than its first day, or told as earlier by the report itself."""
    return occasion.first < _first(event) - dt.timedelta(days=OCCASION) and occasion.last <= event.day


def _ids(occasions: Sequence[_Occasion]) -> tuple[str, ...]:
    return tuple(event.id for occasion in occasions for event in occasion.events)


def _act(event: Event) -> str:
    noun, parties = _acts().get((event.type, event.mode or ""), _acts()[event.type, ""])
    codes = _parties(event)
    assert codes is not None
    a, b = (name_in_text(code) for code in codes)
    return f"{noun} {parties.format(a=a, b=b)}"


@cache
def _acts() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["type"], row["mode"]): (row["noun"], row["parties"]) for row in rows("acts")}


def _month(day: dt.date) -> str:
    return day.strftime("%B %Y")


def span(days: int) -> str:
    """A number of days as people say it: "nine days", "six weeks", "14 months", "three years"."""
    if days < 14:
        return _counted(max(1, days), "day")
    if days <= WEEKS_TILL:
        return _counted(round(days / 7), "week")
    if days <= MONTHS_TILL:
        return _counted(round(days / 30.44), "month")
    return _counted(round(days / 365.25), "year")


def _counted(number: int, unit: str) -> str:
    words = {value: word for word, value in reversed(list(numbers("count").items()))}
    said = words.get(number, str(number)) if number <= 12 else str(number)
    return f"{said} {unit}" if number == 1 else f"{said} {unit}s"


def ordinal(number: int) -> str:
    """A place in a row: "second", "12th"."""
    words = {value: word for word, value in reversed(list(numbers("ordinal").items()))}
    return words.get(number, f"{number}th") if number <= 10 else f"{number}{_ending(number)}"


def _ending(number: int) -> str:
    return "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
