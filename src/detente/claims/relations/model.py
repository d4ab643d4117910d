"""The learned model: one reading of a sentence gives what every pair of its parties did.

The encoder (int8, ONNX Runtime, one thread) and its tokenizer lie beside the knowledge; the heads are a file of
their own, which `detente train` can make anew for a user's domain.
"""

from __future__ import annotations

import hashlib
import json
import math
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

from detente.claims.relations.forms import WHOLE, Form, Range, Span, marked_pair, plain
from detente.claims.relations.heads import BEGINS, GOES_ON, NONE, OUTSIDE, Array, gelu, labels, linear, softmax
from detente.errors import ModelError

FORMAT = 1
"""Raised when heads of an earlier kind can no longer be used."""
FOLDER = Path(str(files("detente.knowledge"))) / "model"
HEADS = FOLDER / "heads.npz"
ABOUT = "about"
LABELS = ("types", "modes", "contexts", "sectors")
PLAINER = 0.8
"""By how much the log-odds that the lexicon is right are higher in news than in the corpus, whose sentences were
written to be hard: about 17 in 20 against 14 in 20 (docs/evaluation.md)."""
HARDLY_ANYTHING = 0.9
BATCH = 8
"""Sentences that the encoder takes at once."""
AGAIN = "install detente again, or leave --model out"


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a probability, bounded."""
    bounded = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def logistic(score: float) -> float:
    """The probability whose log-odds these are."""
    return 1 / (1 + math.exp(-score))


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns scores into probabilities, fitted on the development part."""

    single: float = 1.0
    """Temperature of the types in the single pass."""
    pair: float = 1.0
    """Temperature of the types with the pair marked."""
    agreed: tuple[float, float, float, float] = (1.0, 3.0, 0.5, 0.5)
    """Of a relation that the lexicon reads: a constant, the weights of its confidence, of the model's log-odds of any
    relation and of its log-odds of this one."""
    heard: float = 0.3
    """What the lexicon's word counts for where a pair is judged."""
    alone: tuple[float, float] = (0.0, 1.0)
    """Of a relation that the model alone reads: a constant, the weight of its log-odds."""

    def confidence(self, lexical: float | None, chance: float, related: float) -> float:
        """The probability that a relation is right, given what the lexicon and the model say of it."""
        if lexical is None:
            return logistic(self.alone[0] + self.alone[1] * log_odds(chance))
        first, by_lexicon, by_any, by_this = self.agreed
        said = by_lexicon * lexical + by_any * log_odds(related) + by_this * log_odds(chance)
        return logistic(PLAINER + first + said)


@dataclass(frozen=True, slots=True)
class Heads:
    """The weights of the heads and what they were made for."""

    name: str
    encoder: str
    """The hash of the encoder they stand on."""
    weights: Mapping[str, Array]
    calibration: Calibration

    def with_weights(self, more: Mapping[str, Array]) -> Heads:
        """The same with further weights, or others under their names."""
        return replace(self, weights={**self.weights, **more})

    def save(self, path: Path) -> None:
        """Write them to a file.

        Raises:
            OSError: the file cannot be written.
        """
        known = labels()
        about = {
            "format": FORMAT,
            "name": self.name,
            "encoder": self.encoder,
            **{name: getattr(known, name) for name in LABELS},
            "calibration": asdict(self.calibration),
        }
        held = {name: array.astype(np.float16) for name, array in self.weights.items()}
        with path.open("wb") as out:
            np.savez(out, **held, **{ABOUT: np.array(json.dumps(about))})  # type: ignore[arg-type]


