"""Making events of claims: groups of claims that tell of one happening.

Claims likely to tell of one happening are neighbours; all that hang together so form a neighbourhood. Within one,
the two groups most alike on the mean of all their pairs become one, again and again, as long as that mean is more
likely than not and no two of their claims are told apart. Which groups come out hangs on the claims alone, not on
the order in which they came: a new report changes no more than the neighbourhoods that its claims touch.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from detente.events.likeness import likeness, told_apart
from detente.events.sketch import Sketch

LIKELY = 0.5
"""From which likeness two claims are neighbours, and two groups one."""
APART = -1e9
"""Stands for what never becomes one, in a mean too."""


def neighbourhoods(claims: Sequence[Sketch]) -> list[tuple[Sketch, ...]]:
    """Claims that hang together by neighbours, each group and all groups in the order of ids."""
    claims = sorted(claims, key=lambda claim: claim.id)
    head = list(range(len(claims)))

    def headed(index: int) -> int:
        while head[index] != index:
            head[index] = head[head[index]]
            index = head[index]
        return index

    for a, b in combinations(range(len(claims)), 2):
        if headed(a) != headed(b) and likeness(claims[a], claims[b]) >= LIKELY:
            low, high = sorted((headed(a), headed(b)))
            head[high] = low
    groups: dict[int, list[Sketch]] = {}
    for index, claim in enumerate(claims):
        groups.setdefault(headed(index), []).append(claim)
    return [tuple(group) for group in groups.values()]


def joined(neighbourhood: Sequence[Sketch]) -> list[tuple[Sketch, ...]]:
    """The claims of a neighbourhood, in groups that each tell of one happening."""
    claims = sorted(neighbourhood, key=lambda claim: claim.id)
    groups: list[list[Sketch] | None] = [[claim] for claim in claims]
    alike = _likenesses(claims)
    while len(claims) > 1:
        a, b = divmod(int(alike.argmax()), len(claims))
        if alike[a, b] < LIKELY:
            break
        one, other = groups[a] or [], groups[b] or []
        mean = (alike[a] * len(one) + alike[b] * len(other)) / (len(one) + len(other))
        mean[[a, b]] = APART
        alike[a], alike[:, a] = mean, mean
        alike[b], alike[:, b] = APART, APART
        groups[a], groups[b] = one + other, None
    return [tuple(sorted(group, key=lambda claim: claim.id)) for group in groups if group is not None]


def _likenesses(claims: Sequence[Sketch]) -> NDArray[np.float64]:
    """How alike each two claims are, of pairs in one order only; `APART` where the texts tell them apart."""
    alike = np.full((len(claims), len(claims)), APART)
    for a, b in combinations(range(len(claims)), 2):
        if not told_apart(claims[a], claims[b]):
            alike[a, b] = alike[b, a] = likeness(claims[a], claims[b])
    return alike
