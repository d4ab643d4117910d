"""Which claims are drawn: some of every type of every outlet, else as many as there are of it, by chance.

Rare types and small outlets would be missed by a plain sample, and it is these that a reader mostly gets wrong.
Chance is a hash of the seed and the claim's id, so that a seed draws the same claims on every machine and database, and
a larger sample holds the smaller one.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter

from detente.errors import QueryError
from detente.record import Record, Stratum


@dataclass(frozen=True, slots=True)
class Drawn:
    """A claim to be checked, and how many claims its stratum holds."""

    claim_id: str
    stratum: Stratum
    claims: int


def draw(record: Record, *, size: int, seed: int) -> list[Drawn]:
    """A sample of the claims of a record, in the order of chance.

    Raises:
        QueryError: the sample is too small to hold a claim of every stratum.
    """
    sizes = record.strata()
    if size < len(sizes):
        raise QueryError(f"a sample of {size}", "is less than one claim of each outlet's types", f"--size {len(sizes)}")
    wanted = shares(sizes, size)
    chosen = chosen_of(record.each_claim_id(), wanted, seed)
    drawn = [Drawn(claim_id, stratum, sizes[stratum]) for stratum, claim_id in chosen]
    return sorted(drawn, key=lambda one: chance(seed, one.claim_id))


def shares(sizes: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """How many to draw of each stratum: one of each, the rest in proportion, in all `size` or as many as there are.

    One after the other goes where the share falls shortest (Webster's divisors, as seats are given to parties), so that
    no stratum gets fewer where the sample is larger.
    """
    given = dict.fromkeys(sizes, 1)
    waiting = [(-_claim(held, 1), index, stratum) for index, (stratum, held) in enumerate(sizes.items()) if held > 1]
    heapq.heapify(waiting)
    for _ in range(size - len(sizes)):
        if not waiting:
            break
        _, index, stratum = heapq.heappop(waiting)
        given[stratum] += 1
        if given[stratum] < sizes[stratum]:
            heapq.heappush(waiting, (-_claim(sizes[stratum], given[stratum]), index, stratum))
    return given


def _claim(held: int, given: int) -> float:
    """How good a stratum's claim to one more is."""
    return held / (2 * given + 1)


def chosen_of(
    population: Iterable[tuple[Stratum, str]], wanted: Mapping[Stratum, int], seed: int
) -> Iterable[tuple[Stratum, str]]:
    """So many claims of each stratum by chance, of a population that comes a stratum after the other."""
    for stratum, members in groupby(population, key=itemgetter(0)):
        yield from heapq.nsmallest(wanted.get(stratum, 0), members, key=lambda member: chance(seed, member[1]))


def chance(seed: int, claim_id: str) -> bytes:
    """By which claims are ordered before the first are taken: as good as a throw of dice, and the same every time."""
    return blake2b(f"{seed}\x1f{claim_id}".encode(), digest_size=16).digest()
