"""How well claims agree with what a person read from the same reports.

The gold is `gold.jsonl`: claims in our own form, written by a person before the reader was asked. Its `because` says
what else is right too ("or type: ...", "or factuality: ...", "or told by: ...") and what a reader "may leave out"; its
dates are windows that the claim's must lie in; a null sector is met by any. Fronts and places are not compared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.claims.claim import Claim, Party, Teller

HERE = Path(__file__).parent
OPTIONAL = "may be left out"
FIELDS = ("type", "actors", "recipients", "sectors", "reciprocal", "dates", "factuality", "told_by")


@dataclass(frozen=True)
class Found:
    """A gold claim and the claim that meets it; one of them may be missing."""

    gold: Claim | None
    claim: Claim | None

    @property
    def counts(self) -> bool:
        """Whether it bears on the figures: what may be left out does not, read or not."""
        return self.gold is None or OPTIONAL not in self.gold.because

    @property
    def faults(self) -> list[str]:
        """The fields in which the two differ."""
        if self.gold is None or self.claim is None:
            return []
        return [name for name in FIELDS if not _agrees(name, self.gold, self.claim)]


def gold_claims() -> dict[str, list[Claim]]:
    """The gold claims of each story that has any."""
    found: dict[str, list[Claim]] = {}
    for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        claim = Claim.model_validate_json(line)
        found.setdefault(claim.id.partition("/")[0], []).append(claim)
    return found


def compare(gold: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Found]:
    """Pairs the gold of one story with its claims: the same parties and type, the likest and nearest first.

    A claim of another sentence may meet it too, if its dates do.

    A claim that says again, in the same sentence, part of what a gold claim of several parties holds is not counted.
    """
    near = sorted(
        ((_distance(g, c), g.id, c.id, g, c) for g in gold for c in claims if _meets(g, c)), key=lambda pair: pair[:3]
    )
    met: dict[str, Claim] = {}
    used: set[str] = set()
    for _, _, _, g, c in near:
        if g.id not in met and c.id not in used:
            met[g.id] = c
            used.add(c.id)
    yield from (Found(g, met.get(g.id)) for g in gold)
    for c in claims:
        if c.id not in used and not any(_meets(g, c) and _is_part(g, c) for g in gold):
            yield Found(None, c)


def f1(found: Iterable[Found]) -> tuple[float, float, float]:
    """Precision, recall and F1 of who did what to whom."""
    counted = [pair for pair in found if pair.counts]
    right = sum(pair.gold is not None and pair.claim is not None for pair in counted)
    said = sum(pair.claim is not None for pair in counted)
    true = sum(pair.gold is not None for pair in counted)
    return right / (said or 1), right / (true or 1), 2 * right / ((said + true) or 1)


def tell(claim: Claim) -> str:
    """A claim in one short line."""
    arrow = "<>" if claim.reciprocal else ">"
    sides = f"{_names(claim.actors)} {arrow} {_names(claim.recipients)}"
    when = f"{claim.happened.start}..{claim.happened.end}"
    by = " < ".join(t.name for t in claim.told_by)
    return f"{claim.type:9} {sides:22} “{claim.trigger.text}” {when} {claim.factuality.value} [{by}]"


def _names(parties: Sequence[Party]) -> str:
    return "+".join(f"{p.country or p.organisation or p.name}{' ' + p.sector if p.sector else ''}" for p in parties)


def _also(gold: Claim, what: str) -> list[str]:
    return [line.removeprefix(f"or {what}: ") for line in gold.because if line.startswith(f"or {what}: ")]


def _codes(parties: Sequence[Party]) -> set[str]:
    return {p.country or p.organisation or p.name for p in parties}


def _all_codes(parties: Sequence[Party]) -> set[str]:
    return {code for p in parties for code in (p.country, p.organisation) if code}


def _meets(gold: Claim, claim: Claim) -> bool:
    if not _agrees("type", gold, claim) or (gold.span != claim.span and not _lies_within(gold, claim)):
        return False
    if gold.reciprocal or claim.reciprocal:
        return _codes(gold.parties) <= _all_codes(claim.parties)
    recipients = _codes(gold.recipients)
    if not _codes(gold.actors) & _all_codes(claim.actors):
        return False
    return not recipients or bool(recipients & _all_codes(claim.recipients))


def _is_part(gold: Claim, claim: Claim) -> bool:
    several = len(gold.actors) > 1 or len(gold.recipients) > 1
    return several and claim.span == gold.span and _all_codes(claim.actors) <= _codes(gold.parties)


def _distance(gold: Claim, claim: Claim) -> int:
    """How far they stand apart: another sentence is farthest, then each field that differs, then the words between."""
    a, b = gold.trigger.span, claim.trigger.span
    apart = max(0, a[0] - b[1], b[0] - a[1])
    elsewhere = gold.span != claim.span
    return apart + 10_000 * len(Found(gold, claim).faults) + 1_000_000 * elsewhere


def _agrees(name: str, gold: Claim, claim: Claim) -> bool:
    mutual = gold.reciprocal or claim.reciprocal
    checks: dict[str, Callable[[], bool]] = {
        "type": lambda: claim.type in {gold.type, *" ".join(_also(gold, "type")).split()},
        "actors": lambda: mutual or _codes(gold.actors) <= _all_codes(claim.actors),
        "recipients": lambda: mutual or _codes(gold.recipients) <= _all_codes(claim.recipients),
        "sectors": lambda: all(_has_sector(party, claim.parties) for party in gold.parties),
        "reciprocal": lambda: gold.reciprocal == claim.reciprocal,
        "dates": lambda: _lies_within(gold, claim),
        "factuality": lambda: claim.factuality.value in _factualities(gold),
        "told_by": lambda: any(_same_chain(chain, claim.told_by) for chain in _chains(gold)),
    }
    return checks[name]()


def _factualities(gold: Claim) -> set[str]:
    return {gold.factuality.value, *" ".join(_also(gold, "factuality")).split()}


def _chains(gold: Claim) -> list[list[str]]:
    return [[t.text for t in gold.told_by], *([*filter(None, c.split(">"))] for c in _also(gold, "told by"))]


def _has_sector(wanted: Party, parties: Sequence[Party]) -> bool:
    same = [p for p in parties if _codes([wanted]) & _all_codes([p])]
    return wanted.sector is None or not same or any(p.sector == wanted.sector for p in same)


def _lies_within(gold: Claim, claim: Claim) -> bool:
    start, end = gold.happened.start or dt.date.min, gold.happened.end or dt.date.max
    found = claim.happened
    return start <= (found.start or found.end or start) and (found.end or found.start or end) <= end


def _same_chain(wanted: Sequence[str], tellers: Sequence[Teller]) -> bool:
    return len(wanted) == len(tellers) and all(
        _same_teller(name.lower(), teller) for name, teller in zip(wanted, tellers, strict=True)
    )


def _same_teller(name: str, teller: Teller) -> bool:
    words = (teller.name.lower(), teller.text.lower())
    return any(name in said or said in name for said in words)
