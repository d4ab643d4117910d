"""What the corpus holds, counted, and which of its sentences are too much alike.

`python -m detente.training.census training/corpus` prints both; it is what a writer looks at before committing.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from detente.errors import DetenteError
from detente.knowledge.plover import TYPES
from detente.training.marks import MarkedSentence, read_corpus, read_marked

GRAM = 5
HASHES = 64
BANDS = 16
ALIKE = 0.5
"""Jaccard similarity over 5-grams of words from which two sentences count as near-duplicates."""


def has_unrelated(sentence: MarkedSentence) -> bool:
    """Whether some two parties of a sentence have no relation in either direction."""
    related = {frozenset(pair) for pair in sentence.types()}
    return any(frozenset((a.number, b.number)) not in related for a, b in combinations(sentence.parties, 2))


def is_complex(sentence: MarkedSentence) -> bool:
    """Whether a sentence has more than two parties or more than one relation."""
    return len(sentence.parties) > 2 or len(sentence.relations) > 1


def state_pairs(sentence: MarkedSentence) -> set[tuple[str, str]]:
    """The pairs of codes that a sentence names."""
    codes = sorted({party.code for party in sentence.parties if party.code})
    return set(combinations(codes, 2))


def near_duplicates(sentences: Iterable[MarkedSentence]) -> list[tuple[MarkedSentence, MarkedSentence]]:
    """Pairs of sentences whose 5-grams of words overlap by half or more, found by MinHash."""
    held = [(sentence, _grams(sentence.text)) for sentence in sentences]
    buckets: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for index, (_, grams) in enumerate(held):
        signature = _signature(grams)
        width = HASHES // BANDS
        for band in range(BANDS):
            buckets[band, signature[band * width : (band + 1) * width]].append(index)
    candidates = {pair for members in buckets.values() for pair in combinations(members, 2)}
    return [
        (held[a][0], held[b][0])
        for a, b in sorted(candidates)
        if len(held[a][1] & held[b][1]) >= ALIKE * len(held[a][1] | held[b][1])
    ]


def _grams(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + GRAM]) for i in range(max(1, len(words) - GRAM + 1))}


def _signature(grams: set[str]) -> tuple[int, ...]:
    prime, hashed = (1 << 61) - 1, [int.from_bytes(hashlib.blake2b(g.encode(), digest_size=7).digest()) for g in grams]
    return tuple(min((value * (2 * k + 3) + k * 7919) % prime for value in hashed) for k in range(HASHES))


def census(sentences: list[MarkedSentence]) -> str:
    """The counts of a corpus as text."""
    types = Counter(relation.type for s in sentences for relation in s.relations)
    pairs = Counter(pair for s in sentences for pair in state_pairs(s))
    lengths = sorted(len(s.text.split()) for s in sentences)
    alike = near_duplicates(sentences)
    lines = [
        f"sentences {len(sentences)}, themes {len({s.theme for s in sentences})}, words {lengths[0]} to {lengths[-1]}, "
        f"median {lengths[len(lengths) // 2]}",
        f"with parties that have no relation {sum(map(has_unrelated, sentences))}, "
        f"with more than two parties or more than one relation {sum(map(is_complex, sentences))}",
        f"pairs of codes in 30 sentences or more: {sum(1 for count in pairs.values() if count >= 30)}",
        f"near-duplicates {len(alike)}",
        *(f"  {one.theme}:{one.line} {one.text}\n  {two.theme}:{two.line} {two.text}" for one, two in alike[:20]),
        "relations by type: " + ", ".join(f"{name} {types[name]}" for name in TYPES),
    ]
    return "\n".join(lines)


def main() -> int:
    """Count the files or folders that are named."""
    sentences: list[MarkedSentence] = []
    faults = 0
    for path in map(Path, sys.argv[1:]):
        try:
            sentences += read_corpus(path) if path.is_dir() else read_marked(path)
        except DetenteError as fault:
            print(fault)
            faults += 1
    if sentences:
        print(census(sentences))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
