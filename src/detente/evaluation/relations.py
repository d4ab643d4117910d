"""Relations with the pair given: in each sentence a source, a target or both are marked, and their type is gold.

The file has tab-separated columns `sentence`, `marked_sentence` (`<s>source</s> ... <t>target</t>`), `source`,
`target` and `gold_root`, optionally `uid`. Roots are PLOVER's with CONCEDE and RETREAT merged as YIELD. In place of
`gold_root` there may be `gold_binary`: 0 for cooperation, 1 for conflict.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.claims.reading import Reader
from detente.errors import GoldError
from detente.evaluation.scores import Scores, score
from detente.knowledge.plover import EXTENSION, MERGED, OLDER_NAMES, TYPES

COLUMNS = ("sentence", "marked_sentence", "source", "target")
ROOT, BINARY = "gold_root", "gold_binary"
SIDES = {"0": "cooperation", "1": "conflict"}
ROOTS = tuple(dict.fromkeys(MERGED.get(name, name) for name in TYPES if name != EXTENSION))
_MARK = re.compile(r"</?[st]>")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A sentence with the characters of its source and target (None where the sentence names none), and the root.

    Where gold has sides only, the root is `cooperation` or `conflict`.
    """

    uid: str
    sentence: str
    source: Span | None
    target: Span | None
    root: str


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A gold pair and what the reader made of it."""

    gold: GoldPair
    root: str
    confidence: float
    trigger: str | None


def read_gold(path: Path) -> list[GoldPair]:
    """The pairs of a gold file.

    Raises:
        GoldError: no such file, a column is missing, or a sentence has no marks.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            held = rows.fieldnames or ()
            missing = [name for name in COLUMNS if name not in held]
            missing += [f"{ROOT} or {BINARY}"] if ROOT not in held and BINARY not in held else []
            if missing:
                raise GoldError(
                    str(path),
                    f"has no column {', '.join(missing)}",
                    f"give tab-separated columns {', '.join(COLUMNS)} and {ROOT} or {BINARY}",
                )
            return [_pair(row, number, path) for number, row in enumerate(rows, 2)]
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise GoldError(str(path), f"cannot be read ({fault})", "give a UTF-8 file of tab-separated values") from fault


def _pair(row: dict[str, str], line: int, path: Path) -> GoldPair:
    marked = row["marked_sentence"] or ""
    spans = {name: _span(marked, name) for name in "st"}
    if spans["s"] is None and spans["t"] is None:
        raise GoldError(f"{path}:{line}", "marks neither <s>...</s> nor <t>...</t>", "mark the source or the target")
    root = _root(row, line, path) if ROOT in row else _side(row, line, path)
    return GoldPair(row.get("uid") or str(line - 1), _MARK.sub("", marked), spans["s"], spans["t"], root)


def _root(row: dict[str, str], line: int, path: Path) -> str:
    written = (row[ROOT] or "").strip().upper()
    root = OLDER_NAMES.get(written, written)
    root = MERGED.get(root, root)
    if root not in ROOTS:
        raise GoldError(f"{path}:{line}", f"has no root {row[ROOT]!r}", f"one of: {', '.join(ROOTS)}")
    return root


def _side(row: dict[str, str], line: int, path: Path) -> str:
    side = SIDES.get((row[BINARY] or "").strip())
    if side is None:
        raise GoldError(f"{path}:{line}", f"has no side {row[BINARY]!r}", "0 for cooperation or 1 for conflict")
    return side


def _span(marked: str, name: str) -> Span | None:
    found = re.search(rf"<{name}>(.*?)</{name}>", marked, re.DOTALL)
    if found is None:
        return None
    inner = _MARK.sub("", found.group(1))
    start = len(_MARK.sub("", marked[: found.start()])) + len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def judge(pairs: list[GoldPair], reader: Reader) -> Iterator[JudgedPair]:
    """What the reader makes of each pair."""
    for pair in pairs:
        judgement = reader.judge_pair(pair.sentence, pair.source, pair.target)
        root, sure = MERGED.get(judgement.type, judgement.type), judgement.confidence
        if pair.root in SIDES.values():
            cooperates = judgement.cooperation
            root, sure = SIDES["0" if cooperates > 0.5 else "1"], max(cooperates, 1 - cooperates)
        yield JudgedPair(pair, root, sure, judgement.trigger)


def scores(judged: list[JudgedPair]) -> Scores:
    """Macro and per-type figures of judged pairs."""
    return score((pair.gold.root, pair.root) for pair in judged)
