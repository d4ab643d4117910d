"""Where the command writes: results to standard output, everything said beside them to standard error.

Rich leaves colours out where `NO_COLOR` is set or the output is no terminal.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from detente.errors import DetenteError, OutputError

if TYPE_CHECKING:
    import polars as pl

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def complain(error: DetenteError) -> None:
    """One line about an error: where, what, and what to do next."""
    line = " ".join(str(error).split())
    err.print(Text("error: ", style="bold red").append(line, style="not bold default"), soft_wrap=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2,000 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def write_parquet(frame: pl.DataFrame) -> None:
    """Writes a frame to standard output, through memory, so that a full disk is told as what it is."""
    held = io.BytesIO()
    frame.write_parquet(held)
    sys.stdout.buffer.write(held.getvalue())


def write_to(path: Path | None, content: bytes) -> None:
    """Writes a whole file, or to standard output where there is none.

    Raises:
        OutputError: the file cannot be written.
    """
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise OutputError.of(path, fault) from fault
