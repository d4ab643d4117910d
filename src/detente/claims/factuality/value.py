"""How surely: FactBank's value of an act as the report tells it, and PLOVER's four auxiliary modes.

The value starts at certain. From the act's word upwards, what stands beside each verb (negation, modals) and what
each stands under (the predicates of `knowledge/data/embedding.csv`) weakens or turns it, up to the clause that a
teller vouches for: who says it is the question of `tellers`, how surely they say it is the question here.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.claim import Auxiliary, Factuality
from detente.claims.factuality.ahead import to_come
from detente.claims.factuality.bound import clause_above, is_of_nobody, not_yet
from detente.claims.factuality.degree import Openness, degree
from detente.claims.factuality.embedding import step_over
from detente.claims.factuality.modal import modals_beside
from detente.claims.factuality.mood import mood
from detente.claims.factuality.negation import denial, is_scarce
from detente.claims.factuality.phrases import is_answered, is_under_suspicion, stands_anyway
from detente.claims.factuality.predicates import POS, is_phrase_for, lends
from detente.claims.factuality.reasons import denies, granted, makes
from detente.claims.factuality.step import Step
from detente.claims.relations.arguments import light_verb
from detente.claims.syntax import ancestors, is_verb
from detente.knowledge.modality import Signature, Value, commitments, signature
from detente.knowledge.words import words

_CERTAINTY = {"CT": 3, "PR": 2, "PS": 1}
_BY_CERTAINTY = {number: name for name, number in _CERTAINTY.items()}
_BY_COMMITMENT = {
    "certain": Signature("CT+", "Uu"), "probable": Signature("PR+", "PR-"), "possible": Signature("PS+", "PS-"),
    "unknown": Signature("Uu", "Uu"), "denies": Signature("CT-", "CT+"), "doubts": Signature("PR-", "PR+"),
}  # fmt: skip
"""What a cue of telling lends where it has no signature of its own."""
_OPEN = Signature("Uu", "Uu")
_KEEPS = Signature("CT+", "Uu")
_BY_FORM = {
    "inf": _OPEN, "subjunctive": _OPEN, "aim": _OPEN, "whether": _OPEN, "ing": _KEEPS, "that": _KEEPS,
    "to be": Signature("PR+", "PR-", "future"), "purpose": Signature("PS+", "Uu"),
    "purpose done": Signature("PR+", "Uu"), "result": Signature("CT+", "CT-"),
}  # fmt: skip
"""What a predicate lends that no table has: what one only does something to, or asks about, need not be so."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUXILIARIES = frozenset({"aux", "auxpass"})
SETTLES = words("settles the future")
TOGETHER = 2
HIGHEST = 8
"""Steps after which a sentence is too deep to say more."""


@dataclass(frozen=True, slots=True)
class Reality:
    """How real an act is said to be, and the words that say so."""

    factuality: Factuality
    auxiliary: tuple[Auxiliary, ...]
    why: tuple[str, ...]
    openness: Openness | None = None
    """What leaves it open, where something does."""

    @property
    def degree(self) -> float:
        """How real, as one number from -3 (certainly not) to 3 (certainly so)."""
        return degree(self.factuality, self.auxiliary, self.openness)


class _Value:
    """A FactBank value on its way up the sentence."""

    def __init__(self) -> None:
        self.certainty = 3
        self.positive = True
        self.settled = False
        self.auxiliary: list[Auxiliary] = []
        self.openness: Openness | None = None
        self.why: list[str] = []

    def lend(
        self, value: Value, why: str, auxiliary: Auxiliary | None = None, openness: Openness | None = None
    ) -> None:
        """Takes on the value of a word above."""
        self.why.append(why)
        if auxiliary and value != "CT+":
            self.auxiliary.append(auxiliary)
        certainty = _CERTAINTY.get(value[:2], 0)
        if certainty <= self.certainty and value[:2] != "CT":
            is_guess = certainty == self.certainty == _CERTAINTY["PR"] and "future" in self.auxiliary
            self.openness = "supposition" if is_guess and auxiliary is None else openness
        self.certainty = min(self.certainty, certainty)
        if value.endswith("-"):
            self.positive = not self.positive

    def lend_signed(self, word: str, lent: Signature, *, denied: bool, openness: Openness | None) -> None:
        """Takes on what a modal or a predicate lends, and what leaves it open if no supposition does."""
        value = lent.value(negated=denied)
        if value != "CT+" or denied:
            why = makes(word, value, denied=denied, future=lent.auxiliary == "future")
            self.lend(value, why, lent.auxiliary, "supposition" if lent.auxiliary == "hypothetical" else openness)

    def settle(self, why: str) -> None:
        """Takes it that the act is presupposed, whatever becomes of the words above."""
        self.settled = True
        self.why.append(why)

    def result(self) -> Reality:
        """The value reached."""
        self.auxiliary += [] if self.positive else ["negation"]
        sign = "+" if self.positive else "-"
        factuality = Factuality(_BY_CERTAINTY[self.certainty] + sign) if self.certainty else Factuality.UNKNOWN
        return Reality(factuality, tuple(dict.fromkeys(self.auxiliary)), tuple(self.why), self.openness)


