"""Who a teller is: the name it is known by, its country, and what sort of teller it is.

A speaker's noun decides: a news outlet of the knowledge or a noun for media, an unnamed official or source, a state
or organisation of the report's parties. A statement speaks for whoever made it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from detente.claims.claim import Span, TellerKind
from detente.claims.document import Document, Mention, Sentence
from detente.claims.tellers.cues import UTTERANCES, owners_of
from detente.knowledge.countries import bodies, countries
from detente.knowledge.names import NameHit
from detente.knowledge.tables import rows
from detente.knowledge.words import words

ANONYMOUS = words("anonymous sources")
MEDIA = words("media nouns")
SPOKESPEOPLE = words("spokespeople")
MARKS = frozenset({":", "-", "–", "—", "--"})
"""Marks after which a headline names its source; no phrase reaches over one set apart."""
_MARKED = re.compile(r"(?<=\s)(?:-|–|—|--)(?=\s)|:\s")
LONGEST = 12
"""Words from which a speaker's phrase is cut down to its head."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A teller as its own words give it."""

    text: str
    span: Span
    name: str
    country: str | None
    kind: TellerKind
    mention: Mention | None


def speaker_at(document: Document, sentence: Sentence, head: Token) -> Speaker:
    """Who speaks where a speaker's phrase has this head."""
    noun = _behind(sentence, head)
    mention = sentence.mentions.get(noun.i)
    outlet = _outlet(sentence, noun)
    span = _phrase(sentence, head, mention if noun == head else None)
    text = document.report.text[slice(*span)]
    kind, name = _kind(noun, mention, outlet)
    country = mention.country if mention is not None else None
    if outlet is not None:
        country = _outlet_countries().get(name or "")
    return Speaker(text, span, name or text, country, kind, mention)


def _behind(sentence: Sentence, head: Token) -> Token:
    """Who made an utterance that speaks ("a statement by the ministry said"), else the speaker itself."""
    if head.lemma_.lower() not in UTTERANCES or head.i in sentence.mentions:
        return head
    makers = [t for t in owners_of(head) if t.i in sentence.mentions or _outlet(sentence, t) is not None]
    return makers[0] if makers else head


def _outlet(sentence: Sentence, noun: Token) -> str | None:
    """The outlet that a noun names or is named by ("the newspaper Haaretz", "Kenya's Daily Nation")."""
    near = {noun.i, *(t.i for t in noun.children if t.dep_ in {"compound", "appos", "nmod", "amod"})}
    return next(
        (_outlet_name(hit) for hit in sentence.hits if _outlet_name(hit) and _head_in(sentence, hit, near)), None
    )


def _outlet_name(hit: NameHit) -> str | None:
    name = hit.reading("outlet")
    return name.key if name is not None else None


def _head_in(sentence: Sentence, hit: NameHit, near: set[int]) -> bool:
    found = sentence.at(hit.start, hit.end)
    return found is not None and found.root.i in near


@cache
def _outlet_countries() -> dict[str, str | None]:
    return {row["name"]: row["country"] or None for row in rows("outlets")}


def _phrase(sentence: Sentence, head: Token, mention: Mention | None) -> Span:
    """The words of a speaker: its mention, else its noun phrase without relative clauses and appositions."""
    if mention is not None and not _MARKED.search(mention.text):
        return mention.span
    left = min((c.left_edge for c in head.lefts if c.dep_ not in {"cc", "punct", "mark"}), default=head, key=_index)
    rights = [c.right_edge for c in head.rights if c.dep_ in {"prep", "amod", "nmod", "compound"}]
    right = max((head, *rights), key=_index)
    if right.i - left.i > LONGEST:
        right = head
    if right.i - left.i > LONGEST:
        left = head
    marks = [t for t in head.doc[left.i : head.i] if t.text in MARKS]
    return sentence.characters(marks[-1].nbor() if marks else left, right)


def _index(token: Token) -> int:
    return int(token.i)


def _kind(noun: Token, mention: Mention | None, outlet: str | None) -> tuple[TellerKind, str | None]:
    """What sort of teller a speaker is, and the name it is known by where it is known."""
    said = {noun.lemma_.lower(), noun.lower_}
    if outlet is not None or (said | _titles(noun)) & MEDIA:
        return "media", outlet
    if mention is None or not mention.known:
        return _kind_unknown(noun, mention, said)
    if mention.also:
        return "collective", None
    if mention.person is None and said & ANONYMOUS:
        return "anonymous", None
    return _kind_of_party(mention)


def _kind_unknown(noun: Token, mention: Mention | None, said: set[str]) -> tuple[TellerKind, str | None]:
    """What sort of teller one is who stands for no known party."""
    name = mention.person if mention is not None else None
    if name is not None or noun.ent_type_ == "PERSON":
        return "person", name
    return ("anonymous" if said & (ANONYMOUS | SPOKESPEOPLE) else "collective"), None


def _titles(noun: Token) -> set[str]:
    """What a name is said to be ("the news agency Fars")."""
    if noun.pos_ != "PROPN":
        return set()
    return {t.lemma_.lower() for t in noun.children if t.dep_ in {"compound", "appos"}}


def _kind_of_party(mention: Mention) -> tuple[TellerKind, str | None]:
    if mention.person is not None:
        return "person", mention.person
    body = bodies().get(mention.organisation or "")
    if mention.organisation is not None and mention.country is None:
        return "organisation", body.name if body else mention.organisation
    country = countries().get(mention.country or "")
    named = country is not None and mention.named_by == "country" and mention.role is None
    name = country.name if country and named else None if mention.kind == "role" else mention.refers_to
    return ("group" if mention.organisation else "state"), name
