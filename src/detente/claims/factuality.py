"""How surely: FactBank's value of an act as the report tells it, and PLOVER's four auxiliary modes.

The value starts at certain and is weakened or turned by what stands on the act's verb (negation, modals) and above
it (predicates of `knowledge/data/embedding.csv`), up to the clause that a teller vouches for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.claim import Auxiliary, Factuality
from detente.claims.relations.arguments import light_verb
from detente.claims.relations.composition import CLIMBS
from detente.claims.syntax import is_verb, negated
from detente.knowledge.modality import commitments, modals, signatures

_CERTAINTY = {"CT": 3, "PR": 2, "PS": 1, "Uu": 0}
_BY_CERTAINTY = {3: "CT", 2: "PR", 1: "PS"}
CONDITIONAL = frozenset({"if", "unless", "whether", "provided", "lest"})


@dataclass(frozen=True, slots=True)
class Reality:
    """How real an act is said to be, and the words that say so."""

    factuality: Factuality
    auxiliary: tuple[Auxiliary, ...]
    why: tuple[str, ...]


class _Value:
    """A FactBank value on its way up the sentence."""

    def __init__(self) -> None:
        self.certainty = 3
        self.positive = True
        self.auxiliary: list[Auxiliary] = []
        self.why: list[str] = []

    def lend(self, value: str, word: str) -> None:
        """Takes on the value of a word above."""
        if value != "CT+":
            self.why.append(f"“{word}” makes it {value}")
        if value == "Uu":
            self.certainty = 0
            return
        self.certainty = min(self.certainty, _CERTAINTY[value[:2]])
        if value[2] == "-":
            self.positive = not self.positive

    def result(self) -> Reality:
        """The value reached."""
        if not self.positive:
            self.auxiliary.append("negation")
        if self.certainty == 0:
            factuality = Factuality.UNKNOWN
        else:
            factuality = Factuality(_BY_CERTAINTY[self.certainty] + ("+" if self.positive else "-"))
        return Reality(factuality, tuple(dict.fromkeys(self.auxiliary)), tuple(self.why))


def reality(trigger: Token) -> Reality:
    """The factuality of what a trigger states."""
    value = _Value()
    if trigger.pos_ == "NOUN" and negated(trigger):
        value.lend("CT-", "no")
    start = light_verb(trigger) if not is_verb(trigger) else trigger
    if start is not None and start != trigger:
        _carried(start, value)
    for token in _upwards(start or trigger):
        _at(token, value, first=token is (start or trigger))
    _conditional(start or trigger, value)
    return value.result()


def _carried(verb: Token, value: _Value) -> None:
    signature = signatures().get((verb.lemma_.lower(), "v"))
    if signature:
        value.lend(signature[0], verb.text)


def _upwards(token: Token) -> Iterator[Token]:
    """The act's verb, then each word above it that has a say in whether it happened."""
    yield token
    for _ in range(6):
        head = token.head
        to_noun = token.dep_ in {"acl", "relcl"} and head.pos_ == "NOUN" and token.tag_ in {"VB", "VBG"}
        if head == token or not (token.dep_ in CLIMBS or to_noun):
            return
        if token.dep_ == "conj":
            token = head
            continue
        if token.dep_ == "ccomp" and (head.lemma_.lower(), "v") in commitments():
            commitment = commitments()[head.lemma_.lower(), "v"]
            if commitment == "certain":
                return
        token = head
        yield token


def _at(token: Token, value: _Value, *, first: bool) -> None:
    """What one word does: as a predicate to what is below it, then its own negation and modals."""
    pos = {"VERB": "v", "AUX": "v", "NOUN": "n", "ADJ": "a"}.get(token.pos_)
    signature = signatures().get((token.lemma_.lower(), pos)) if pos and not first else None
    if negated(token) and not (signature is None and not first and not is_verb(token)):
        value.lend(signature[1] if signature else "CT-", f"not {token.text}" if signature else "not")
    elif signature:
        value.lend(signature[0], token.text)
    for child in token.children:
        modal = modals().get(child.lower_)
        if modal is None or child.dep_ not in {"aux", "advmod"}:
            continue
        if child.lower_ == "would" and any(c.lower_ == "have" for c in token.children):
            value.lend("CT-", "would have")
            value.auxiliary.append("hypothetical")
            continue
        value.lend(modal[0], child.text)
        if modal[1] == "future":
            value.auxiliary.append("future")
        elif modal[1] == "hypothetical":
            value.auxiliary.append("hypothetical")
    _yet_to(token, value)


def _yet_to(token: Token, value: _Value) -> None:
    """What is not so far: "has yet to withdraw"."""
    if (
        token.dep_ == "xcomp"
        and token.head.lemma_ in {"have", "be"}
        and any(c.lower_ == "yet" for c in token.head.children)
    ):
        value.lend("CT-", "yet to")


def _conditional(verb: Token, value: _Value) -> None:
    clause = verb
    while clause.dep_ in {"xcomp", "conj", "ccomp"} and clause.head is not clause:
        clause = clause.head
    if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONDITIONAL for c in clause.children):
        value.certainty = 0
        value.auxiliary.append("hypothetical")
        value.why.append("in a condition")
        return
    conditions = [
        c
        for c in verb.children
        if c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in CONDITIONAL for m in c.children)
    ]
    if conditions and any(c.lower_ in {"would", "will", "could"} for c in verb.children):
        value.certainty = min(value.certainty, 1)
        value.auxiliary.append("hypothetical")
        value.why.append("only under a condition")
