"""What a relation is, and what any reader of relations must offer."""

from __future__ import annotations

from collections.abc import Sequence
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
    lexical: float | None = None
    """How sure the lexicon is of it; None where it does not read it."""
    chance: float | None = None
    """How likely the model holds it; None where it was not asked."""
    related: float | None = None
    """How likely the model holds that there is anything at all between its parties; None where it was not asked."""
    beyond: bool = False
    """Whether a party stands beyond the act's own phrase: the host of a parade, the one who is spoken to."""
    refused: bool = False
    """Whether its negation is already in its type: "will not withdraw" is a rejection, and certain."""
    open: bool = False
    """Whether the recipient that its frame asks for stands nowhere in the sentence; `echoes` may find it before."""
    tells_again: tuple[int, int] | None = None
    """The sentence and the trigger of the act that it only speaks of again ("the raid"), whose days it has."""


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """What one party did to or with another, where both are given."""

    type: str
    confidence: float
    trigger: str | None
    cooperation: float
    """How likely it is that the type, whichever it is, is one of cooperation (0: conflict)."""


class RelationReader(Protocol):
    """Reads the relations of a sentence, and judges a pair that is given.

    Fulfilled by the lexical reader here and by the learned reader; the stages after it do not know which one read.
    """

    name: str

    def relations(self, document: Document, sentences: Sequence[Sentence]) -> list[list[Relation]]:
        """The relations between the parties mentioned in each of some sentences of a document."""
        ...

    def judge(self, sentence: Sentence, source: Mention | None, target: Mention | None) -> PairJudgement:
        """The likeliest type of what `source` did to or with `target`, one of PLOVER's 16; either may be unnamed."""
        ...
