"""Cells that a spreadsheet would run as a formula: marked when written, and as they were when read again."""

from __future__ import annotations

import re

RUN = r"'*[=+\-@\t\r\n]"
"""How a cell begins that a spreadsheet takes for a formula, or that was marked as one."""


def safe(cell: str) -> str:
    """A cell that a spreadsheet shows as it is."""
    return f"'{cell}" if re.match(RUN, cell) else cell


def plain(cell: str) -> str:
    """A cell as it was before `safe` marked it."""
    return cell[1:] if cell.startswith("'") and re.match(RUN, cell) else cell


def in_one_line(cell: str) -> str:
    """A cell for a format without quoting, which has no way to write tabs and line ends within one."""
    return " ".join(cell.split())
