"""How surely: FactBank's value of an act as the report tells it, and PLOVER's four auxiliary modes.

The value starts at certain. From the act's word upwards, what stands beside each verb (negation, modals) and what
each stands under (the predicates of `knowledge/data/embedding.csv`) weakens or turns it, up to the clause that a
teller vouches for: who says it is the question of `tellers`, how surely they say it is the question here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.claim import Auxiliary, Factuality
from detente.claims.factuality.degree import degree
from detente.claims.factuality.embedding import POS, Step, forms, step_over
from detente.claims.syntax import is_verb, negated
from detente.knowledge.modality import Signature, Value, commitments, modals, signature
from detente.knowledge.words import words

CONDITIONAL = words("conditions")
NOBODY = words("nobody")
LIFTS = words("lifts a negation")
NONE_OF = frozenset({"no", "neither"})
_CERTAINTY = {"CT": 3, "PR": 2, "PS": 1}
_BY_CERTAINTY = {number: name for name, number in _CERTAINTY.items()}
_BY_COMMITMENT = {
    "certain": Signature("CT+", "Uu"), "probable": Signature("PR+", "PR-"), "possible": Signature("PS+", "PS-"),
    "unknown": Signature("Uu", "Uu"), "denies": Signature("CT-", "CT+"), "doubts": Signature("PR-", "PR+"),
}  # fmt: skip
"""What a cue of telling lends where it has no signature of its own."""
_OPEN = Signature("Uu", "Uu")
_KEEPS = Signature("CT+", "Uu")
_BY_FORM = {"inf": _OPEN, "whether": _OPEN, "ing": _KEEPS, "that": _KEEPS, "purpose": Signature("PS+", "Uu")}
"""What a predicate lends that no table has: what one only does something to, or asks about, need not be so."""
HIGHEST = 8
"""Steps after which a sentence is too deep to say more."""


@dataclass(frozen=True, slots=True)
class Reality:
    """How real an act is said to be, and the words that say so."""

    factuality: Factuality
    auxiliary: tuple[Auxiliary, ...]
    why: tuple[str, ...]

    @property
    def degree(self) -> float:
        """How real, as one number from -3 (certainly not) to 3 (certainly so)."""
        return degree(self.factuality, self.auxiliary)


class _Value:
    """A FactBank value on its way up the sentence."""

    def __init__(self) -> None:
        self.certainty = 3
        self.positive = True
        self.auxiliary: list[Auxiliary] = []
        self.why: list[str] = []

    def lend(self, value: Value, word: str, auxiliary: str | None = None) -> None:
        """Takes on the value of a word above."""
        if value != "CT+":
            self.why.append(f"“{word}” makes it {value}")
        if auxiliary and value != "CT+":
            self.auxiliary.append(auxiliary)  # type: ignore[arg-type]
        self.certainty = min(self.certainty, _CERTAINTY.get(value[:2], 0))
        if value.endswith("-"):
            self.positive = not self.positive

    def result(self) -> Reality:
        """The value reached."""
        if self.certainty == 0:
            factuality = Factuality.UNKNOWN
        else:
            factuality = Factuality(_BY_CERTAINTY[self.certainty] + ("+" if self.positive else "-"))
            self.auxiliary += [] if self.positive else ["negation"]
        return Reality(factuality, tuple(dict.fromkeys(self.auxiliary)), tuple(self.why))


def reality(trigger: Token) -> Reality:
    """The factuality of what a trigger states."""
    value = _Value()
    if trigger.dep_ in {"aux", "auxpass"}:
        trigger = trigger.head
    if not is_verb(trigger):
        _described(trigger, value)
    _look_beside(trigger, value, counted=False)
    token = trigger
    for _ in range(HIGHEST):
        step = step_over(token)
        if step is None or not _lent(step, value) or step.above is None:
            break
        if token.dep_ == "conj":
            token = _unjoined(token, value)
            continue
        token = step.above
        _look_beside(token, value, counted=step.predicate is not None)
    _framed(token, value)
    return value.result()


def _described(noun: Token, value: _Value) -> None:
    """What a noun's own words say of it: "no talks", "any attack", "the planned visit"."""
    if negated(noun):
        value.lend("CT-", "no")
    for child in noun.lefts:
        if child.lower_ == "any" and child.dep_ == "det" and not value.why:
            value.lend("Uu", "any")
        elif child.dep_ == "amod":
            found = signature((child.lower_, child.lemma_.lower()), "a", ("noun",))
            if found is not None:
                value.lend(found.affirmed, child.text, found.auxiliary)


