"""Filling a frame's slots: which parties stand where the lexicon says its actor and recipient stand.

Each slot of `docs/lexicon.md` is one small function from a trigger to tokens; parties are then the mentions at
those tokens, or, failing that, those the phrase belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.document import Mention, Sentence
from detente.claims.relations.triggers import PARTITIVES, Found, TriggerHit, trigger_at
from detente.claims.syntax import (
    RELATIVE_WORDS,
    conjuncts,
    datives,
    is_passive,
    is_verb,
    patients,
    prepositional,
    subjects,
)
from detente.knowledge.lexicon import Frame, lexicon
from detente.knowledge.plover import CONFLICTUAL
from detente.knowledge.words import words

OWNING = ("of", "by", "between", "with", "from", "among", "to", "against", "on", "in", "for")
"""Prepositions by which a phrase belongs to or concerns a party, in the order they are tried."""
SHALLOW = frozenset({"agent", "maker", "whom", "comp"})
"""Slots whose words must themselves be parties."""
HOLDS = words("holds an occasion")
ACTING = ("of", "by", "from", "between", "among")
"""Those by which a phrase belongs to who acts: "a bombing in Somalia" is not Somalia's."""
DEPTH = 3


@dataclass(frozen=True, slots=True)
class Filled:
    """The parties of a slot and how directly they stand in it (0: they are its head)."""

    parties: tuple[Mention, ...]
    depth: int
    slot: str


def light_verb(noun: Token) -> Token | None:
    """The verb that only carries a noun: "imposed" in "imposed sanctions", "held" in "talks were held"."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return light_verb(head)
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in PARTITIVES:
        return light_verb(head.head)
    if noun.dep_ in {"dobj", "nsubjpass"} and is_verb(head):
        return head if head.lemma_.lower() in lexicon().light_verbs else None
    if noun.dep_ == "pobj" and head.dep_ in {"prep", "agent"} and is_verb(head.head):
        return head.head if head.head.lemma_.lower() in lexicon().light_verbs else None
    return None


def slot_tokens(slot: str, found: Found, frame: Frame) -> list[Token]:
    """The heads of what stands in a slot of a trigger."""
    if found.head.pos_ == "VERB" or is_verb(found.head):
        return _verb_slot(slot, found)
    if found.head.pos_ == "ADJ":
        return _adjective_slot(slot, found)
    return _noun_slot(slot, found, frame)


def _adjective_slot(slot: str, found: Found) -> list[Token]:
    """The subject of the copula that a predicate hangs on ("Turkey is ready to help"), and its own prepositions."""
    copula = found.head.head
    if slot in {"subj", "agent"}:
        return subjects(copula) if is_verb(copula) else []
    return prepositional(found.head, slot)


def _verb_slot(slot: str, found: Found) -> list[Token]:
    verb = found.head
    simple: dict[str, Callable[[Token], list[Token]]] = {
        "subj": subjects, "agent": subjects, "obj": patients, "whom": patients, "iobj": datives, "in-obj": patients,
    }  # fmt: skip
    if slot in simple:
        return simple[slot](verb) + (_objects_of(found) if slot == "in-obj" else [])
    if slot == "it":
        return _objects_of(found)
    if slot == "comp":
        return _complement_subjects(verb)
    if slot == "maker":
        return [maker for patient in patients(verb) for maker in makers(patient)]
    direct = prepositional(verb, slot)
    through = [t for patient in patients(verb) for t in prepositional(patient, slot)]
    chained = [t for c in verb.children if c.dep_ in {"xcomp", "prep"} for t in prepositional(c, slot)]
    return through or direct or chained


def _objects_of(found: Found) -> list[Token]:
    if found.preposition is None:
        return []
    return [t for c in found.preposition.children if c.dep_ in {"pobj", "dobj"} for t in conjuncts(c)] or [
        t
        for c in found.preposition.children
        if c.dep_ == "pcomp"
        for t in ([s for g in c.children if g.dep_ == "nsubj" for s in conjuncts(g)] or patients(c))
    ]


def _complement_subjects(verb: Token) -> list[Token]:
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl"}:
            own = [c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"}]
            if own:
                return conjuncts(own[0])
    return patients(verb)


def _noun_slot(slot: str, found: Found, frame: Frame) -> list[Token]:
    noun = found.head
    carrier = light_verb(noun)
    if slot == "agent":
        return _agents(noun, carrier, of_is_target="of" in frame.recipients)
    if slot == "it":
        return _objects_of(found)
    if slot == "subj":
        return subjects(carrier) if carrier is not None else []
    if slot == "obj":
        return patients(carrier) if carrier is not None and noun not in patients(carrier) else []
    direct = prepositional(noun, slot)
    carried = prepositional(carrier, slot) if carrier is not None else []
    copula = (
        prepositional(noun.head, slot) if noun.dep_ in {"nsubj", "nsubjpass", "attr"} and is_verb(noun.head) else []
    )
    if slot == "by" and carrier is not None and is_passive(carrier):
        carried = prepositional(carrier, "by", agents=True)
    return direct + [t for t in carried if t != noun] + copula


def _agents(noun: Token, carrier: Token | None, *, of_is_target: bool) -> list[Token]:
    """Who does what a noun states: after "by", before the noun, as the subject of its light verb, after "of"."""
    by = prepositional(noun, "by") or [t for target in prepositional(noun, "of") for t in prepositional(target, "by")]
    if by:
        return by
    before = [c for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod"} and c.i < noun.i]
    named = [t for owner in before for t in conjuncts(owner)]
    carried = _carried(noun, carrier)
    if all(owner.pos_ == "PRON" for owner in named):
        named = carried + named
        carried = []
    if named:
        return named + carried
    return prepositional(noun, "from") if of_is_target else prepositional(noun, "of") + prepositional(noun, "from")


def _carried(noun: Token, carrier: Token | None) -> list[Token]:
    if carrier is None:
        return []
    return [t for t in subjects(carrier) if t != noun]


NOBODY: frozenset[str] = frozenset()


def parties_at(
    sentence: Sentence,
    tokens: Iterable[Token],
    *,
    deep: bool = True,
    without: frozenset[str] = NOBODY,
    by: tuple[str, ...] = OWNING,
) -> tuple[tuple[Mention, ...], int]:
    """The known parties at some tokens, for each else those that its phrase belongs to, and how deep they stand.

    Parties with the codes in `without` are passed over where a pronoun stands for them, and end the search where
    they are named; `by` are the prepositions that lead to a party.
    """
    found = [_party_below(sentence, token, DEPTH if deep else 0, (without, by)) for token in tokens]
    parties = [party for held, _ in found for party in held]
    return _distinct(parties), max((depth for held, depth in found if held), default=DEPTH + 1)


def _party_below(
    sentence: Sentence, token: Token, deepest: int, within: tuple[frozenset[str], tuple[str, ...]]
) -> tuple[list[Mention], int]:
    without, by = within
    level = [token]
    for depth in range(deepest + 1):
        for steps, tokens in ((0, level), (1, [owner for there in level for owner in owners(there)])):
            everyone = _standing_at(sentence, tokens) if depth + steps <= deepest else []
            parties = [party for party in everyone if party.code not in without]
            if parties:
                return parties, depth + steps
            if depth + steps and any(party.kind not in {"pronoun", "anaphor"} for party in everyone):
                return [], DEPTH + 1
        level = [
            inner for there in level for inner in (*owners(there), *_concerning(there, _ways(sentence, there, by)))
        ]
    return [], DEPTH + 1


def _ways(sentence: Sentence, noun: Token, by: tuple[str, ...]) -> tuple[str, ...]:
    """The prepositions that lead from a noun to a party: "the generals in Yerevan" are Armenia's, no raid there is."""
    mention = sentence.mentions.get(noun.i)
    return OWNING if mention is not None and mention.kind in {"role", "anaphor"} else by


