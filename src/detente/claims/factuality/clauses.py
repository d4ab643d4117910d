"""The step from a clause to what it hangs on: a predicate, a noun whose content it is, what is done for its sake."""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.factuality.mood import commands
from detente.claims.factuality.phrases import after_preposition
from detente.claims.factuality.predicates import is_phrase_for, lends
from detente.claims.factuality.step import Step, onward, step_under
from detente.claims.syntax import governing_verb, is_verb
from detente.knowledge.words import numbers, words

SINGLES_OUT = words("singles out a doer") | frozenset(numbers("ordinal"))
RESULTS = words("infinitives of result")
COMPLEMENTS = frozenset({"xcomp", "ccomp", "oprd", "csubj", "csubjpass", "acomp", "attr"})
QUESTION_WORDS = frozenset({"WRB", "WP", "WDT", "WP$"})
INFINITIVE = frozenset({"to", "na", "ta"})
PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
SINGULAR = frozenset({"NN", "NNP"})
NOMINAL = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})


def is_clause(token: Token) -> bool:
    """Whether a word heads a clause by where it stands, however it is tagged: "to snow", not "verge of losing"."""
    if is_verb(token):
        return token.dep_ not in NOMINAL
    return token.dep_ in {"xcomp", "advcl", "relcl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.lefts)


def over_clause(verb: Token) -> Step | None:
    """The step from the verb of a clause."""
    head, form = verb.head, _form(verb)
    if form == "wh" or (verb.dep_ == "ccomp" and commands(verb)):
        return None
    if verb.dep_ in COMPLEMENTS:
        return _complemented(verb, head, form)
    if verb.dep_ == "pcomp":
        return after_preposition(verb, ("ing",))
    if form == "inf" and (verb.dep_ == "advcl" or _is_set_off(verb)):
        return _for_a_purpose(verb)
    return _content(verb, form)


def _complemented(verb: Token, head: Token, form: str) -> Step:
    """A step to what a clause completes; a verb that no table has is done for the sake of its infinitive."""
    if form != "inf":
        return step_under(verb, head, (form,))
    if head.lemma_ == "be" and not any(c.dep_ == "acomp" for c in head.children):
        return _identified(verb, head)
    after_verb = is_verb(head) and head.i < verb.i
    step = step_under(verb, head, (form, _kind_of_purpose(verb, head)) if after_verb else (form,))
    named = step.predicate
    return onward(head) if named is not None and named != head and _is_singled_out(named, form) else step


def _for_a_purpose(infinitive: Token) -> Step:
    """A step to the verb done for a purpose; where that is over, so, as a rule, is what it was done for."""
    head = infinitive.head
    raised = not is_verb(head) or any(c.dep_ in {"auxpass", "acomp"} for c in head.children)
    if infinitive.dep_ == "advcl" and raised:
        return step_under(infinitive, head, ("inf", _kind_of_purpose(infinitive, head)))
    verb = head if is_verb(head) else governing_verb(head) or head
    phrased = [t for t in (verb, *(c for c in verb.rights if c.dep_ == "dobj")) if is_phrase_for(t, ("inf",))]
    if phrased and verb.i < infinitive.i:
        return Step(phrased[0], ("inf",), verb)
    return Step(verb, (_kind_of_purpose(infinitive, verb),), None)


def _kind_of_purpose(infinitive: Token, verb: Token) -> str:
    """Whether an infinitive says how something came out, or what it was or is done for."""
    if infinitive.lemma_ in RESULTS and (infinitive.lemma_ == "include" or verb.tag_ in {"VBD", "VBN"}):
        return "result"
    return "purpose done" if _is_over(verb) and verb.i < infinitive.i else "purpose"


def _is_over(verb: Token) -> bool:
    """Whether a verb tells what has been done: "hired", "has hired"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lower_ in PERFECT for c in verb.children))


def _is_set_off(infinitive: Token) -> bool:
    """Whether a comma parts an infinitive from the noun that the parser hangs it on: "rebels, to gain time, ..."."""
    first = infinitive.left_edge
    return infinitive.dep_ in {"acl", "relcl"} and first.i > 0 and first.nbor(-1).text == ","


def _content(verb: Token, form: str) -> Step | None:
    """A step to the noun that a clause says the content of: "a deal to withdraw", not "a deal signed in May"."""
    only_describes = verb.tag_ == "VBN" and not any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in verb.children)
    is_content = form == "inf" if verb.dep_ == "relcl" else verb.dep_ == "acl" and form != "ing" and not only_describes
    if not is_content or _is_singled_out(verb.head, form):
        return None
    to_be = form == "inf" and any(child.dep_ == "auxpass" for child in verb.children)
    return step_under(verb, verb.head, (form, "to be") if to_be else (form,))


def _is_singled_out(noun: Token, form: str) -> bool:
    """Whether a noun names who did it first, last or alone: "became the last state to ratify"."""
    return any(child.lower_ in SINGLES_OUT for child in noun.lefts) and lends(noun, (form,)) is None


def _form(verb: Token) -> str:
    """How a clause is made: "to attack", "that it attacked", "whether it attacked", "attacking", "what it attacked"."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "aux"} and child.i < verb.i}
    asked = any(child.tag_ in QUESTION_WORDS and child.lower_ != "that" for child in verb.lefts)
    if marks & INFINITIVE:
        return "whether" if asked else "inf"
    if marks & {"whether", "if"}:
        return "whether"
    if asked:
        return "wh"
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
        return "ing"
    if verb.tag_ == "VB" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return "inf"
    return "subjunctive" if _is_subjunctive(verb, marks) else "that"


def _is_subjunctive(verb: Token, marks: set[str]) -> bool:
    """Whether a clause says what is to be, whatever stands over it: "insisted that he be released"."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    first = helpers[0] if helpers else verb
    if first.tag_ != "VB":
        return False
    doer = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return first.lower_ == "be" or ("that" in marks and doer is not None and doer.tag_ in SINGULAR)


def _identified(infinitive: Token, be: Token) -> Step:
    """A step over "is to": to what the infinitive is said to be ("the aim is to"), else to the verb of a schedule."""
    named = next((c for c in be.lefts if c.dep_ == "nsubj"), None)
    if named is not None and lends(named, ("inf",)) is not None:
        return Step(named, ("inf",), be)
    between = be.doc[be.i + 1 : infinitive.i]
    scheduled = all(t.dep_ in {"aux", "auxpass", "neg", "advmod"} and t.tag_ != "WRB" for t in between)
    return step_under(infinitive, be, ("inf",)) if scheduled else Step(be, ("purpose",), None)
