"""What an act becomes under the words above it: "agreed to meet" is an agreement, "refused to meet" a rejection.

A trigger is followed upwards through objects, infinitives and that-clauses; each shifter of the lexicon that it
meets changes its type and takes over its actor. What stays inside another act is not claimed on its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from detente.claims.document import Sentence
from detente.claims.relations.arguments import light_verb
from detente.claims.relations.triggers import Found, ShifterHit, TriggerHit, shifter_at, trigger_at, triggers_at
from detente.claims.syntax import is_verb, negated
from detente.knowledge.lexicon import Frame
from detente.knowledge.modality import commitments
from detente.knowledge.plover import COOPERATIVE
from detente.knowledge.words import words

CLIMBS = frozenset(
    {"dobj", "xcomp", "ccomp", "pcomp", "pobj", "prep", "nsubjpass", "attr", "conj", "agent", "dative", "oprd", "acomp"}
)
ENCLOSES = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "SANCTION", "CONCEDE", "RETREAT", "OBSERVE"}
)
"""Types whose object or complement is no act of its own: "urged Iran to release the crew" claims no release."""
DONE_TO_SOMEBODY = frozenset({"SANCTION", "COERCE", "ASSAULT"})
"""Types whose announcement threatens; troops that will be deployed, crowds that will march keep their type."""
SAID = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE", "OBSERVE"})
"""Types that stay what they are in the future: "will ask" is asking."""
STEPS = 6
SETS_BESIDE = words("sets beside")
GOES_ON = words("goes on")


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger with everything above it that changes what it is."""

    type: str
    mode: str | None
    frame: Frame
    found: Found
    core: Token
    words: tuple[Token, ...]
    inner: Act | None
    specificity: float
    why: tuple[str, ...]
    refused: bool = False
    """Whether the words that negate it are what makes its type: "will not withdraw" is a rejection, and certain."""


def acts(sentence: Sentence, find: Callable[[Token], TriggerHit | None] = trigger_at) -> list[Act]:
    """The acts that a sentence states, each once, outermost form first in the order of the text."""
    hits = {token.i: hit for token in sentence.tokens() if (hit := find(token)) is not None}
    used = {word.i for hit in hits.values() for word in hit.found.words if word != hit.found.head}
    bases = [hit for index, hit in hits.items() if index not in used]
    composed = [_compose(_base(hit)) for hit in bases]
    heads = {act.found.head.i: act for act in composed}
    return [act for act in composed if not _enclosed(act, heads)]


def others(act: Act) -> Iterator[Act]:
    """What else the same word may state, where the first has no parties: less specific patterns, in their order."""
    for word in dict.fromkeys((act.core, *act.words)):
        for hit in triggers_at(word):
            if act.inner is None and hit.trigger.frame != act.frame:
                yield _compose(_base(hit))


def _base(hit: TriggerHit) -> Act:
    trigger = hit.trigger
    return Act(
        type=trigger.type,
        mode=trigger.mode,
        frame=trigger.frame,
        found=hit.found,
        core=hit.found.head,
        words=hit.found.words,
        inner=None,
        specificity=trigger.pattern.specificity,
        why=(f"“{trigger.pattern.written}” states {trigger.type}",),
    )


def _compose(act: Act) -> Act:
    """The act under every shifter above it, and in the future if its verb is."""
    start = _carrier(act.found.head)
    if is_future(start) and act.type not in SAID:
        act = _refused(act) if _is_negated(start) and act.type in COOPERATIVE else _promised(act)
    for above in _above(act.found.head):
        hit = shifter_at(above, act.type)
        if hit is not None and act.core not in hit.found.words[:1]:
            act = _shifted(act, hit)
        elif is_verb(above) and not is_verb(act.core) and above != start:
            break
    return act


def _shifted(act: Act, hit: ShifterHit) -> Act:
    return replace(
        act,
        type=hit.shifter.gives,
        mode=hit.shifter.mode,
        frame=hit.shifter.frame,
        found=hit.found,
        words=hit.found.words,
        inner=act,
        specificity=act.specificity + 1,
        why=(*act.why, f"under “{hit.shifter.pattern.written}” it is {hit.shifter.gives}"),
    )


def _promised(act: Act) -> Act:
    """PLOVER 0.8: a cooperative act in the future is AGREE, one that will be done to somebody THREATEN."""
    gives = "AGREE" if act.type in COOPERATIVE else "THREATEN" if act.type in DONE_TO_SOMEBODY else act.type
    return replace(act, type=gives, mode=None, why=(*act.why, f"in the future it is {gives}"))


def _is_negated(verb: Token) -> bool:
    """Whether a verb is negated, or its subject is ("neither Kenya nor Uganda would sign")."""
    return negated(verb) or any(c.lower_ == "neither" for s in verb.children if s.dep_ == "nsubj" for c in s.children)


def _refused(act: Act) -> Act:
    """PLOVER 0.8: a cooperative act that "will not" be done is REJECT."""
    return replace(
        act, type="REJECT", mode=None, refused=True, why=(*act.why, "in the future and negated it is REJECT")
    )


def is_future(verb: Token) -> bool:
    """Whether a verb is set in the future: "will", "would" (reported), "is to", "is going to"."""
    if any(
        child.dep_ == "aux" and child.lower_ in {"will", "'ll", "’ll", "would", "wo", "shall"}
        for child in verb.children
    ):
        return not any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
    if verb.dep_ == "conj" and is_verb(verb.head) and verb.tag_ == "VB":
        return is_future(verb.head)
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        head = verb.head
        if head.lemma_ in {"be", "go"}:
            return head.tag_ == "VBG" if head.lemma_ == "go" else head.tag_ in {"VBZ", "VBP", "VBD"}
        return head.lemma_ in GOES_ON and is_future(head)
    return False


def _carrier(head: Token) -> Token:
    """The verb that carries a nominal act, else the head itself."""
    if is_verb(head):
        return head
    return light_verb(head) or head


def _above(token: Token) -> Iterator[Token]:
    """The words above a token that can change what it says, nearest first, within its clause and its complements."""
    for _ in range(STEPS):
        head = token.head
        to_noun = token.dep_ in {"acl", "relcl"} and token.tag_ in {"VB", "VBG"} and head.pos_ == "NOUN"
        purpose = token.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
        if head == token or not (token.dep_ in CLIMBS or to_noun or purpose):
            return
        if token.dep_ == "conj" and is_verb(token) != is_verb(head):
            return
        if token.dep_ == "prep" and token.lower_ in SETS_BESIDE:
            return
        if token.dep_ == "prep" and is_verb(head) and (between := _just_before(token)) is not None:
            yield between
        if token.dep_ != "conj":
            yield head
        token = head


def _just_before(preposition: Token) -> Token | None:
    """The object before a preposition that the parser hangs on the verb: "announced a halt to its raids"."""
    before = preposition.nbor(-1) if preposition.i else preposition
    return before if before.dep_ == "dobj" and before.head == preposition.head else None


def _denies(above: Token) -> bool:
    return commitments().get((above.lemma_.lower(), "v")) == "denies"


def _enclosed(act: Act, heads: dict[int, Act]) -> bool:
    """Whether an act stands inside another and is not claimed on its own."""
    own = {word.i for word in act.words}
    token = _carrier(act.found.head)
    for above in _above(token):
        outer = heads.get(above.i)
        if outer is None or outer is act:
            continue
        if outer.found.head.i in own and outer.specificity >= act.specificity and outer.core != act.core:
            return True
        if outer.type in ENCLOSES and above.i not in own and not (_denies(above) and is_verb(act.core)):
            return True
    return False
