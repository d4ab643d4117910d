"""The lexicon's own examples as marked sentences: each shows one trigger between the parties that its row names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.claims.claim import Claim, Party
from detente.claims.reading import Reader
from detente.claims.relations.lexical import LexicalReader
from detente.knowledge.plover import TYPES
from detente.knowledge.tables import Row, rows, several
from detente.training.marks import MarkedParty, MarkedSentence
from detente.training.reviewed import relation_of, sector_of

THEME = "the lexicon's examples"
DAY = "2019-06-01"


def lexicon_sentences() -> list[MarkedSentence]:
    """Every example of the lexicon, marked with what its row says."""
    reader = Reader(domestic=True, threshold=0, relations=LexicalReader())
    return [marked for row in _rows() for marked in _marked(row, _claims(row, reader))]


def _rows() -> Iterator[Row]:
    for table in (*(name.lower() for name in TYPES), "shifters"):
        for row in rows(f"lexicon/{table}"):
            yield {**row, "type": row.get("gives") or table.upper()}


def _claims(row: Row, reader: Reader) -> list[Claim]:
    read = reader.read(row["example"], date=DAY).claims
    return [claim for claim in read if claim.implied_by is None and _as_said(claim, row)]


def _as_said(claim: Claim, row: Row) -> bool:
    sides = ((claim.actors, row["actor"]), (claim.recipients, row["recipient"]))
    return claim.type == row["type"] and all(_codes(parties) == set(several(said)) for parties, said in sides)


def _codes(parties: Sequence[Party]) -> set[str]:
    return {party.code or party.name for party in parties}


def _marked(row: Row, claims: Sequence[Claim]) -> Iterator[MarkedSentence]:
    """The first claim that is as its row says, where all its parties stand in words of their own."""
    if not claims:
        return
    claim = claims[0]
    spans = dict.fromkeys(party.span for party in (*claim.actors, *claim.recipients))
    if any(a != b and a[0] < b[1] and b[0] < a[1] for a in spans for b in spans):
        return
    numbers = {span: number for number, span in enumerate(spans, 1)}
    sectors = {party.span: sector_of(party) for party in (*claim.actors, *claim.recipients)}
    parties = tuple(MarkedParty(number, None, sectors[span], span) for span, number in numbers.items())
    relation = replace(relation_of(claim, numbers, 0), factuality="CT+", auxiliary=())
    yield MarkedSentence(THEME, 0, row["example"], parties, (relation,))
