"""What the tests of tellers and factuality share: a text, a date, a word of it, and who tells it or how surely.

A chain of tellers is written from the outlet inwards, `"Korean Central News Agency media > Vladimir Putin person"`:
each teller by its name and its kind. Where nobody but the report tells something, the chain is empty.
"""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from detente.claims.document import Attribution, Document, Sentence
from detente.claims.factuality.value import Reality
from detente.claims.parties.mentions import find_parties
from detente.claims.parties.references import resolve_references
from detente.claims.reading import Reader
from detente.claims.tellers.attribution import chain, find_tellers
from detente.reports import Report


def telling(reader: Reader, date: str, text: str) -> Document:
    """The document of a text with its parties and tellers found."""
    document = reader._parsed(Report("text", text, dt.date.fromisoformat(date)))
    find_parties(document)
    resolve_references(document)
    find_tellers(document)
    return document


def word_in(document: Document, word: str) -> tuple[Sentence, Token]:
    """The sentence and the token where a word first stands."""
    position = document.report.text.index(word)
    for sentence in document.sentences:
        for token in sentence.tokens():
            if token.idx + sentence.offset == position:
                return sentence, token
    raise AssertionError(f"{word!r} stands in no sentence that is read")


def attributions_of(reader: Reader, date: str, text: str, word: str) -> list[Attribution]:
    """The attributions that a word stands in, the outermost first."""
    document = telling(reader, date, text)
    sentence, token = word_in(document, word)
    return chain(document, sentence, token)


def chain_of(reader: Reader, date: str, text: str, word: str) -> str:
    """The tellers of a word as an expectation is written."""
    tellers = [t for a in attributions_of(reader, date, text, word) for t in a.tellers]
    return " > ".join(f"{t.name} {t.kind}" for t in tellers)


def reality_of(reader: Reader, text: str, word: str) -> Reality:
    """How real the act of a word is said to be."""
    start = text.index(word)
    return reader.judge_event(text, (start, start + len(word)))
