"""Reading a thousand reports takes no more memory than reading a few: under 800 MB, and it does not grow."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

COMMAND = [sys.executable, "-c", "from detente.cli import main; main()"]
EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = 1_000
SETTLED = 200
"""Reports after which nothing that is loaded once is still to come."""
AT_MOST = 800
GROWTH = 40
"""Megabytes by which the last reading may differ: what allocators keep, not what the reader holds."""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A thousand reports, each two paragraphs of an example, no two alike."""
    paragraphs = [
        paragraph
        for path in sorted(EXAMPLES.glob("*-*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")[1:]
    ]
    lines = (
        {
            "id": f"r{number:04}",
            "date": "2010-01-01",
            "text": f"{paragraphs[number % len(paragraphs)]}\n\nItem {number}.",
        }
        for number in range(REPORTS)
    )
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def reports_done(out: Path) -> int:
    lines = out.read_text(encoding="utf-8").splitlines() if out.exists() else []
    whole = [line for line in lines if line.endswith("}")]
    return int(json.loads(whole[-1])["report_id"].rpartition("r")[2]) if whole else 0


def _resident(process: psutil.Process) -> float:
    """Megabytes a process holds; 0 once it is ending."""
    try:
        return process.memory_info().rss / 1e6
    except psutil.Error:
        return 0.0


def test_memory_is_bounded_and_flat(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    line = [*COMMAND, "read", str(archive), "--out", str(out)]
    with subprocess.Popen(line, stderr=subprocess.DEVNULL) as running:
        watched, settled, held, peak = psutil.Process(running.pid), None, 0.0, 0.0
        while running.poll() is None:
            held = _resident(watched) or held
            peak = max(peak, held)
            if settled is None and reports_done(out) >= SETTLED:
                settled = held
            time.sleep(0.2)
    assert running.returncode == 0
    assert peak < AT_MOST
    assert settled is not None, "the run ended before it could be watched"
    assert held - settled < GROWTH, f"{settled:.0f} MB at report {SETTLED}, {held:.0f} MB at the end"
