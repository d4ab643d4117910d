"""The learned model: one reading of a sentence gives what every pair of its parties did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detente.claims.relations.encoder import encoder
from detente.claims.relations.forms import WHOLE, Form, Range, Span, marked_pair, plain
from detente.claims.relations.heads import BEGINS, GOES_ON, NONE, OUTSIDE, Array, gelu, labels, linear, softmax
from detente.claims.relations.model_file import HEADS, Heads, load_heads

HARDLY_ANYTHING = 0.9
"""A pair that is so likely unrelated is not asked for its mode and trigger."""
BATCH = 8
"""Sentences that the encoder takes at once."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model says of one ordered pair; the recipient may be nobody."""

    types: Mapping[str, float]
    """The probability of each type, `none` among them."""
    modes: Mapping[str, float]
    trigger: Span | None
    """The characters of the piece that the model takes for the trigger's."""

    def with_second(self, other: Opinion) -> Opinion:
        """This opinion with what a second look says of the type; whether there is a relation stays as it was.

        The mean is taken over the types that remain when `none` is left out, since a marked pair suggests a relation.
        """
        mine, theirs = self._among_types(), other._among_types()
        related = 1 - self.types[NONE]
        types = {name: related * (mine[name] + theirs[name]) / 2 for name in mine} | {NONE: self.types[NONE]}
        modes = {
            name: (self.modes.get(name, 0) + other.modes.get(name, 0)) / 2 for name in {**self.modes, **other.modes}
        }
        return Opinion(types, modes, self.trigger or other.trigger)

    def _among_types(self) -> dict[str, float]:
        """The probability of each type if there is a relation at all."""
        related = max(1 - self.types[NONE], 1e-9)
        return {name: value / related for name, value in self.types.items() if name != NONE}

    @property
    def best(self) -> str:
        """The likeliest type, `none` among them."""
        return max(self.types, key=lambda name: self.types[name])

    def mode_of(self, type_: str) -> str | None:
        """The likeliest mode of a type, if it is likelier than none."""
        of_type = {name: value for name, value in self.modes.items() if name == NONE or name.startswith(f"{type_}/")}
        best = max(of_type, key=lambda name: of_type[name])
        return best.split("/")[1] if "/" in best else None