def _look_beside(verb: Token, value: _Value, *, counted: bool) -> None:
    """What a verb's own modals and negation do; `counted` where the negation has been taken with its predicate."""
    if not is_verb(verb):
        return
    denied = not counted and _denied(verb)
    spoken = _modals(verb)
    for word, modal in spoken:
        value.lend(modal.value(negated=denied), f"not {word}" if denied else word, modal.auxiliary)
        denied = False
    if denied:
        value.lend("CT-", "not")


def _denied(verb: Token) -> bool:
    nobody = any(
        child.dep_ in {"nsubj", "nsubjpass"}
        and (child.lower_ in NOBODY or any(c.lower_ in NONE_OF for c in child.lefts))
        for child in verb.children
    )
    return nobody or (negated(verb) and not _no_longer(verb) and not _lifted(verb))


def _lifted(verb: Token) -> bool:
    """Whether a negation denies only how or till when: "did not only attack", "did not withdraw until Tuesday"."""
    beside = [*verb.children, *(m for c in verb.children if c.dep_ == "advcl" for m in c.lefts)]
    return any(word.lower_ in LIFTS and word.dep_ in {"advmod", "prep", "mark", "preconj"} for word in beside)


def _no_longer(verb: Token) -> bool:
    return any(child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children) for child in verb.children)


def _modals(verb: Token) -> list[tuple[str, Signature]]:
    """The modal words beside a verb, "would have" as one."""
    perfect = any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
    found: list[tuple[str, Signature]] = []
    for child in verb.children:
        if child.dep_ not in {"aux", "advmod", "prep", "npadvmod"}:
            continue
        forms = [f"{child.lower_} have"] if perfect and child.dep_ == "aux" else []
        forms += [" ".join(t.lower_ for t in child.subtree), child.lower_]
        modal = next((modals()[form] for form in forms if form in modals()), None)
        if modal is not None:
            found.append((child.text, modal))
    return found


def _unjoined(token: Token, value: _Value) -> Token:
    """The first of several joined verbs; the bare ones after it share its modals, those after "or" its negation."""
    first = token.head
    while first.dep_ == "conj" and is_verb(first.head) == is_verb(first):
        first = first.head
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    if not is_verb(token) or own_subject:
        return first
    if token.tag_ == "VB" and not any(c.dep_ == "aux" for c in token.children):
        for word, modal in _modals(first):
            value.lend(modal.affirmed, word, modal.auxiliary)
    if any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in token.head.children) and _denied(first):
        value.lend("CT-", "not")
    return first


def _lent(step: Step, value: _Value) -> bool:
    """Whether the way goes on after a predicate has lent its value."""
    predicate = step.predicate
    if predicate is None:
        return True
    pos = POS.get(predicate.pos_, "")
    found = signature(forms(predicate), pos, step.under)
    commitment = commitments().get((predicate.lemma_.lower(), pos))
    told = commitment is not None and step.under[0] in {"that", "whether", "ing"}
    if found is None and told:
        found = _BY_COMMITMENT[commitment or "certain"]
    if found is None:
        found = _BY_FORM.get(step.under[-1])
    if found is None:
        return True
    if found.presupposes:
        return False
    denied = _denied(predicate) or (step.above is not None and step.above != predicate and _denied(step.above))
    value.lend(found.value(negated=denied), f"not {predicate.text}" if denied else predicate.text, found.auxiliary)
    return not told


def _framed(top: Token, value: _Value) -> None:
    """What the clause at the top is: a condition, a question, a command."""
    if _is_condition(top):
        value.lend("Uu", "if", "hypothetical")
    elif any(_is_condition(child) for child in top.children) and _looks_ahead(top):
        value.lend("PS+", "if", "hypothetical")
    elif _asks(top):
        value.lend("Uu", "?")
    elif _commands(top):
        value.lend("Uu", "the imperative")


def _is_condition(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONDITIONAL for c in clause.children)


def _looks_ahead(verb: Token) -> bool:
    return any(child.lower_ in {"would", "will", "could", "'ll", "might", "may"} for child in verb.children)


def _asks(top: Token) -> bool:
    """Whether a clause is a question that can be answered by no; "why did they attack?" cannot."""
    clause = list(_clause(top))
    if not any(t.text == "?" for t in clause):
        return False
    return not any(t.tag_ in {"WRB", "WP", "WDT", "WP$"} and t.head == top for t in clause)


def _clause(top: Token) -> Iterator[Token]:
    yield from top.children
    if top.dep_ in {"ccomp", "parataxis"}:
        yield from (t for t in top.head.children if t.i > top.i and t.i < top.right_edge.i + 3)


def _commands(top: Token) -> bool:
    if top.tag_ != "VB" or top.dep_ not in {"ROOT", "parataxis"} or not is_verb(top):
        return False
    return not any(child.dep_ in {"nsubj", "nsubjpass", "aux", "expl", "csubj"} for child in top.children)
