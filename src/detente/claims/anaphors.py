"""Nouns that refer back: "the two sides", "both countries", "the Asian country", "the bloc"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from detente.claims.document import Mention, Sentence
from detente.claims.told import Spoken, Told, as_before, distinct, is_place, together, words_of
from detente.knowledge.countries import Body, bodies, countries
from detente.knowledge.references import anaphor, bodies_meant, continent_words
from detente.knowledge.words import words

PAIRING = words("pairing words")


def resolve_anaphor(sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """The mention as the party or the two that its noun refers back to; unchanged where that stays unknown."""
    token = sentence.token(mention.root)
    noun = token.lemma_.lower()
    meant = anaphor(noun, plural=mention.plural)
    if not mention.definite:
        return mention
    if meant in {"pair", "people"}:
        return _pair(mention, token, told, people=meant == "people")
    if meant == "state":
        return _single_state(mention, token, told)
    if meant == "body":
        return _body(sentence, mention, noun, told)
    return mention


def _pair(mention: Mention, token: Token, told: Told, *, people: bool) -> Mention:
    """The two distinct parties last spoken of together."""
    if not any(child.lower_ in PAIRING for child in token.lefts):
        return mention
    for spoken in told.nearest_first(token.i):
        for choice in (spoken, [(s, m) for s, m in spoken if m.kind != "owner" and not is_place(s, m)]):
            parties = distinct(m for _, m in choice if m.human or m.also or not people)
            if len(parties) == 2:
                return together(mention, parties)
        if len(distinct(m for _, m in spoken)) > 2:
            return mention
    return mention


def _single_state(mention: Mention, token: Token, told: Told) -> Mention:
    """The state of "the country", "the Asian country": the one last spoken of, on that continent if one is named.

    Where the nearest sentence that speaks of a state speaks of two, neither is meant for sure.
    """
    modifiers = [child for child in token.lefts if child.dep_ in {"amod", "compound", "nmod"}]
    continents = {continent_words()[m.text] for m in modifiers if m.text in continent_words()}
    if not continents and any(m.pos_ == "PROPN" for m in modifiers):
        return mention
    for spoken in told.nearest_first(token.i):
        fitting = [m for m in _states(spoken) if not continents or _lies_on(m, continents)]
        if len(fitting) == 1:
            return replace(mention, country=fitting[0].country, sector=None, refers_to=words_of(fitting[0]))
        if fitting:
            return mention
    return mention


def _states(spoken: list[Spoken]) -> list[Mention]:
    """The states that a sentence speaks of, those that only say where left out if others remain."""
    states = [(s, m) for s, m in spoken if m.country and not (m.organisation and m.person is None)]
    acting = [m for s, m in states if not is_place(s, m)]
    spoken_of = acting or [m for _, m in states]
    found: dict[str | None, Mention] = {}
    for mention in (*spoken_of, *(other for m in spoken_of for other in m.also if other.country)):
        found.setdefault(mention.country, mention)
    return list(found.values())


def _lies_on(mention: Mention, continents: set[str]) -> bool:
    country = countries().get(mention.country or "")
    return country is not None and country.continent in continents and country.code != "RUS"


def _body(sentence: Sentence, mention: Mention, noun: str, told: Told) -> Mention:
    """The organisation or group of "the bloc", "the militia", "the court": the last spoken of that is one."""
    for _, candidate in told.candidates(sentence, mention.root):
        body = bodies().get(candidate.organisation or "")
        if body is not None and candidate.person is None and candidate.kind != "owner" and _is_a(body, noun):
            return as_before(mention, candidate)
    return mention


def _is_a(body: Body, noun: str) -> bool:
    named = any(noun in name.lower().split() for name in (body.name, *body.aliases))
    return named or body.kind in bodies_meant(noun)
