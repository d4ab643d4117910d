"""A million coded events into a record: how fast beside the bare insert of the same rows, and in how much memory.

The rows are those of a real set of one year (`../shared/data/events_icews14.tsv`), repeated with its years shifted.
"""

from __future__ import annotations

import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]
from memory import COMMAND, resident

from detente import Record

YEAR = 2014
BY_EVENT = ("events", "event_parties", "event_pairs")
TABLES = (*BY_EVENT, "tie_months")
AS_THEY_CAME = "SELECT kept.* FROM {0} AS kept JOIN events ON events.id = kept.id ORDER BY events.rowid"
AS_A_RECORD = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA foreign_keys=ON")
AT_ONCE = 50_000
"""Rows of a bare insert that are held at once."""


@dataclass(frozen=True, slots=True)
class Run:
    """An import as it was watched: processor seconds, and megabytes at most."""

    seconds: float
    peak: float


def importing(source: Path, folder: Path, rows: int) -> dict[str, float]:
    """Rows a second of `detente import icews` and of the bare `executemany`; megabytes while importing."""
    table, record = folder / "events.tsv", folder / "imported.sqlite"
    repeat(source, table, rows)
    run = imported(table, record)
    events, bare = inserted(record, folder / "bare.sqlite")
    return {
        "events": events,
        "events/s": round(events / run.seconds),
        "bare executemany, events/s": round(events / bare),
        "ratio": round(bare / run.seconds, 2),
        "peak MB": round(run.peak),
    }


def repeat(source: Path, to: Path, rows: int) -> None:
    """Writes so many rows: those of the set, year after year."""
    header, *lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    with to.open("w", encoding="utf-8") as out:
        out.write(header)
        for number in range(rows):
            turn, at = divmod(number, len(lines))
            out.write(lines[at].replace(f"\t{YEAR}-", f"\t{YEAR - turn}-", 1))


def imported(table: Path, record: Path) -> Run:
    """Runs the command in a process of its own and watches it.

    Raises:
        RuntimeError: it failed.
    """
    line = [*COMMAND, "import", "icews", str(table), "--record", str(record)]
    with subprocess.Popen(line, stderr=subprocess.DEVNULL) as running:
        process, seconds, peak = psutil.Process(running.pid), 0.0, 0.0
        while running.poll() is None:
            peak = max(peak, resident(process))
            seconds = max(seconds, _seconds(process))
            time.sleep(0.05)
    if running.returncode not in {0, 3}:
        raise RuntimeError(f"importing {table} ended with status {running.returncode}")
    return Run(seconds, peak)


def _seconds(process: psutil.Process) -> float:
    """Processor seconds that a process has used; 0 once it is ending."""
    try:
        used = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(used.user + used.system)


def inserted(record: Path, to: Path) -> tuple[int, float]:
    """Events of a record, and the processor seconds in which `executemany` puts the same rows into a fresh one."""
    Record(to).close()
    seconds, events = 0.0, 0
    with closing(sqlite3.connect(record)) as old, closing(sqlite3.connect(to, isolation_level=None)) as new:
        for pragma in AS_A_RECORD:
            new.execute(pragma)
        new.execute("BEGIN")
        for name in TABLES:
            found = old.execute(AS_THEY_CAME.format(name) if name in BY_EVENT else f"SELECT * FROM {name}")
            statement = f"INSERT INTO {name} VALUES ({', '.join('?' * len(found.description))})"
            while held := found.fetchmany(AT_ONCE):
                events += len(held) if name == "events" else 0
                began = time.process_time()
                new.executemany(statement, held)
                seconds += time.process_time() - began
        began = time.process_time()
        new.execute("COMMIT")
        return events, seconds + time.process_time() - began
