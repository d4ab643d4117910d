"""What a report itself says of an event's place among others, held against the record.

"The second visit in six weeks" agrees with a record that holds one other in these weeks, "the first since 2019" with
one that reaches back so far and holds none since. Where a record does not reach back far enough, it is said how far it
does. Events that reports only presuppose by such words do not count: they would make every report right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from detente.claims.claim import Counted
from detente.events.event import Event, Precedent
from detente.events.numerals import numeral
from detente.events.occasions import OCCASION, Occasion, first_day, ids, occasions_before

ROUNDED = 10
"""The part of a round span by which it may be longer than it is said to be: one in so many."""


def held_against(event: Event, others: Sequence[Event], reaches: dt.date) -> Iterator[Precedent]:
    """What each claim says of an event's place among others, and whether the record agrees.

    Args:
        event: the event.
        others: the events between its parties.
        reaches: the first day that the record holds anything of.
    """
    before = occasions_before(event, [other for other in others if not other.presupposed])
    for stated in event.counted:
        counted = stated.counted
        judge = _several if counted.number > 1 else _first
        agrees, holds, found = judge(event, counted, before, reaches)
        words = f"the report says “{' '.join(counted.text.split())}”"
        reach = "" if agrees else f", which reaches back to {reaches:%B %Y},"
        words += ", and so does the record" if agrees else f"; the record{reach} holds {holds}"
        yield Precedent(words=words, events=ids(found), claim=stated.claim, agrees=agrees)


Judged = tuple[bool | None, str, Sequence[Occasion]]
"""Whether the record agrees, what it holds, and the occasions that this rests on."""


def _several(event: Event, counted: Counted, before: Sequence[Occasion], reaches: dt.date) -> Judged:
    """A second or third, among those since the window's first day, with this one."""
    start = _window_opens(event, counted)
    inside = [occasion for occasion in before if start is None or occasion.last >= start]
    number = len(inside) + 1
    too_short = number < counted.number and (start is None or reaches > start)
    return None if too_short else number == counted.number, numeral(number), inside


def _first(event: Event, counted: Counted, before: Sequence[Occasion], reaches: dt.date) -> Judged:
    """A first since a day: nothing lies between it and this event."""
    since = counted.earlier.end
    if since is None or since >= first_day(event):
        return None, f"{numeral(len(before))} before", before
    between = [occasion for occasion in before if occasion.first > since]
    last = [] if between else before[-1:]
    agrees = None if not (between or last) and reaches > since else not between
    return agrees, f"{numeral(len(between))} since then", between or last


def _window_opens(event: Event, counted: Counted) -> dt.date | None:
    """The first day from which others are counted; where it is a round number, a little before it."""
    start = counted.earlier.start
    if start is None or not counted.round:
        return start
    return start - dt.timedelta(days=OCCASION + abs((event.day - start).days) // ROUNDED)
