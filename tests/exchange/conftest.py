"""What the tests of exchange share: a file of rows, and its import into a fresh record."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from detente import Record
from detente.exchange.imports.formats import FORMATS
from detente.exchange.imports.importing import Import, Outcome, aside_of

sys.path.insert(0, str(Path(__file__).parent))
"""The events that hypothesis invents are in a module beside this one."""
Importing = Callable[..., Outcome]


@pytest.fixture
def imported(tmp_path: Path, record: Record) -> Importing:
    """Writes lines to a file and imports it; what was rejected is told in `outcome.told`."""

    def run(set_: str, *lines: str, name: str = "set.tsv") -> Outcome:
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
        told: list[str] = []
        run = Import(path, FORMATS[set_], aside_of(path, set_), tell=lambda rejected: told.append(rejected.why))
        outcome = run.into(record)
        outcome.told = told  # type: ignore[attr-defined]
        return outcome

    return run
