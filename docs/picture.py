"""Draws `picture.svg`, what a terminal shows of an example: its claims as a table, and one of them with its words.

The drawing names no fonts to fetch, so that it looks the same wherever it is opened and loads nothing.
"""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from pathlib import Path
from unittest import mock

from pages import ROOT
from rich import _export_format
from rich.console import Console
from rich.text import Text

PICTURE = ROOT / "docs" / "picture.svg"
EXAMPLE = "examples/honiara-pact-2022.txt"
SHOWN = "Zed Seselja"
"""Words of the sentence whose claim is shown; the first claim where none has them."""
WIDTH = 118
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def drawn() -> str:
    """The picture as SVG."""
    from detente import Reader, Record
    from detente.cli import claims, show
    from detente.reports import ReadingOptions, Report, read_reports

    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    reader = Reader()
    with contextlib.chdir(ROOT), tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "claims.sqlite")
        (report,) = read_reports([EXAMPLE], options=ReadingOptions())
        assert isinstance(report, Report)
        with Record(where) as record:
            record.keep(reader.read_report(report))
            found = list(record.claims())
            shown = next((claim for claim in found if SHOWN in claim.sentence), found[0])
        _typed(console, "detente read examples/honiara-pact-2022.txt && detente claims")
        console.print(claims.table(found, WIDTH))
        console.print()
        _typed(console, f"detente show {shown.id[:8]}")
        with mock.patch.object(show, "out", console):
            show.show(shown.id, where)
    written = console.export_svg(title="detente", code_format=_template(), unique_id="detente")
    return re.sub(r"[ \t]+$", "", written, flags=re.MULTILINE)


def _typed(console: Console, command: str) -> None:
    console.print(Text("$ ", style="dim").append(command, style="bold not dim"))


def _template() -> str:
    """Rich's own frame without the web fonts it would load."""
    plain = re.sub(r"@font-face \{\{.*?\}\}\s*", "", _export_format.CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return plain.replace("font-family: Fira Code, monospace", f"font-family: {FONT}")


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
