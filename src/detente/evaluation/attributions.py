"""Attributions in running text (who says it, by which words, and what is told) against gold like PolNeAR's.

A line holds a text and `attributions`, each with the characters of `source`, `cue` and `content`, and at times of the
source's head word. Roles are compared by tokens: words, and each mark alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict

from detente.claims.reading import Reader
from detente.evaluation.gold_lines import UNDATED, Day, GoldLine
from detente.evaluation.rates import Found, share
from detente.reports.report import Report

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")
Span = tuple[int, int]
Tokens = frozenset[int]


class Told(BaseModel):
    """One attribution: the characters of each role; a source may be missing."""

    model_config = ConfigDict(frozen=True)

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    source_head: Span | None = None


class GoldAttributions(GoldLine):
    """A text and the attributions in it."""

    date: Day | None = None
    attributions: tuple[Told, ...]


@dataclass(frozen=True)
class AttributedText:
    """A gold text and the attributions read in it."""

    gold: GoldAttributions
    predicted: tuple[Told, ...]

    @cached_property
    def tokens(self) -> list[Span]:
        """The text's tokens."""
        return [match.span() for match in _TOKEN.finditer(self.gold.text)]

    def covered(self, spans: Sequence[Span]) -> Tokens:
        """The tokens that some characters touch."""
        return frozenset(i for i, (a, b) in enumerate(self.tokens) for s, e in spans if s < b and a < e)

    def _by_role(self, told: Told) -> dict[str, Tokens]:
        return {role: self.covered(getattr(told, role)) for role in ROLES}

    @cached_property
    def gold_roles(self) -> list[dict[str, Tokens]]:
        """The tokens of each gold attribution by role."""
        return [self._by_role(told) for told in self.gold.attributions]

    @cached_property
    def predicted_roles(self) -> list[dict[str, Tokens]]:
        """The tokens of each predicted attribution by role."""
        return [self._by_role(told) for told in self.predicted]

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Gold attributions with the predicted one each is paired with, the most alike first.

        A pair shares a token of the cue or of the content.
        """
        alike = sorted(
            (-_dice(gold, said), i, j)
            for i, gold in enumerate(self.gold_roles)
            for j, said in enumerate(self.predicted_roles)
            if gold["cue"] & said["cue"] or gold["content"] & said["content"]
        )
        found: dict[int, int] = {}
        taken: set[int] = set()
        for _, i, j in alike:
            if i not in found and j not in taken:
                found[i] = j
                taken.add(j)
        return found


def _dice(one: dict[str, Tokens], other: dict[str, Tokens]) -> float:
    both = sum(len(one[role] & other[role]) for role in ROLES)
    return 2 * both / sum(len(one[role]) + len(other[role]) for role in ROLES)


def read(lines: Sequence[GoldAttributions], reader: Reader) -> Iterator[AttributedText]:
    """What the reader finds in each text."""
    for line in lines:
        found = reader.read_attributions(Report(line.id, line.text, line.date or UNDATED))
        yield AttributedText(line, tuple(Told(source=a.source, cue=a.cue_spans, content=a.content) for a in found))


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """`found`: attributions in pairs; `token`: tokens of a role anywhere in a text; `partial` and `exact`: in a pair.

    `heads` counts gold attributions whose source has a head; `unnamed` those without a source.
    """

    documents: int
    found: Found
    token: dict[str, Found]
    partial: dict[str, Found]
    exact: dict[str, Found]
    heads: int
    heads_found: int
    heads_anywhere: int
    unnamed: int
    unnamed_agreed: int

    def as_json(self) -> dict[str, Any]:
        """The figures under the names that `--json` documents."""
        return {
            "documents": self.documents,
            "gold": self.found.gold,
            "predicted": self.found.predicted,
            "found": self.found.as_json(),
            "token": {role: found.as_json() for role, found in self.token.items()},
            "partial": {role: found.as_json() for role, found in self.partial.items()},
            "exact": {role: found.as_json() for role, found in self.exact.items()},
            "source_head_found": share(self.heads_found, self.heads),
            "source_head_anywhere": share(self.heads_anywhere, self.heads),
            "no_source_agreed": share(self.unnamed_agreed, self.unnamed),
        }


def score(texts: Sequence[AttributedText]) -> AttributionScores:
    """The figures over all texts."""
    paired = sum(len(text.pairs) for text in texts)
    predicted = sum(len(text.predicted) for text in texts)
    heads = [(text, i, a.source_head) for text in texts for i, a in enumerate(text.gold.attributions) if a.source_head]
    unnamed = [(text, i) for text in texts for i, a in enumerate(text.gold.attributions) if not a.source]
    return AttributionScores(
        len(texts),
        Found(paired, predicted, paired, sum(len(text.gold.attributions) for text in texts)),
        {role: _tokens(texts, role) for role in ROLES},
        {role: _in_pairs(texts, role, exact=False) for role in ROLES},
        {role: _in_pairs(texts, role, exact=True) for role in ROLES},
        heads=len(heads),
        heads_found=sum(bool(text.covered([head]) & _paired_source(text, i)) for text, i, head in heads),
        heads_anywhere=sum(
            bool(text.covered([head]) & _all(text.predicted_roles, "source")) for text, _, head in heads
        ),
        unnamed=len(unnamed),
        unnamed_agreed=sum(i in text.pairs and not _paired_source(text, i) for text, i in unnamed),
    )


def _paired_source(text: AttributedText, index: int) -> Tokens:
    pair = text.pairs.get(index)
    return frozenset() if pair is None else text.predicted_roles[pair]["source"]


def _all(roles: Sequence[dict[str, Tokens]], role: str) -> Tokens:
    return frozenset().union(*(tokens[role] for tokens in roles))


def _tokens(texts: Sequence[AttributedText], role: str) -> Found:
    right = predicted = gold = 0
    for text in texts:
        told, said = _all(text.gold_roles, role), _all(text.predicted_roles, role)
        right, predicted, gold = right + len(told & said), predicted + len(said), gold + len(told)
    return Found(right, predicted, right, gold)


def _in_pairs(texts: Sequence[AttributedText], role: str, *, exact: bool) -> Found:
    right = predicted = gold = 0
    for text in texts:
        predicted += sum(bool(said[role]) for said in text.predicted_roles)
        gold += sum(bool(told[role]) for told in text.gold_roles)
        for i, j in text.pairs.items():
            told, said = text.gold_roles[i][role], text.predicted_roles[j][role]
            right += bool(told and said and (told == said if exact else told & said))
    return Found(right, predicted, right, gold)


def wrong(texts: Sequence[AttributedText]) -> Iterator[tuple[str, ...]]:
    """Each attribution missed, invented or with another source: id, what, gold and predicted source, cue, content."""
    for text in texts:
        for i, told in enumerate(text.gold.attributions):
            said = text.predicted[text.pairs[i]] if i in text.pairs else None
            if said is None:
                yield text.gold.id, "missed", *_words(text, told)
            elif bool(told.source) != bool(said.source) or (
                told.source and not text.gold_roles[i]["source"] & _paired_source(text, i)
            ):
                source, *rest = _words(text, told)
                yield text.gold.id, "another source", f"{source} | {_words(text, said)[0]}", *rest
        for j in sorted(set(range(len(text.predicted))) - set(text.pairs.values())):
            yield text.gold.id, "invented", *_words(text, text.predicted[j])


def _words(text: AttributedText, told: Told) -> tuple[str, ...]:
    return tuple(" … ".join(" ".join(text.gold.text[s:e].split()) for s, e in getattr(told, role)) for role in ROLES)
