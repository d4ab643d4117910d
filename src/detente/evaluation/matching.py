"""Claims against gold events of the same text: who did what to whom, whatever the words.

Parties are compared by code (country, else organisation). A gold event is met by a claim with the same parties; where
none has its type too, the pair counts as a confusion. What is left over on either side is a miss or a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.claims.claim import Claim, Party


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One gold event: the codes of its parties and its type.

    Of a side that is not said (None) any party is right, also none; an empty side means that there is nobody.
    """

    uid: str
    text: str
    date: str
    actors: frozenset[str] | None
    recipients: frozenset[str] | None
    type: str


@dataclass(frozen=True, slots=True)
class Match:
    """A gold event and the claim that meets it; one of them may be missing."""

    gold: GoldEvent | None
    claim: Claim | None

    @property
    def types(self) -> tuple[str | None, str | None]:
        """The gold type and the claimed one."""
        return self.gold.type if self.gold else None, self.claim.type if self.claim else None


def match(gold: Sequence[GoldEvent], claims: Sequence[Claim]) -> Iterator[Match]:
    """Pairs the gold events of one text with its claims, equal types first."""
    open_gold, open_claims = list(gold), [claim for claim in claims if claim.type != "OBSERVE"]
    used: set[str] = set()
    for same_type in (True, False):
        for event in list(open_gold):
            found = next(
                (
                    c
                    for c in open_claims
                    if _parties_meet(event, c)
                    and (c.type == event.type) is same_type
                    and (c.reciprocal or c.id not in used)
                ),
                None,
            )
            if found is not None:
                used.add(found.id)
                open_gold.remove(event)
                yield Match(event, found)
    yield from (Match(event, None) for event in open_gold)
    yield from (Match(None, claim) for claim in open_claims if claim.id not in used)


def _parties_meet(event: GoldEvent, claim: Claim) -> bool:
    actors, recipients = _codes(claim.actors), _codes(claim.recipients)
    if claim.reciprocal:
        everyone = (event.actors or frozenset()) | (event.recipients or frozenset())
        return bool(everyone) and everyone <= actors
    return _meets(event.actors, actors) and _meets(event.recipients, recipients)


def _meets(gold: frozenset[str] | None, claimed: frozenset[str]) -> bool:
    if gold is None:
        return True
    return bool(gold & claimed) if gold else not claimed


def _codes(parties: Sequence[Party]) -> frozenset[str]:
    held = {p.country for p in parties} | {p.organisation for p in parties}
    return frozenset(code for code in held if code)
