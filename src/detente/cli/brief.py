"""`detente brief A B`: the chronology of a tie in sentences, each with its sources."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.console import counted, err
from detente.cli.options import RECORD_FILE, RecordOption, SinceOption, UntilOption, day
from detente.errors import OutputError, QueryError

EXAMPLES = (
    "Examples:  [bold]detente brief PRK RUS --since 2023-01-01[/]  ·  "
    "[bold]detente brief Iran 'Saudi Arabia' --format docx --out brief.docx[/]"
)


class BriefFormat(StrEnum):
    """How a brief is written."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


def brief(  # noqa: PLR0917 (each is an option of the command)
    a: Annotated[str, typer.Argument(metavar="A", help="A party: a code or a name.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other party.", show_default=False)],
    record: RecordOption = RECORD_FILE,
    since: SinceOption = None,
    until: UntilOption = None,
    format_: Annotated[
        BriefFormat, typer.Option("--format", "-f", metavar="FORMAT", help="md, html or docx.")
    ] = BriefFormat.MD,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Where it goes (default: standard output).")
    ] = None,
) -> None:
    """Write a brief on two parties: phases, sentences with their sources, what is disputed."""
    from detente.knowledge.countries import code_of
    from detente.record import Record
    from detente.ties import brief_formats
    from detente.ties.brief import brief as composed

    if format_ is BriefFormat.DOCX and out is None and sys.stdout.isatty():
        raise QueryError("a Word document", "cannot be shown on a terminal", "give it a file with --out")
    with Record(record, must_exist=True) as kept:
        events, claims = kept.events_with_claims(pair=(a, b), since=day(since, "--since"), until=day(until, "--until"))
    written = composed(code_of(a), code_of(b), events, claims)
    as_text = {BriefFormat.MD: brief_formats.markdown, BriefFormat.HTML: brief_formats.html}
    content = brief_formats.docx(written) if format_ is BriefFormat.DOCX else as_text[format_](written).encode()
    _write(content, out)
    err.print(f"{counted(len(events), 'event')}, {counted(len(written.cited), 'sentence')} cited", soft_wrap=True)


def _write(content: bytes, path: Path | None) -> None:
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise OutputError(
            str(path),
            f"cannot be written ({(fault.strerror or str(fault)).lower()})",
            "check the folder and the space left",
        ) from fault
