"""The network as it is trained: the encoder, and the heads that `claims/relations/heads.py` computes when reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from detente.claims.relations.heads import HEADS, TAGS, labels
from detente.training.examples import Example

HIDDEN = 384
WEIGHTS = {
    "types": 1.0,
    "tags": 0.5,
    "sectors": 0.1,
    "modes": 0.3,
    "contexts": 0.3,
    "factuality": 0.2,
    "auxiliary": 0.3,
    "queries": 0.3,
}
"""What each head's loss counts for."""
SMOOTHING = 0.05


class Network(nn.Module):
    """The encoder with one hidden layer and the heads over it."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base), attn_implementation="eager")
        width = self.encoder.config.hidden_size
        known = labels()
        outputs = {
            "types": len(known.types),
            "modes": len(known.modes),
            "contexts": len(known.contexts),
            "factuality": len(known.factuality),
            "auxiliary": len(known.auxiliary),
            "queries": width,
        }
        self.hidden = nn.Linear(3 * width, HIDDEN)
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, outputs[name]) for name in HEADS})
        self.tags = nn.Linear(width, TAGS)
        self.sectors = nn.Linear(width, len(known.sectors))
        self.dropout = nn.Dropout(0.1)

    def layers(self) -> Iterator[Tensor]:
        """The weights of all that stands over the encoder."""
        for part in (self.hidden, self.heads, self.tags, self.sectors):
            yield from part.parameters()

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The state of each piece: sequences x pieces x width."""
        states: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return states

    def judge(self, states: Tensor, pairs: Tensor) -> dict[str, Tensor]:
        """What each head says of pairs, given as rows of sequence, source's first and last, target's first and last."""
        rows, sources, targets = pairs[:, 0], pairs[:, 1:3], pairs[:, 3:5]
        pooled = torch.cat((pool(states, rows, sources), pool(states, rows, targets), states[rows, 0]), dim=-1)
        hidden = functional.gelu(self.hidden(self.dropout(pooled)), approximate="tanh")
        return {name: head(self.dropout(hidden)) for name, head in self.heads.items()}


def pool(states: Tensor, rows: Tensor, ranges: Tensor) -> Tensor:
    """The mean state of ranges of pieces."""
    sums = functional.pad(states.cumsum(dim=1), (0, 0, 1, 0))
    first, last = ranges.T
    return (sums[rows, last] - sums[rows, first]) / (last - first).unsqueeze(-1)


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples as tensors; rows of `pairs` are a sequence, then the ranges of source and target."""

    ids: Tensor
    mask: Tensor
    pairs: Tensor
    types: Tensor
    related: Tensor
    modes: Tensor
    contexts: Tensor
    factuality: Tensor
    auxiliary: Tensor
    triggers: Tensor
    """Related pairs x pieces: the share of each piece in the trigger."""
    with_trigger: Tensor
    tags: Tensor
    """Sequences x pieces; -100 where they are not asked for."""
    named: Tensor
    """Rows of a sequence and the range of a party."""
    sectors: Tensor


def batch_of(examples: Sequence[Example]) -> Batch:
    """Examples of any lengths as one batch."""
    longest = max(len(example.ids) for example in examples)
    ids = torch.zeros((len(examples), longest), dtype=torch.long)
    mask = torch.zeros_like(ids)
    tags = torch.full_like(ids, -100)
    flat = [(row, pair) for row, example in enumerate(examples) for pair in example.pairs]
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        mask[row, : len(example.ids)] = 1
        tags[row, : len(example.tags)] = torch.tensor(example.tags, dtype=torch.long)
    related = [pair for _, pair in flat if pair.contexts is not None]
    triggers = torch.zeros((len(related), longest))
    for row, pair in enumerate(related):
        for piece in pair.trigger:
            triggers[row, piece] = 1 / len(pair.trigger)
    return Batch(
        ids,
        mask,
        torch.tensor([(row, *pair.source, *pair.target) for row, pair in flat]),
        torch.tensor([pair.types for _, pair in flat]),
        torch.tensor([pair.contexts is not None for _, pair in flat]),
        torch.tensor([pair.mode for pair in related], dtype=torch.long),
        torch.tensor([pair.contexts for pair in related]),
        torch.tensor([pair.factuality for pair in related], dtype=torch.long),
        torch.tensor([pair.auxiliary for pair in related]),
        triggers,
        torch.tensor([bool(pair.trigger) for pair in related], dtype=torch.bool),
        tags,
        torch.tensor([(row, *pieces) for row, example in enumerate(examples) for pieces, _ in example.sectors]),
        torch.tensor([sector for example in examples for _, sector in example.sectors], dtype=torch.long),
    )


def loss_of(network: Network, batch: Batch) -> Tensor:
    """The loss of a batch over all heads."""
    states = network.states(batch.ids, batch.mask).float()
    said = network.judge(states, batch.pairs)
    total = WEIGHTS["types"] * functional.cross_entropy(said["types"], batch.types, label_smoothing=SMOOTHING)
    if len(batch.named):
        total = total + WEIGHTS["tags"] * functional.cross_entropy(
            network.tags(network.dropout(states)).flatten(0, 1), batch.tags.flatten(), ignore_index=-100
        )
        named = pool(states, batch.named[:, 0], batch.named[:, 1:])
        total = total + WEIGHTS["sectors"] * functional.cross_entropy(network.sectors(named), batch.sectors)
    here = batch.related
    if not bool(here.any()):
        return total
    total = total + WEIGHTS["modes"] * functional.cross_entropy(said["modes"][here], batch.modes)
    total = total + WEIGHTS["factuality"] * functional.cross_entropy(said["factuality"][here], batch.factuality)
    binary = functional.binary_cross_entropy_with_logits
    total = total + WEIGHTS["contexts"] * binary(said["contexts"][here], batch.contexts)
    total = total + WEIGHTS["auxiliary"] * binary(said["auxiliary"][here], batch.auxiliary)
    pointed = here.nonzero()[:, 0][batch.with_trigger]
    if len(pointed):
        rows = batch.pairs[pointed, 0]
        scores = torch.einsum("pw,pnw->pn", said["queries"][pointed], states[rows]) / states.shape[-1] ** 0.5
        scores = scores.masked_fill(batch.mask[rows] == 0, -1e4)
        total = total + WEIGHTS["queries"] * functional.cross_entropy(scores, batch.triggers[batch.with_trigger])
    return total
