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
from detente.claims.claim import Claim, Happened, Party, Teller, Trigger, claim_id
from detente.claims.outcome import Reading
from detente.knowledge.plover import quad
from detente.reports import Report

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


def build_claim(
    type_: str = "CONSULT",
    actors: tuple[str, ...] = ("FRA",),
    recipients: tuple[str, ...] = (),
    *,
    day: str | None = "2023-09-08",
    report_id: str = "a.txt",
    told_by: tuple[str, ...] = (),
    sector: str | None = None,
    **fields: Any,
) -> Claim:
    happened = dt.date.fromisoformat(day) if day else None
    sentence = fields.pop("sentence", "They met.")
    parties = "+".join((*actors, ">", *recipients))
    filled: dict[str, Any] = {
        "id": claim_id(report_id, (5, 8), type_, parties),
        "report_id": report_id,
        "published": dt.date(2023, 9, 9),
        "sentence": sentence,
        "span": (0, len(sentence)),
        "trigger": Trigger(text="met", span=(5, 8)),
        "type": type_,
        "front": "diplomatic",
        "quad": quad(type_),
        "actors": tuple(build_party(code, sector) for code in actors),
        "recipients": tuple(build_party(code, sector) for code in recipients),
        "happened": Happened(start=happened, end=happened, precision="day", text="Friday" if day else None),
        "told_by": tuple(build_teller(name) for name in told_by),
        "confidence": 0.9,
        "reader": "detente test",
    }
    return Claim(**{**filled, **fields})


def build_party(code: str, sector: str | None = None) -> Party:
    """A party of a three-letter country, or of an organisation where the code is none."""
    country = code if len(code) == 3 else None
    return Party(
        text="They", span=(0, 4), name=code, country=country, organisation=None if country else code, sector=sector
    )


def build_teller(name: str) -> Teller:
    return Teller(text="They", span=(0, 4), name=name, kind="media", cue="said", quotation="indirect")


@pytest.fixture
def make_reading() -> MakeReading:
    """A reading of one report that holds the given hand-made claims."""

    def build(*claims: Claim, report_id: str = "a.txt", text: str = "They met.", reader: str = "coder 1") -> Reading:
        return Reading(Report(report_id, text, dt.date(2023, 9, 9), "Example Wire"), claims, reader)

    return build
