"""Whether one text is a copy of another: the same agency text, cut or with a few words changed, under another outlet.

Texts are compared by MinHash over their 5-grams of words (Broder 1997), so that a record need keep only a fingerprint
of each report.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

GRAM = 5
"""Words a gram has."""
HASHES = 128
COPIED = 0.5
"""Share of the shorter text's grams in the longer one from which it counts as a copy."""
_PRIME = np.uint64((1 << 31) - 1)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """How many different grams a text has, and the least of them by each hash."""

    grams: int
    minima: tuple[int, ...]

    def to_bytes(self) -> bytes:
        """The fingerprint as four bytes a number."""
        return np.array((self.grams, *self.minima), dtype="<u4").tobytes()

    @classmethod
    def from_bytes(cls, kept: bytes) -> Fingerprint:
        """The fingerprint that `to_bytes` wrote."""
        grams, *minima = np.frombuffer(kept, dtype="<u4").tolist()
        return cls(grams, tuple(minima))


def grams(text: str) -> frozenset[str]:
    """The 5-grams of a text's words, in lower case; a shorter text is one gram."""
    words = _WORD.findall(text.lower())
    return frozenset(" ".join(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1)))


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text."""
    held = grams(text)
    hashed = np.fromiter((zlib.crc32(gram.encode()) for gram in held), dtype=np.uint64, count=len(held))
    multipliers, shifts = _hashes()
    minima = ((hashed[:, None] % _PRIME) * multipliers + shifts) % _PRIME
    return Fingerprint(len(held), tuple(minima.min(axis=0).tolist()))


@cache
def _hashes() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    drawn = np.random.default_rng(1997).integers(1, int(_PRIME), size=(2, HASHES), dtype=np.uint64)
    return drawn[0], drawn[1]


def resemblance(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated Jaccard similarity of two texts' grams, from 0 to 1."""
    return sum(a == b for a, b in zip(one.minima, other.minima, strict=True)) / HASHES


def is_copy(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether the shorter of two texts mostly stands in the longer."""
    alike = resemblance(one, other)
    shared = alike * (one.grams + other.grams) / (1 + alike)
    return shared >= COPIED * min(one.grams, other.grams)
