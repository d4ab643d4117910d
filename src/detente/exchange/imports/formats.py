"""The sets that can be imported: what each is called, how its rows are read, and what makes events of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.exchange.imports import acled, gdelt, icews, phoenix, plover, polecat
from detente.exchange.imports.rows import Coder, Row, Rows, objects, quoted, tabbed


@dataclass(frozen=True, slots=True)
class Format:
    """How a set publishes its events. `suffix` is that of files like its own."""

    rows: Rows
    coder: Callable[[Row, str], Coder]
    suffix: str


FORMATS = {
    "gdelt": Format(tabbed, gdelt.coder, ".tsv"),
    "icews": Format(tabbed, icews.coder, ".tsv"),
    "polecat": Format(tabbed, polecat.coder, ".tsv"),
    "plover": Format(objects, plover.coder, ".jsonl"),
    "phoenix": Format(phoenix.rows, phoenix.coder, ".tsv"),
    "acled": Format(quoted, acled.coder, ".csv"),
}
