"""What kind of clause an act stands in: one that tells, a condition, what follows from one, a question, a command."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from detente.claims.factuality.degree import Openness
from detente.claims.syntax import is_verb
from detente.knowledge.modality import Value
from detente.knowledge.words import words

CONDITIONS = words("conditions")
INVERTED = frozenset({"had", "were", "should"})
"""Auxiliaries that open a condition without "if": "should Syria attack"."""
LOOK_AHEAD = words("modals of a consequence")
QUESTION_WORDS = frozenset({"WRB", "WP", "WDT", "WP$"})
UNCOMMANDED = words("drops its first person")
DOERS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Mood:
    """What a clause that does not tell makes of its act."""

    value: Value
    openness: Openness | None
    why: str
    auxiliary: Literal["future", "hypothetical"] | None = None


CONSEQUENCE = Mood("PS+", "supposition", "it depends on a condition", "hypothetical")
QUESTION = Mood("Uu", "question", "it is asked and not told")
COMMAND = Mood("Uu", "command", "it is commanded and not told")
FRAGMENT = Mood("Uu", "aim", "it is a bare infinitive, which tells nothing")
HEADLINE = Mood("PR+", None, "“to” puts it in the future, where it is probable", "future")


def mood(clause: Token) -> Mood | None:
    """What a clause does other than to tell, if it does."""
    opening = opens_condition(clause)
    if opening is not None:
        return Mood("Uu", "supposition", f"“{opening.text}” makes it a condition", "hypothetical")
    if depends(clause):
        return CONSEQUENCE
    if _asks(clause):
        return QUESTION
    if clause.dep_ == "ROOT" and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.lefts):
        return HEADLINE if any(c.dep_ in DOERS for c in clause.lefts) else FRAGMENT
    return COMMAND if commands(clause) else None


def opens_condition(clause: Token) -> Token | None:
    """The word that makes a clause a condition: "if", "unless", or an inverted "should", "had" or "were"."""
    has_doer = any(c.dep_ in {"nsubj", "compound"} for c in clause.lefts)
    if clause.dep_ == "ccomp" or not (is_verb(clause) or (clause.dep_ == "advcl" and has_doer)):
        return None
    mark = next((c for c in clause.children if c.lower_ in CONDITIONS and c.dep_ in {"mark", "advmod"}), None)
    return mark or _inverted(clause)


def _inverted(clause: Token) -> Token | None:
    if clause.dep_ != "advcl":
        return None
    subject = next((c for c in clause.lefts if c.dep_ in DOERS), None)
    first = next(iter(clause.lefts), clause)
    opens = first if first.dep_ in {"aux", "auxpass"} else clause
    return opens if subject is not None and opens.i < subject.i and opens.lower_ in INVERTED else None


def depends(clause: Token) -> bool:
    """Whether a clause tells only what follows if a condition is met; the past tense tells more than that."""
    conditions = [c for c in clause.children if c.dep_ == "advcl" and opens_condition(c) is not None]
    if all(_is_conceded(c) for c in conditions):
        return False
    tensed = [clause, *(c for c in clause.children if c.dep_ in {"aux", "auxpass"})]
    if any(t.lower_ == "have" for t in tensed[1:]):
        return False
    return any(t.lower_ in LOOK_AHEAD or t.tag_ in PRESENT for t in tensed)


def _is_conceded(condition: Token) -> bool:
    """Whether a condition makes no difference: "even if", "whether or not"."""
    return any(child.lower_ in {"even", "whether"} for child in condition.lefts)


def _asks(clause: Token) -> bool:
    """Whether a clause is a question that can be answered by no, unlike "why did they attack?" and "he left?"."""
    if not any(t.text == "?" and t.i > clause.i for t in _marks(clause)):
        return False
    if any(t.tag_ in QUESTION_WORDS for asked in clause.lefts for t in asked.subtree):
        return False
    doer = next((c for c in clause.children if c.dep_ in DOERS), None)
    first = next((c for c in clause.lefts if c.dep_ in {"aux", "auxpass"}), clause)
    return doer is None or first.i < doer.i


def _marks(clause: Token) -> Iterator[Token]:
    yield from clause.children
    if clause.dep_ in {"ccomp", "parataxis"}:
        yield from (t for t in clause.head.children if t.i > clause.i and t.i < clause.right_edge.i + 3)


def commands(clause: Token) -> bool:
    """Whether a clause is an imperative."""
    if clause.tag_ != "VB" or clause.lemma_ in UNCOMMANDED or not is_verb(clause):
        return False
    helped = any(c.dep_ in DOERS or c.dep_ == "mark" for c in clause.children)
    if helped or any(c.dep_ == "aux" and c.lower_ not in {"do", "dont"} for c in clause.children):
        return False
    return clause.dep_ in {"ROOT", "parataxis", "ccomp"} or any(c.lower_ == "please" for c in clause.lefts)
