"""Fitting the network: rounds over the corpus in batches of like length, seeded, with an averaged run of weights."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from detente.training.examples import Example, Renaming, epoch
from detente.training.marks import MarkedSentence
from detente.training.network import Network, batch_of, loss_of


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast the network is fitted, and by which seed."""

    seed: int = 1
    rounds: int = 6
    batch: int = 32
    rate: float = 1e-4
    """Of the encoder."""
    rate_of_heads: float = 8e-4
    warm_up: float = 0.08
    """The share of all steps in which the rates rise."""
    decay: float = 0.01


def fit(
    network: Network,
    sentences: Sequence[MarkedSentence],
    tokenizer: Tokenizer,
    schedule: Schedule,
    *,
    after_round: Callable[[int], None],
) -> None:
    """Fit a network to marked sentences."""
    torch.manual_seed(schedule.seed)
    rng = random.Random(schedule.seed)
    renaming = Renaming(sentences)
    optimizer = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": schedule.rate},
            {"params": list(network.layers()), "lr": schedule.rate_of_heads},
        ],
        weight_decay=schedule.decay,
    )
    steps = schedule.rounds * (
        len(_batches(epoch(sentences, tokenizer, renaming, random.Random(schedule.seed)), schedule, rng))
    )
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / max(1, steps), schedule.warm_up))
    for number in range(schedule.rounds):
        network.train()
        for examples in _batches(epoch(sentences, tokenizer, renaming, rng), schedule, rng):
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(network, batch_of(examples))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rates.step()
            optimizer.zero_grad()
        after_round(number)


def _rate(done: float, warm_up: float) -> float:
    """The share of the full rate: it rises, then falls to nothing."""
    return done / warm_up if done < warm_up else max(0.0, (1 - done) / (1 - warm_up))


def _batches(examples: list[Example], schedule: Schedule, rng: random.Random) -> list[list[Example]]:
    """Examples of like length together, the batches in random order."""
    by_length = sorted(examples, key=lambda example: (len(example.ids), rng.random()))
    batches = [by_length[at : at + schedule.batch] for at in range(0, len(by_length), schedule.batch)]
    rng.shuffle(batches)
    return batches
