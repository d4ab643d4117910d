"""The claims of the examples are those in `examples/claims.md`: a change in reading shows as a diff of that file."""

from __future__ import annotations

import difflib
import runpy
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_examples_give_the_claims_of_the_snapshot() -> None:
    written = (EXAMPLES / "claims.md").read_text(encoding="utf-8")
    read = runpy.run_path(str(EXAMPLES / "snapshot.py"))["snapshot"]()
    changes = "".join(difflib.unified_diff(written.splitlines(True), read.splitlines(True), "claims.md", "read now"))
    assert not changes, f"the reading of the examples has changed; `make snapshot`, look at the diff:\n{changes}"
