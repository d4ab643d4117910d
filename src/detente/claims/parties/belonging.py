"""Whom a phrase belongs to: "Ethiopian troops", "Israel's army", "the foreign ministers of France and Germany".

The owner gives the acting noun its country. Where a plural noun has several owners, it stands for as many parties. Some
nouns tell of a relation and not of an owner: "Moscow's allies" are not Moscow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.parties.naming import MODIFIERS, Found, Spotted
from detente.claims.syntax import conjuncts
from detente.knowledge.references import anaphor
from detente.knowledge.words import numbers, words

OF_OWNERS = frozenset({"of", "from", "for"})
STANDS_IN = frozenset({"in", "to"})
SPEAKS_FOR = ("spokes", "negotiator", "envoy")
CARRIES_OWNER = words("carries its owner")
RELATIONAL = words("relational nouns")
ALWAYS_RELATIONAL = words("relational even with a nationality")
AT_HOME = words("at home where they are")
_STANDS_FOR_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_DEEP = 3


def is_possessive_reference(token: Token) -> bool:
    """Whether a token is "its", "his", "the country's" and the like before a noun."""
    return token.dep_ == "poss" and (token.pos_ == "PRON" or refers_back(token))


def refers_back(token: Token) -> bool:
    """Whether a word can mean parties spoken of before ("the two sides", "the bloc", "the North", "both")."""
    if counts_alone(token):
        return True
    meant = anaphor(token.lemma_.lower(), plural=token.tag_ == "NNS")
    if meant == "half":
        return token.text[0].isupper() and any(child.lower_ == "the" for child in token.lefts)
    return meant is not None and token.pos_ == "NOUN" and token.dep_ != "compound"


def counts_alone(token: Token) -> bool:
    """Whether a number stands for the parties themselves: "appealed to both", "the three are to meet"."""
    if token.dep_ not in _STANDS_FOR_PARTIES or token.ent_type_ in {"DATE", "TIME"}:
        return False
    if token.lower_ == "both":
        return token.pos_ == "PRON"
    known = numbers("count").get(token.lower_, 1) > 1 and token.pos_ == "NUM"
    return known and [child.lower_ for child in token.lefts] == ["the"] and not any(token.rights)


@dataclass(frozen=True, slots=True)
class Owner:
    """A name that a phrase belongs to, and the names beside it ("France and Germany")."""

    name: Found
    beside: tuple[Found, ...] = ()


class Belonging:
    """The owners of the phrases of one sentence, and the tokens that thereby are no mention of their own."""

    def __init__(self, spotted: Spotted) -> None:
        self.spotted = spotted
        self.absorbed: set[int] = set()

    def owners(self, head: Token) -> list[Owner]:
        """The names that a phrase belongs to, the closest first; all of them are absorbed."""
        found = [name for name in self._owners(head, 0) if name.root.i != head.i]
        if not found and (head.i in self.spotted.roles or self._is_titled(head)):
            found = self._right_after(head) or self._beside(head) or self._at_home(head)
        owners = [Owner(name, tuple(self._coordinated(head, name))) for name in found]
        self.absorbed.update(name.root.i for owner in owners for name in (owner.name, *owner.beside))
        return owners

    def is_relational(self, head: Token) -> bool:
        """Whether a noun only tells how someone stands to its owner ("its southern neighbour", "Moscow's allies")."""
        role = self.spotted.role(head)
        if role is None or role.noun not in RELATIONAL:
            return False
        if self._after(head, frozenset({"from"})):
            return False
        if not any(self.spotted.is_adjective(child) for child in head.lefts):
            return True
        return role.noun in ALWAYS_RELATIONAL and not any(is_possessive_reference(child) for child in head.lefts)

    def is_named_apart(self, head: Token, owners: list[Owner]) -> bool:
        """Whether the owners say who somebody's counterpart is ("his Egyptian counterpart", "hers from Egypt")."""
        nationality = any(owner.name.name.kind == "adjective" for owner in owners)
        return nationality or (bool(owners) and head.lemma_.lower() in RELATIONAL)

    def host(self, head: Token) -> Found | None:
        """The state in or to which an embassy or an ambassador is sent."""
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in STANDS_IN:
                for place in child.children:
                    if place.i in self.spotted.names:
                        return self.spotted.names[place.i]
        return None

    @staticmethod
    def between(head: Token, name: Found) -> list[Token]:
        """The nouns between an owner and the phrase ("president" in "the wife of the Cuban president")."""
        chain = [above for above in name.root.ancestors if above.i != head.i]
        return [above for above in chain if head.is_ancestor(above) and above.dep_ in {"pobj", "poss"}]

    def _owners(self, head: Token, depth: int) -> Iterator[Found]:
        if depth > _DEEP:
            return
        for child in head.children:
            if child.dep_ in MODIFIERS and child.i < head.i:
                yield from self._modifier(child, depth)
            elif child.dep_ == "prep" and child.lower_ in OF_OWNERS and self._belongs_by(head, child):
                for owner in child.children:
                    if owner.dep_ == "pobj":
                        yield from self._object(owner, depth)

    def _modifier(self, child: Token, depth: int) -> Iterator[Found]:
        names = self.spotted.names
        if child.dep_ == "compound" and child.i in names and self._is_untitled_person(child.head):
            return
        if child.i in names:
            yield names[child.i]
        if child.dep_ != "poss" or child.i not in names:
            yield from self._owners(child, depth + 1)

    def _is_untitled_person(self, head: Token) -> bool:
        """Whether a head is a name with no title, before which the parser left another's name."""
        spotted = self.spotted
        known = head.i in spotted.roles or head.i in spotted.inside
        return head.pos_ == "PROPN" and head.ent_type_ == "PERSON" and not known and not self._is_titled(head)

    def _object(self, owner: Token, depth: int) -> Iterator[Found]:
        names = self.spotted.names
        if owner.i in names:
            yield names[owner.i]
        elif owner.i in self.spotted.roles or owner.lower_ in CARRIES_OWNER:
            self.absorbed.add(owner.i)
            yield from self._owners(owner, depth + 1)

    def _belongs_by(self, head: Token, preposition: Token) -> bool:
        names = self.spotted.names
        role = self.spotted.role(head)
        if role is None and not (head.i in names and names[head.i].name.kind == "person"):
            return False
        if preposition.lower_ == "from" and any(child.dep_ == "poss" for child in head.lefts):
            return head.lemma_.lower() in RELATIONAL
        if preposition.lower_ == "for":
            return role is not None and role.noun.startswith(SPEAKS_FOR)
        return True

    def _right_after(self, head: Token) -> list[Found]:
        """The owner in "top officials from Beijing", wherever the parser hangs "from"."""
        owned = any(child.dep_ == "poss" for child in head.lefts) and head.lemma_.lower() not in RELATIONAL
        return self._after(head, frozenset({"of"} if owned else {"from", "of"}))

    def _at_home(self, head: Token) -> list[Found]:
        """The owner of those who act where they live ("rebels in Mali", "protesters in Iran")."""
        return self._after(head, frozenset({"in"})) if head.lemma_.lower() in AT_HOME else []

    def _after(self, head: Token, prepositions: frozenset[str]) -> list[Found]:
        parsed = self.spotted.sentence.parsed
        following = parsed.doc[head.i + 1 : min(head.i + 5, parsed.end)]
        if not len(following) or following[0].lower_ not in prepositions:
            return []
        names = self.spotted.names
        return [names[t.i] for t in following[1:] if t.i in names and t.head == following[0]]

    def _is_titled(self, head: Token) -> bool:
        """Whether a title stands before a name ("King Salman")."""
        return any(child.i in self.spotted.roles and child.dep_ in MODIFIERS for child in head.lefts)

    def _beside(self, head: Token) -> list[Found]:
        """The owner in "Egyptian officials and diplomats", which the parser hangs on one of the two."""
        roles = self.spotted.roles
        return [
            owner
            for other in conjuncts(head)[1:]
            if other.i in roles
            for owner in self._owners(other, 2)
            if owner.root.dep_ == "amod" and owner.root.i < head.i
        ]

    def _coordinated(self, head: Token, name: Found) -> Iterator[Found]:
        """The names beside an owner, where the phrase stands for several ("the Greek and Turkish navies")."""
        role = self.spotted.role(head)
        several = head.tag_ in {"NNS", "NNPS"} or (role is not None and (role.plural or not role.person))
        in_phrase = name.root.dep_ == "pobj" or head.tag_ in {"NNS", "NNPS"}
        if role is None or not several or not in_phrase:
            return
        for other in conjuncts(name.root)[1:]:
            if other.i in self.spotted.names and self.spotted.names[other.i].name.kind != "person":
                yield self.spotted.names[other.i]
