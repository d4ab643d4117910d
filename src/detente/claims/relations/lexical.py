"""The first relation reader: syntax and the lexicon, nothing learned.

An act of the sentence becomes a relation where its frame's slots hold known parties. Confidence falls with each
step between the trigger and its parties; it is a calibrated rank, not yet a probability from data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from detente.claims.document import Document, Mention, Sentence
from detente.claims.relations.arguments import Filled, fill, is_nominal_act, judged, parties_at
from detente.claims.relations.composition import Act, acts, others
from detente.claims.relations.pairs import judge_pair
from detente.claims.relations.relation import PairJudgement, Relation
from detente.claims.relations.speech import addressees, is_mutual, speaker
from detente.claims.syntax import is_passive, is_verb, patients, prepositional
from detente.knowledge.plover import CONFLICTUAL
from detente.knowledge.words import words

LEXICON_VERSION = "2026.1"
Place = Callable[[Document, Sentence, Act], tuple[Mention, ...]]
Side = tuple[tuple[str, ...], dict[str, Place]]
"""The slots of one side of a frame, and how those that lie beyond the act's phrase are filled."""
SURE = 0.95
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""Types that two parties can do together without either being the recipient."""
SAID_TO_OTHERS = words("said to others")
DONE_WHERE_RULED = frozenset({"COERCE", "SANCTION"})
DONE_WITH_ONES_OWN = frozenset({"AID", "MOBILIZE", "RETREAT"})
JUDGES = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Types whose object may be another act: then its doer is meant, not its victim."""
BEYOND = frozenset({"host", "teller", "addressee"})
"""Slots whose parties the sentence need not name beside the act."""
NEAR = 4
"""Within how many words two triggers of one type between the same parties are one."""
STEP_COST = 0.06
"""What each step between a trigger and a party takes from the confidence."""


class LexicalReader:
    """Reads relations from the parse with the lexicon's frames."""

    name = f"lexicon {LEXICON_VERSION}"

    def relations(self, document: Document, sentences: Sequence[Sentence]) -> list[list[Relation]]:
        """The relations between the parties mentioned in each sentence, in the order of the text."""
        return [self.stated(document, sentence) for sentence in sentences]

    def stated(self, document: Document, sentence: Sentence) -> list[Relation]:
        """The relations of one sentence, those without the recipient that they need among them as open."""
        found: list[Relation] = []
        for act in acts(sentence):
            for relation in _stated(document, sentence, act):
                if not any(_same(relation, other) for other in found):
                    found.append(relation)
        return found

    def judge(self, sentence: Sentence, source: Mention | None, target: Mention | None) -> PairJudgement:
        """The likeliest type of what `source` did to or with `target`."""
        return judge_pair(sentence, source, target)


def _same(one: Relation, other: Relation) -> bool:
    """Whether two relations say one thing: one type at one place of the text between the same parties."""
    near = one.trigger == other.trigger or abs(one.trigger - other.trigger) < NEAR
    return one.type == other.type and near and _codes_of(one) == _codes_of(other)


def _codes_of(relation: Relation) -> frozenset[str | None]:
    return frozenset(party.code for party in (*relation.actors, *relation.recipients))


def _stated(document: Document, sentence: Sentence, act: Act) -> list[Relation]:
    """The relations of an act as its best pattern has it, else as the next one whose slots hold parties."""
    found = _relations(document, sentence, act)
    if act.type in JUDGES and is_nominal_act(act.found):
        return found or _open(document, sentence, act)
    alternatives = (_relations(document, sentence, other) for other in others(act))
    return found or next((relations for relations in alternatives if relations), []) or _open(document, sentence, act)


def _open(document: Document, sentence: Sentence, act: Act) -> list[Relation]:
    """An act with a known actor whose recipient its own sentence does not name."""
    actors = _actors(document, sentence, act)
    if act.frame.arrow != ">" or not actors.parties:
        return []
    return [replace(_relation(sentence, act, actors.parties, (), actors.depth), open=True)]


