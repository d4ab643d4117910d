"""Every row of the lexicon is tried on the example beside it: the type, the actors and the recipients it must give."""

from __future__ import annotations

import pytest

from detente import Reader
from detente.claims.claim import Claim, Party
from detente.claims.relations.lexical import LexicalReader
from detente.knowledge.lexicon import pattern
from detente.knowledge.plover import TYPES
from detente.knowledge.tables import Row, rows, several

DAY = "2019-06-01"


def cases(table: str) -> list[Row]:
    return [{**row, "type": row.get("gives") or table.upper()} for row in rows(f"lexicon/{table}")]


ROWS = [row for table in (*(name.lower() for name in TYPES), "shifters") for row in cases(table)]


def codes(parties: tuple[Party, ...]) -> set[str]:
    return {party.country or party.organisation or party.name for party in parties}


def states(claim: Claim, row: Row) -> bool:
    """Whether the claim's reasons name a pattern with the row's head."""
    head = pattern(row["trigger"], row["pos"]).head
    return any(f"“{head}" in reason for reason in claim.because)


def gives(claim: Claim, row: Row) -> bool:
    return (
        claim.type == row["type"]
        and codes(claim.actors) == set(several(row["actor"]))
        and codes(claim.recipients) == set(several(row["recipient"]))
        and states(claim, row)
    )


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One that keeps what stays within a state: strikes and resignations have examples too."""
    return Reader(domestic=True, relations=LexicalReader())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['type']}: {row['trigger']} ({row['pos']})")
def test_the_example_is_read_as_its_row_says(reader: Reader, row: Row) -> None:
    assert row["example"], "every row has an example of its own"
    read = reader.read(row["example"], date=DAY).claims
    found = [f"{c.type} {codes(c.actors)} -> {codes(c.recipients)} ({c.trigger.text})" for c in read]
    assert any(gives(claim, row) for claim in read), f"{row['example']!r} gives {found}"
