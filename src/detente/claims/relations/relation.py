"""What a relation is, and what any reader of relations must offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from detente.claims.document import Document, Mention, Sentence


@dataclass(frozen=True, slots=True)
class Relation:
    """One act between parties in one sentence, not yet dated, placed or attributed."""

    sentence: int
    trigger: int
    """Index of the head token of the trigger."""
    words: tuple[int, ...]
    """Indices of all tokens of the trigger."""
    type: str
    mode: str | None
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    reciprocal: bool
    confidence: float
    why: tuple[str, ...]
    refused: bool = False
    """Whether its negation is already in its type: "will not withdraw" is a rejection, and certain."""


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """What one party did to or with another, where both are given."""

    type: str
    confidence: float
    trigger: str | None


class RelationReader(Protocol):
    """Reads the relations of a sentence, and judges a pair that is given.

    Fulfilled by the lexical reader here and by the learned reader; the stages after it do not know which one read.
    """

    name: str

    def relations(self, document: Document, sentence: Sentence) -> list[Relation]:
        """The relations between the parties mentioned in a sentence."""
        ...

    def judge(self, sentence: Sentence, source: Mention | None, target: Mention | None) -> PairJudgement:
        """The likeliest type of what `source` did to or with `target`, one of PLOVER's 16; either may be unnamed."""
        ...
