"""What many tests share: one reader a session, a fresh record, hand-made claims, the command as a process."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from detente import Reader, Record
from detente.claims.claim import Claim
from detente.claims.outcome import Reading
from detente.reports import Report
from handmade import build_claim

COMMAND = [sys.executable, "-c", "from detente.cli import main; main()"]

Command = Callable[..., "subprocess.CompletedProcess[str]"]
MakeClaim = Callable[..., Claim]
MakeReading = Callable[..., Reading]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "claims.sqlite") as opened:
        yield opened


def environment(**more: str) -> dict[str, str]:
    """The environment of a command under test: no colours or record of whoever runs the tests."""
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "DETENTE_RECORD", "COLUMNS"}}
    return {**kept, "COLUMNS": "200", **more}


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs `detente ARGS...` in the test's own folder; its status and what it wrote come back."""

    def run(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        env = environment(**options.pop("env", {}))
        line = [*COMMAND, *map(str, args)]
        given = {"cwd": tmp_path, "env": env, "capture_output": True, "timeout": 100, "encoding": "utf-8"} | options
        return subprocess.run(line, check=False, **given)

    return run


@pytest.fixture
def make_claim() -> MakeClaim:
    """Builds a claim by hand from what a test is about: parties as codes, type and day; the rest is filled in."""
    return build_claim


@pytest.fixture
def make_reading() -> MakeReading:
    """A reading of one report that holds the given hand-made claims."""

    def build(*claims: Claim, report_id: str = "a.txt", text: str = "They met.", reader: str = "coder 1") -> Reading:
        return Reading(Report(report_id, text, dt.date(2023, 9, 9), "Example Wire"), claims, reader)

    return build
