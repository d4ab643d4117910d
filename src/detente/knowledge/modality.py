"""Words that say how sure something is: cues of telling, embedding predicates and modals, as tables.

`speech.csv` says how far a teller stands behind what a cue brings in, and where its content stands. `embedding.csv`
gives each predicate's signature: the FactBank value that it lends to what stands under it, when it is affirmed and
when it is negated ("managed to": CT+ and CT-; "failed to": CT- and CT+). A predicate may have several signatures, by
what stands under it ("forgot to call", "forgot that he called"). `modals.csv` does the same for modal verbs, adverbs
and short phrases beside a verb. `docs/knowledge.md` describes the columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.errors import KnowledgeError
from detente.knowledge.tables import Row, rows, several

Value = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
VALUES = frozenset({"CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"})
COMMITMENTS = frozenset({"certain", "probable", "possible", "unknown", "denies", "doubts"})
PLACES = frozenset({"clause", "infinitive", "quotation", "object", "predicate", "gerund", "aside"})
"""Where the content of a cue may stand, besides after a preposition."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a predicate says of what stands under it."""

    affirmed: Value
    negated: Value
    auxiliary: Literal["future", "hypothetical"] | None = None

    @property
    def presupposes(self) -> bool:
        """Whether what stands under it is so whatever is said of the predicate ("did not know that ...")."""
        return self.affirmed == self.negated == "CT+"

    def value(self, *, negated: bool) -> Value:
        """The value it lends."""
        return self.negated if negated else self.affirmed


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that brings in what somebody tells, or what somebody thinks, wants or speaks of."""

    commitment: str
    takes: frozenset[str]
    """Where what is told stands: `PLACES`, or the preposition before it."""
    about: frozenset[str]
    """Where what is only spoken or thought of stands: it is the source's matter, and nobody tells it."""


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """The cues of telling by lemma (with its particle, if any) and part of speech."""
    return {key: cue for key, cue in stances().items() if cue.takes}


@cache
def stances() -> dict[tuple[str, str], Cue]:
    """All cues, those that tell nothing too ("criticised the cuts"), by lemma and part of speech."""
    return {(row["cue"], row["pos"]): _cue(row) for row in rows("speech")}


def _cue(row: Row) -> Cue:
    if row["takes"] and row["commitment"] not in COMMITMENTS:
        raise KnowledgeError(
            f"knowledge/data/speech.csv, {row['cue']!r}", f"commitment {row['commitment']!r} is unknown", "mend it"
        )
    return Cue(row["commitment"], frozenset(several(row["takes"])), frozenset(several(row["about"])))


@cache
def commitments() -> dict[tuple[str, str], str]:
    """How far a teller stands behind what a cue introduces, by the cue's lemma and part of speech."""
    return {key: cue.commitment for key, cue in cues().items()}


@cache
def _signatures() -> dict[tuple[str, str, str], Signature]:
    return {
        (row["word"], row["pos"], under): _signature("embedding", row["word"], row)
        for row in rows("embedding")
        for under in several(row["under"])
    }


def signature(written: Iterable[str], pos: str, under: Iterable[str]) -> Signature | None:
    """The signature of the first of a predicate's forms that has one for one of the things that stand under it.

    Args:
        written: the forms to look up, the most specific first ("call off", "call").
        pos: `v`, `n`, `a` (adjectives and adverbs) or `p` (prepositions).
        under: `inf` (to attack), `that`, `whether`, `ing`, `noun` or a preposition, the most specific first.
    """
    wanted = tuple(under)
    found = ((word, pos, below) for word in written for below in wanted)
    return next((_signatures()[key] for key in found if key in _signatures()), None)


@cache
def modals() -> dict[str, Signature]:
    """The signature of each modal verb, adverb or phrase beside a verb."""
    return {row["word"]: _signature("modals", row["word"], row) for row in rows("modals")}


def _signature(table: str, word: str, row: Row) -> Signature:
    unknown = {row["affirmed"], row["negated"]} - VALUES
    if unknown:
        raise KnowledgeError(
            f"knowledge/data/{table}.csv, {word!r}", f"{sorted(unknown)} is no FactBank value", "mend the row"
        )
    return Signature(row["affirmed"], row["negated"], row["auxiliary"] or None)  # type: ignore[arg-type]
