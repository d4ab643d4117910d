"""What a report only presupposes: an earlier visit in "the second in six weeks", a treaty in "its 50th anniversary".

Each rule looks at how a stated claim is qualified and adds the happening that must lie behind it: `ordinal`
("the second such visit"), `since` ("the first rotation since 2019", "for the first time in 20 years"), `anniversary`
("the 60th anniversary of the treaty") and `resumption` ("resumed talks"). What is presupposed is so even where the
claim itself is denied or lies ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from detente.claims.claim import Counted, Happened, ImpliedBy
from detente.claims.document import Document, Mention, Sentence
from detente.claims.implied.commemorations import celebrated_act
from detente.claims.implied.earlier import earlier_of_several, follows, is_compared, is_round, last_before
from detente.claims.relations.arguments import parties_at
from detente.claims.relations.relation import Relation
from detente.claims.relations.triggers import PARTITIVES, TriggerHit, triggers_at
from detente.claims.syntax import governing_verb, is_verb, negated, prepositional
from detente.knowledge.words import numbers, words

ORDINALS = numbers("ordinal")
NUMBERED = re.compile(r"(\d{1,4})(?:st|nd|rd|th)", re.IGNORECASE)
_COUNTS_NO_ACT = words("ordinal counts no act")
_RECOGNISES = words("recognises a state")
_RESUMES = words("resumes")
_RESUMPTIONS = words("resumptions")
NOT_GOING_ON = frozenset({"CONCEDE", "RETREAT", "OBSERVE"})
"""Types whose resumption is their first time: a border that is reopened was open, but nobody had conceded it."""
_PERFECT = frozenset({"has", "have", "had"})
_SIDES = frozenset({"nsubj", "nsubjpass", "dobj"})
_PERSONAL = frozenset({"his", "her"})
_OWNS = frozenset({"its", "their", *_PERSONAL})


@dataclass(frozen=True, slots=True)
class Implied:
    """A happening behind a stated one."""

    by: ImpliedBy
    trigger: Token
    happened: Happened
    why: str
    type: str
    mode: str | None
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...] = ()
    reciprocal: bool = False
    counted: Counted | None = None
    """How the stated act is counted, where it is the same act: "his third visit" does not count those of his state."""


def implied_by(document: Document, sentence: Sentence, relation: Relation) -> Iterator[Implied]:
    """The earlier happenings that a stated act presupposes."""
    for noun, ordinal in _counted(sentence, relation):
        last = follows(noun)
        span = sentence.characters(noun.left_edge, last)
        after = (sentence.characters(noun, last)[0], span[1])
        compared = document.report.text[slice(*after)]
        if ordinal > 1:
            happened = earlier_of_several(document, sentence, after, ordinal)
        elif is_compared(compared):
            happened = last_before(document, sentence, after)
        else:
            continue
        written = document.report.text[slice(*span)]
        count = Counted(text=written, span=span, number=ordinal, earlier=happened, round=is_round(compared))
        yield _earlier(sentence, relation, noun, count)
    yield from _done_no_more(document, sentence, relation)
    yield from _resumed(document, sentence, relation)
    if relation.type == "OBSERVE":
        yield from _commemorated_act(document, sentence, relation)


def _earlier(sentence: Sentence, relation: Relation, noun: Token, count: Counted) -> Implied:
    """The earlier happening between the same parties, or of those that a "by" names."""
    hit = _act_of(noun)
    doers, _ = parties_at(sentence, prepositional(noun, "by"))
    same_person = any(child.lower_ in _OWNS for child in noun.lefts) or noun.lemma_.lower() == "time"
    before = relation.actors if same_person else tuple(_state_of(p) for p in relation.actors)
    others = tuple(_state_of(p) for p in relation.recipients)
    codes = {p.code for p in doers}
    actors = doers or before
    recipients = tuple(p for p in (*before, *others) if p.code not in codes) if doers else others
    type_ = hit.trigger.type if hit is not None else relation.type
    by: ImpliedBy = "ordinal" if count.number > 1 else "since"
    why = f"“{count.text}” presupposes {'an earlier one' if count.number > 1 else 'one before'}"
    same_act = type_ == relation.type and not any(child.lower_ in _PERSONAL for child in noun.lefts)
    return Implied(
        by, noun, count.earlier, why, type_, _mode(type_, hit, relation), actors, recipients,
        reciprocal=relation.reciprocal and not doers, counted=count if same_act else None,
    )  # fmt: skip


def _state_of(mention: Mention) -> Mention:
    """A party without its person: an earlier visit "by a president" may have been another's."""
    return replace(mention, person=None, office=None) if mention.person and mention.known else mention


def _mode(type_: str, hit: TriggerHit | None, relation: Relation) -> str | None:
    """The mode that the noun itself has, else that of the act it is counted with."""
    own = hit.trigger.mode if hit is not None else None
    return own or (relation.mode if type_ == relation.type else None)


def _counted(sentence: Sentence, relation: Relation) -> Iterator[tuple[Token, int]]:
    """Nouns with an ordinal that restate the act: an apposition, "its second visit", "for the first time since"."""
    trigger = sentence.token(relation.trigger)
    clause = trigger if is_verb(trigger) else governing_verb(trigger) or trigger
    for token in sentence.tokens():
        ordinal = _ordinal(token)
        if ordinal is None:
            continue
        own = token.i in relation.words or token == trigger or _measures(token, relation)
        if own or (_restates(token, trigger) and (token.i > trigger.i and token in clause.subtree)):
            yield token, ordinal


