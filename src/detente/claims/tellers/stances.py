"""Finding what somebody thinks, wants, or speaks of without telling it: attributions that make no claim's teller.

"The senator criticised the cuts", "farmers are worried about the frost", "his plan to close the port", "would not say
that ...": whose stance it is and what it is about is worth knowing, but nobody says here that it is so. Where the
matter stands is the column `about` of `knowledge/data/speech.csv`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.claims.document import Document, Sentence
from detente.claims.syntax import is_passive, is_verb, prepositional, subjects
from detente.claims.tellers.asides import FoundCue
from detente.claims.tellers.contents import Content, forms_of, matter_of
from detente.claims.tellers.cues import given_by, speakers_of
from detente.claims.tellers.wording import spans
from detente.knowledge.modality import stances

_PREDICATIVE = frozenset({"acomp", "amod", "acl", "ROOT", "conj"})
_IMPERSONAL = frozenset({"it", "there", "that"})


def stances_in(document: Document, sentence: Sentence) -> Iterator[FoundCue]:
    """The stances of a sentence from left to right; some of their cues tell something as well."""
    for token in sentence.tokens():
        yield from _at(document, sentence, token)


def _at(document: Document, sentence: Sentence, token: Token) -> Iterator[FoundCue]:
    adjective = stances().get((token.lower_, "a")) if token.dep_ in _PREDICATIVE else None
    if adjective is not None and (matter := _felt(token, adjective.about)):
        yield from _adjectival(sentence, token, matter)
    elif is_verb(token) and (places := _places(token, "v")):
        yield from _verbal(document, sentence, token, places)
    elif token.pos_ == "NOUN" and (places := _places(token, "n")):
        yield from _nominal(sentence, token, places)


def _places(token: Token, pos: str) -> frozenset[str]:
    cue = next((stances()[form, pos] for form in forms_of(token) if (form, pos) in stances()), None)
    return cue.takes | cue.about if cue is not None else frozenset()


def _verbal(document: Document, sentence: Sentence, verb: Token, places: frozenset[str]) -> Iterator[FoundCue]:
    matter = matter_of(document, sentence, verb, places)
    holders = tuple(speakers_of(verb))
    if matter.tokens and (holders or is_passive(verb)):
        yield _found(sentence, verb, holders, matter)


def _nominal(sentence: Sentence, noun: Token, places: frozenset[str]) -> Iterator[FoundCue]:
    matter = _hung_on(noun, places)
    holders = _owners(noun) or given_by(noun)
    if matter and holders:
        yield _found(sentence, noun, tuple(holders), Content(tuple(matter), "what it is about"))


def _hung_on(word: Token, places: frozenset[str]) -> list[Token]:
    """The clauses, infinitives and prepositional phrases of a noun or adjective that are its matter."""
    heads: list[Token] = []
    for child in word.rights:
        if child.dep_ in {"acl", "ccomp", "xcomp", "advcl"}:
            infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            that = child.dep_ in {"ccomp", "xcomp"} or any(c.lower_ == "that" for c in child.children)
            if (infinitive and "infinitive" in places) or (not infinitive and that and "clause" in places):
                heads.append(child)
        elif child.dep_ == "prep" and child.lower_ in places:
            heads += [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
    return [t for head in heads for t in head.subtree]


def _owners(noun: Token) -> list[Token]:
    """Whose stance a noun is: "the mayor's plan", "criticism from teachers", "the Labour plan"."""
    owned = [c for c in noun.children if c.dep_ == "poss"]
    named = [c for c in noun.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
    return owned or [t for word in ("by", "from") for t in prepositional(noun, word)] or named


def _felt(word: Token, places: frozenset[str]) -> list[Token]:
    """What an adjective is about, also where the parser hangs the clause on its copula."""
    matter = _hung_on(word, places)
    if matter or word.dep_ != "acomp" or "clause" not in places:
        return matter
    return [t for c in word.head.rights if c.i > word.i and c.dep_ in {"ccomp", "xcomp"} for t in c.subtree]


def _adjectival(sentence: Sentence, word: Token, matter: list[Token]) -> Iterator[FoundCue]:
    """Who is "worried about" or "sure that"; nobody where it is only "clear that"."""
    holders = [t for t in _bearers(word) if t.lower_ not in _IMPERSONAL]
    if holders or word.dep_ == "acomp":
        yield _found(sentence, word, tuple(holders), Content(tuple(matter), "what it is about"))


def _bearers(word: Token) -> list[Token]:
    if word.dep_ in {"amod", "acl"}:
        return [word.head]
    verb = word.head if word.dep_ == "acomp" else word
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return own or subjects(verb)


def _found(sentence: Sentence, cue: Token, holders: tuple[Token, ...], matter: Content) -> FoundCue:
    apart = {t.i for holder in holders if cue not in holder.subtree for t in holder.subtree}
    return FoundCue(cue, holders, spans(sentence, (t for t in matter.tokens if t.i not in apart)), matter.place)
