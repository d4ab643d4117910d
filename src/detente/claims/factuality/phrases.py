"""The step from a noun, or from a gerund after a preposition, to what it hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.factuality.predicates import is_phrase_for, lends
from detente.claims.factuality.step import COPULAS, Step, onward
from detente.claims.relations.arguments import light_verb
from detente.claims.syntax import is_verb
from detente.knowledge.words import words

HAPPENING = words("verbs of happening")
SHARES_FATE = words("prepositions that share the fate")
AIMS = words("prepositions of aim")
UTTERANCES = words("requests and tellings")
POINTING = frozenset({"the", "this", "that", "these", "those"})
PATIENTS = frozenset({"dobj", "nsubjpass"})


def over_phrase(noun: Token) -> Step | None:
    """The step from a noun."""
    head = noun.head
    if noun.dep_ == "pobj":
        return after_preposition(noun, ("noun",))
    if noun.dep_ in {"compound", "nmod"}:
        return Step(head, ("compound",), head) if lends(head, ("compound",)) is not None else None
    if not is_verb(head):
        return None
    if noun.dep_ in PATIENTS or noun.dep_ == "dative":
        return _over_object(noun, head)
    if noun.dep_ in {"nsubj", "attr"}:
        return _over_subject(noun, head)
    return onward(head) if noun.dep_ in {"acomp", "oprd"} else None


def _over_object(noun: Token, verb: Token) -> Step | None:
    """Above an act that is an object: "cancelled the talks", "rejected the claim", "held talks"."""
    under = ("telling", "noun") if noun.lemma_ in UTTERANCES else ("noun",)
    if lends(verb, under) is not None:
        return Step(verb, under, verb)
    return onward(verb) if light_verb(noun) is not None else None


def is_answered(telling: Token) -> bool:
    """Whether what is told is confirmed or rejected in the same breath: "rejected claims that ...", "were false"."""
    if not is_verb(telling.head):
        return False
    said = [c for c in telling.head.children if c.dep_ == "acomp"] if telling.dep_ == "nsubj" else []
    answers = [telling.head] if telling.dep_ in PATIENTS else said
    return any(lends(answer, ("telling",)) is not None for answer in answers)


def stands_anyway(noun: Token) -> bool:
    """Whether a noun is there whatever is done to it: a request that is denied has been made."""
    if noun.lemma_ not in UTTERANCES or noun.dep_ not in PATIENTS or not is_verb(noun.head):
        return False
    over = lends(noun.head, ("telling", "noun"))
    return over is not None and over.affirmed == "CT-"


def is_under_suspicion(noun: Token) -> bool:
    """Whether a deed is known and only somebody's part in it is open: "suspected of planning the attack"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.dep_ != "pcomp" or not _is_known(noun):
        return False
    over = lends(verb.head.head, (verb.head.lower_,))
    return over is not None and (over.affirmed, over.negated) == ("PS+", "Uu")


def _over_subject(noun: Token, verb: Token) -> Step | None:
    """Above an act that is a subject: "an attack is likely", "the talks took place", "there was no attack"."""
    if verb.lemma_ not in COPULAS:
        return onward(verb) if verb.lemma_ in HAPPENING else None
    said = next((c for c in verb.children if c.dep_ in {"acomp", "oprd"}), None)
    if said is None:
        return onward(verb)
    is_chance = lends(noun, ("that", "inf", "of")) is not None
    return Step(said, ("telling", "chance", "noun") if is_chance else ("noun",), verb)


def after_preposition(token: Token, plain: tuple[str, ...]) -> Step | None:
    """The step from what stands after a preposition: "without attacking", "accused of attacking", "by attacking"."""
    preposition = token.head
    if preposition.pos_ in {"ADP", "SCONJ"} and lends(preposition, plain) is not None:
        return Step(preposition, plain, None)
    if preposition.dep_ == "agent" or preposition.head == preposition:
        return None
    governed = _governed(token, preposition, plain)
    carrier = light_verb(token) if not is_verb(token) else None
    if governed is None and carrier is not None and carrier.i < token.i:
        return onward(carrier)
    return governed


def _governed(token: Token, preposition: Token, plain: tuple[str, ...]) -> Step | None:
    word, head = preposition.lower_, preposition.head
    if head.pos_ == "ADP" and preposition.i == head.i + 1:
        word, head = f"{head.lower_} {word}", head.head
    is_phrasal = preposition.i == head.i + 1 and is_phrase_for(head, plain)
    under = (word, *plain) if token.dep_ == "pcomp" or is_phrasal else (word,)
    found = lends(head, under)
    if found is not None:
        return None if found.affirmed in {"PS+", "CT+"} and _is_pointed_at(token) else Step(head, under, head)
    if token.dep_ != "pcomp":
        return None
    if word in AIMS and not (word == "for" and is_verb(head)):
        return Step(head, ("aim",), head)
    return onward(head) if word in SHARES_FATE else None


def _is_pointed_at(noun: Token) -> bool:
    """Whether a noun is spoken of as known, so that only somebody's part in it is open: "accused of the attack"."""
    return noun.dep_ == "pobj" and _is_known(noun)


def _is_known(noun: Token) -> bool:
    return any(c.lower_ in POINTING or c.dep_ == "poss" for c in noun.lefts)
