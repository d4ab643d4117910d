"""The files that an evaluation writes: what was wrong, and what was predicted."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from detente.errors import OutputError


def write_tsv(path: Path | None, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes rows as tab-separated values, where a path is given."""
    if path is None:
        return
    with _written(path) as lines:
        writer = csv.writer(lines, delimiter="\t", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_jsonl(path: Path | None, rows: Iterable[Mapping[str, Any]]) -> None:
    """Writes objects as JSON lines, where a path is given."""
    if path is None:
        return
    with _written(path) as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@contextmanager
def _written(path: Path) -> Iterator[IO[str]]:
    try:
        with path.open("w", encoding="utf-8", newline="") as lines:
            yield lines
    except OSError as fault:
        raise OutputError.of(path, fault) from fault
