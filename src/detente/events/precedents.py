"""Precedents: what journalists write by hand of a happening, computed from the record.

"The second visit from China to North Korea in six weeks", "the first since 2019", "after 14 months without a meeting".
It is said how far back the record reaches, for a first that is only the record's first is no first at all; and where
a report itself says which it is, whether the record agrees.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from detente.events.event import Event, Precedent
from detente.events.numerals import ordinal, span
from detente.events.occasions import Occasion, first_day, ids, occasions_before, two_sides
from detente.events.stated import held_against
from detente.knowledge.countries import name_in_text
from detente.knowledge.tables import rows

RUN = 366
"""Days back over which occasions are counted together: "the third in ten months"."""
SILENCE = 183
"""Days without one from which it is worth saying."""


def precedents(event: Event, others: Sequence[Event], reaches: dt.date) -> tuple[Precedent, ...]:
    """What an event is among others of its parties.

    Args:
        event: the event.
        others: the events between its parties, in any order; those of another kind or after it are passed over.
        reaches: the first day that the record holds anything of.
    """
    if two_sides(event) is None or event.factuality.endswith("-"):
        return ()
    return (*_computed(event, occasions_before(event, others), reaches), *held_against(event, others, reaches))


def _computed(event: Event, before: Sequence[Occasion], reaches: dt.date) -> list[Precedent]:
    visit = next((e for o in before for e in o.events if e.mode == "visit"), event)
    act = _act(visit if event.type == "CONSULT" else event)
    if not before:
        reach = f"the first {act} in the record, which reaches back to {_month(reaches)}"
        return [Precedent(words=reach)]
    return _said(event, before, act)


def _said(event: Event, before: Sequence[Occasion], act: str) -> list[Precedent]:
    day = first_day(event)
    silence = (day - before[-1].last).days
    if silence > RUN:
        last = before[-1]
        words = [f"the first {act} since {_month(last.last)}", f"after {span(silence)} without one"]
        return [Precedent(words=said, events=ids([last])) for said in words]
    run = [occasion for occasion in before if (day - occasion.first).days <= RUN]
    since = (event.day - run[0].first).days if run else 0
    said = [Precedent(words=f"the {ordinal(len(run) + 1)} {act} in {span(since)}", events=ids(run))] if run else []
    if silence >= SILENCE:
        said.append(Precedent(words=f"after {span(silence)} without one", events=ids(before[-1:])))
    return said


def _act(event: Event) -> str:
    noun, parties = _acts().get((event.type, event.mode or ""), _acts()[event.type, ""])
    codes = two_sides(event)
    assert codes is not None
    a, b = (name_in_text(code) for code in codes)
    return f"{noun} {parties.format(a=a, b=b)}"


@cache
def _acts() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["type"], row["mode"]): (row["noun"], row["parties"]) for row in rows("acts")}


def _month(day: dt.date) -> str:
    return day.strftime("%B %Y")