def reality(trigger: Token) -> Reality:
    """The factuality of what a trigger states."""
    value = _Value()
    token = _judged(trigger)
    aside = denial(token.head) if token.dep_ in {"pobj", "pcomp"} else None
    if aside is not None:
        value.lend("CT-", denies(aside))
    if not is_verb(token):
        _described(token, value)
    _look_beside(token, value, counted=False)
    value.settled = is_under_suspicion(token)
    if not value.settled and not stands_anyway(token):
        token = _climb(token, value)
    _framed(token, value)
    return value.result()


def _judged(trigger: Token) -> Token:
    """The word to judge for a trigger: the verb of an auxiliary, also of the "going" of "is going to"."""
    if trigger.dep_ in {"aux", "auxpass"}:
        return trigger.head
    if trigger.lower_ == "going" and any(c.lower_ in {"is", "are", "'s", "'re", "am", "'m"} for c in trigger.lefts):
        return next((c for c in trigger.rights if c.dep_ == "xcomp"), trigger)
    return trigger


def _climb(token: Token, value: _Value) -> Token:
    """Goes up from an act's word as far as there are words with a say; the clause at the top."""
    carrier: Token | None = None
    for _ in range(HIGHEST):
        step = step_over(token)
        if step is None or not _lent(step, value) or step.above is None:
            break
        if token.dep_ == "conj":
            token = _unjoined(token, value)
            continue
        token = step.above
        _look_beside(token, value, counted=step.predicate is not None or token == carrier)
        carrier = light_verb(step.predicate) if step.predicate is not None else None
    return token


def _described(noun: Token, value: _Value) -> None:
    """What a noun's own words say of it: "no talks", "any attack", "the planned visit"."""
    denying = denial(noun)
    if denying is not None:
        value.lend("CT-", denies(denying))
    if is_scarce(noun):
        value.lend("PR-", "there is next to nothing of it")
    if noun.dep_ in {"compound", "nmod"} and noun.pos_ != "PROPN" and lends(noun.head, ("compound",)) is None:
        value.openness = "kind"
    for child in noun.lefts:
        if child.lower_ == "any" and child.dep_ == "det" and denying is None:
            value.lend("Uu", "“any” speaks of none in particular", openness="supposition")
        elif child.dep_ == "amod":
            found = signature((child.lower_, child.lemma_.lower()), "a", ("noun",))
            if found is not None:
                value.lend_signed(child.text, found, denied=False, openness=_aim(child, found))


def _look_beside(verb: Token, value: _Value, *, counted: bool) -> None:
    """What a verb's own modals and negation do; `counted` where the negation has been taken with its predicate."""
    if not is_verb(verb):
        return
    beside = denial(verb)
    denying = None if counted else beside
    for word, modal in modals_beside(verb):
        if counted and beside is not None and modal.negated == "CT-":
            continue
        value.lend_signed(word, modal, denied=denying is not None, openness="aim" if modal.affirmed == "Uu" else None)
        value.positive = value.positive != (denying is not None and modal.negated == "Uu")
        denying = None
    if denying is not None:
        value.lend("CT-", denies(denying))
    coming = to_come(verb)
    if coming is not None:
        value.lend("PR+", makes(coming.text, "PR+", future=True), "future")


