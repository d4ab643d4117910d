"""Under which predicate an act stands: the way from its word up the sentence, one step at a time.

Each step goes to the word that can say whether the act happened ("failed to attack", "no evidence that", "unlikely
that", "an attack is possible"), and says how the act hangs on it, which decides what the predicate lends it.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.factuality.negation import is_nobody
from detente.claims.relations.arguments import light_verb
from detente.claims.syntax import governing_verb, is_verb
from detente.knowledge.modality import signature
from detente.knowledge.words import numbers, words

COPULAS = words("copulas")
HAPPENING = words("verbs of happening")
SINGLES_OUT = words("singles out a doer") | frozenset(numbers("ordinal"))
SHARES_FATE = words("prepositions that share the fate")
AIMS = words("prepositions of aim")
SHARES_TIME = words("binds to the time of another act")
UTTERANCES = words("requests and tellings")
RESULTS = words("infinitives of result")
PRESENT = frozenset({"VBZ", "VBP"})
QUESTION_WORDS = frozenset({"WRB", "WP", "WDT", "WP$"})
INFINITIVE = frozenset({"to", "na", "ta"})
DEGREES = frozenset({"too", "enough"})
"""Adverbs that decide what an adjective says of its infinitive: "too weak to attack", "strong enough to attack"."""
POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a", "ADP": "p", "SCONJ": "p"}
"""The parts of speech of the table of predicates."""


@dataclass(frozen=True, slots=True)
class Step:
    """From an act's word to the predicate over it, and the word from which the way goes on."""

    predicate: Token | None
    under: tuple[str, ...]
    above: Token | None


def step_over(token: Token) -> Step | None:
    """The predicate that a word stands under, if it has a say."""
    head = token.head
    if head == token:
        return None
    if token.dep_ == "conj":
        return Step(None, (), head) if is_verb(token) or not is_verb(head) else None
    return _over_clause(token, head) if is_verb(token) else _over_phrase(token, head)


def _over_clause(verb: Token, head: Token) -> Step | None:
    form = _form(verb)
    if form == "wh":
        return None
    if verb.dep_ in {"xcomp", "ccomp", "oprd", "csubj", "csubjpass", "acomp", "attr"}:
        return _under(verb, head, (form,))
    if verb.dep_ == "pcomp":
        return _after_preposition(verb, head, ("ing",))
    if _is_content(verb, form):
        to_be = form == "inf" and any(child.dep_ == "auxpass" for child in verb.children)
        return None if _singled_out(head) else _under(verb, head, (form, "to be") if to_be else (form,))
    if verb.dep_ == "advcl" and form == "inf":
        purpose = "result" if _is_result(verb) else "purpose"
        return Step(head, (purpose,) if verb.i < head.i else ("inf", purpose), None)
    return None


def _is_result(verb: Token) -> bool:
    """Whether an infinitive says how something came out: "rose to close at ten", "a visit to include talks"."""
    return verb.lemma_ in RESULTS and (verb.lemma_ == "include" or verb.head.tag_ in {"VBD", "VBN"})


def _is_content(verb: Token, form: str) -> bool:
    """Whether a clause after a noun says what it is about: "a deal to withdraw", not "a deal signed in May"."""
    if verb.dep_ == "relcl":
        return form == "inf"
    only_describes = verb.tag_ == "VBN" and not any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in verb.children)
    return verb.dep_ == "acl" and form != "ing" and not only_describes


