"""Cutting a report into paragraphs and sentences before anything is parsed.

The sift must know what a sentence is without paying for a parse, so the cut is made by rules: end marks, closing
quotes, and the abbreviations of news English, kept in `knowledge/data/abbreviations.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.knowledge.tables import rows
from detente.reports.dating import dateline_end

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])")
_WORD = re.compile(r"\S")
_LAST_WORD = re.compile(r"[\w.&'’-]+$")
_INITIAL = re.compile(r"(?:^|[-’'])(?:(?:[A-Z]\.)+|[ap]\.m\.)$")
"""What ends a sentence only where a word follows that opens one: "the U.S. Navy", "9 a.m. Tuesday"."""
_OPENS_SENTENCE = re.compile(
    r"\s+[\"“‘(]*(?:The|A|An|In|On|At|It|He|She|They|But|And|This|That|These|His|Her|Its|Their|We|For|As|If|After|Before)\b"
)
LONGEST = 1_500
"""Characters after which a stretch without an end mark is cut: what a parse costs grows with its square."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One sentence: its characters in the report's text and the paragraph it stands in.

    The dateline that may open a report stands by itself and is no sentence.
    """

    start: int
    end: int
    paragraph: int
    is_dateline: bool = False


def cut(text: str) -> list[Cut]:
    """The sentences of a text, in order; nothing but white space lies between them."""
    opening = dateline_end(text)
    found: list[Cut] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        body = max(start, min(opening, end))
        if body > start:
            found.append(Cut(start, start + len(text[start:body].rstrip()), number, is_dateline=True))
        found += [Cut(first, last, number) for first, last in _sentences(text, body, end)]
    return found


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for gap in [*re.finditer(r"\s*\n\s*\n\s*", text), None]:
        end = gap.start() if gap else len(text)
        body = text[start:end]
        if body.strip():
            lead = len(body) - len(body.lstrip())
            found.append((start + lead, start + len(body.rstrip())))
        start = gap.end() if gap else end
    return found


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = start
    for mark in _END.finditer(text, start, end):
        if _is_abbreviation(text, at, mark.start(), mark.end()):
            continue
        found += _not_too_long(text, at, mark.end())
        at = _after_space(text, mark.end(), end)
    if at < end:
        found += _not_too_long(text, at, end)
    return found


def _not_too_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or its pieces, cut at spaces, where no end mark comes for too long."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut_at = space if space > start else start + LONGEST
        yield start, cut_at
        start = _after_space(text, cut_at, end)
    if start < end:
        yield start, end


def _after_space(text: str, start: int, end: int) -> int:
    found = _WORD.search(text, start, end)
    return found.start() if found else end


def _is_abbreviation(text: str, start: int, mark: int, after: int) -> bool:
    if text[mark] != "." or after - mark > 1:
        return text[mark : mark + 3] == "..." and not _OPENS_SENTENCE.match(text, after)
    last = _LAST_WORD.search(text, start, mark)
    if last is None:
        return False
    word = last.group() + "."
    if _INITIAL.search(word):
        return not _OPENS_SENTENCE.match(text, after)
    return word in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in rows("abbreviations"))
