"""Acts that hang on no predicate but on another clause, whose unreality they share: "will leave when the talks end"."""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.factuality.negation import is_nobody
from detente.claims.syntax import governing_verb, is_verb
from detente.knowledge.words import words

NOT_YET = words("not yet in the present")
SHARES_TIME = words("binds to the time of another act")
PRESENT = frozenset({"VBZ", "VBP"})


def clause_above(top: Token) -> Token | None:
    """The clause whose unreality an act shares."""
    if is_verb(top):
        return _clause_above_clause(top)
    if not is_verb(top.head):
        return None
    named_first = top.dep_ in {"nsubj", "nsubjpass"} and any(c.lower_ in {"a", "an"} for c in top.lefts)
    return top.head if named_first or top.dep_ == "dobj" else None


def _clause_above_clause(verb: Token) -> Token | None:
    if verb.dep_ == "pcomp":
        return governing_verb(verb.head) if verb.head.lower_ in SHARES_TIME else None
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and not _is_definite(verb.head):
        return governing_verb(verb)
    if verb.dep_ != "advcl" or not is_verb(verb.head):
        return None
    marks = _marks(verb)
    if not marks:
        return verb.head if verb.tag_ == "VBG" else None
    return verb.head if marks & SHARES_TIME and _is_present(verb) else None


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in {"a", "an", "any"}) for c in noun.lefts) or (
        noun.pos_ == "PRON"
    )


def not_yet(clause: Token) -> Token | None:
    """The word by which a clause in the present tense is still to come: "until the siege ends"."""
    if clause.dep_ != "advcl" or not _is_present(clause):
        return None
    beside = [clause.head] if clause.head.pos_ == "ADV" else []
    return next((c for c in (*clause.lefts, *beside) if c.lower_ in NOT_YET), None)


def _marks(clause: Token) -> set[str]:
    return {c.lower_ for c in clause.lefts if c.dep_ in {"mark", "advmod", "prep"}}


def _is_present(clause: Token) -> bool:
    return any(t.tag_ in PRESENT for t in (clause, *(c for c in clause.children if c.dep_ in {"aux", "auxpass"})))


def is_of_nobody(clause: Token) -> bool:
    """Whether a clause is said of nobody: "no state that attacked"."""
    return clause.dep_ == "relcl" and is_nobody(clause.head)
