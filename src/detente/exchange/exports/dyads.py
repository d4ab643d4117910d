"""Who acts upon whom in an event: what networks, panels and sets of coded rows are made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from detente.events.event import Event, Participant


def dyads(event: Event) -> Iterator[tuple[Participant, Participant]]:
    """Each who acts with each who is acted upon; those who do it together act upon each other."""
    actors, recipients = event.actors, event.recipients
    if len(actors) > 1 and not recipients:
        yield from permutations(actors, 2)
    else:
        yield from product(actors, recipients)
