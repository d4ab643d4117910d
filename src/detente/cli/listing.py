"""A list as a table for people: the columns that fit into the window, and words on what is not shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

from rich.table import Table
from rich.text import Text

from detente.cli.fitting import fitted

Item = TypeVar("Item")


def listed(
    found: Sequence[Item],
    cells: Mapping[str, Callable[[Item], str]],
    width: int,
    *,
    spare: Sequence[str],
    whole: Set[str],
) -> Table:
    """A row an item.

    Args:
        found: what is listed.
        cells: what stands in each column.
        width: characters in a line.
        spare: the columns that a narrow screen does without, the first to go first.
        whole: the columns that are never wrapped.
    """
    columns = {name: [cell(item) for item in found] for name, cell in cells.items()}
    widths = fitted(columns, width, spare=spare, whole=whole)
    rows = Table(box=None, pad_edge=False, header_style="bold")
    for name, own in widths.items():
        rows.add_column(name, width=own, no_wrap=name in whole, overflow="ellipsis")
    for line in zip(*(columns[name] for name in widths), strict=True):
        rows.add_row(*map(Text, line))
    return rows


def more(last: tuple[dt.date, str] | None) -> Iterator[str]:
    """How to go on where a page has ended, if there may be more."""
    if last:
        yield f"there may be more: --after {last[0]}/{last[1]}"


def left_out(names: Iterable[str], rows: Table) -> Iterator[str]:
    """Which columns a table does without."""
    missing = [name for name in names if name not in {column.header for column in rows.columns}]
    if missing:
        yield f"left out for want of width: {', '.join(missing)} (a wider window or --format csv has them)"
