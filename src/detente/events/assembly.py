"""What an event is, from the claims that tell it: the surest, the most often told, the most exact of what they say."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from detente.claims.claim import Claim, Factuality, Happened, Party, Precision
from detente.events.event import Change, Event, Participant, Role, Stated, What
from detente.events.sources import DENIALS, SURENESS, Told, side, sources_of, status_of, word
from detente.knowledge.plover import quad

FINENESS: tuple[Precision, ...] = (
    "minute", "hour", "part of day", "day", "weekend", "week", "month", "season", "year", "decade", "vague",
)  # fmt: skip
"""Precisions from the finest."""
Said = TypeVar("Said")


def event_of(told: Sequence[Told]) -> Event:
    """The event that some claims tell; `told` holds at least one."""
    told = sorted(told, key=lambda one: (one.claim.published, one.claim.report_id, one.claim.span, one.claim.id))
    claims = [one.claim for one in told]
    best = min(claims, key=_rank)
    actors, recipients = _sides(claims, best)
    parties = (*_participants("actor", actors), *_participants("recipient", recipients))
    sources = sources_of(told, frozenset(party.code for party in parties if party.code))
    return Event(
        id=event_id(claims[0]),
        type=best.type,
        mode=best.mode or _commonest(c.mode for c in claims if c.type == best.type and c.mode),
        contexts=tuple(sorted({context for claim in claims for context in claim.contexts})),
        front=best.front,
        quad=quad(best.type),
        parties=parties,
        reciprocal=best.reciprocal,
        happened=_happened(claims),
        first_told=claims[0].published,
        place=_last(claims, lambda claim: claim.place),
        quantity=_last(claims, lambda claim: claim.quantity),
        factuality=best.factuality,
        auxiliary=best.auxiliary,
        status=status_of(sources),
        sources=sources,
        denied_by=tuple(sorted({_denier(claim) for claim in claims if claim.factuality in DENIALS})),
        claims=tuple(claim.id for claim in claims),
        changes=tuple(_changes(claims)),
        counted=tuple(Stated(claim=claim.id, counted=claim.counted) for claim in claims if claim.counted),
        presupposed=all(claim.implied_by for claim in claims),
        confidence=max(claim.confidence for claim in claims),
    )


def event_id(first: Claim) -> str:
    """The id of an event: a hash of the claim that told it first, so that later claims leave it as it is."""
    return f"e_{hashlib.sha256(first.id.encode()).hexdigest()[:16]}"


def _rank(claim: Claim) -> tuple[int, float, str]:
    """Claims from the surest that it happened, then that it was read rightly."""
    return SURENESS.index(claim.factuality), -claim.confidence, claim.id


def _commonest(values: Iterator[str]) -> str | None:
    counted = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return counted[0][0] if counted else None


def _sides(claims: Sequence[Claim], best: Claim) -> tuple[list[Party], list[Party]]:
    """Actors and recipients: those of the best claim, and who stands in as many claims as not on the same side."""
    alike = [claim for claim in claims if claim.reciprocal == best.reciprocal] or [best]
    return (
        _agreed([claim.actors for claim in alike], best.actors),
        _agreed([claim.recipients for claim in alike], best.recipients),
    )


def _agreed(told: Sequence[tuple[Party, ...]], own: tuple[Party, ...]) -> list[Party]:
    held = Counter(code for parties in told for code in {_code(party) for party in parties})
    naming = sum(bool(parties) for parties in told)
    kept = {_code(party) for party in own} | {code for code, count in held.items() if 2 * count > naming}
    named: dict[str, Party] = {}
    for party in (party for parties in (own, *told) for party in parties if _code(party) in kept):
        before = named.get(_code(party))
        if before is None or (party.person and not before.person):
            named[_code(party)] = party
    return list(named.values())


def _code(party: Party) -> str:
    return party.code or party.name


def _participants(role: Role, parties: Sequence[Party]) -> Iterator[Participant]:
    for party in parties:
        yield Participant(
            role=role,
            name=party.name,
            country=party.country,
            organisation=party.organisation,
            sector=party.sector,
            office=party.office,
            person=party.person,
        )


def _happened(claims: Sequence[Claim]) -> Happened:
    """The most exact telling of the day, narrowed by what else is said of it where the tellings agree."""
    told = [claim.happened for claim in claims if claim.factuality not in DENIALS] or [c.happened for c in claims]
    finest = min(told, key=lambda h: (h.text is None, FINENESS.index(h.precision), _length(h)))
    starts = [h.start for h in told if h.start]
    ends = [h.end for h in told if h.end]
    first, last = max(starts, default=None), min(ends, default=None)
    if first is None or last is None or first > last:
        return finest
    inside = (finest.start is None or first >= finest.start) and (finest.end is None or last <= finest.end)
    return finest.model_copy(update={"start": first, "end": last}) if inside else finest


def _length(happened: Happened) -> int:
    return (happened.end - happened.start).days if happened.start and happened.end else 10_000


def _last(claims: Sequence[Claim], of: Callable[[Claim], Said | None]) -> Said | None:
    """What the latest claim that says it says."""
    return next((found for claim in reversed(claims) if (found := of(claim)) is not None), None)


def _denier(claim: Claim) -> str:
    teller = word(claim)
    return side(teller) if teller is not None else claim.outlet or claim.report_id


def _changes(claims: Sequence[Claim]) -> Iterator[Change]:
    """What later claims say otherwise than those before them."""
    views: tuple[tuple[What, Callable[[Claim], str | None]], ...] = (
        ("number", _number),
        ("place", lambda claim: claim.place.name if claim.place else None),
        ("day", _day),
        ("factuality", _reality),
    )
    found = []
    for what, of in views:
        said = [(claim, value) for claim in claims if (value := of(claim)) is not None]
        for (_, before), (claim, now) in pairwise(said):
            if before != now:
                found.append(Change(published=claim.published, claim=claim.id, what=what, before=before, now=now))
    yield from sorted(found, key=lambda change: change.published)


def _number(claim: Claim) -> str | None:
    counted = claim.quantity
    return f"{counted.number:,g} {counted.unit.split()[-1]}" if counted else None


def _day(claim: Claim) -> str | None:
    happened = claim.happened
    exact = happened.text is not None and happened.start is not None and happened.start == happened.end
    return happened.start.isoformat() if exact and happened.start else None


def _reality(claim: Claim) -> str | None:
    """How surely a claim says it is so; a denial is told apart."""
    return None if claim.factuality in DENIALS else Factuality(claim.factuality).value