def _unjoined(token: Token, value: _Value) -> Token:
    """The first of several joined verbs; the bare ones after it share its modals, those after "or" its negation."""
    first = _nearest_bare(token) or token.head
    while first.dep_ == "conj" and is_verb(first.head) == is_verb(first):
        first = first.head
    if is_verb(token) and (
        (not is_verb(first) and token.tag_ != "VBG") or (_is_finite(token) and not _is_finite(first))
    ):
        return next((above for above in ancestors(first) if _is_finite(above)), first)
    joined_by = {c.lower_ for c in _joining(token)}
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    if "than" in joined_by or ("nor" in joined_by and own_subject):
        value.lend("CT-", denies("nor" if own_subject else "than"))
    if not is_verb(token) or own_subject:
        return first
    if token.tag_ == "VB" and not any(c.dep_ == "aux" for c in token.children):
        for word, modal in modals_beside(first):
            value.lend_signed(word, modal, denied=False, openness="aim" if modal.affirmed == "Uu" else None)
    denying = denial(first)
    if denying is not None and joined_by & {"or", "nor"}:
        value.lend("CT-", denies(denying))
    return first


def _joining(token: Token) -> list[Token]:
    """The conjunction nearest before a joined word, with one before that where they stand together: "but nor"."""
    before = sorted(c for c in (*token.children, *token.head.children) if c.dep_ == "cc" and c.i < token.i)
    return [c for c in before if before[-1].i - c.i < TOGETHER]


def _is_finite(verb: Token) -> bool:
    return is_verb(verb) and any(t.tag_ in FINITE for t in (verb, *(c for c in verb.children if c.dep_ in AUXILIARIES)))


def _nearest_bare(verb: Token) -> Token | None:
    """The infinitive that a bare verb goes on from, where the parser joins it to another: "has to come and sign"."""
    if verb.tag_ != "VB" or verb.head.tag_ in {"VB", "MD"} or any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return None
    between = [t for t in verb.doc[verb.head.i + 1 : verb.i] if t.tag_ == "VB" and is_verb(t)]
    return between[-1] if between else None


def _lent(step: Step, value: _Value) -> bool:
    """Whether the way goes on after a predicate has lent its value."""
    predicate = step.predicate
    if predicate is None:
        return True
    pos = POS.get(predicate.pos_, "")
    found = lends(predicate, step.under)
    commitment = commitments().get((predicate.lemma_.lower(), pos))
    is_cue = commitment is not None and not is_phrase_for(predicate, step.under)
    told = is_cue and step.under[0] in {"that", "whether", "ing"}
    if found is None and told:
        found = _BY_COMMITMENT[commitment or "certain"]
    if found is None:
        found = _BY_FORM.get(step.under[-1])
    if found is None:
        return True
    if found.presupposes:
        value.settle(granted(predicate.text))
        return False
    value.lend_signed(predicate.text, found, denied=_is_denied(step, predicate), openness=_aim(predicate, found))
    return not told or is_answered(predicate)


def _is_denied(step: Step, predicate: Token) -> bool:
    """Whether a predicate is denied itself or by the verb that joins or carries it: "is not likely", "has no right"."""
    joins = step.above if step.above is not None and step.above != predicate else light_verb(predicate)
    return denial(predicate) is not None or is_scarce(predicate) or (joins is not None and denial(joins) is not None)


def _aim(predicate: Token, lent: Signature) -> Openness | None:
    """Whether a predicate says that somebody aims at what stands under it, and has not settled it."""
    settled = predicate.lemma_.lower() in SETTLES
    return "aim" if lent.affirmed == "Uu" or (lent.auxiliary == "future" and not settled) else None


def _framed(top: Token, value: _Value) -> None:
    """What the clause at the top is: a condition, a question, a command, or bound to a clause that is not told."""
    found = mood(top)
    if found is not None:
        value.lend(found.value, found.why, found.auxiliary, found.openness)
        return
    if is_of_nobody(top):
        value.lend("CT-", denies(top.head.text))
    coming = not_yet(top)
    if coming is not None:
        value.lend("PS+", f"“{coming.text}” sets it after what is told", "future", "supposition")
    above = clause_above(top)
    if above is None or value.settled:
        return
    frame = reality(above)
    if frame.factuality in _UNREAL:
        value.lend(
            _UNREAL[frame.factuality], f"it hangs on “{above.text}”, which is not told as so", None, frame.openness
        )
        value.auxiliary += [mode for mode in frame.auxiliary if mode != "negation"]


_UNREAL: dict[Factuality, Value] = {
    Factuality.PROBABLE: "PR+", Factuality.POSSIBLE: "PS+", Factuality.UNKNOWN: "Uu",
    Factuality.PROBABLY_NOT: "PR+", Factuality.POSSIBLY_NOT: "PS+",
}  # fmt: skip
"""What an act takes on from an unreal clause that it hangs on: how sure that is, but not what it denies."""
