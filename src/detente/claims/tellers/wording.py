"""The words of a source and of a cue as the report writes them.

A teller is a name ("Lavrov"); its source is the whole phrase that names it there ("Russia's foreign minister, Sergei
Lavrov, on a visit to Ankara"). A cue is a word of a table ("say"); its words are all that goes with it ("has also
said", "called for").
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from detente.claims.claim import Span
from detente.claims.document import Sentence
from detente.claims.syntax import RELATIVE_WORDS, SUBJECTS
from detente.knowledge.words import words

VIEWS = words("views")
_WITH_A_VERB = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})


def source_of(
    sentence: Sentence, cue: Token, speakers: tuple[Token, ...], content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The whole phrase of those who tell, without the cue's own and what is told; "who" stands for itself."""
    relative = [c for c in cue.children if c.dep_ in SUBJECTS and c.lower_ in RELATIVE_WORDS]
    heads = relative or speakers
    gone = {t.i for t in cue.subtree} if any(cue in head.subtree for head in heads) else {cue.i}
    phrase = {t.i: t for head in heads for t in head.subtree if t.i not in gone and not _lies_in(sentence, t, content)}
    return spans(sentence, phrase.values())


def _lies_in(sentence: Sentence, token: Token, content: tuple[Span, ...]) -> bool:
    return any(start <= sentence.offset + token.idx < end for start, end in content)


def cue_words(sentence: Sentence, cue: Token, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A cue with its auxiliaries, its negation, the adverbs beside it, and the preposition before its content."""
    if cue.lower_ == "according":
        return (sentence.characters(cue, next(c for c in cue.children if c.lower_ == "to")),)
    if cue.dep_ == "pobj" and cue.lemma_.lower() in VIEWS:
        return spans(sentence, [cue.head, cue, *(c for c in cue.children if c.dep_ in {"det", "amod", "prep"})])
    above = [cue.head, *cue.head.children] if cue.dep_ == "acomp" else []
    own = {cue.i, *(c.i for c in (*cue.children, *above) if c.dep_ in _WITH_A_VERB or c == cue.head)}
    first = last = cue.i
    while first - 1 in own:
        first -= 1
    while last + 1 in own or _opens(sentence, cue, last + 1, content):
        last += 1
    return (sentence.characters(cue.doc[first], cue.doc[last]),)


def _opens(sentence: Sentence, cue: Token, index: int, content: tuple[Span, ...]) -> bool:
    """Whether a word is the cue's preposition right before what it brings in."""
    if index + 1 >= sentence.parsed.end:
        return False
    preposition, after = cue.doc[index], cue.doc[index + 1]
    starts = {start for start, _ in content}
    return preposition.dep_ == "prep" and preposition.head == cue and sentence.offset + after.idx in starts


def spans(sentence: Sentence, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The stretches of the report that tokens cover; marks alone are none."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = [_trimmed(run) for run in runs]
    return tuple(sentence.characters(run[0], run[-1]) for run in trimmed if run)


def _trimmed(run: list[Token]) -> list[Token]:
    while run and (run[0].is_punct or run[0].is_space):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].is_space):
        run = run[:-1]
    return run
