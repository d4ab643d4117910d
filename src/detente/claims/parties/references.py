"""Resolving references back: "he", "its Beirut embassy", "the two sides", "the Asian country", "Kim".

Sentences are walked in order with what has been spoken of so far. The nearest fitting party wins, subjects before
others, and nothing is guessed across more than three sentences: a wrong party is worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from detente.claims.document import Document, Mention, Sentence
from detente.claims.parties.anaphors import resolve_anaphor
from detente.claims.parties.belonging import RELATIONAL
from detente.claims.parties.persons import as_leader, full_name, has_holder, leader_called, resolve_person, with_holder
from detente.claims.parties.pronouns import resolve_pronoun
from detente.claims.parties.told import Told, distinct, is_place, words_of
from detente.knowledge.roles import STATE_SECTORS
from detente.knowledge.words import words

NOT_OF_A_STATE = words("not the state's when bare")
Resolver = Callable[[Sentence, Mention, Told], Mention]
_BY_KIND: dict[str, Resolver] = {"pronoun": resolve_pronoun, "anaphor": resolve_anaphor}


def resolve_references(document: Document) -> None:
    """Replaces every mention that refers back by one that says whom it means; drops those that stay unknown."""
    told = Told(document)
    for sentence in document.sentences:
        told.begin()
        for mention in sentence.in_order():
            resolved = _resolver(mention)(sentence, mention, told)
            resolved = with_holder(sentence, as_leader(resolved, told), told)
            sentence.mentions[mention.root] = resolved
            told.add(resolved)
        _join_leaders(sentence, told)


def _resolver(mention: Mention) -> Resolver:
    """The way to resolve a mention, by what it lacks."""
    if mention.kind in _BY_KIND:
        return _BY_KIND[mention.kind]
    if mention.person:
        return _known_person if mention.known else resolve_person
    if mention.owner_pronoun is not None and not mention.known:
        return _owned
    if mention.owner_pronoun is None and "counterpart" in mention.text.lower():
        return _counterpart
    if mention.kind == "role" and not mention.known:
        return _bare_role
    return _as_it_is


def _as_it_is(_sentence: Sentence, mention: Mention, _told: Told) -> Mention:
    return mention


def _known_person(_sentence: Sentence, mention: Mention, told: Told) -> Mention:
    return full_name(mention, told)


def _owned(sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """The party of "its embassy", "his foreign minister": it belongs to whom the pronoun means."""
    pronoun = sentence.token(mention.owner_pronoun or 0)
    spoken = Mention(root=pronoun.i, span=mention.span, text=pronoun.text, kind="pronoun")
    owner = resolve_pronoun(sentence, spoken, told) if pronoun.pos_ == "PRON" else sentence.mentions.get(pronoun.i)
    if owner is None or not owner.known:
        return mention
    beside = (replace(mention, country=o.country, organisation=o.organisation) for o in owner.also)
    return replace(
        mention,
        country=owner.country,
        organisation=owner.organisation,
        refers_to=owner.refers_to,
        also=tuple(beside) if mention.plural else (),
    )


def _counterpart(_sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """The party of "his Egyptian counterpart": it holds the office of the one who is compared."""
    other = next((m for m in told.by_sentence[-1] if m.office and m.root < mention.root), None)
    if other is None:
        return mention
    also = tuple(replace(o, office=other.office, sector=other.sector, role=other.role) for o in mention.also)
    return replace(mention, office=other.office, sector=other.sector, role=other.role, also=also)


def _bare_role(sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """The party of "the prime minister", "the embassy": the one spoken of before, else the only state there is."""
    head = sentence.token(mention.root)
    of_leader = _of_leader(mention, head, told)
    if of_leader is not None:
        return of_leader
    if not mention.definite or _is_specified(head) or not _can_be_spoken_of(mention):
        return mention
    same = _named_alike(mention, told)
    if same:
        return _continued(mention, same[0]) if len(same) == 1 else mention
    states = distinct(m for spoken in told.nearest_first(head.i) for s, m in spoken if m.country and not is_place(s, m))
    if len(states) > 1:
        states = [m for m in states if m.country and has_holder(m.country, mention, told)]
    if len(states) != 1 or not _is_of_a_state(mention):
        return mention
    return replace(mention, country=states[0].country, refers_to=words_of(states[0]))


def _can_be_spoken_of(mention: Mention) -> bool:
    """Whether a bare noun can mean a party known before: not "the bombs", not "the allies"."""
    return mention.role is not None and not mention.role.thing and mention.role.noun not in RELATIONAL


def _is_of_a_state(mention: Mention) -> bool:
    """Whether a bare noun is a state's where only one is spoken of: "the army", not "the district"."""
    return mention.sector in STATE_SECTORS and mention.role is not None and mention.role.noun not in NOT_OF_A_STATE


def _of_leader(mention: Mention, head: Token, told: Told) -> Mention | None:
    """The party of "the Obama administration": the state of the leader named before the noun."""
    names = [child.text for child in head.lefts if child.dep_ in {"compound", "poss", "nmod"} and child.pos_ == "PROPN"]
    found = [leader for leader in (leader_called(name, told) for name in names) if leader is not None]
    if len(found) != 1:
        return None
    person, country = found[0]
    return replace(mention, country=country, refers_to=person)


def _named_alike(mention: Mention, told: Told) -> list[Mention]:
    """The parties spoken of before by the same noun or in the same office."""
    noun, office = (mention.role.noun, mention.role.office) if mention.role else ("", None)
    earlier = [m for spoken in told.nearest_first(mention.root) for _, m in spoken if m.known and m.role is not None]
    alike = [m for m in earlier if m.role and (m.role.noun == noun or (office and m.role.office == office))]
    return distinct(m for m in alike if m.plural == mention.plural)


def _continued(mention: Mention, earlier: Mention) -> Mention:
    """A role that an earlier mention had: the same person, the same embassy."""
    return replace(
        mention,
        country=earlier.country,
        organisation=earlier.organisation,
        person=earlier.person,
        sector=earlier.sector,
        office=earlier.office or mention.office,
        host=mention.host or earlier.host,
        refers_to=words_of(earlier),
    )


def _is_specified(head: Token) -> bool:
    """Whether words beside a noun say which one it is, though they name nobody known ("the head of the club")."""
    return any(
        (child.dep_ in {"prep", "poss", "relcl", "acl"} and child.i != head.i and child.lower_ != "in")
        or (child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN")
        for child in head.children
    )


def _join_leaders(sentence: Sentence, told: Told) -> None:
    """Puts the leader of "the Chinese delegation led by Liu Guozhong" beside what he leads, of its country."""
    for mention in sentence.in_order():
        verb = sentence.token(mention.root).head.head
        group = sentence.mentions.get(verb.head.i)
        if mention.person is None or group is None or not group.known or group.root == mention.root:
            continue
        if verb.lemma_ not in {"lead", "head"} or verb.dep_ != "acl":
            continue
        led = mention if mention.known else _of_group(mention, group)
        sentence.mentions[mention.root] = led
        if led.code == group.code:
            sentence.mentions[group.root] = replace(group, also=(*group.also, replace(led, root=group.root)))
        if led is not mention:
            told.add(led)


def _of_group(mention: Mention, group: Mention) -> Mention:
    return replace(
        mention, country=group.country, organisation=group.organisation, sector=mention.sector or group.sector
    )
