"""The model file: the weights of the heads, what they were made for, and how far they are believed.

The shipped one lies beside the encoder; `detente train` writes others. A file that is absent, truncated or of another
version is refused with the remedy.
"""

from __future__ import annotations

import json
import math
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from detente.claims.relations.encoder import FOLDER, encoder_hash
from detente.claims.relations.heads import Array, labels
from detente.errors import ModelError

FORMAT = 1
"""Raised when heads of an earlier kind can no longer be used."""
HEADS = FOLDER / "heads.npz"
ABOUT = "about"
LABELS = ("types", "modes", "contexts", "sectors")
PLAINER = 0.8
"""By how much the log-odds that the lexicon is right are higher in news than in the corpus, whose sentences were
written to be hard: about 17 in 20 against 14 in 20 (docs/evaluation.md)."""
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