def _relations(document: Document, sentence: Sentence, act: Act) -> list[Relation]:
    actors = _actors(document, sentence, act)
    if act.frame.arrow == "<>":
        return _reciprocal(document, sentence, act, actors)
    if not actors.parties:
        actors = _unsaid(sentence, act)
    if not actors.parties:
        return []
    actors = _with_featured(sentence, act, actors)
    recipients = _recipients(document, sentence, act, frozenset(p.code for p in actors.parties if p.code))
    if not recipients.parties and _is_done_together(act) and len({p.code for p in actors.parties}) > 1:
        return [_relation(sentence, act, actors.parties, (), actors.depth, reciprocal=True)]
    if not recipients.parties and act.frame.arrow != ">?":
        return []
    cost = actors.depth + recipients.depth
    if act.frame.arrow != ">*":
        sides = [actors.parties]
    else:
        codes = {p.code for p in recipients.parties}
        visitors = [p for p in actors.parties if p.code not in codes]
        sides = [tuple(p for p in visitors if p.code == code) for code in dict.fromkeys(p.code for p in visitors)]
    beyond = not BEYOND.isdisjoint({actors.slot, recipients.slot})
    found = (_relation(sentence, act, side, recipients.parties, cost) for side in sides)
    return [replace(relation, beyond=beyond) for relation in found]


def _unsaid(sentence: Sentence, act: Act) -> Filled:
    """Who did what stands in the passive with nobody named as its doer.

    "Two Kenyans were arrested in Uganda": who rules there; "American missiles were sent to Oman": whose they are.
    """
    verb = act.found.head
    if not (is_verb(verb) and is_passive(verb)) or act.inner is not None:
        return Filled((), 0, "")
    if act.type in DONE_WHERE_RULED:
        places, _ = parties_at(sentence, prepositional(verb, "in"), deep=False)
        return Filled(tuple(p for p in places if p.named_by in {"country", "capital"}), 1, "in")
    if act.type in DONE_WITH_ONES_OWN:
        owned, depth = parties_at(sentence, patients(verb), by=())
        return Filled(owned, depth + 1, "owner")
    return Filled((), 0, "")


def _is_done_together(act: Act) -> bool:
    """Whether several actors with no recipient do it with each other: they agree, they meet; they do not propose."""
    together = act.type in MUTUAL and act.type != "SUPPORT"
    said = act.found.head.lemma_.lower() in SAID_TO_OTHERS
    return together and not said and (is_verb(act.found.head) or act.inner is not None)


def _recipients(document: Document, sentence: Sentence, act: Act, without: frozenset[str]) -> Filled:
    """The parties of the recipient's slots; of what is shared with nobody named, those who are spoken to."""
    written = _filled(document, sentence, act, (act.frame.recipients, RECIPIENT_SLOTS), without)
    if written.parties or act.type not in MUTUAL or not is_mutual(act.core):
        return written
    spoken_to = tuple(p for p in addressees(document, sentence, act.core) if p.code not in without)
    return Filled(spoken_to, 1, "addressee") if spoken_to else written


def _actors(document: Document, sentence: Sentence, act: Act) -> Filled:
    """The parties of the actor's slots."""
    return _filled(document, sentence, act, (act.frame.actors, ACTOR_SLOTS), frozenset())


def _filled(document: Document, sentence: Sentence, act: Act, side: Side, without: frozenset[str]) -> Filled:
    """The parties of the first slot of a side of an act that holds any, within its phrase or beyond it."""
    slots, places = side
    for slot in slots:
        if slot in places:
            parties = tuple(p for p in places[slot](document, sentence, act) if p.code not in without)
            found = Filled(parties, 1, slot)
        else:
            found = _written(sentence, act, slot, without)
        if found.parties:
            return found
    return Filled((), 0, "")


