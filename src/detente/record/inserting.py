"""Inserting many rows, some of which may be there; without SQLAlchemy's pass over each value, which costs the most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

MANY = 100
"""From how many rows on it pays to write the statement anew."""
Upsert = sqlite.Insert | postgresql.Insert
_DIALECTS: dict[str, Callable[[Table], Upsert]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def inserting(connection: Connection, table: Table) -> Upsert:
    """An INSERT that may say what to do ON CONFLICT."""
    return _DIALECTS[connection.dialect.name](table)


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows, which all have the same names; what else the rows hold is left out."""
    run_many(connection, inserting(connection, table), rows)


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts the rows whose key is not there yet."""
    run_many(connection, inserting(connection, table).on_conflict_do_nothing(), rows)


def run_many(connection: Connection, statement: Insert, rows: Sequence[Mapping[str, Any]]) -> None:
    """Gives the driver a statement and the values of all rows at once; few go through SQLAlchemy, which knows it."""
    if not rows:
        return
    names = [column.name for column in statement.table.columns if column.name in rows[0]]
    if len(rows) < MANY:
        connection.execute(statement, [{name: row[name] for name in names} for row in rows])
        return
    compiled = statement.compile(dialect=connection.dialect, column_keys=names)
    order = compiled.positiontup or names
    columns = [_driven(connection, [row[name] for row in rows]) for name in order]
    values = list(zip(*columns, strict=True))
    given = values if compiled.positional else [dict(zip(order, value, strict=True)) for value in values]
    connection.exec_driver_sql(compiled.string, given)


def _driven(connection: Connection, values: list[Any]) -> list[Any]:
    """Values of one column as the driver takes them: SQLite knows no dates."""
    if connection.dialect.name == "sqlite" and isinstance(values[0], dt.date):
        return [value.isoformat() for value in values]
    return values
