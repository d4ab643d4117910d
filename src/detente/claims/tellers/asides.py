"""Cues beside a clause that are no verbs of it: "according to", "in the words of", "reportedly", a headline's colon.

What they bring in is the clause, or where they open or close a sentence, the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as ParsedSpan
from spacy.tokens import Token

from detente.claims.claim import Span
from detente.claims.document import Document, Sentence
from detente.claims.syntax import is_verb, prepositional
from detente.claims.tellers.contents import without
from detente.claims.tellers.wording import VIEWS, spans
from detente.knowledge.modality import cues
from detente.knowledge.words import words

HEADLINE = 6
"""Tokens among which the colon of a headline stands."""
_SOME = frozenset({"some", "most", "many", "several", "all", "any"})
_DASHES = frozenset({":", "-", "–", "—", "--"})
_PASSES_ON = words("passes on")
_SOURCES = words("media nouns") | words("anonymous sources") | words("surveys")


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue with its speakers (none: nobody is named) and the characters of what it brings in.

    One without content opens a quotation that only starts in the next sentence ("He said:").
    """

    token: Token
    speakers: tuple[Token, ...]
    content: tuple[Span, ...]
    place: str = "the clause"
    """Where its content stands, in words that explain the choice."""
    order: int = 1


def asides_at(sentence: Sentence, token: Token) -> Sequence[FoundCue]:
    """The cues beside a clause that a word is: none, one, or one with who passed it on."""
    if token.dep_ == "advmod":
        unnamed = (token.lemma_.lower(), "a") in cues()
        return [FoundCue(token, (), spans(sentence, without(token.head.subtree, token)))] if unnamed else ()
    if token.dep_ == "pobj":
        viewed = token.lemma_.lower() in VIEWS and is_verb(token.head.head)
        return list(_viewed(sentence, token)) if viewed else ()
    return list(_according(sentence, token)) if token.lower_ == "according" and prepositional(token, "to") else ()


def passes_on(verb: Token) -> bool:
    """Whether a participle says who passed on a source: "according to a statement carried by TASS"."""
    under = verb.head.head.head.lower_ == "according"
    return verb.dep_ == "acl" and under and verb.lemma_.lower() in _PASSES_ON and bool(_passed_by(verb))


def _passed_by(verb: Token) -> list[Token]:
    return prepositional(verb, "by", agents=True)


def headlines(document: Document, sentence: Sentence) -> Iterator[FoundCue]:
    """A headline's "Kremlin: ..." or "... - state media", or a turn of an interview: its speaker stands alone."""
    tokens = sentence.parsed
    colon = next((t for t in tokens[:HEADLINE] if t.text == ":"), None)
    if colon is not None:
        yield from _alone(document, sentence, colon, (_part(tokens, tokens.start, colon.i), _rest(tokens, colon.i + 1)))
    dash = next((t for t in reversed(tokens[-HEADLINE:]) if t.text in _DASHES), None)
    if dash is not None and sentence.index == 0:
        yield from _alone(document, sentence, dash, (_rest(tokens, dash.i + 1), _part(tokens, tokens.start, dash.i)))


def _part(tokens: ParsedSpan, start: int, end: int) -> ParsedSpan:
    return tokens.doc[start:end]


def _rest(tokens: ParsedSpan, start: int) -> ParsedSpan:
    return tokens.doc[start : tokens.end]


def _alone(
    document: Document, sentence: Sentence, mark: Token, parts: tuple[ParsedSpan, ParsedSpan]
) -> Iterator[FoundCue]:
    """Whom a part of a sentence beside a mark names, where it names somebody who speaks and the other part tells."""
    source, told = parts
    if not len(source) or any(is_verb(t) for t in source) or not any(is_verb(t) for t in told):
        return
    root = source.root
    named = root.i in sentence.mentions or root.ent_type_ in {"PERSON", "ORG"} or root.text in document.speakers
    known = sentence.index == 0 and root.pos_ == "PROPN" and document.report.text.count(root.text) > 1
    if named or known or root.lemma_.lower() in _SOURCES:
        yield FoundCue(mark, (root,), spans(sentence, told), f"what stands {_side(mark, root)} the {_name(mark)}")


def _side(mark: Token, speaker: Token) -> str:
    return "after" if speaker.i < mark.i else "before"


def _name(mark: Token) -> str:
    return "colon" if mark.text == ":" else "dash"


def _according(sentence: Sentence, token: Token) -> Iterator[FoundCue]:
    told, place = _beside(sentence, token, {t.i for t in token.subtree})
    sources = tuple(prepositional(token, "to"))
    media = [verb for source in sources for verb in source.children if passes_on(verb)]
    for verb in media:
        yield FoundCue(verb, tuple(_passed_by(verb)), told, place, order=0)
    yield FoundCue(token, sources, told, place, order=1 if media else 0)


def _beside(sentence: Sentence, cue: Token, inside: set[int]) -> tuple[tuple[Span, ...], str]:
    """The rest of the clause that a cue's phrase stands in; of the sentence where it opens or closes it."""
    at_edge = min(inside) <= sentence.parsed.start + 1 or max(inside) >= sentence.parsed.end - 2
    clause = sentence.parsed if at_edge else _clause_above(cue.head).subtree
    place = "the rest of the sentence" if at_edge else "the rest of its clause"
    return spans(sentence, (t for t in clause if t.i not in inside)), place


def _viewed(sentence: Sentence, noun: Token) -> Iterator[FoundCue]:
    """Whose words or view a clause is said to be: "in the minister's view", "in the words of", "by one estimate"."""
    owners = [c for c in noun.children if c.dep_ == "poss"] or prepositional(noun, "of")
    counted = noun.head.lower_ == "by" and any(c.dep_ == "nummod" or c.lower_ in _SOME for c in noun.children)
    first = noun.head.left_edge
    apart = first.i == sentence.parsed.start or first.nbor(-1).is_punct
    if apart and (owners or counted):
        told, place = _beside(sentence, noun.head, {t.i for t in noun.head.subtree})
        yield FoundCue(noun, (owners[0],), told, place) if owners else FoundCue(noun.head, (noun,), told, place)


def _clause_above(token: Token) -> Token:
    while token.head != token and not is_verb(token):
        token = token.head
    return token