def _form(verb: Token) -> str:
    """How a clause is made: "to attack", "that it attacked", "whether it attacked", "attacking", "what it attacked"."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "aux"} and child.i < verb.i}
    if marks & INFINITIVE:
        return "inf"
    if marks & {"whether", "if"}:
        return "whether"
    if any(child.tag_ in QUESTION_WORDS and child.lower_ != "that" for child in verb.lefts):
        return "wh"
    if verb.tag_ == "VBG" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return "ing"
    return "inf" if verb.tag_ == "VB" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children) else "that"


def _singled_out(noun: Token) -> bool:
    """Whether a noun is said to be the one that does something: "the first country to recognise it" has done so."""
    return any(child.lower_ in SINGLES_OUT for child in noun.lefts)


def _under(token: Token, head: Token, under: tuple[str, ...]) -> Step:
    """A step to a head, or, from a verb that only joins, to the adjective or noun that says it ("is unlikely")."""
    if head.lemma_ in COPULAS:
        said = next((c for c in head.children if c.dep_ in {"acomp", "attr", "oprd"} and c != token), None)
        if said is not None and said.pos_ in {"ADJ", "NOUN", "VERB"}:
            return Step(said, under, head)
    if head.pos_ in {"ADJ", "NOUN"} and head.dep_ in {"acomp", "attr"} and is_verb(head.head):
        return Step(head, under, head.head)
    return Step(head, under, head)


def _over_phrase(noun: Token, head: Token) -> Step | None:
    if noun.dep_ in {"dobj", "nsubjpass", "dative"} and is_verb(head):
        has_a_say = light_verb(noun) is not None or signature(forms(head), "v", ("noun",)) is not None
        return Step(head, ("noun",), head) if has_a_say else None
    if noun.dep_ in {"nsubj", "attr"} and is_verb(head):
        return _over_subject(head)
    if noun.dep_ == "pobj":
        return _after_preposition(noun, head, ("noun",))
    if noun.dep_ in {"acomp", "oprd"}:
        return Step(None, (), head) if is_verb(head) else None
    planned = noun.dep_ in {"compound", "nmod"} and signature(forms(head), "n", ("compound",)) is not None
    return Step(head, ("compound",), head) if planned else None


def stands_anyway(noun: Token) -> bool:
    """Whether a noun is there whatever is done to it: a request that is denied has been made."""
    if noun.lemma_ not in UTTERANCES or noun.dep_ not in {"dobj", "nsubjpass"} or not is_verb(noun.head):
        return False
    over = signature(forms(noun.head), "v", ("noun",))
    return over is not None and over.affirmed == "CT-"


def clause_above(top: Token) -> Token | None:
    """The clause whose unreality an act shares without hanging on a predicate: "will leave when the talks end"."""
    if is_verb(top):
        return _clause_above_clause(top)
    takes_part = top.dep_ in {"dobj", "nsubj", "nsubjpass"} and is_verb(top.head)
    return top.head if takes_part and any(c.lower_ in {"a", "an"} for c in top.lefts) else None


def _clause_above_clause(verb: Token) -> Token | None:
    if verb.dep_ == "pcomp":
        return governing_verb(verb.head) if verb.head.lower_ in SHARES_TIME else None
    if verb.dep_ != "advcl" or not is_verb(verb.head):
        return None
    marks = {c.lower_ for c in verb.lefts if c.dep_ in {"mark", "advmod", "prep"}}
    if not marks:
        return verb.head if verb.tag_ == "VBG" else None
    tensed = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    return verb.head if marks & SHARES_TIME and any(t.tag_ in PRESENT for t in tensed) else None


def is_of_nobody(clause: Token) -> bool:
    """Whether a clause is said of nobody: "no state that attacked"."""
    return clause.dep_ == "relcl" and is_nobody(clause.head)


def _over_subject(verb: Token) -> Step | None:
    """Above an act that is a subject: "an attack is likely", "the talks took place", "there was no attack"."""
    if verb.lemma_ in COPULAS:
        said = next((c for c in verb.children if c.dep_ in {"acomp", "oprd"}), None)
        if said is not None:
            return Step(said, ("noun",), verb)
        return Step(None, (), verb)
    return Step(None, (), verb) if verb.lemma_ in HAPPENING else None


def _after_preposition(token: Token, preposition: Token, plain: tuple[str, ...]) -> Step | None:
    word = preposition.lower_
    if signature((word,), "p", plain) is not None:
        return Step(preposition, plain, None)
    head = preposition.head
    if preposition.dep_ == "agent" or head == preposition:
        return None
    carrier = light_verb(token) if not is_verb(token) else None
    if carrier is not None and carrier.i < token.i:
        return Step(None, (), carrier)
    under = (word, *plain) if is_verb(token) else (word,)
    if signature(forms(head), POS.get(head.pos_, ""), under) is not None:
        return Step(head, under, head)
    if token.dep_ == "pcomp" and word in AIMS:
        return Step(head, ("aim",), head)
    return Step(None, (), head) if token.dep_ == "pcomp" and word in SHARES_FATE else None


def forms(predicate: Token) -> tuple[str, ...]:
    """A predicate as the tables may write it: with a word beside it, as it stands, as its lemma.

    The word may be a particle ("call off"), a copula ("was able"), or the verb of an object ("take time").
    """
    lemma = predicate.lemma_.lower()
    beside = [f"{lemma} {c.lower_}" for c in predicate.children if c.dep_ in {"prt", "advmod", "acomp"}]
    if predicate.pos_ in {"ADJ", "ADV"}:
        beside += [c.lower_ for c in predicate.children if c.lower_ in DEGREES]
        beside += [f"{predicate.head.lower_} {lemma}"] if predicate.dep_ == "acomp" else []
    elif predicate.dep_ == "dobj":
        beside += [f"{predicate.head.lemma_} {lemma}"]
    return (*beside, predicate.lower_, lemma)
