"""Reading measured on marked sentences, end to end: parties found, direction and type right.

Each sentence is read as a report of its own, from plain text. What counts is every ordered pair of parties with a
type: it is right where both parties overlap the marked ones and a line between them has that type.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.claims.claim import Claim, Party
from detente.claims.reading import Reader
from detente.training.marks import MarkedSentence

PUBLISHED = dt.date(2020, 1, 1)
"""The day that sentences without one are read at."""
Said = tuple[tuple[int, int], tuple[int, int] | None, str]
"""The characters of two parties (None: nobody is named) and the type between them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pair that was read, whether it is right, and how sure the reader was; or a marked one that was missed."""

    sentence: MarkedSentence
    gold: str | None
    read: str | None
    confidence: float
    pair: tuple[str, str]
    """The words of both parties."""


@dataclass(frozen=True, slots=True)
class Point:
    """Precision and recall where claims below a confidence are left out."""

    threshold: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def outcomes(sentences: Iterable[MarkedSentence], reader: Reader) -> list[Outcome]:
    """What the reader makes of each sentence, against its marks."""
    return [outcome for sentence in sentences for outcome in _outcomes(sentence, _claims(sentence, reader))]


def _claims(sentence: MarkedSentence, reader: Reader) -> Sequence[Claim]:
    read = reader.read(sentence.text, date=PUBLISHED, report_id=f"{sentence.theme}:{sentence.line}")
    return [claim for claim in read.claims if claim.implied_by is None]


def _outcomes(sentence: MarkedSentence, claims: Sequence[Claim]) -> list[Outcome]:
    spans = {party.number: party.span for party in sentence.parties}
    marked: set[Said] = set()
    for relation in sentence.relations:
        marked |= {(spans[a], spans[b], relation.type) for a, b in relation.pairs()}
        if not relation.recipients and not relation.reciprocal:
            marked |= {(spans[a], None, relation.type) for a in relation.actors}
    read: dict[Said, float] = {}
    for claim in claims:
        for said in _said(claim, list(spans.values())):
            read[said] = max(read.get(said, 0.0), claim.confidence)
    found = [
        Outcome(sentence, said[2] if said in marked else None, said[2], sure, _words(sentence, said))
        for said, sure in read.items()
    ]
    missed = [
        Outcome(sentence, said[2], None, 0.0, _words(sentence, said)) for said in sorted(marked - set(read), key=str)
    ]
    return found + missed


def _words(sentence: MarkedSentence, said: Said) -> tuple[str, str]:
    return sentence.text[slice(*said[0])], sentence.text[slice(*said[1])] if said[1] else ""


def _said(claim: Claim, spans: Sequence[tuple[int, int]]) -> set[Said]:
    actors = [_marked(party, spans) for party in claim.actors]
    recipients = [_marked(party, spans) for party in claim.recipients]
    if claim.reciprocal:
        return {(a, b, claim.type) for a in actors for b in actors if a != b}
    if not recipients:
        return {(a, None, claim.type) for a in actors}
    return {(a, b, claim.type) for a in actors for b in recipients if a != b}


def _marked(party: Party, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The marked party whose words a party's overlap most, else its own words."""
    return max(
        (span for span in spans if _shared(party.span, span)), key=lambda s: _shared(party.span, s), default=party.span
    )


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def curve(found: Sequence[Outcome], thresholds: Sequence[float]) -> list[Point]:
    """Precision and recall at each threshold."""
    gold = sum(1 for outcome in found if outcome.gold is not None)
    points = []
    for threshold in thresholds:
        kept = [outcome for outcome in found if outcome.read is not None and outcome.confidence >= threshold]
        right = sum(1 for outcome in kept if outcome.gold == outcome.read)
        points.append(Point(threshold, right / len(kept) if kept else 1.0, right / gold if gold else 0.0))
    return points
