"""`detente claims`: the claims of a record that fit some filters."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from detente.cli.console import counted, err, out, write_parquet
from detente.cli.listing import left_out, listed, more
from detente.cli.options import (
    RECORD_FILE,
    ActorOption,
    AfterOption,
    FactualityOption,
    Format,
    FormatOption,
    FrontOption,
    LimitOption,
    PairOption,
    RecipientOption,
    RecordOption,
    SinceOption,
    TextOption,
    TypeOption,
    UntilOption,
    cursor,
    day,
)

if TYPE_CHECKING:
    from detente.claims.claim import Claim, Happened, Party
    from detente.events.event import Participant
    from detente.record import ClaimList

EXAMPLES = (
    "Examples:  [bold]detente claims --pair PRK RUS[/]  ·  "
    "[bold]detente claims --actor China --type CONSULT --since 2023-01-01[/]  ·  "
    "[bold]detente claims --told-by KCNA --format csv > kcna.csv[/]"
)


def claims(  # noqa: PLR0917 (each is an option of the command)
    record: RecordOption = RECORD_FILE,
    actor: ActorOption = None,
    recipient: RecipientOption = None,
    pair: PairOption = None,
    type_: TypeOption = None,
    front: FrontOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    told_by: Annotated[
        str | None,
        typer.Option("--told-by", metavar="TELLER", help="Part of a teller's name, or the teller's country."),
    ] = None,
    factuality: FactualityOption = None,
    text: TextOption = None,
    report_text: Annotated[
        str | None, typer.Option("--report-text", metavar="WORDS", help="The same, anywhere in the report.")
    ] = None,
    after: AfterOption = None,
    limit: LimitOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """List claims, the earliest first."""
    from detente.record import Record

    filters = {
        "actor": actor, "recipient": recipient, "pair": pair, "type": type_, "front": front,
        "since": day(since, "--since"), "until": day(until, "--until"), "told_by": told_by,
        "factuality": factuality, "text": text, "report_text": report_text, "after": cursor(after), "limit": limit,
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
        rows = table(found, out.width)
        out.print(rows)
        err.print(
            f"{counted(len(found), 'claim')}; `detente show ID` gives the sentence and the reasons", soft_wrap=True
        )
        for line in _notes(found, rows):
            err.print(line, soft_wrap=True)


def table(found: Sequence[Claim], width: int) -> Table:
    """Claims as a table for people: when, who, what, whom, told by, how surely; on a narrow screen without the rest."""
    return listed(found, COLUMNS, width, spare=SPARE, whole=WHOLE)


def _notes(found: ClaimList, rows: Table) -> Iterator[str]:
    """What the marks in a table mean, where it has them, and what it leaves out."""
    yield from more(found.last)
    if any(when(claim).startswith("~") for claim in found):
        yield "~ on or shortly before that day: the report names none"
    if any(claim.auxiliary for claim in found):
        yield "* future, hypothetical, historical or denied; `detente show ID` says which"
    yield from left_out(COLUMNS, rows)


def who(parties: Sequence[Party | Participant]) -> str:
    """Parties as `RUS GOV (Vladimir Putin)`."""
    return ", ".join(_party(party) for party in parties)


def _party(party: Party | Participant) -> str:
    code = party.code or "?"
    return code + (f" {party.sector}" if party.sector else "") + (f" ({party.person})" if party.person else "")


def whom(claim: Claim) -> str:
    """Who is acted upon."""
    return "(each other)" if claim.reciprocal else who(claim.recipients)


def when(claim: Claim) -> str:
    """The days of a claim as ISO 8601 writes them in short, `~` where no words say when."""
    return days(claim.happened)


def days(happened: Happened) -> str:
    """A range of days as ISO 8601 writes it in short, `~` where no words say when."""
    start, end = happened.start, happened.end
    if start == end and start is not None:
        return start.isoformat()
    if happened.precision == "year" and start is not None:
        return f"{start.year}"
    if happened.text is None and end is not None:
        return f"~{end.isoformat()}"
    if start is None or end is None:
        return f"{start or '…'}/{end or '…'}"
    same = 8 if start.month == end.month else 5
    return f"{start}/{end.isoformat()[same if start.year == end.year else 0 :]}"


COLUMNS: dict[str, Callable[[Claim], str]] = {
    "id": lambda claim: claim.id[:10],
    "when": when,
    "who": lambda claim: who(claim.actors),
    "what": lambda claim: claim.type,
    "whom": whom,
    "front": lambda claim: claim.front,
    "told by": lambda claim: " → ".join(teller.name for teller in claim.told_by) or "the report",
    "sure": lambda claim: claim.factuality.value + ("*" if claim.auxiliary else ""),
    "words": lambda claim: claim.trigger.text,
}
SPARE = ("front", "words", "told by")
"""What a narrow screen does without, the first to go first."""
WHOLE = frozenset({"id", "when", "what", "sure"})
"""What is never wrapped."""
