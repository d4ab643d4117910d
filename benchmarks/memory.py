"""How much memory `detente read` holds over a thousand reports, watched from outside while it reads."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

COMMAND = [sys.executable, "-c", "from detente.cli import main; main()"]
EXAMPLES = Path(__file__).parents[1] / "examples"
REPORTS = 1_000
SETTLED = 200
"""Reports after which nothing that is loaded once is still to come."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes that the process held: at most, when `SETTLED` reports were done, and at the end."""

    peak: float
    settled: float
    end: float

    @property
    def growth(self) -> float:
        """Megabytes more at the end than when it had settled."""
        return self.end - self.settled


def write_archive(path: Path) -> None:
    """A thousand reports as JSON lines, each a paragraph of an example, no two alike."""
    paragraphs = [
        paragraph
        for example in sorted(EXAMPLES.glob("*-*.txt"))
        for paragraph in example.read_text(encoding="utf-8").split("\n\n")[1:]
    ]
    with path.open("w", encoding="utf-8") as lines:
        for number in range(REPORTS):
            text = f"{paragraphs[number % len(paragraphs)]}\n\nItem {number}."
            lines.write(json.dumps({"id": f"r{number:04}", "date": "2010-01-01", "text": text}) + "\n")


def watched(archive: Path, out: Path) -> Memory:
    """Reads an archive into a file of claims and watches the process.

    Raises:
        RuntimeError: the reading failed, or ended before it could be watched.
    """
    line = [*COMMAND, "read", str(archive), "--out", str(out)]
    with subprocess.Popen(line, stderr=subprocess.DEVNULL) as running:
        process, settled, held, peak = psutil.Process(running.pid), 0.0, 0.0, 0.0
        while running.poll() is None:
            held = resident(process) or held
            peak = max(peak, held)
            if not settled and _reports_done(out) >= SETTLED:
                settled = held
            time.sleep(0.2)
    if running.returncode or not settled:
        raise RuntimeError(f"reading {archive} ended with status {running.returncode}, watched: {bool(settled)}")
    return Memory(peak, settled, held)


def _reports_done(out: Path) -> int:
    lines = out.read_text(encoding="utf-8").splitlines() if out.exists() else []
    whole = [line for line in lines if line.endswith("}")]
    return int(json.loads(whole[-1])["report_id"].rpartition("r")[2]) if whole else 0


def resident(process: psutil.Process) -> float:
    """Megabytes a process holds; 0 once it is ending."""
    try:
        return float(process.memory_info().rss) / 1e6
    except psutil.Error:
        return 0.0