def load_heads(path: Path) -> Heads:
    """The heads in a file.

    Raises:
        ModelError: the file is absent or truncated, or its heads were made for other labels or another encoder.
    """
    try:
        with np.load(path, allow_pickle=False) as held:
            about = json.loads(str(held[ABOUT]))
            weights = {name: held[name].astype(np.float32) for name in held.files if name != ABOUT}
    except FileNotFoundError as fault:
        raise ModelError(str(path), "there is no such model file", AGAIN) from fault
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, EOFError) as fault:
        raise ModelError(str(path), "is truncated, or not a model file", f"train it again, {AGAIN}") from fault
    known = labels()
    made_for = (about.get("format"), *(tuple(about.get(name, ())) for name in LABELS))
    if made_for != (FORMAT, *(getattr(known, name) for name in LABELS)) or about["encoder"] != encoder_hash():
        raise ModelError(str(path), "was made for another version of detente", f"train it again, {AGAIN}")
    return Heads(
        about["name"],
        about["encoder"],
        weights,
        _calibration(about["calibration"]),
    )


def _calibration(held: Mapping[str, Any]) -> Calibration:
    return Calibration(held["single"], held["pair"], tuple(held["agreed"]), held["heard"], tuple(held["alone"]))


@cache
def encoder_hash() -> str:
    """What tells one encoder from another, from its name card."""
    return str(_card()["encoder"])


@cache
def _card() -> dict[str, str]:
    path = FOLDER / "encoder.json"
    try:
        held: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ModelError(str(path), "is missing or damaged", "install detente again") from fault
    return held


@dataclass(frozen=True, slots=True)
class Encoder:
    """Reads sentences into states."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer

    def states(self, forms: Sequence[Form]) -> Array:
        """The state of each piece: forms x pieces x width."""
        longest = max(len(form.ids) for form in forms)
        ids = np.zeros((len(forms), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, form in enumerate(forms):
            ids[row, : len(form.ids)] = form.ids
            mask[row, : len(form.ids)] = 1
        states: Array = self.session.run(None, {"ids": ids, "mask": mask})[0]
        return states


@cache
def encoder() -> Encoder:
    """The encoder, loaded once a process.

    Raises:
        ModelError: its file is absent or truncated.
    """
    path = FOLDER / "encoder.onnx"
    try:
        written = path.read_bytes()
        tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    except Exception as fault:  # the tokenizer raises no class of its own
        raise ModelError(str(FOLDER), f"the model cannot be read ({fault})", "install detente again") from fault
    if hashlib.sha256(written).hexdigest()[:16] != encoder_hash():
        raise ModelError(str(path), "is truncated, or of another version", "install detente again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Encoder(onnxruntime.InferenceSession(written, options, providers=["CPUExecutionProvider"]), tokenizer)


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Keeps NumPy to one thread: several gain nothing on layers this small, and would busy the other cores."""
    limited: AbstractContextManager[object] = _pools().limit(limits=1, user_api="blas")
    return limited


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model says of one ordered pair; the recipient may be nobody."""

    types: Mapping[str, float]
    """The probability of each type, `none` among them."""
    modes: Mapping[str, float]
    trigger: Span | None
    """The characters of the piece that the model takes for the trigger's."""

    def with_second(self, other: Opinion) -> Opinion:
        """The mean of two opinions; the trigger is the surer one's."""
        surer = max(self, other, key=lambda opinion: opinion.types[opinion.best])
        types = {name: (value + other.types[name]) / 2 for name, value in self.types.items()}
        modes = {
            name: (self.modes.get(name, 0) + other.modes.get(name, 0)) / 2 for name in {**self.modes, **other.modes}
        }
        return Opinion(types, modes, surer.trigger or self.trigger or other.trigger)

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
        scores = linear(self.heads.weights, "sectors", self.states[pieces[0] : pieces[1]].mean(axis=0))
        return labels().sectors[int(scores.argmax())]

    def hidden(self, pairs: Sequence[tuple[Range, Range]]) -> Array:
        """The hidden layer over each source and target, given by their pieces; each party is pooled once."""
        places = {pieces: row for row, pieces in enumerate(dict.fromkeys(side for pair in pairs for side in pair))}
        pooled = np.stack([self.states[first:last].mean(axis=0) for first, last in places])
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
