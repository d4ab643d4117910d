"""Figures printed for people, or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table

from detente.cli.console import counted, err, out

if TYPE_CHECKING:
    from detente.evaluation.rates import Found
    from detente.evaluation.scores import Scores

CONFUSIONS = 12
"""Confusions that are printed; the others are in the JSON."""


def as_json(figures: Mapping[str, Any]) -> None:
    """Prints figures as JSON."""
    sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=2) + "\n")


def print_types(scores: Scores) -> None:
    """Prints the figures of types, and which are taken for which."""
    _print_rows("type", [(name, f.precision, f.recall, f.f1, f.support) for name, f in scores.per_type.items()])
    out.print(
        f"macro-F1 {scores.macro_f1:.3f} · micro-F1 {scores.micro_f1:.3f} · accuracy {scores.accuracy:.3f} · "
        f"{scores.gold} gold, {scores.predicted} predicted"
    )
    wrong = sorted(
        ((count, gold, found) for (gold, found), count in scores.confusion.items() if gold != found),
        key=lambda c: (-c[0], c[1] or "", c[2] or ""),
    )
    for count, gold, found in wrong[:CONFUSIONS]:
        out.print(f"  {count:4} × {gold or 'nothing'} read as {found or 'nothing'}")
    if len(wrong) > CONFUSIONS:
        err.print(f"{counted(len(wrong) - CONFUSIONS, 'more confusion')} with --json")


def print_found(head: str, found: Mapping[str, Found], rates: Mapping[str, float | None]) -> None:
    """Prints what was found of each kind, then further figures on one line (None: nothing to count it on)."""
    _print_rows(head, [(name, f.precision, f.recall, f.f1, f.gold) for name, f in found.items()])
    print_rates(rates)


def print_rates(rates: Mapping[str, float | None], counts: str = "") -> None:
    """Prints figures on one line (None: nothing to count it on), and under them what they were counted on."""
    out.print(" · ".join(f"{name} {'-' if rate is None else f'{rate:.3f}'}" for name, rate in rates.items()))
    if counts:
        err.print(counts, soft_wrap=True)


def _print_rows(head: str, figures: Sequence[tuple[str, float, float, float, int]]) -> None:
    rows = Table(box=None, pad_edge=False, header_style="bold")
    for name in (head, "precision", "recall", "F1", "gold"):
        rows.add_column(name, justify="left" if name == head else "right")
    for name, precision, recall, f1, gold in figures:
        rows.add_row(name, f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", str(gold))
    out.print(rows)
