"""Inserting very many rows: the statement is compiled once, and the rows are bound here.

What SQLAlchemy does for each row of a million would cost as much as writing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.dialects import postgresql, sqlite

DAYS = 50_000
"""Days that are kept at hand as the driver takes them."""
Values = dict[str, Any]


def insert_all(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    """Inserts rows that all have the table's columns, and passes over those whose key is there already."""
    dialect = connection.dialect
    insert: Any = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
    compiled = insert(table).on_conflict_do_nothing().compile(dialect=dialect)
    bound: Iterator[Any] = _bound(table, dialect, rows)
    if compiled.positional:
        bound = map(itemgetter(*compiled.positiontup), bound)
    values = list(bound)
    if values:
        connection.exec_driver_sql(str(compiled), values)


def _bound(table: Table, dialect: Dialect, rows: Iterable[Values]) -> Iterator[Values]:
    """Rows with their values as the driver takes them."""
    processors = {
        column.name: lru_cache(maxsize=DAYS)(processor)
        for column in table.columns
        if (processor := column.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    for row in rows:
        for name, bind in processors.items():
            row[name] = bind(row[name])
        yield row
