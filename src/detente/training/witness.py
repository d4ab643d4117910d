"""How far to believe the lexicon: what it says of pairs whose type is known.

The lexicon is a witness with habits: it seldom says REJECT wrongly, often CONSULT. For each true type and each of three
degrees of its confidence the table has how likely it is to say what it says; when a pair is judged, that is weighed
against the model's own probabilities.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.claims.reading import Reader
from detente.claims.relations.heads import DEGREES, WITNESS, Array, degree, labels, softmax
from detente.claims.relations.learned import LearnedReader, log_chances, testified
from detente.claims.relations.lexical import LexicalReader
from detente.claims.relations.model import RelationModel
from detente.claims.relations.model_file import Heads
from detente.training.marks import MarkedSentence

SMOOTHING = 2.0
"""How many sayings each true type is given beforehand, spread over all types."""
WEIGHTS = tuple(round(0.05 * step, 2) for step in range(21))


@dataclass(frozen=True, slots=True)
class Testimony:
    """A pair whose type is known, what the lexicon says of it, and how surely."""

    type: str
    said: str
    confidence: float


def testimonies(sentences: Sequence[MarkedSentence]) -> list[Testimony]:
    """What the lexicon says of each related pair."""
    reader = Reader(relations=LexicalReader())
    found: list[Testimony] = []
    for sentence in sentences:
        spans = {party.number: party.span for party in sentence.parties}
        for (a, b), type_ in sentence.types().items():
            judged = reader.judge_pair(sentence.text, spans[a], spans[b])
            found.append(Testimony(type_, judged.type, judged.confidence))
    return found


def table(found: Sequence[Testimony]) -> Array:
    """The logarithm of how likely each saying is: true types x said types x degrees of confidence."""
    types = labels().types
    counts = np.full((len(types), len(types), DEGREES), SMOOTHING / len(types))
    for one in found:
        counts[types.index(one.type), types.index(one.said), degree(one.confidence)] += 1
    shares: Array = np.log(counts / counts.sum(axis=1, keepdims=True)).astype(np.float32)
    return shares


def with_witness(heads: Heads, train: Sequence[MarkedSentence]) -> Heads:
    """The heads with the table."""
    return heads.with_weights({WITNESS: table(testimonies(train))})


def weight(model: RelationModel, sentences: Sequence[MarkedSentence]) -> float:
    """How much of the table's word makes the right types of the sentences likeliest."""
    reader = LearnedReader(model)
    scores, right = [], []
    said = testimonies(sentences)
    for sentence in sentences:
        spans = {party.number: party.span for party in sentence.parties}
        for (a, b), type_ in sentence.types().items():
            opinion = reader.opinion(sentence.text, spans[a], spans[b])
            scores.append(log_chances(opinion))
            right.append(labels().types.index(type_))
    first = np.stack(scores)
    heard = np.stack([testified(model.heads, one.said, one.confidence) for one in said])
    places = np.arange(len(right)), np.array(right)

    def likelihood(weight: float) -> float:
        both = first + np.float32(weight) * heard
        both[:, 0] = -30
        return float(np.log(softmax(both)[places] + 1e-9).mean())

    return max(WEIGHTS, key=likelihood)
