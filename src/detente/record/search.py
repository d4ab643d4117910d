"""Finding texts by their words: with FTS5 on SQLite, with tsvector and GIN on PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    Text,
    and_,
    cast,
    column,
    literal,
    literal_column,
    select,
)
from sqlalchemy import table as lightweight
from sqlalchemy.dialects.postgresql import TSQUERY

from detente.record.words import WantedWords


def holds(table: Table, wanted: WantedWords, dialect: str) -> ColumnElement[bool]:
    """Whether the words of a text fit, by the index of words."""
    return table.c.number.in_(_by_fts5(table, wanted)) if dialect == "sqlite" else _by_tsvector(table, wanted)


def numbers(table: Table, wanted: WantedWords, dialect: str) -> Select[tuple[int]]:
    """The numbers of the texts whose words fit, as the index of words gives them, one after the other."""
    if dialect == "sqlite":
        return _by_fts5(table, wanted)
    return select(table.c.number).where(_by_tsvector(table, wanted))


def fits(table: Table, wanted: WantedWords) -> ColumnElement[bool]:
    """Whether the words of one text fit, without the index."""
    padded = literal(" ", Text) + table.c.words + literal(" ", Text)
    return and_(*(padded.like(pattern) for pattern in wanted.patterns()))


def _by_fts5(table: Table, wanted: WantedWords) -> Select[tuple[int]]:
    index = lightweight(f"{table.name}_index", column("rowid"))
    said = [f'"{phrase}"' for phrase in wanted.phrases] + [f'"{start}"*' for start in wanted.beginnings]
    matching = literal_column(index.name).op("MATCH")(" AND ".join(said))
    return select(index.c.rowid).where(matching)


def _by_tsvector(table: Table, wanted: WantedWords) -> ColumnElement[bool]:
    """By the index all the words; what follows what is then looked up in the words themselves."""
    each = {f"'{word}'" for phrase in wanted.phrases for word in phrase.split()}
    said = " & ".join([*sorted(each), *(f"'{start}':*" for start in wanted.beginnings)])
    held = literal_column(f"{table.name}.vector").op("@@")(cast(said, TSQUERY))
    sequences = WantedWords(tuple(phrase for phrase in wanted.phrases if " " in phrase), ())
    return and_(held, fits(table, sequences)) if sequences.phrases else held
