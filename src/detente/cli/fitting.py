"""Fitting a table to the width there is: columns that matter less are left out before any word is cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from rich.cells import cell_len

GAP = 2
"""Blanks between two columns."""
LONGEST_WORD = 24
"""A longer word may be cut rather than take the room of a column."""

Columns = Mapping[str, Sequence[str]]
"""The cells of each column under its name."""


def fitted(columns: Columns, width: int, *, spare: Sequence[str], whole: Set[str]) -> dict[str, int]:
    """The columns that fit into a width, each with its own.

    Args:
        columns: all that there is to show.
        width: characters in a line.
        spare: the columns that may be left out, the least important first.
        whole: the columns whose cells are never wrapped.
    """
    least = {name: _least(name, cells, name in whole) for name, cells in columns.items()}
    for name in spare:
        if _total(least) > width:
            del least[name]
    wished = {name: max(0, max(map(cell_len, columns[name]), default=0) - held) for name, held in least.items()}
    shares = _shared(wished, max(0, width - _total(least)))
    return {name: held + shares[name] for name, held in least.items()}


def _shared(wished: Mapping[str, int], room: int) -> dict[str, int]:
    """The room that is left, shared so that small wishes are met first."""
    shares: dict[str, int] = {}
    for waiting, name in zip(range(len(wished), 0, -1), sorted(wished, key=lambda name: wished[name]), strict=True):
        shares[name] = min(wished[name], room // waiting)
        room -= shares[name]
    return shares


def _total(widths: Mapping[str, int]) -> int:
    return sum(widths.values()) + GAP * (len(widths) - 1)


def _least(name: str, cells: Sequence[str], whole: bool) -> int:
    """What a column needs to show its name and every word, or every cell whole."""
    if whole:
        return max(map(cell_len, (name, *cells)))
    words = [word for cell in cells for word in cell.split()]
    return min(LONGEST_WORD, max(map(cell_len, (name, *words))))
