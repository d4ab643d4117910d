"""Writes into pages and notebooks what their commands and their Python really give.

`make docs` runs it; look at the diff.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from notebooks import executed, notebooks
from pages import name_of, pages, regenerated


def main() -> None:
    """Brings every page and every notebook up to date and names those that changed."""
    for page in pages():
        _renew(page, regenerated)
    for notebook in notebooks():
        _renew(notebook, executed)


def _renew(page: Path, renewed: Callable[[str, Path], str]) -> None:
    written = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        now = renewed(written, Path(folder))
    if now != written:
        page.write_text(now, encoding="utf-8")
        print(f"{name_of(page)}: written anew")


if __name__ == "__main__":
    main()
