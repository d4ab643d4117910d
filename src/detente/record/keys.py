"""What claims and events are found by: rows for each of their parties and for each pair between which they happen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any, Protocol

from detente.claims.claim import Claim
from detente.events.event import Event

FORWARDS, BACKWARDS, TOGETHER, BOTH = ">", "<", "=", "<>"
"""Which way something goes between `one` and `other` of a pair: one acts on the other, the other on it, both act with
each other and on nobody, or each acts on the other."""
Row = dict[str, Any]


class Participating(Protocol):
    """A party of a claim or of an event."""

    @property
    def country(self) -> str | None:
        """The code of its state."""

    @property
    def organisation(self) -> str | None:
        """The code of its organisation or group."""

    @property
    def sector(self) -> str | None:
        """Which part of it acts."""


class Acting(Protocol):
    """A claim or an event: who acts, and who is acted upon."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def actors(self) -> Sequence[Participating]:
        """Who acts."""

    @property
    def recipients(self) -> Sequence[Participating]:
        """Who is acted upon."""


def asked_of_claim(claim: Claim) -> Row:
    """What a claim is filtered by, and the day it is found under: the last on which it may have happened."""
    happened = claim.happened
    return {
        "type": claim.type,
        "front": claim.front,
        "factuality": str(claim.factuality),
        "first_day": happened.start or happened.end or claim.published,
        "day": happened.end or happened.start or claim.published,
    }


def asked_of_event(event: Event) -> Row:
    """What an event is filtered by, and the day it is counted under."""
    return {
        "type": event.type,
        "front": event.front,
        "factuality": str(event.factuality),
        "status": event.status,
        "origin": event.origin.set if event.origin else None,
        "first_day": event.happened.start or event.day,
        "day": event.day,
    }


def party_rows(whole: Acting, asked: Mapping[str, Any]) -> Iterator[Row]:
    """A row for each code and sector of each side."""
    for role, side in (("actor", whole.actors), ("recipient", whole.recipients)):
        for code, sector in sorted({(code, party.sector or "") for party in side for code in codes(party)}):
            yield {"id": whole.id, "role": role, "code": code, "sector": sector, **asked}


def pair_rows(whole: Acting, asked: Mapping[str, Any]) -> Iterator[Row]:
    """A row for each two codes that act on or with each other; those who act on a third together are no pair."""
    for (one, other), way in sorted(_ways(whole).items()):
        yield {"id": whole.id, "one": one, "other": other, "way": way, **asked}


def codes(party: Participating) -> list[str]:
    """The codes by which a party is found: its state's, its organisation's."""
    return [code for code in (party.country, party.organisation) if code]


def ordered(one: str, other: str) -> tuple[str, str]:
    """Two codes as a pair names them."""
    return (one, other) if one <= other else (other, one)


def _ways(whole: Acting) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    actors, recipients = whole.actors, whole.recipients
    if recipients:
        for actor, recipient in product(actors, recipients):
            for a, b in product(codes(actor), codes(recipient)):
                found[ordered(a, b)].add(FORWARDS if a <= b else BACKWARDS)
    else:
        for actor, partner in combinations(actors, 2):
            for a, b in product(codes(actor), codes(partner)):
                found[ordered(a, b)].add(TOGETHER)
    return {pair: way.pop() if len(way) == 1 else BOTH for pair, way in found.items()}
