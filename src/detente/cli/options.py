"""Options that several verbs share, so that they read the same everywhere."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
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


class By(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


RecordOption = Annotated[
    str, typer.Option("--record", "-r", envvar="DETENTE_RECORD", metavar="FILE-or-URL", help="The record to use.")
]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="Happened on or after this day.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="Happened on or before this day.")
]
TextOption = Annotated[
    str | None,
    typer.Option(
        "--text", metavar="WORDS", help='Words in the sentence, in any order; "a phrase" in quotes; the begin* of one.'
    ),
]
AfterOption = Annotated[
    str | None,
    typer.Option("--after", metavar="DAY/ID", help="Go on where an earlier page ended, as it said below its table."),
]
FormatOption = Annotated[
    Format,
    typer.Option("--format", "-f", metavar="FORMAT", help="How the rows are written: table, jsonl, csv or parquet."),
]
TypeOption = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help="A PLOVER type (AGREE ... ASSAULT) or OBSERVE.")
]
FrontOption = Annotated[
    str | None, typer.Option("--front", metavar="FRONT", help="A front: diplomatic, military, economic ...")
]
ActorOption = Annotated[
    str | None,
    typer.Option(
        "--actor", metavar="PARTY", help="Who acts: a code or a name, with a sector after / (RUS, China, USA/MIL)."
    ),
]
RecipientOption = Annotated[str | None, typer.Option("--recipient", metavar="PARTY", help="Who is acted upon.")]
PairOption = Annotated[
    tuple[str, str] | None, typer.Option("--pair", metavar="A B", help="Two parties, in either direction.")
]
StatusOption = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help="corroborated, disputed, single-sourced or imported."),
]
FactualityOption = Annotated[
    str | None, typer.Option("--factuality", metavar="VALUE", help="FactBank's value: CT+ PR+ PS+ CT- PR- PS- Uu.")
]
OriginOption = Annotated[
    str | None,
    typer.Option("--origin", metavar="SET", help="Only what was imported from this set: icews, gdelt2 ..."),
]
MembersOption = Annotated[
    bool,
    typer.Option("--members", help="Count with a body such as the EU what the states did that were of it on the day."),
]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, metavar="NUMBER", help="At most so many.")]
DomesticOption = Annotated[
    bool, typer.Option("--domestic", help="Keep also what happens between parties of one state.")
]
ThresholdOption = Annotated[
    float,
    typer.Option("--threshold", min=0.0, max=1.0, metavar="NUMBER", help="Leave out claims less sure than this."),
]
ModelOption = Annotated[
    Path | None, typer.Option("--model", metavar="FILE", help="A model of your own, as `detente train` writes it.")
]
ByOption = Annotated[By, typer.Option("--by", metavar="PERIOD", help="Sum by day, week, month or year.")]


def cursor(written: str | None) -> tuple[dt.date, str] | None:
    """Where a page ended, given as an option.

    Raises:
        QueryError: it is no day and id.
    """
    if written is None:
        return None
    ended, _, id_ = written.partition("/")
    found = day(ended, "--after")
    if found is None or not id_:
        raise QueryError(f"--after {written!r}", "is no end of a page", "write it as the page said: YYYY-MM-DD/ID")
    return found, id_


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
            f"{option} {written!r}", "is no day of the calendar", "write an existing day as YYYY-MM-DD"
        ) from None
