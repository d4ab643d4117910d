"""What the tests of parties share: a text, a date, and whom its words must mean.

An expectation is written in one line: the code, the sector, then, where they matter, the office and the person,
`"RUS GOV, president, Boris Yeltsin"`. A dash stands for nothing; what is not written is not asked. `NOBODY` means that
the words must stand for no known party.
"""

from __future__ import annotations

import datetime as dt

from detente.claims.document import Document, Mention
from detente.claims.parties.mentions import find_parties
from detente.claims.parties.occasions import find_occasions
from detente.claims.parties.references import resolve_references
from detente.claims.reading import Reader
from detente.reports import Report

NOBODY = "nobody"


def spoken(reader: Reader, date: str, text: str) -> Document:
    """The document of a text with its parties found, references resolved and gatherings linked."""
    document = reader._parsed(Report("text", text, dt.date.fromisoformat(date)))
    find_parties(document)
    resolve_references(document)
    find_occasions(document)
    return document


def mentions(document: Document) -> list[Mention]:
    """All mentions of a document in the order of the text, each further party of a compound after it."""
    return [m for sentence in document.sentences for one in sentence.in_order() for m in (one, *one.also)]


def met(document: Document, words: str) -> list[str]:
    """What the mentions of these words stand for, each as an expectation is written."""
    return [_written(m) for m in mentions(document) if m.text == words and m.known]


def fits(expected: str, found: str) -> bool:
    """Whether what was found is what is expected, as far as that goes."""
    return all(want in {have, "?"} for want, have in zip(_parts(expected), _parts(found), strict=False))


def check(reader: Reader, date: str, text: str, expected: dict[str, str]) -> None:
    """Fails where some words do not mean whom they must; several parties of the same words stand with "; "."""
    document = spoken(reader, date, text)
    everyone = [f"{m.text!r}: {_written(m)}" for m in mentions(document)]
    for words, wanted in expected.items():
        found = met(document, words)
        parties = [] if wanted == NOBODY else wanted.split("; ")
        assert len(found) == len(parties), (words, wanted, everyone)
        assert all(fits(w, f) for w, f in zip(parties, found, strict=True)), (words, wanted, everyone)


def _parts(written: str) -> list[str]:
    first, *rest = written.split(", ")
    return [*first.split(" "), *rest]


def _written(mention: Mention) -> str:
    return f"{mention.code} {mention.sector or '-'}, {mention.office or '-'}, {mention.person or '-'}"
