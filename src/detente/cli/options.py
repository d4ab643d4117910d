"""Options that several verbs share, so that they read the same everywhere."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from detente.errors import QueryError

RECORD_FILE = "detente.sqlite"


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


RecordOption = Annotated[
    str, typer.Option("--record", "-r", envvar="DETENTE_RECORD", metavar="FILE-or-URL", help="The record to use.")
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How the rows are written.")]


def day(written: str | None, option: str) -> dt.date | None:
    """A day given as an option.

    Raises:
        QueryError: it is no existing day written YYYY-MM-DD.
    """
    if written is None:
        return None
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise QueryError(
            f"{option} {written!r}", "there is no such day", "write an existing day as YYYY-MM-DD"
        ) from None
