"""`detente claims`: the claims of a record that fit some filters."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from detente.claims.claim import Claim, Party
from detente.cli.console import err, out, write_parquet
from detente.cli.options import RECORD_FILE, Format, FormatOption, RecordOption, day
from detente.record import ClaimList, Record

EXAMPLES = (
    "Examples:  [bold]detente claims --pair PRK RUS[/]  ·  "
    "[bold]detente claims --actor China --type CONSULT --since 2023-01-01[/]  ·  "
    "[bold]detente claims --told-by KCNA --format csv > kcna.csv[/]"
)


def claims(  # noqa: PLR0917 (each is an option of the command)
    record: RecordOption = RECORD_FILE,
    actor: Annotated[
        str | None, typer.Option(help="Who acts: a code or a name, with a sector after / (RUS, China, USA/MIL).")
    ] = None,
    recipient: Annotated[str | None, typer.Option(help="Who is acted upon.")] = None,
    pair: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Two parties, in either direction.")
    ] = None,
    type_: Annotated[str | None, typer.Option("--type", help="A PLOVER type (AGREE ... ASSAULT) or OBSERVE.")] = None,
    front: Annotated[str | None, typer.Option(help="A front: diplomatic, military, economic ...")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Happened on or after this day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Happened on or before this day.")] = None,
    told_by: Annotated[
        str | None, typer.Option("--told-by", help="Part of a teller's name, or the teller's country.")
    ] = None,
    factuality: Annotated[str | None, typer.Option(help="FactBank's value: CT+ PR+ PS+ CT- PR- PS- Uu.")] = None,
    text: Annotated[str | None, typer.Option(help="Words in the sentence.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """List claims, the earliest first."""
    filters = {
        "actor": actor, "recipient": recipient, "pair": pair, "type": type_, "front": front,
        "since": day(since, "--since"), "until": day(until, "--until"), "told_by": told_by,
        "factuality": factuality, "text": text, "limit": limit,
    }  # fmt: skip
    with Record(record, must_exist=True) as kept:
        found = kept.claims(**filters)
    write(found, format_)


def write(found: ClaimList, format_: Format) -> None:
    """Writes claims to standard output in a format."""
    if format_ is Format.JSONL:
        sys.stdout.writelines(claim.to_json() + "\n" for claim in found)
    elif format_ is Format.CSV:
        sys.stdout.write(found.to_csv())
    elif format_ is Format.PARQUET:
        write_parquet(found.to_polars())
    else:
        out.print(table(list(found)))
        err.print(f"{len(found):,} claims; `detente show ID` gives the sentence and the reasons", soft_wrap=True)


def table(found: list[Claim]) -> Table:
    """Claims as a table for people: when, who, what, whom, told by, how surely."""
    rows = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "when", "who", "what", "whom", "front", "told by", "sure", "words"):
        rows.add_column(name, no_wrap=name in {"id", "when", "what", "sure"}, overflow="fold")
    for claim in found:
        cells = (
            claim.id[:10],
            when(claim),
            who(claim.actors),
            claim.type,
            "(each other)" if claim.reciprocal else who(claim.recipients),
            claim.front,
            " → ".join(teller.name for teller in claim.told_by) or "the report",
            claim.factuality.value + ("*" if claim.auxiliary else ""),
            claim.trigger.text,
        )
        rows.add_row(*map(Text, cells))
    return rows


def who(parties: tuple[Party, ...]) -> str:
    """Parties as `RUS GOV (Vladimir Putin)`."""
    return ", ".join(_party(party) for party in parties)


def _party(party: Party) -> str:
    code = party.country or party.organisation or "?"
    return code + (f" {party.sector}" if party.sector else "") + (f" ({party.person})" if party.person else "")


def when(claim: Claim) -> str:
    """The days of a claim, `~` where they are vague."""
    start, end = claim.happened.start, claim.happened.end
    if start == end and start is not None:
        return start.isoformat()
    if claim.happened.precision == "year" and start is not None:
        return f"{start.year}"
    if claim.happened.text is None and end is not None:
        return f"~{end.isoformat()}"
    return f"{start or '…'}/{end or '…'}"
