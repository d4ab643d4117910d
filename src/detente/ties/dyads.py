"""The pairs between which a record has most events, each as a tie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from detente.events.event import Event
from detente.ties.counts import Period, count
from detente.ties.summary import Tie, summarise


def busiest(events: Iterable[Event], by: Period, most: int) -> list[Tie]:
    """The ties with most events, the busiest first, at most so many; the codes of each are in alphabetical order."""
    between: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        for pair in _pairs(event):
            between[pair].append(event)
    counted = {(a, b): count(found, frozenset({a}), frozenset({b}), by) for (a, b), found in between.items()}
    totals = {pair: sum(row.count for row in counts) for pair, counts in counted.items()}
    ranked = sorted((pair for pair, total in totals.items() if total), key=lambda pair: (-totals[pair], pair))
    return [summarise(counted[pair], *pair, by) for pair in ranked[:most]]


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """Who an event stands between: each who acts with each acted upon, or with each other where nobody is."""
    actors = {party.code for party in event.actors if party.code}
    recipients = {party.code for party in event.recipients if party.code}
    met = product(actors, recipients) if event.recipients else combinations(actors, 2)
    yield from {(min(pair), max(pair)) for pair in met if pair[0] != pair[1]}