@dataclass(frozen=True, slots=True)
class Named:
    """Words that the model takes for a party, and its sector."""

    span: Span
    sector: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that the encoder has read once; every question about it is answered from its states."""

    text: str
    form: Form
    states: Array
    heads: Heads

    def parties(self) -> list[Named]:
        """The words that stand for parties, known or not, in the order of the text."""
        shares = softmax(linear(self.heads.weights, "tags", self.states))
        found: list[Range] = []
        for first, last in self._words():
            word = shares[first:last].mean(axis=0)
            if word[OUTSIDE] > 0.5:
                continue
            if found and found[-1][1] == first and shares[first, BEGINS] < shares[first, GOES_ON]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return [Named(self._characters(pieces), self._sector(pieces)) for pieces in found]

    def _words(self) -> list[Range]:
        """The pieces of each word; pieces that letters or digits join are one word."""
        words: list[Range] = []
        for place, here in enumerate(self.form.characters):
            before = self.form.characters[place - 1] if place else None
            if here is None:
                continue
            joined = before is not None and before[1] == here[0] and self.text[here[0] - 1 : here[0] + 1].isalnum()
            if joined and words:
                words[-1] = (words[-1][0], place + 1)
            else:
                words.append((place, place + 1))
        return words

    def _characters(self, pieces: Range) -> Span:
        first, last = self.form.characters[pieces[0]], self.form.characters[pieces[1] - 1]
        return (first[0], last[1]) if first and last else (0, 0)

    def _sector(self, pieces: Range) -> str:
        scores = linear(self.heads.weights, "sectors", self.state(pieces))
        return labels().sectors[int(scores.argmax())]

    def state(self, pieces: Range) -> Array:
        """The mean state of some pieces: how a party is pooled."""
        state: Array = self.states[slice(*pieces)].mean(axis=0)
        return state

    def hidden(self, pairs: Sequence[tuple[Range, Range]]) -> Array:
        """The hidden layer over each source and target, given by their pieces; each party is pooled once."""
        places = {pieces: row for row, pieces in enumerate(dict.fromkeys(side for pair in pairs for side in pair))}
        pooled = np.stack([self.state(pieces) for pieces in places])
        by_source, by_target, by_whole = np.split(self.heads.weights["hidden.weight"], 3, axis=1)
        sources, targets = pooled @ by_source.T, pooled @ by_target.T
        whole = self.states[0] @ by_whole.T + self.heads.weights["hidden.bias"]
        rows = [[places[side] for side in pair] for pair in pairs]
        return gelu(np.stack([sources[a] + targets[b] + whole for a, b in rows]))

    def opinions(self, pairs: Sequence[tuple[Range, Range]], temperature: float) -> list[Opinion]:
        """What the model says of each source and target, given by their pieces."""
        hidden = self.hidden(pairs)
        types = softmax(linear(self.heads.weights, "types", hidden), temperature)
        return [self._opinion(row, hidden[index]) for index, row in enumerate(types)]

    def _opinion(self, types: Array, hidden: Array) -> Opinion:
        """What is said of one pair; where hardly anything is between the two, neither mode nor trigger is asked for."""
        known = labels()
        by_type = dict(zip(known.types, types.tolist(), strict=True))
        if by_type[NONE] > HARDLY_ANYTHING:
            return Opinion(by_type, {NONE: 1.0}, None)
        modes = softmax(linear(self.heads.weights, "modes", hidden))
        return Opinion(by_type, dict(zip(known.modes, modes.tolist(), strict=True)), self.pointed(hidden))

    def pointed(self, hidden: Array) -> Span | None:
        """The characters of the piece that a pair's query is nearest to."""
        scores = self.states @ linear(self.heads.weights, "queries", hidden)
        pieces = [piece for piece, characters in enumerate(self.form.characters) if characters]
        return self.form.characters[max(pieces, key=lambda piece: scores[piece])] if pieces else None


class RelationModel:
    """The encoder with heads: answers for all pairs of a sentence from one pass, or for one pair that is marked."""

    def __init__(self, path: Path = HEADS) -> None:
        self.encoder = encoder()
        self.heads = load_heads(path)

    def read(self, texts: Sequence[str]) -> list[Passage]:
        """Sentences as they are, each read once."""
        return self.passages([(text, plain(self.encoder.tokenizer, text, ())) for text in texts])

    def all_pairs(self, passage: Passage, parties: Sequence[Span]) -> dict[tuple[int, int | None], Opinion]:
        """What each party did to each other and to nobody named, by their places in `parties`."""
        pieces = [passage.form.pieces(span) for span in parties]
        seen = [index for index, at in enumerate(pieces) if at != WHOLE]
        pairs = [(a, b) for a in seen for b in (*seen, None) if a != b]
        if not pairs:
            return {}
        places = [(pieces[a], WHOLE if b is None else pieces[b]) for a, b in pairs]
        return dict(zip(pairs, passage.opinions(places, self.heads.calibration.single), strict=True))

    def pairs(self, text: str, pairs: Sequence[tuple[Span | None, Span | None]]) -> list[Opinion]:
        """What one party did to another, each pair marked alone; either may be unnamed."""
        forms = [(text, marked_pair(self.encoder.tokenizer, text, source, target)) for source, target in pairs]
        return [
            passage.opinions([(passage.form.parties[0], passage.form.parties[1])], self.heads.calibration.pair)[0]
            for passage in self.passages(forms)
        ]

    def passages(self, forms: Sequence[tuple[str, Form]]) -> list[Passage]:
        """Texts in their forms, read in batches of like length."""
        found: dict[int, Passage] = {}
        by_length = sorted(range(len(forms)), key=lambda index: len(forms[index][1].ids))
        for at in range(0, len(by_length), BATCH):
            batch = by_length[at : at + BATCH]
            states = self.encoder.states([forms[index][1] for index in batch])
            for index, read in zip(batch, states, strict=True):
                text, form = forms[index]
                found[index] = Passage(text, form, read[: len(form.ids)], self.heads)
        return [found[index] for index in range(len(forms))]
