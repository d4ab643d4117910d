"""`detente brief A B`: the chronology of a tie in sentences, each with its sources."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.console import counted, err, write_to
from detente.cli.options import RECORD_FILE, RecordOption, SinceOption, UntilOption, day
from detente.errors import QueryError

if TYPE_CHECKING:
    from detente.ties.brief import Brief
    from detente.ties.summary import Tie

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
    """Write a brief on two parties: phases, sentences with their sources, what is disputed.

    A party may have a sector after a slash (PRK/MIL).
    """
    from detente.cli.ties import party_code
    from detente.record import Record
    from detente.ties.brief import brief as composed
    from detente.ties.counts import count
    from detente.ties.summary import summarise

    if format_ is BriefFormat.DOCX and out is None and sys.stdout.isatty():
        raise QueryError("a Word document", "cannot be shown on a terminal", "give it a file with --out")
    with Record(record, must_exist=True) as kept:
        events, claims = kept.events_with_claims(pair=(a, b), since=day(since, "--since"), until=day(until, "--until"))
    parties = (party_code(a), party_code(b))
    one, other = (frozenset({party.partition("/")[0]}) for party in parties)
    written = composed(*parties, events, claims)
    tie = summarise(count(events, one, other, "month"), *parties, "month")
    write_to(out, _in_format(format_, written, tie))
    err.print(f"{counted(len(events), 'event')}, {counted(len(written.cited), 'source')} cited", soft_wrap=True)


def _in_format(format_: BriefFormat, written: Brief, tie: Tie) -> bytes:
    """The brief as it is asked for; pages and Word documents show the tie over time."""
    from detente.ties import brief_formats

    if format_ is BriefFormat.MD:
        return brief_formats.markdown(written).encode()

    from detente.ties.charts import timeline

    drawn = timeline(tie) if tie.whole.events else None
    if format_ is BriefFormat.HTML:
        return brief_formats.html(written, drawn).encode()
    return brief_formats.docx(written, drawn)
