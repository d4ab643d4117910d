"""Reading the data files: every fact the readers use is a row that can be edited without Python.

A table is a CSV file under `knowledge/data` with a header, a `source` column, ISO 8601 dates and `|` between
several values of one cell. `docs/knowledge.md` describes each table.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from detente.errors import KnowledgeError

DATA = Path(str(files("detente.knowledge"))) / "data"

Row = dict[str, str]


def rows(table: str) -> list[Row]:
    """All rows of `knowledge/data/<table>.csv` as dictionaries of stripped strings.

    Raises:
        KnowledgeError: the file is not there, or a row has more or fewer cells than the header.
    """
    path = DATA / f"{table}.csv"
    if not path.is_file():
        raise KnowledgeError(f"knowledge/data/{table}.csv", "the file is missing", "install detente again")
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, restkey="surplus", restval="\x00")
        return [_checked(table, reader.line_num, row) for row in reader]


def _checked(table: str, line: int, row: dict[str, str]) -> Row:
    if "surplus" in row or "\x00" in row.values():
        raise KnowledgeError(
            f"knowledge/data/{table}.csv:{line}", "the row does not have as many cells as the header", "mend the row"
        )
    return {column: cell.strip() for column, cell in row.items()}


@cache
def fingerprint() -> str:
    """A hash over every file of the knowledge: it differs where any fact does, so that what was read is read anew."""
    whole = hashlib.sha256()
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        whole.update(path.relative_to(DATA).as_posix().encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@dataclass(frozen=True, slots=True)
class Term:
    """A closed range of days during which a fact holds; None is open."""

    start: dt.date | None = None
    end: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether the fact holds on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def term(row: Row) -> Term:
    """The term of a row's `start` and `end`; a year or a month counts from its first to its last day."""
    return Term(_day(row["start"], last=False), _day(row["end"], last=True))


def _day(cell: str, *, last: bool) -> dt.date | None:
    if not cell:
        return None
    year, month, day = ([int(part) for part in cell.split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
