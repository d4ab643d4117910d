"""What the exported model is worth on marked sentences: each head by itself, with the parties given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from detente.claims.relations.forms import WHOLE, Range, marked_pair, plain
from detente.claims.relations.heads import NONE, Array, labels, linear, softmax
from detente.claims.relations.model import Passage, RelationModel
from detente.evaluation.scores import score
from detente.training.calibration import calibration_error, temperature
from detente.training.marks import MarkedRelation, MarkedSentence


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what the model says of it and the relations that are marked between its parties."""

    scores: Array
    """Of each type, before softmax."""
    modes: Array
    factuality: Array
    auxiliary: Array
    relations: tuple[MarkedRelation, ...]
    pointed: bool
    """Whether the trigger that the model points at is a marked one."""

    @property
    def type(self) -> str:
        """The marked type, `none` where there is no relation."""
        return self.relations[0].type if self.relations else NONE

    @property
    def guess(self) -> str:
        """The model's type."""
        return labels().types[int(self.scores.argmax())]


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures between 0 and 1, by name, in the order in which they are told."""

    figures: dict[str, float]


def temperatures(model: RelationModel, sentences: Sequence[MarkedSentence]) -> tuple[float, float]:
    """The temperatures of the plain form and of the marked pair that fit the sentences best."""
    return _temperature(_plain(model, sentences)), _temperature(_marked(model, sentences))


def _temperature(judged: Sequence[Judged]) -> float:
    return temperature(np.stack([j.scores for j in judged]), [labels().types.index(j.type) for j in judged])


def measured(model: RelationModel, sentences: Sequence[MarkedSentence]) -> Measured:
    """How often each head is right, and how well calibrated the types are (temperatures fitted on the other half)."""
    one_pass, marked = _plain(model, sentences), _marked(model, sentences)
    related = [j for j in marked if j.relations]
    found, right, named = _tagged(model, sentences)
    both = score((None if j.type == NONE else j.type, None if j.guess == NONE else j.guess) for j in one_pass)
    typed = score((j.type, _relation_of(j)) for j in related)
    return Measured(
        {
            "one pass: micro-F1 of typed, directed pairs": both.micro_f1,
            "one pass: macro-F1 of typed, directed pairs": both.macro_f1,
            "pair marked: macro-F1 of types, a relation given": typed.macro_f1,
            "pair marked: accuracy of types, a relation given": typed.accuracy,
            "pair marked: accuracy, none among the answers": _share([j.guess == j.type for j in marked]),
            "mode": _share([_mode(j) == j.relations[0].mode for j in related]),
            "factuality": _share([_value(j) == j.relations[0].factuality for j in related]),
            "auxiliary, all four right": _share([_auxiliary(j) == set(j.relations[0].auxiliary) for j in related]),
            "trigger pointed at": _share([j.pointed for j in related]),
            "parties found: precision": right / max(1, found),
            "parties found: recall": right / max(1, named),
            "calibration error, one pass": _error(one_pass),
            "calibration error, pair marked": _error(marked),
        }
    )


def _share(right: Sequence[bool]) -> float:
    return sum(right) / max(1, len(right))


def _relation_of(judged: Judged) -> str:
    scores = judged.scores.copy()
    scores[labels().types.index(NONE)] = -np.inf
    return labels().types[int(scores.argmax())]


def _mode(judged: Judged) -> str | None:
    return labels().modes[int(judged.modes.argmax())].partition("/")[2] or None


def _value(judged: Judged) -> str:
    return labels().factuality[int(judged.factuality.argmax())]


def _auxiliary(judged: Judged) -> set[str]:
    return {name for name, value in zip(labels().auxiliary, judged.auxiliary, strict=True) if value > 0}


def _error(judged: Sequence[Judged]) -> float:
    """The calibration error of each half at the temperature of the other."""
    chances: list[float] = []
    right: list[bool] = []
    for half, other in ((judged[::2], judged[1::2]), (judged[1::2], judged[::2])):
        fitted = _temperature(other)
        for j in half:
            chances.append(float(softmax(j.scores, fitted).max()))
            right.append(j.guess == j.type)
    return calibration_error(chances, right)


def _plain(model: RelationModel, sentences: Sequence[MarkedSentence]) -> list[Judged]:
    """All ordered pairs of every sentence, from one pass each."""
    found: list[Judged] = []
    for sentence in sentences:
        form = plain(model.encoder.tokenizer, sentence.text, [party.span for party in sentence.parties])
        pieces = dict(zip((party.number for party in sentence.parties), form.parties, strict=True))
        pairs = [pair for pair in permutations(pieces, 2) if WHOLE not in {pieces[pair[0]], pieces[pair[1]]}]
        if pairs:
            [passage] = model.passages([(sentence.text, form)])
            hidden = passage.hidden([(pieces[a], pieces[b]) for a, b in pairs])
            found += [_judged(passage, row, sentence.between(*pair)) for row, pair in zip(hidden, pairs, strict=True)]
    return found


def _marked(model: RelationModel, sentences: Sequence[MarkedSentence]) -> list[Judged]:
    """All ordered pairs of every sentence, each marked in a pass of its own."""
    return [
        _judged(passage, passage.hidden([places])[0], sentence.between(*pair))
        for sentence in sentences
        for pair, passage, places in _passages(model, sentence)
    ]


def _passages(
    model: RelationModel, sentence: MarkedSentence
) -> Iterator[tuple[tuple[int, int], Passage, tuple[Range, Range]]]:
    spans = {party.number: party.span for party in sentence.parties}
    pairs = list(permutations(spans, 2))
    forms = [marked_pair(model.encoder.tokenizer, sentence.text, spans[a], spans[b]) for a, b in pairs]
    for pair, passage in zip(pairs, model.passages([(sentence.text, form) for form in forms]), strict=True):
        yield pair, passage, (passage.form.parties[0], passage.form.parties[1])


def _judged(passage: Passage, hidden: Array, relations: tuple[MarkedRelation, ...]) -> Judged:
    at = passage.pointed(hidden)
    pointed = any(at and r.trigger[0] < at[1] and at[0] < r.trigger[1] for r in relations)
    weights = passage.heads.weights
    return Judged(
        linear(weights, "types", hidden),
        linear(weights, "modes", hidden),
        linear(weights, "factuality", hidden),
        linear(weights, "auxiliary", hidden),
        relations,
        bool(pointed),
    )


def _tagged(model: RelationModel, sentences: Sequence[MarkedSentence]) -> tuple[int, int, int]:
    """How many parties the model finds, how many of them overlap a marked one, and how many are marked."""
    found = right = named = 0
    for sentence in sentences:
        [passage] = model.read([sentence.text])
        tagged = passage.parties()
        met = [any(t.span[0] < p.span[1] and p.span[0] < t.span[1] for p in sentence.parties) for t in tagged]
        found, right, named = found + len(tagged), right + sum(met), named + len(sentence.parties)
    return found, min(right, named), named
