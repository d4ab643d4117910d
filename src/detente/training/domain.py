"""A user's own domain: the heads of the model fitted to the user's marked sentences, the encoder left as it is.

No deep-learning library is needed: the encoder reads each sentence once, and what is fitted are the small layers over
its states, held near their former weights so that what the model knew is not forgotten.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

import numpy as np

from detente.claims.relations.forms import Range, marked_pair, plain
from detente.claims.relations.heads import NONE, Array, gelu, gelu_slope, labels, linear, softmax
from detente.claims.relations.model import Passage, RelationModel
from detente.claims.relations.model_file import Heads
from detente.errors import MarkError
from detente.training.marks import MarkedSentence

ROUNDS = 60
BATCH = 64
RATE = 2e-3
HELD = 1e-2
"""How strongly the weights are held near what they were."""
LEAST = 10
"""Fewer sentences than this teach nothing that can be checked."""
ASIDE = 5
"""One sentence in so many is kept aside to see what was gained."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """Pairs as the heads see them, and their right answers (places in the labels)."""

    states: Array
    types: np.ndarray
    modes: np.ndarray


@dataclass(frozen=True, slots=True)
class Gained:
    """The share of pairs that are judged right on the sentences kept aside, with the heads before and after."""

    pairs: int
    before: float
    after: float


def adapt(model: RelationModel, sentences: Sequence[MarkedSentence], name: str) -> tuple[Heads, Gained]:
    """Heads fitted to a user's sentences, and what they gained.

    Raises:
        MarkError: there are too few sentences.
    """
    if len(sentences) < LEAST:
        raise MarkError(name, f"holds {len(sentences)} marked sentences", f"give at least {LEAST}")
    shuffled = sorted(sentences, key=lambda sentence: sentence.text)
    random.Random(0).shuffle(shuffled)
    aside, shown = shuffled[::ASIDE], [s for index, s in enumerate(shuffled) if index % ASIDE]
    weights = fitted(model.heads.weights, pooled(model, shown))
    check = pooled(model, aside)
    heads = replace(model.heads, name=f"{model.heads.name} + {name}", weights=weights)
    return heads, Gained(len(check.types), _right(model.heads.weights, check), _right(weights, check))


def pooled(model: RelationModel, sentences: Sequence[MarkedSentence]) -> Pooled:
    """The pairs of the sentences, in the plain form and, where they are related, marked too."""
    known = labels()
    states: list[Array] = []
    given: list[tuple[int, int]] = []
    for sentence in sentences:
        related = sentence.types()
        mode_of = {pair: f"{r.type}/{r.mode}" for r in sentence.relations if r.mode for pair in r.pairs()}
        form = plain(model.encoder.tokenizer, sentence.text, [party.span for party in sentence.parties])
        [passage] = model.passages([(sentence.text, form)])
        placed = list(zip(sentence.parties, form.parties, strict=True))
        for (source, here), (target, there) in permutations(placed, 2):
            pair = (source.number, target.number)
            shown = [_pooled(passage, here, there)]
            if pair in related:
                pair_form = marked_pair(model.encoder.tokenizer, sentence.text, source.span, target.span)
                [again] = model.passages([(sentence.text, pair_form)])
                shown.append(_pooled(again, pair_form.parties[0], pair_form.parties[1]))
            states += shown
            right = (known.types.index(related.get(pair, NONE)), known.modes.index(mode_of.get(pair, NONE)))
            given += [right] * len(shown)
    types, modes = zip(*given, strict=True)
    return Pooled(np.stack(states), np.array(types), np.array(modes))


def _pooled(passage: Passage, source: Range, target: Range) -> Array:
    return np.concatenate((passage.state(source), passage.state(target), passage.states[0]))


def _right(weights: Mapping[str, Array], pairs: Pooled) -> float:
    said = linear(weights, "types", gelu(linear(weights, "hidden", pairs.states)))
    return float((said.argmax(axis=-1) == pairs.types).mean())


def fitted(former: Mapping[str, Array], pairs: Pooled) -> dict[str, Array]:
    """The weights after some rounds of Adam (Kingma and Ba, 2015) over the pairs, held near the former ones."""
    weights = {name: array.copy() for name, array in former.items()}
    descent = _Adam()
    order = np.random.default_rng(0)
    for _ in range(ROUNDS):
        shuffled = order.permutation(len(pairs.types))
        for at in range(0, len(shuffled), BATCH):
            rows = shuffled[at : at + BATCH]
            slopes = _slopes(weights, Pooled(pairs.states[rows], pairs.types[rows], pairs.modes[rows]))
            held = {name: slope + HELD * (weights[name] - former[name]) for name, slope in slopes.items()}
            descent.step(weights, held)
    return weights


def _slopes(weights: Mapping[str, Array], pairs: Pooled) -> dict[str, Array]:
    """How the cross-entropy of types and modes changes with each weight."""
    before = linear(weights, "hidden", pairs.states)
    hidden, bend = gelu_slope(before)
    slopes: dict[str, Array] = {}
    behind = np.zeros_like(hidden)
    for name, right, worth in (("types", pairs.types, 1.0), ("modes", pairs.modes, 0.3)):
        off = softmax(linear(weights, name, hidden))
        off[np.arange(len(right)), right] -= 1
        off *= np.float32(worth / len(right))
        slopes[f"{name}.weight"], slopes[f"{name}.bias"] = off.T @ hidden, off.sum(axis=0)
        behind += off @ weights[f"{name}.weight"]
    behind *= bend
    slopes["hidden.weight"], slopes["hidden.bias"] = behind.T @ pairs.states, behind.sum(axis=0)
    return slopes


@dataclass
class _Adam:
    """Steps along slopes, each weight at a pace of its own."""

    first: dict[str, Array] = field(default_factory=dict)
    second: dict[str, Array] = field(default_factory=dict)
    steps: int = 0

    def step(self, weights: dict[str, Array], slopes: Mapping[str, Array]) -> None:
        self.steps += 1
        for name, slope in slopes.items():
            first = self.first[name] = 0.9 * self.first.get(name, np.zeros_like(slope)) + 0.1 * slope
            second = self.second[name] = 0.999 * self.second.get(name, np.zeros_like(slope)) + 0.001 * slope**2
            pace = RATE * np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
            weights[name] = (weights[name] - pace * first / (np.sqrt(second) + 1e-8)).astype(np.float32)
