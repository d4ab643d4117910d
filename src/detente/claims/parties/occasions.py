"""Gatherings that a report comes back to: the parade, the summit, "the event".

"The Friday night event" in one sentence dates the parade of the sentence before, and tells who acted when "it" did
something. Each gathering has a host (whose sentence it first stands in) and a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from detente.claims.claim import Happened
from detente.claims.dates.governing import steps_between
from detente.claims.document import Document, Mention, Occasion, Sentence
from detente.claims.syntax import governing_verb, prepositional, subjects
from detente.knowledge.tables import rows
from detente.knowledge.words import words

REACH = 8
"""How many sentences an occasion can be spoken of after it was named."""


@cache
def _nouns() -> dict[str, bool]:
    """Nouns for gatherings; whether the noun can stand for any of them ("event", "occasion")."""
    return {row["noun"]: row["general"] == "yes" for row in rows("occasions")}


def find_occasions(document: Document) -> None:
    """Adds the gatherings of the report, each mention linked to the one it means, with host and day."""
    for sentence in document.sentences:
        for token in sentence.tokens():
            if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in _nouns() and token.dep_ != "compound":
                _add(document, sentence, token)
    _share_days(document)


def _add(document: Document, sentence: Sentence, token: Token) -> None:
    earlier = _meant(document, sentence, token)
    day = _own_day(document, sentence, token)
    if earlier is not None:
        found = replace(earlier, sentence=sentence.index, root=token.i, happened=day or earlier.happened)
        document.occasions = [
            replace(o, happened=found.happened) if o.host == earlier.host and _same(o, earlier) else o
            for o in document.occasions
        ]
        document.occasions.append(found)
    else:
        document.occasions.append(Occasion(sentence.index, token.i, token.lemma_.lower(), _host(sentence, token), day))
    _let_act(document, sentence, token)


def _same(one: Occasion, other: Occasion) -> bool:
    return one.noun == other.noun or _nouns().get(one.noun, False) or _nouns().get(other.noun, False)


def _meant(document: Document, sentence: Sentence, token: Token) -> Occasion | None:
    """The earlier gathering that a definite noun means."""
    if not any(child.lower_ in {"the", "this", "that"} and child.dep_ == "det" for child in token.lefts):
        return None
    general = _nouns()[token.lemma_.lower()]
    for occasion in reversed(document.occasions):
        if sentence.index - occasion.sentence > REACH:
            return None
        if occasion.sentence == sentence.index and occasion.root >= token.i:
            continue
        if occasion.noun == token.lemma_.lower() or general:
            return occasion
    return None


def _own_day(document: Document, sentence: Sentence, token: Token) -> Happened | None:
    """A day within the gathering's own phrase ("the Friday night event"), or of the verb that holds it."""
    start, end = sentence.span
    for time in document.times:
        tokens = sentence.at(*time.span) if start <= time.span[0] < end and time.value.start else None
        if tokens is None or time.kind == "DURATION" or time.value.precision not in {"day", "part of day"}:
            continue
        if tokens.root in token.subtree and tokens.root.i < token.i:
            return time.value
        verb = governing_verb(token)
        if (
            verb is not None
            and (steps_between(tokens.root, verb) or 9) <= 2
            and token.dep_ in {"nsubjpass", "dobj", "nsubj", "pobj"}
        ):
            return time.value
    return None


def _host(sentence: Sentence, token: Token) -> Mention | None:
    beside = (found for word in ("of", "by", "in") for found in prepositional(token, word))
    for child in (*token.lefts, *beside):
        mention = sentence.mentions.get(child.i)
        if mention is not None and mention.known:
            return mention
    verb = governing_verb(token)
    for subject in subjects(verb) if verb is not None else ():
        mention = sentence.mentions.get(subject.i)
        if mention is not None and mention.known and not mention.also and verb is not None and verb.lemma_ in _HOLDS:
            return mention
    return None


_HOLDS = words("holds an occasion")


def _let_act(document: Document, sentence: Sentence, token: Token) -> None:
    """A gathering in the place of an actor acts for its host; so does an "it" later in the sentence."""
    host = document.occasions[-1].host
    if host is None or token.dep_ not in {"nsubj", "nsubjpass"} or token.i in sentence.mentions:
        return
    span = sentence.characters(token.left_edge, token)
    acting = replace(
        host,
        root=token.i,
        span=span,
        text=document.report.text[slice(*span)],
        kind="occasion",
        refers_to=f"host of the {token.lemma_}",
        person=None,
        office=None,
    )
    sentence.mentions[token.i] = acting
    for other in sentence.tokens():
        if other.lower_ == "it" and other.i > token.i and other.dep_ in {"nsubj", "nsubjpass"}:
            sentence.mentions[other.i] = replace(
                acting, root=other.i, text=other.text, span=sentence.characters(other, other)
            )


def acting(document: Document, sentence: Sentence, actors: Iterable[Mention]) -> Occasion | None:
    """The dated gathering in whose place an actor stands ("the event did not feature ...")."""
    if not any(actor.kind == "occasion" for actor in actors):
        return None
    dated = [o for o in document.occasions if o.sentence <= sentence.index and o.happened is not None]
    return dated[-1] if dated else None


def _share_days(document: Document) -> None:
    """Every mention of a gathering has the day that any of them gives."""
    known: dict[tuple[str, str | None], Happened] = {}
    for occasion in document.occasions:
        if occasion.happened is not None and occasion.host is not None:
            known.setdefault((occasion.noun, occasion.host.code), occasion.happened)
    document.occasions = [
        replace(o, happened=known.get((o.noun, o.host.code))) if o.happened is None and o.host is not None else o
        for o in document.occasions
    ]
