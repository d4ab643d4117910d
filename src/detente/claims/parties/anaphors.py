"""Nouns and numbers that refer back: "the two sides", "both", "the Asian country", "the bloc"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from detente.claims.document import Mention, Sentence
from detente.claims.parties.belonging import counts_alone
from detente.claims.parties.told import Spoken, Told, as_before, compound, distinct, is_place, together, words_of
from detente.knowledge.countries import Body, bodies, countries
from detente.knowledge.references import anaphor, continent_words, halves, meant_by
from detente.knowledge.words import numbers, words

PAIRING = words("pairing words")
STATES = words("state nouns")


def resolve_anaphor(sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """The mention as the party or the two that its noun refers back to; unchanged where that stays unknown."""
    token = sentence.token(mention.root)
    noun = token.lemma_.lower()
    meant = anaphor(noun, plural=mention.plural)
    if not mention.definite and not counts_alone(token):
        return mention
    if meant in {"pair", "people"} or counts_alone(token):
        fits = _is_human if meant == "people" else _is_state if noun in STATES else _is_anyone
        return _several(mention, token, told, fits)
    if meant == "state":
        return _single_state(mention, token, told)
    if meant == "half":
        return _half(mention, noun, told)
    if meant == "body":
        return _body(sentence, mention, noun, told)
    return mention


def _several(mention: Mention, token: Token, told: Told, fits: Callable[[Mention], bool]) -> Mention:
    """The parties last spoken of together, as many as the phrase counts ("the two sides", "the four countries").

    Where as many of one party were spoken of ("two Kenyan officers"), "both" means them and not two parties.
    """
    count = _counted(token)
    if count is None:
        return mention
    for everyone in told.nearest_first(token.i):
        if counts_alone(token) and any(_counted(s.token(m.root)) == count and not m.also for s, m in everyone):
            return mention
        spoken = [(s, m) for s, m in everyone if fits(m)]
        for parties in _choices(spoken):
            if len(parties) == count:
                return together(mention, parties)
        if len(distinct(m for _, m in spoken)) > count:
            return mention
    return mention


def _is_anyone(_mention: Mention) -> bool:
    return True


def _is_human(mention: Mention) -> bool:
    return mention.human or bool(mention.also)


def _is_state(mention: Mention) -> bool:
    """Whether it can be one of "both countries": a state or who acts for it, no organisation and no group."""
    return mention.country is not None and (mention.organisation is None or mention.person is not None)


def _choices(spoken: list[Spoken]) -> Iterator[list[Mention]]:
    """The parties that may be meant together: all, those that do more than say where, those joined by "and"."""
    yield distinct(m for _, m in spoken)
    yield distinct(m for s, m in spoken if m.kind != "owner" and not is_place(s, m))
    yield from (compound(s, m) for s, m in spoken)


def _counted(token: Token) -> int | None:
    """How many parties a plural noun or a number speaks of; None where it does not say, or says one."""
    counting = (token, *token.lefts)
    if any(word.lower_ in PAIRING for word in counting):
        return 2
    counts = (numbers("count").get(word.lower_) for word in counting)
    return next((count for count in counts if count and count > 1), None)


def _single_state(mention: Mention, token: Token, told: Told) -> Mention:
    """The state of "the country", "the Asian country": the one last spoken of, on that continent if one is named.

    Where the nearest sentence that speaks of a state speaks of two, neither is meant for sure.
    """
    modifiers = [child for child in token.lefts if child.dep_ in {"amod", "compound", "nmod"}]
    continents = {continent_words()[m.text] for m in modifiers if m.text in continent_words()}
    if not continents and any(m.pos_ == "PROPN" or m.text[0].isupper() for m in modifiers):
        return mention
    only = meant_by(token.lemma_.lower())
    for spoken in told.nearest_first(token.i):
        states = _states(spoken) if not only else distinct(m for _, m in spoken if m.country in only)
        fitting = [m for m in states if not continents or _lies_on(m, continents)]
        if len(fitting) == 1:
            return replace(mention, country=fitting[0].country, sector=None, refers_to=words_of(fitting[0]))
        if fitting:
            return mention
    return mention


def _half(mention: Mention, noun: str, told: Told) -> Mention:
    """The state of "the North", where it or the one it is told apart from was last spoken of."""
    for spoken in told.nearest_first(mention.root):
        found = {m.country: m for _, m in spoken if m.country}
        for code, other in halves(noun):
            named = found.get(code) or found.get(other)
            if named is not None:
                return replace(mention, country=code, refers_to=words_of(found[code]) if code in found else None)
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
    return named or body.kind in meant_by(noun)