def _measures(noun: Token, relation: Relation) -> bool:
    """Whether a noun only counts the act: "a second round of talks"."""
    counted = {relation.trigger, *relation.words}
    return noun.lemma_.lower() in PARTITIVES and any(inner.i in counted for inner in prepositional(noun, "of"))


def _restates(noun: Token, trigger: Token) -> bool:
    """Whether a noun with an ordinal speaks of the act again and not of something else."""
    lemma = noun.lemma_.lower()
    if lemma == "time":
        return noun.head.lower_ == "for" and noun.head.head in {trigger, *trigger.children, trigger.head}
    if any(child.lower_ == "such" for child in noun.lefts):
        return True
    apart = noun.dep_ in {"appos", "npadvmod", "dep", "conj", "ROOT", "attr"}
    does_so = any(c.dep_ in {"relcl", "acl"} and c.lemma_ in {"do", trigger.lemma_} for c in noun.children)
    return (apart and (_act_of(noun) is not None or does_so)) or (does_so and noun.dep_ == "appos")


def _act_of(noun: Token) -> TriggerHit | None:
    """The act that a noun states, or that it only measures ("a fourth round of sanctions")."""
    nouns = [noun, *(prepositional(noun, "of") if noun.lemma_.lower() in PARTITIVES else ())]
    return next((hit for inner in nouns for hit in triggers_at(inner)), None)


def _ordinal(noun: Token) -> int | None:
    """The ordinal before a noun that can be an act; none in a name ("Second Fleet") or before "largest"."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or (lemma in _COUNTS_NO_ACT and not _measured_act(noun)):
        return None
    for child in noun.lefts:
        number = ORDINALS.get(child.text)
        numbered = NUMBERED.fullmatch(child.text)
        if (number or numbered) and not _before_superlative(child):
            return number or int(numbered.group(1) if numbered else 0)
    return None


def _measured_act(noun: Token) -> bool:
    if noun.lemma_.lower() == "time":
        return noun.head.lower_ == "for"
    return noun.lemma_.lower() in PARTITIVES and _act_of(noun) is not None


def _before_superlative(ordinal: Token) -> bool:
    following = ordinal.doc[ordinal.i + 1] if ordinal.i + 1 < len(ordinal.doc) else ordinal
    return following.tag_ in {"JJS", "RBS"} or following.text == "-"


def _done_no_more(document: Document, sentence: Sentence, relation: Relation) -> Iterator[Implied]:
    """The last time of what has not been done since: "has not tested a weapon since 2017", "no visit since the war"."""
    trigger = sentence.token(relation.trigger)
    clause = trigger if is_verb(trigger) else governing_verb(trigger) or trigger
    since = next((c for c in clause.children if c.lower_ == "since" and c.dep_ == "prep"), None)
    beside = {child.lower_ for child in clause.children}
    undone = negated(clause) or any(negated(c) for c in clause.children if c.dep_ in _SIDES)
    if since is None or not undone or "never" in beside or not beside & _PERFECT or not prepositional(clause, "since"):
        return
    after = (sentence.characters(since, since)[0], sentence.characters(since, since.right_edge)[1])
    why = f"“{document.report.text[slice(*after)]}” says when it was done last"
    actors, recipients = (tuple(_state_of(p) for p in side) for side in (relation.actors, relation.recipients))
    yield Implied(
        "since", since, last_before(document, sentence, after), why, relation.type, relation.mode, actors, recipients,
        reciprocal=relation.reciprocal,
    )  # fmt: skip


def _resumed(document: Document, sentence: Sentence, relation: Relation) -> Iterator[Implied]:
    """What went on before: "resumed talks", "agreed to reopen its embassy", "the resumption of flights"."""
    if relation.type in NOT_GOING_ON:
        return
    trigger = sentence.token(relation.trigger)
    own = {trigger.i, *relation.words, *([trigger.head.i] if trigger.pos_ == "NOUN" else [])}
    below = [t for t in trigger.subtree if t.dep_ in {"xcomp", "dobj", "pobj", "conj"} and t.i > trigger.i]
    for token in sorted({*own, *(t.i for t in below)}):
        word = sentence.token(token)
        if word.lemma_.lower() not in (_RESUMES if is_verb(word) else _RESUMPTIONS):
            continue
        act = trigger if token in own else word
        hit = next(triggers_at(word), None)
        if hit is not None and hit.trigger.type in NOT_GOING_ON:
            return
        type_ = hit.trigger.type if hit is not None else relation.type
        happened = Happened(start=None, end=document.published, precision="vague")
        yield Implied(
            "resumption", act, happened, f"“{word.text}” presupposes that it went on before", type_,
            _mode(type_, hit, relation), relation.actors, relation.recipients, reciprocal=relation.reciprocal,
        )  # fmt: skip
        return


def _commemorated_act(document: Document, sentence: Sentence, relation: Relation) -> Iterator[Implied]:
    """The act whose anniversary is kept, where it is one between the parties."""
    found = celebrated_act(document, sentence, sentence.token(relation.trigger), relation)
    if found is not None:
        why = f"“{found.text}” looks back on it"
        yield Implied(
            "anniversary", found.noun, found.happened, why, found.type, found.mode, found.actors, found.recipients,
            reciprocal=found.reciprocal,
        )  # fmt: skip


def is_first_to(trigger: Token) -> bool:
    """Whether an act is a recognition by "the first country to recognise" another, which follows its founding."""
    clause = trigger.dep_ in {"relcl", "acl", "xcomp"} and trigger.lemma_.lower() in _RECOGNISES
    return clause and any(child.lower_ == "first" for child in trigger.head.lefts)
