"""Names and roles in place: which tokens of a sentence a known name or an acting noun covers, and what it alone says.

`parties` builds its mentions around what is spotted here, `belonging` asks whom a phrase belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from detente.claims.document import Document, Mention, Sentence
from detente.knowledge.countries import at, bodies
from detente.knowledge.names import Name, NameHit, NameKind
from detente.knowledge.people import by_person, holding
from detente.knowledge.roles import LONGEST, Role, roles
from detente.knowledge.words import words

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod", "npadvmod"})
DESCENT = words("tells descent")
NAMES_A_PARTY: tuple[NameKind, ...] = (
    "country",
    "capital",
    "adjective",
    "people",
    "seat",
    "organisation",
    "group",
    "person",
)
_ONLY_QUALIFIES = re.compile(r"[-‐–](?:" + "|".join(sorted(words("only qualifies after a hyphen"))) + r")\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A name hit with the token that heads it."""

    hit: NameHit
    name: Name
    root: Token
    first: Token
    last: Token


@dataclass(frozen=True, slots=True)
class Title:
    """The words that name a role, from the first token to the last."""

    role: Role
    first: Token
    last: Token


@dataclass
class Spotted:
    """What a sentence's tokens are known to be, before any phrase is built."""

    document: Document
    sentence: Sentence
    names: dict[int, Found] = field(default_factory=dict)
    """By the index of the token that heads the name."""
    inside: dict[int, Found] = field(default_factory=dict)
    """By the index of every token of the name."""
    roles: dict[int, Title] = field(default_factory=dict)
    """By the index of the token that heads them."""

    def same_name(self, token: Token) -> set[int]:
        """The tokens of the name that a token is part of."""
        found = self.inside.get(token.i)
        return {i for i, other in self.inside.items() if other is found} if found else set()

    def role(self, token: Token) -> Role | None:
        """The role that a token heads."""
        return self.roles[token.i].role if token.i in self.roles else None

    def is_adjective(self, token: Token) -> bool:
        """Whether a token is a nationality ("Egyptian")."""
        return token.i in self.names and self.names[token.i].name.kind == "adjective"


def spot(document: Document, sentence: Sentence) -> Spotted:
    """The names of parties and the acting nouns of a sentence."""
    spotted = Spotted(document, sentence)
    _spot_names(spotted)
    _spot_roles(spotted)
    return spotted


def _spot_names(spotted: Spotted) -> None:
    text = spotted.document.report.text
    for hit in spotted.sentence.hits:
        name = hit.reading(*NAMES_A_PARTY, day=spotted.document.published)
        tokens = spotted.sentence.at(hit.start, hit.end)
        if name is None or tokens is None or _ONLY_QUALIFIES.match(text, hit.end):
            continue
        if name.kind == "adjective" and (_is_language(tokens.root) or _tells_descent(tokens.root)):
            continue
        if name.kind == "person" and len(tokens) == 1 and _is_part_of_a_name(tokens.root):
            continue
        found = Found(hit, name, tokens.root, tokens[0], tokens[-1])
        spotted.names[tokens.root.i] = found
        for token in tokens:
            spotted.inside[token.i] = found


def _is_language(token: Token) -> bool:
    """A nationality that modifies nothing and has no article is a language ("spoke Russian")."""
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ not in {"dobj", "pobj"} or token.tag_ in {"NNS", "NNPS"}:
        return False
    return not any(child.dep_ in {"det", "poss"} for child in token.children)


def _tells_descent(token: Token) -> bool:
    """Whether a nationality only says whose forebears somebody has ("workers of Indian origin")."""
    return token.dep_ in MODIFIERS and token.head.lemma_.lower() in DESCENT and token.head.dep_ == "pobj"


def _is_part_of_a_name(token: Token) -> bool:
    """Whether another name stands beside a single one ("Francis" in "Francis Rooney"), which makes it another's."""
    beside = [*token.lefts, *([token.head] if token.dep_ == "compound" else [])]
    names = (t for t in beside if t.dep_ == "compound" or t == token.head)
    return any(t.pos_ == "PROPN" and t.lower_ not in roles() and abs(t.i - token.i) == 1 for t in names)


def _spot_roles(spotted: Spotted) -> None:
    """Keeps each role at the token that heads it ("secretary" in "secretary of state"), the longest there is."""
    parsed = spotted.sentence.parsed
    covered: set[int] = set()
    for token in reversed(list(parsed)):
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.i in spotted.inside or token.i in covered:
            continue
        found = _longest_role(spotted.sentence, token)
        if found is None:
            continue
        role, first = found
        title = parsed.doc[first : token.i + 1]
        covered.update(word.i for word in title)
        spotted.roles[title.root.i] = Title(role, title[0], title[-1])


def _longest_role(sentence: Sentence, last: Token) -> tuple[Role, int] | None:
    """The role that the longest run of words up to a token names, and the token it begins with."""
    doc = sentence.parsed.doc
    start = max(sentence.parsed.start, last.i + 1 - LONGEST)
    words = doc[start : last.i + 1].text.replace("’", "'")
    for first in range(start, last.i + 1):
        role = roles().get(words[doc[first].idx - doc[start].idx :].lower())
        if role is not None:
            return role, first
    role = roles().get(last.lemma_.lower())
    return (role, last.i) if role is not None else None


def named(spotted: Spotted, found: Found) -> Mention:
    """The mention that a name gives by itself."""
    base = Mention(
        root=found.root.i,
        span=(found.hit.start, found.hit.end),
        text=found.hit.text,
        kind="name",
        named_by=found.name.kind,
    )
    if found.root.dep_ in MODIFIERS - {"nummod"} and found.root.head.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"}:
        base = replace(base, kind="owner")
    day = spotted.document.published
    name = found.name
    if name.kind in {"organisation", "group"}:
        return replace(base, organisation=name.key, country=bodies()[name.key].country, sector=name.sector)
    if name.kind == "person":
        return _person(base, name.key, spotted)
    plural = name.kind == "people" and found.root.tag_ in {"NNS", "NNPS"}
    return replace(base, country=at(name.key, day), sector=name.sector, plural=plural)


def _person(base: Mention, form: str, spotted: Spotted) -> Mention:
    """A person in the office of the report's day; who has left it is "former", who will hold it later has none yet."""
    day = spotted.document.published
    tenure = holding(by_person()[form], day)
    if tenure is None:
        return base
    over = tenure.term.end is not None and tenure.term.end < day
    holds = tenure.term.holds(day)
    body = bodies().get(tenure.country)
    office = f"former {tenure.office}" if over and tenure.office else tenure.office if holds else None
    sector = "ELI" if over and tenure.sector == "GOV" else tenure.sector if holds or over else None
    return replace(
        base,
        person=tenure.person,
        office=office or None,
        sector=sector,
        organisation=body.code if body else None,
        country=body.country if body else tenure.country or None,
    )