def _written(sentence: Sentence, act: Act, slot: str, without: frozenset[str]) -> Filled:
    """The parties that an act's own phrase has in a slot; where another act is judged, those who did it."""
    if act.type in JUDGES and slot in {"obj", "in-obj"} and is_nominal_act(act.found):
        parties, depth = parties_at(sentence, judged(act.found), deep=False, without=without)
        return Filled(parties, depth + 1, slot) if parties else Filled((), 0, "")
    return fill(sentence, slot, act.found, act.frame, without)


def _with_featured(sentence: Sentence, act: Act, actors: Filled) -> Filled:
    """The actors, with those of the same side whom their gathering shows ("the event featured its militia")."""
    if not any(actor.kind == "occasion" for actor in actors.parties):
        return actors
    codes = {actor.code for actor in actors.parties}
    shown, _ = parties_at(sentence, patients(act.found.head), deep=False)
    return replace(actors, parties=(*actors.parties, *(party for party in shown if party.code in codes)))


def _hosts(_document: Document, sentence: Sentence, act: Act) -> tuple[Mention, ...]:
    """Who lets an institution abroad do something: the state it stands in."""
    standing = [sentence.mentions[t.i] for t in patients(act.found.head) if t.i in sentence.mentions]
    return tuple(
        replace(
            m,
            country=m.host,
            sector="GOV",
            office=None,
            person=None,
            role=None,
            refers_to=f"where {m.text} stands",
        )
        for m in standing
        if m.host
    )


def _inner_actors(document: Document, sentence: Sentence, act: Act) -> tuple[Mention, ...]:
    return _actors(document, sentence, act.inner).parties if act.inner is not None else ()


def _inner_parties(document: Document, sentence: Sentence, act: Act) -> tuple[Mention, ...]:
    """The other party of the act that a shifter takes: its recipient, else its actor; of a judged one its doer."""
    if act.inner is None:
        return ()
    if act.type in JUDGES and act.inner.type in CONFLICTUAL:
        return _inner_actors(document, sentence, act)
    recipients = _recipients(document, sentence, act.inner, _codes(document, sentence, act))
    return recipients.parties or _inner_actors(document, sentence, act)


def _codes(document: Document, sentence: Sentence, act: Act) -> frozenset[str]:
    return frozenset(p.code for p in _actors(document, sentence, act).parties if p.code)


def _occasion_hosts(document: Document, sentence: Sentence, act: Act) -> tuple[Mention, ...]:
    """Who holds what is attended ("the parade")."""
    for noun in patients(act.found.head):
        for occasion in reversed(document.occasions):
            here = occasion.sentence == sentence.index and occasion.root == noun.i
            if occasion.host is not None and (here or occasion.sentence < sentence.index):
                return (occasion.host,)
    return ()


def _speakers(document: Document, sentence: Sentence, act: Act) -> tuple[Mention, ...]:
    return speaker(document, sentence, act.core)


def _addressees(document: Document, sentence: Sentence, act: Act) -> tuple[Mention, ...]:
    return addressees(document, sentence, act.core)


ACTOR_SLOTS: dict[str, Place] = {"host": _hosts, "inner": _inner_actors, "teller": _speakers}
"""Slots of an actor that lie beyond the act's own phrase."""
RECIPIENT_SLOTS: dict[str, Place] = {"host": _occasion_hosts, "inner": _inner_parties, "addressee": _addressees}
"""Slots of a recipient that lie beyond the act's own phrase."""


def _reciprocal(document: Document, sentence: Sentence, act: Act, actors: Filled) -> list[Relation]:
    others = _recipients(document, sentence, act, frozenset(p.code for p in actors.parties if p.code))
    together = (*actors.parties, *others.parties)
    if len({p.code for p in together}) < 2:
        return []
    return [_relation(sentence, act, together, (), actors.depth + others.depth, reciprocal=True)]


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
        confidence=max(
            0.05,
            SURE
            - STEP_COST * (cost + 0.5 * referred)
            - (0.1 if act.specificity == 0 and act.core.pos_ == "NOUN" else 0),
        ),
        why=act.why,
        refused=act.refused,
    )
