"""Reading measured on marked sentences, end to end: parties found, direction and type right.

Each sentence is read as a report of its own, from plain text. What counts is every ordered pair of parties with a
type: it is right where both parties overlap the marked ones and a line between them has that type.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from detente.claims.claim import Claim
from detente.claims.reading import Reader
from detente.claims.relations.relation import Relation
from detente.training.marks import MarkedSentence

THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""At which precision and recall are told."""
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


def marked_pairs(sentence: MarkedSentence) -> set[Said]:
    """What the marks of a sentence say, pair by pair."""
    spans = {party.number: party.span for party in sentence.parties}
    marked: set[Said] = set()
    for relation in sentence.relations:
        for a, b in relation.pairs_or_alone():
            marked.add((spans[a], spans[b] if b is not None else None, relation.type))
    return marked


def _outcomes(sentence: MarkedSentence, claims: Sequence[Claim]) -> list[Outcome]:
    marked = marked_pairs(sentence)
    read: dict[Said, float] = {}
    for claim in claims:
        for said in pairs_said(claim, [party.span for party in sentence.parties]):
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


def pairs_said(told: Claim | Relation, spans: Sequence[tuple[int, int]]) -> set[Said]:
    """What a claim or a relation says, pair by pair, in the words of the marked parties that its own overlap."""
    actors = [words_of(party.span, spans) for party in told.actors]
    recipients = [words_of(party.span, spans) for party in told.recipients]
    if told.reciprocal:
        return {(a, b, told.type) for a in actors for b in actors if a != b}
    if not recipients:
        return {(a, None, told.type) for a in actors}
    return {(a, b, told.type) for a in actors for b in recipients if a != b}


def words_of(party: tuple[int, int], spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The marked words that a party's overlap most, else its own."""
    shared = [span for span in spans if _shared(party, span)]
    return max(shared, key=lambda span: _shared(party, span), default=party)


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def at_threshold(found: Sequence[Outcome], threshold: float) -> list[Outcome]:
    """The outcomes where claims below a confidence are left out: what was right among them is missed."""
    kept = [outcome for outcome in found if outcome.read is None or outcome.confidence >= threshold]
    dropped = [outcome for outcome in found if outcome.read is not None and outcome.confidence < threshold]
    return kept + [replace(outcome, read=None, confidence=0.0) for outcome in dropped if outcome.gold is not None]


def curve(found: Sequence[Outcome], thresholds: Sequence[float] = THRESHOLDS) -> list[Point]:
    """Precision and recall at each threshold."""
    gold = sum(1 for outcome in found if outcome.gold is not None)
    points = []
    for threshold in thresholds:
        kept = [outcome for outcome in found if outcome.read is not None and outcome.confidence >= threshold]
        right = sum(1 for outcome in kept if outcome.gold == outcome.read)
        points.append(Point(threshold, right / len(kept) if kept else 1.0, right / gold if gold else 0.0))
    return points
