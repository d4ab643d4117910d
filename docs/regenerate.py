"""Writes into the pages what their commands and their Python really print. `make docs` runs it; look at the diff."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pages import name_of, pages, regenerated


def main() -> None:
    """Brings every page up to date and names those that changed."""
    for page in pages():
        written = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            now = regenerated(written, Path(folder))
        if now != written:
            page.write_text(now, encoding="utf-8")
            print(f"{name_of(page)}: written anew")


if __name__ == "__main__":
    main()
