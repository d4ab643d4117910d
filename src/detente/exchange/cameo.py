"""CAMEO to PLOVER and back: which type, mode and contexts each code of the older code book has here.

The table is `knowledge/data/cameo.csv`. A code may have no PLOVER type: PLOVER gave up mere statements.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.knowledge.tables import rows, several


@dataclass(frozen=True, slots=True)
class Coding:
    """What happened, in PLOVER's terms. `turned`: the code names the parties the other way round, host before guest."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Cameo:
    """A code of CAMEO: what it is called, what it is in PLOVER (None: nothing), and its weight on Goldstein's scale."""

    code: str
    name: str
    coding: Coding | None
    goldstein: float


@cache
def codes() -> dict[str, Cameo]:
    """Every code, from two to four digits."""
    return {row["code"]: _entry(row) for row in rows("cameo")}


def cameo(code: str) -> Cameo | None:
    """The entry of a code as sets write it: also without its leading zero, as spreadsheets leave it."""
    return codes().get(code) or codes().get(f"0{code}")


def code_for(coding: Coding) -> Cameo | None:
    """The code that says most of what happened; None for what CAMEO has no word for."""
    exact, near = _backwards()
    return exact.get((coding.type, coding.mode, coding.contexts)) or near.get((coding.type, coding.mode))


@cache
def _backwards() -> tuple[dict[tuple[str, str | None, tuple[str, ...]], Cameo], dict[tuple[str, str | None], Cameo]]:
    """Codes by all that they say, and by type and mode alone; the broadest code goes first."""
    exact: dict[tuple[str, str | None, tuple[str, ...]], Cameo] = {}
    near: dict[tuple[str, str | None], Cameo] = {}
    for entry in codes().values():
        coding = entry.coding
        if coding is not None and not coding.turned and len(entry.code) > ROOT:
            exact.setdefault((coding.type, coding.mode, coding.contexts), entry)
            near.setdefault((coding.type, coding.mode), entry)
    return exact, near


ROOT = 2
"""Digits of a code that names a whole group of codes; sets write it with a third digit, 0."""


def _entry(row: dict[str, str]) -> Cameo:
    coding = Coding(row["type"], row["mode"] or None, several(row["contexts"]), bool(row["turned"]))
    return Cameo(row["code"], row["name"], coding if coding.type else None, float(row["goldstein"]))
