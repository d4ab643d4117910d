"""What the numbers of an expression of time count: "two", "a dozen", "two and a half", "several"."""

from __future__ import annotations

import re

from detente.knowledge.words import numbers

COUNTS = numbers("count") | {"hundred": 100, "dozen": 12, "half a dozen": 6}
ORDINALS = numbers("ordinal")
TENS = {word: value for word, value in COUNTS.items() if 20 <= value < 100}
VAGUE_COUNTS = numbers("vague") | {
    "number of": 4,
    "good many": 5,
    "great many": 5,
    "dozens of": 36,
    "tens of": 30,
    "scores of": 60,
    "several hundred": 300,
    "hundreds of": 300,
    "thousands of": 3000,
    "tens of thousands of": 30_000,
    "hundreds of thousands of": 300_000,
    "millions of": 3_000_000,
}
_EXACT = frozenset({"couple of", "couple"})
"""Vague elsewhere, but two of a unit of time: "a couple of days"."""
_HALF = re.compile(r"half(?: an?|-)?")
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_HALF_MORE = re.compile(r"(?:½|\s*1/2|[\s-]+and[\s-]+(?:a|one)[\s-]+half)$")


def amount(word: str) -> float:
    """The number that words or digits say, halves among them."""
    word = " ".join(word.lower().replace(",", "").split())
    whole = _HALF_MORE.sub("", word)
    if whole != word:
        return amount(whole) + 0.5
    if _HALF.fullmatch(word):
        return 0.5
    return float(word) if _FIGURES.fullmatch(word) else _in_words(word)


def _in_words(word: str) -> int:
    """“twelve”, “twenty-five”, “two hundred”, “a couple”; one where nothing else is said."""
    tens, _, ones = word.replace(" ", "-").partition("-")
    if word not in COUNTS and tens in TENS and ones in COUNTS:
        return TENS[tens] + COUNTS[ones]
    if word.endswith(" hundred") and tens in COUNTS:
        return COUNTS[tens] * 100
    bare = word if word in COUNTS else word.removeprefix("a ")
    return COUNTS.get(bare, VAGUE_COUNTS.get(bare, 2 if bare in _EXACT else 1))


def count(word: str) -> int:
    """The whole number that words or digits say."""
    return round(amount(word))


def is_vague(word: str) -> bool:
    """Whether a number only says about how many ("several", "a few")."""
    bare = " ".join(word.lower().split()).removeprefix("a ")
    return bare in VAGUE_COUNTS and bare not in _EXACT


def size(word: str) -> float | None:
    """The number that words or digits say, halves among them; None where they only say about how many."""
    return None if is_vague(word) else amount(word)


def ordinal(word: str) -> int:
    """The number of an ordinal in words or figures: "third", "twenty-first", "3rd", "3"."""
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    tens, _, ones = word.partition("-")
    return TENS[tens] + ORDINALS[ones] if ones else ORDINALS[tens]
