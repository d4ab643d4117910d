"""`detente events`: the events of a record that fit some filters."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table

from detente.cli.claims import days, who
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
    OriginOption,
    PairOption,
    RecipientOption,
    RecordOption,
    SinceOption,
    StatusOption,
    TextOption,
    TypeOption,
    UntilOption,
    cursor,
    day,
)

if TYPE_CHECKING:
    from detente.events.event import Event
    from detente.record import EventList

EXAMPLES = (
    "Examples:  [bold]detente events --pair PRK RUS[/]  ·  "
    "[bold]detente events --status disputed --since 2023-01-01[/]  ·  "
    "[bold]detente events --type ASSAULT --format parquet > attacks.parquet[/]"
)


def events(  # noqa: PLR0917 (each is an option of the command)
    record: RecordOption = RECORD_FILE,
    actor: ActorOption = None,
    recipient: RecipientOption = None,
    pair: PairOption = None,
    type_: TypeOption = None,
    front: FrontOption = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    factuality: FactualityOption = None,
    origin: OriginOption = None,
    text: TextOption = None,
    after: AfterOption = None,
    limit: LimitOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """List events, the earliest first: each happening once, however many reports tell it."""
    from detente.record import Record
    from detente.record.flat import to_csv

    filters = {
        "actor": actor, "recipient": recipient, "pair": pair, "type": type_, "front": front, "status": status,
        "since": day(since, "--since"), "until": day(until, "--until"), "factuality": factuality,
        "origin": origin, "text": text, "after": cursor(after), "limit": limit,
    }  # fmt: skip
    with Record(record, must_exist=True) as kept:
        found = kept.events(**filters)
        if format_ is Format.JSONL:
            sys.stdout.writelines(kept.with_precedents(event).to_json() + "\n" for event in found)
    if format_ is Format.CSV:
        sys.stdout.write(to_csv(found.to_polars()))
    elif format_ is Format.PARQUET:
        write_parquet(found.to_polars())
    elif format_ is Format.TABLE:
        rows = table(found, out.width)
        out.print(rows)
        err.print(
            f"{counted(len(found), 'event')}; `detente show ID` gives the claims that tell one and its precedents",
            soft_wrap=True,
        )
        for line in _notes(found, rows):
            err.print(line, soft_wrap=True)


def table(found: Sequence[Event], width: int) -> Table:
    """Events as a table for people: when, who, what, whom, who tells it; on a narrow screen without the rest."""
    return listed(found, COLUMNS, width, spare=SPARE, whole=WHOLE)


def _notes(found: EventList, rows: Table) -> Iterator[str]:
    yield from more(found.last)
    if any(when(event).startswith("~") for event in found):
        yield "~ on or shortly before that day: no report names one"
    yield from left_out(COLUMNS, rows)


def when(event: Event) -> str:
    """The days of an event as ISO 8601 writes them in short, `~` where no words say when."""
    return days(event.happened)


def told_by(event: Event) -> str:
    """On whose word it is told, each source once: named tellers, else outlets, else the reports; else the set."""
    if event.origin:
        return f"imported from {event.origin.set}"
    names = (source.word_of or source.outlets or source.reports for source in event.sources)
    return "; ".join(", ".join(source) for source in names)


COLUMNS: dict[str, Callable[[Event], str]] = {
    "id": lambda event: event.id[:10],
    "when": when,
    "who": lambda event: who(event.actors),
    "what": lambda event: event.type,
    "whom": lambda event: "(each other)" if event.reciprocal else who(event.recipients),
    "front": lambda event: event.front,
    "claims": lambda event: str(len(event.claims)),
    "status": lambda event: event.status,
    "told by": told_by,
    "sure": lambda event: event.factuality.value + ("*" if event.auxiliary else ""),
}
SPARE = ("front", "told by", "claims")
"""What a narrow screen does without, the first to go first."""
WHOLE = frozenset({"id", "when", "what", "sure", "status"})
"""What is never wrapped."""