def _standing_at(sentence: Sentence, tokens: Iterable[Token]) -> list[Mention]:
    here = [sentence.mentions[token.i] for token in tokens if token.i in sentence.mentions]
    return [party for mention in here if mention.known for party in (mention, *mention.also)]


def owners(noun: Token) -> list[Token]:
    """What stands before a noun as its owner or maker, or beside it as its apposition."""
    return [t for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod", "appos"} for t in conjuncts(c)]


def makers(noun: Token) -> list[Token]:
    """Who made or did what a noun means: its owners, "by", "from", "hosted by", "that the Council imposed"."""
    done = [c for c in noun.children if c.dep_ == "acl" and is_passive(c) and c.lemma_.lower() in HOLDS]
    found = owners(noun) + prepositional(noun, "by") + prepositional(noun, "from")
    found += [t for participle in done for t in prepositional(participle, "by", agents=True)]
    return found + [t for c in noun.children if c.dep_ == "relcl" for t in _own_subjects(c)]


def _concerning(noun: Token, by: tuple[str, ...]) -> list[Token]:
    """What a phrase concerns by its prepositions, then who made it."""
    return [t for word in by for t in prepositional(noun, word)] + makers(noun)


def _own_subjects(clause: Token) -> list[Token]:
    """Who does what a relative clause says of its noun: "the sanctions that the Council imposed"."""
    if is_passive(clause):
        return []
    return [t for c in clause.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVE_WORDS for t in conjuncts(c)]


def _distinct(parties: list[Mention]) -> tuple[Mention, ...]:
    seen: dict[tuple[str | None, str | None, str | None], Mention] = {}
    for party in parties:
        seen.setdefault((party.code, party.person, party.sector), party)
    return tuple(seen.values())


def fill(sentence: Sentence, slot: str, found: Found, frame: Frame, without: frozenset[str]) -> Filled:
    """The parties of a slot of a trigger, passing over those with the codes in `without`."""
    tokens = slot_tokens(slot, found, frame)
    acting = slot in frame.actors and slot not in frame.recipients and frame.arrow != "<>"
    by = ACTING if acting else OWNING
    parties, depth = parties_at(sentence, tokens, deep=slot not in SHALLOW, without=without, by=by)
    return Filled(parties, depth, slot) if parties else Filled((), 0, "")


def _acts_among_objects(found: Found) -> list[tuple[Token, TriggerHit]]:
    """The objects of a verb that are themselves acts."""
    nouns = [noun for noun in patients(found.head) if noun.pos_ == "NOUN"] if is_verb(found.head) else []
    return [(noun, hit) for noun in nouns if (hit := trigger_at(noun)) is not None]


def is_nominal_act(found: Found) -> bool:
    """Whether a verb's object is itself an act done to somebody."""
    return any(hit.trigger.type in CONFLICTUAL for _, hit in _acts_among_objects(found))


def judged(found: Found) -> list[Token]:
    """Who did what is judged: "condemned Israel's bombing of Lebanon" is about Israel, whoever was bombed."""
    return [
        agent
        for noun, hit in _acts_among_objects(found)
        for agent in _agents(noun, None, of_is_target="of" in hit.trigger.frame.recipients)
    ]
