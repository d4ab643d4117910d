"""Who tells an event, counted honestly: copies of one text are one source, and so are all who rest on one teller.

Two papers that quote the same ministry have one word between them; a ministry and the other side's army have two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.claims.claim import Claim, Factuality, Teller
from detente.events.event import Source, Status
from detente.knowledge.outlets import outlet_named
from detente.reports.copies import Fingerprint, is_copy

SURENESS = ("CT+", "PR+", "PS+", "Uu", "PS-", "PR-", "CT-")
"""FactBank's values from surely so to surely not so."""
NAMED = frozenset({"state", "organisation", "group", "person", "media"})
"""Tellers that can be told from others of their kind."""
DENIALS = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and the fingerprint of its report's text."""

    claim: Claim
    text: Fingerprint


def sources_of(told: Sequence[Told], codes: frozenset[str]) -> tuple[Source, ...]:
    """The independent sources of an event between parties of these codes, in the order in which they told it."""
    return tuple(_source([one.claim for one in group], codes) for group in _dependent(told))


def status_of(sources: Sequence[Source]) -> Status:
    """Whether sources dispute an event, agree on it, or there is one only."""
    denied = [source for source in sources if source.factuality in DENIALS]
    if denied and len(denied) < len(sources):
        return "disputed"
    return "corroborated" if len(sources) > 1 else "single-sourced"


def word(claim: Claim) -> Teller | None:
    """On whose word a claim rests: the innermost teller with a name of its own ("state media" are nobody's)."""
    return next((teller for teller in reversed(claim.told_by) if _is_named(teller)), None)


def _is_named(teller: Teller) -> bool:
    return teller.kind in NAMED and (teller.kind != "media" or outlet_named(teller.name) is not None)


def side(teller: Teller) -> str:
    """Whose word a teller's is: a state's for those who speak for it, else the teller's own."""
    return teller.country or teller.name


def _depend(one: Told, other: Told) -> bool:
    a, b = word(one.claim), word(other.claim)
    denial = (one.claim.factuality in DENIALS) != (other.claim.factuality in DENIALS)
    if denial:
        return False
    if a is not None and b is not None:
        return side(a) == side(b)
    if one.claim.report_id == other.claim.report_id or is_copy(one.text, other.text):
        return True
    outlet = one.claim.outlet
    return a is None and b is None and outlet is not None and outlet == other.claim.outlet


def _dependent(told: Sequence[Told]) -> list[list[Told]]:
    """Claims in groups of those that depend on each other, also through others."""
    groups: list[list[Told]] = []
    for one in told:
        near = [group for group in groups if any(_depend(one, other) for other in group)]
        merged = [member for group in near for member in group] + [one]
        groups = [group for group in groups if group not in near] + [merged]
    at = {one.claim.id: place for place, one in enumerate(told)}
    for group in groups:
        group.sort(key=lambda one: at[one.claim.id])
    return sorted(groups, key=lambda group: at[group[0].claim.id])


def _source(claims: Sequence[Claim], codes: frozenset[str]) -> Source:
    words = [found for claim in claims if (found := word(claim)) is not None]
    return Source(
        outlets=_once(claim.outlet for claim in claims if claim.outlet),
        reports=_once(claim.report_id for claim in claims),
        claims=tuple(claim.id for claim in claims),
        word_of=_once(teller.name for teller in words),
        sides=_once(sorted(code for claim in claims for code in _sides(claim) if code in codes)),
        state_media=all(_by_state_media(claim) for claim in claims),
        factuality=min((claim.factuality for claim in claims), key=SURENESS.index),
    )


def _sides(claim: Claim) -> Iterator[str]:
    """The states whose word a claim is: its innermost teller's, or that of the state media that tell it."""
    teller, outlet = word(claim), outlet_named(claim.outlet)
    if teller is not None:
        yield side(teller)
    elif outlet is not None and outlet.state_media and outlet.country:
        yield outlet.country


def _by_state_media(claim: Claim) -> bool:
    teller = word(claim)
    outlet = outlet_named(teller.name if teller is not None and teller.kind == "media" else claim.outlet)
    return outlet is not None and outlet.state_media and (teller is None or teller.kind == "media")


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
