"""Events as one flat table: CSV that is safe in a spreadsheet, Parquet with the types of its columns.

Both are written some thousand events at a time, so that a million need no more memory than those.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO

import polars as pl
from polars.io.plugins import register_io_source

from detente.events.event import Event
from detente.exchange.cells import RUN
from detente.record.flat import EVENT_COLUMNS, event_frame
from detente.version import __version__

AT_ONCE = 5_000
"""Events in one frame."""
BAR, BROKEN_BAR = "|", "¦"
"""What parts the values of a cell, and what stands for it within one."""


def write_csv(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes a header and one line an event; several values of a cell are parted by `|`."""
    out.write(pl.DataFrame(schema=dict.fromkeys(EVENT_COLUMNS, pl.String)).write_csv().encode())
    for frame in _frames(events):
        out.write(_safe(frame).write_csv(include_header=False).encode())


def _safe(frame: pl.DataFrame) -> pl.DataFrame:
    lists = [name for name, kind in frame.schema.items() if kind == pl.List(pl.String)]
    one = pl.element().str.replace_all(BAR, BROKEN_BAR, literal=True)
    joined = frame.with_columns(pl.col(name).list.eval(one).list.join(BAR) for name in lists)
    text = pl.col(pl.String)
    return joined.with_columns(pl.when(text.str.contains(f"^(?:{RUN})")).then("'" + text).otherwise(text).name.keep())


def write_parquet(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes one row an event; lists are lists, days are days, and the file says who wrote it."""

    def rows(
        columns: list[str] | None, predicate: pl.Expr | None, most: int | None, _at_once: int | None
    ) -> Iterator[pl.DataFrame]:
        for frame in _frames(islice(events, most)):
            kept = frame if predicate is None else frame.filter(predicate)
            yield kept if columns is None else kept.select(columns)

    metadata = {"detente": json.dumps({"version": __version__, "rows": "events"})}
    register_io_source(rows, schema=EVENT_COLUMNS).sink_parquet(out, metadata=metadata)


def _frames(events: Iterable[Event]) -> Iterator[pl.DataFrame]:
    waiting = iter(events)
    while held := list(islice(waiting, AT_ONCE)):
        yield event_frame(held)
