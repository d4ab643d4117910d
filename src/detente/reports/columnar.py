"""Parquet: one report a row, read some rows and only the columns that are needed at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import polars as pl

from detente.errors import ReportError
from detente.reports.fields import GUESSES, Place, Rows, columns, guesses_said, is_among, require_text_column
from detente.reports.found import Found
from detente.reports.opening import as_local_file
from detente.reports.options import ReadingOptions

ROWS = 500
"""Rows held at a time."""
FAULTS = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)


def read_parquet(stream: IO[bytes], where: str, options: ReadingOptions) -> Iterator[Found]:
    """The reports of a Parquet file, row by row; a row that holds none is given back as the error that says so."""
    with as_local_file(stream, where) as path:
        table, names = _opened(path, where)
        require_text_column(where, names, options)
        if (remark := guesses_said(where, names, options)) is not None:
            yield remark
        wanted = [column for ours in GUESSES for column in columns(ours, names, options)]
        needed = [name for name in names if any(is_among(column, [name]) for column in wanted)]
        yield from _reports(table.select(needed), where, options)


def _opened(path: Path, where: str) -> tuple[pl.LazyFrame, list[str]]:
    try:
        table = pl.scan_parquet(path, glob=False)
        return table, table.collect_schema().names()
    except FAULTS as fault:
        raise _unreadable(where, fault) from None


def _reports(table: pl.LazyFrame, where: str, options: ReadingOptions) -> Iterator[Found]:
    rows, first = Rows(where, options), 0
    while batch := _batch(table, first, where):
        for number, row in enumerate(batch, start=first + 1):
            try:
                yield rows.report(row, Place(where, number, str(number)))
            except ReportError as error:
                yield error
        first += len(batch)
    if not first:
        yield ReportError(where, "is empty", "remove it or put reports into it")


def _batch(table: pl.LazyFrame, first: int, where: str) -> list[dict[str, Any]]:
    try:
        return table.slice(first, ROWS).collect().to_dicts()
    except FAULTS as fault:
        raise _unreadable(f"{where}:{first + 1}", fault) from None


def _unreadable(where: str, fault: BaseException) -> ReportError:
    said = " ".join(str(fault).split())[:120]
    return ReportError(where, f"is no Parquet file that can be read ({said})", "write or fetch the file again")
