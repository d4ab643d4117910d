"""Which sentences can hold a claim: those that name a party, or refer back to one named shortly before.

Most of a day's news never gets past this point, so nothing is parsed in vain. The names come from the one
Aho-Corasick pass over the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from detente.claims.sentences.cutting import Cut
from detente.knowledge.names import NameHit
from detente.knowledge.people import in_office
from detente.knowledge.references import referring_nouns, together
from detente.knowledge.roles import STATE_SECTORS, roles
from detente.knowledge.words import words

REACH = 3
"""How many sentences after a named party a reference back is still read."""
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*\w")
_REFERS_BACK = re.compile(r"\b(?:" + "|".join(sorted(words("refers back"))) + r")\b", re.IGNORECASE)
_AFTER_ARTICLE = re.compile(r"\b(?:the|this|these|that|those) ((?:[\w-]+ ){0,2}[\w-]+)", re.IGNORECASE)


def sift(cuts: Sequence[Cut], hits: Sequence[NameHit], text: str, day: dt.date) -> list[tuple[Cut, list[NameHit]]]:
    """The sentences worth parsing, with the names in each; `day` tells which family names stand for someone."""
    kept: list[tuple[Cut, list[NameHit]]] = []
    known = {*in_office(day), *together()}
    since_named = REACH + 1
    for cut, inside in with_names(cuts, hits):
        capitalised = _CAPITALISED.findall(text, cut.start, cut.end)
        if any(_names_a_party(hit) for hit in inside) or not known.isdisjoint(capitalised):
            since_named = 0
            kept.append((cut, inside))
            known.update(_people(inside))
            continue
        since_named += 1
        if since_named <= REACH and _refers_back(text, cut):
            kept.append((cut, inside))
    return kept


def with_names(cuts: Sequence[Cut], hits: Sequence[NameHit]) -> Iterator[tuple[Cut, list[NameHit]]]:
    """Every sentence that is no dateline, with the names in it."""
    position = 0
    for cut in cuts:
        inside: list[NameHit] = []
        while position < len(hits) and hits[position].start < cut.end:
            inside.append(hits[position])
            position += 1
        if not cut.is_dateline:
            yield cut, inside


def _refers_back(text: str, cut: Cut) -> bool:
    """Whether a sentence has a pronoun, or an article before a noun that can speak of a party or a gathering."""
    if _REFERS_BACK.search(text, cut.start, cut.end):
        return True
    phrases = _AFTER_ARTICLE.findall(text, cut.start, cut.end)
    return any(not _speaking_nouns().isdisjoint(phrase.lower().split()) for phrase in phrases)


@cache
def _speaking_nouns() -> frozenset[str]:
    """The last words of the titles and acting nouns of states, the nouns that refer back, and the gatherings."""
    acting = {form.split()[-1] for form, role in roles().items() if role.sector in STATE_SECTORS and form}
    return frozenset(acting | referring_nouns() | words("refers back after the"))


def _names_a_party(hit: NameHit) -> bool:
    return any(name.kind not in {"outlet", "place"} for name in hit.names)


def _people(hits: Sequence[NameHit]) -> list[str]:
    """The last names of the people named in full, by which the report will go on to call them."""
    return [hit.text.split()[-1] for hit in hits if hit.reading("person")]
