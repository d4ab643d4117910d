"""The first relation reader: syntax and the lexicon, nothing learned.

An act of the sentence becomes a relation where its frame's slots hold known parties. Confidence falls with each
step between the trigger and its parties; it is a calibrated rank, not yet a probability from data.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from detente.claims.document import Document, Mention, Sentence
from detente.claims.relations.arguments import fill
from detente.claims.relations.composition import Act, acts
from detente.claims.relations.pairs import judge_pair
from detente.claims.relations.relation import PairJudgement, Relation
from detente.claims.syntax import patients

LEXICON_VERSION = "2026.1"
SURE = 0.95
STEP_COST = 0.06
"""What each step between a trigger and a party takes from the confidence."""


class LexicalReader:
    """Reads relations from the parse with the lexicon's frames."""

    name = f"lexicon {LEXICON_VERSION}"

    def relations(self, document: Document, sentence: Sentence) -> list[Relation]:
        """The relations between the parties mentioned in a sentence, in the order of the text."""
        found: list[Relation] = []
        for act in acts(sentence):
            for relation in _relations(document, sentence, act):
                if not any(_same(relation, other) for other in found):
                    found.append(relation)
        return found

    def judge(self, sentence: Sentence, source: Mention | None, target: Mention | None) -> PairJudgement:
        """The likeliest type of what `source` did to or with `target`."""
        return judge_pair(acts(sentence), source, target)


def _same(one: Relation, other: Relation) -> bool:
    return (
        one.type == other.type
        and {p.code for p in one.actors} == {p.code for p in other.actors}
        and {p.code for p in one.recipients} == {p.code for p in other.recipients}
        and abs(one.trigger - other.trigger) < 4
    )


def _relations(document: Document, sentence: Sentence, act: Act) -> list[Relation]:
    actors, cost = _actors(sentence, act)
    if act.frame.arrow == "<>":
        return _reciprocal(sentence, act, actors, cost)
    if not actors:
        return []
    recipients, recipient_cost = _recipients(document, sentence, act, frozenset(p.code for p in actors if p.code))
    if not recipients and act.frame.arrow != ">?":
        return []
    cost += recipient_cost
    if act.frame.arrow != ">*":
        return [_relation(sentence, act, actors, recipients, cost)]
    codes = {p.code for p in recipients}
    visitors = [p for p in actors if p.code not in codes]
    return [
        _relation(sentence, act, tuple(p for p in visitors if p.code == code), recipients, cost)
        for code in dict.fromkeys(p.code for p in visitors)
    ]


def _actors(sentence: Sentence, act: Act) -> tuple[tuple[Mention, ...], int]:
    if "host" in act.frame.actors:
        hosts = _hosts(sentence, act)
        direct = fill(sentence, tuple(s for s in act.frame.actors if s != "host"), act.found)
        return (direct.parties, direct.depth) if direct.parties else (hosts, 2)
    filled = fill(sentence, act.frame.actors, act.found)
    return filled.parties, filled.depth


def _hosts(sentence: Sentence, act: Act) -> tuple[Mention, ...]:
    """Who lets an institution abroad do something: the state it stands in."""
    standing = [sentence.mentions[t.i] for t in patients(act.found.head) if t.i in sentence.mentions]
    return tuple(
        replace(
            m, country=m.host, sector="GOV", office=None, person=None, role=None, refers_to=f"where {m.text} stands"
        )
        for m in standing
        if m.host
    )


def _recipients(
    document: Document, sentence: Sentence, act: Act, without: frozenset[str]
) -> tuple[tuple[Mention, ...], int]:
    for slot in act.frame.recipients:
        if slot == "inner":
            inner = _inner_parties(document, sentence, act, without)
            if inner:
                return inner, 1
        elif slot == "host":
            host = _occasion_host(document, sentence, act.found.head, without)
            if host:
                return host, 1
        else:
            filled = fill(sentence, (slot,), act.found, without=without)
            if filled.parties:
                return filled.parties, filled.depth
    return (), 0


def _inner_parties(document: Document, sentence: Sentence, act: Act, without: frozenset[str]) -> tuple[Mention, ...]:
    """The other party of the act that a shifter takes: its recipient, else its actor."""
    if act.inner is None:
        return ()
    recipients, _ = _recipients(document, sentence, act.inner, without)
    if recipients:
        return recipients
    actors, _ = _actors(sentence, act.inner)
    return tuple(p for p in actors if p.code not in without)


def _occasion_host(document: Document, sentence: Sentence, verb: Token, without: frozenset[str]) -> tuple[Mention, ...]:
    """Who holds what is attended ("the parade")."""
    for noun in patients(verb):
        for occasion in reversed(document.occasions):
            if (
                occasion.host is not None
                and occasion.sentence <= sentence.index
                and (occasion.sentence, occasion.root) <= (sentence.index, noun.i)
                and (occasion.root == noun.i or occasion.sentence < sentence.index)
                and occasion.host.code not in without
            ):
                return (occasion.host,)
    return ()


def _reciprocal(sentence: Sentence, act: Act, actors: tuple[Mention, ...], cost: int) -> list[Relation]:
    others = fill(sentence, act.frame.recipients, act.found, without=frozenset(p.code for p in actors if p.code))
    together = (*actors, *others.parties)
    if len({p.code for p in together}) < 2:
        return []
    return [_relation(sentence, act, together, (), cost + others.depth, reciprocal=True)]


def _relation(
    sentence: Sentence,
    act: Act,
    actors: tuple[Mention, ...],
    recipients: tuple[Mention, ...],
    cost: int,
    *,
    reciprocal: bool = False,
) -> Relation:
    referred = sum(1 for party in (*actors, *recipients) if party.refers_to)
    return Relation(
        sentence=sentence.index,
        trigger=act.found.head.i,
        words=tuple(word.i for word in act.words),
        type=act.type,
        mode=act.mode,
        actors=actors,
        recipients=recipients,
        reciprocal=reciprocal,
        core=act.core.i,
        confidence=max(
            0.05,
            SURE
            - STEP_COST * (cost + 0.5 * referred)
            - (0.1 if act.specificity == 0 and act.core.pos_ == "NOUN" else 0),
        ),
        why=act.why,
    )
