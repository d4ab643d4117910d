"""`detente export FORM -o FILE`: events of a record in the forms that others read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from detente.cli.console import counted, err
from detente.cli.options import (
    RECORD_FILE,
    ActorOption,
    FactualityOption,
    FrontOption,
    LimitOption,
    OriginOption,
    PairOption,
    RecipientOption,
    RecordOption,
    SinceOption,
    StatusOption,
    TypeOption,
    UntilOption,
    day,
)

EXAMPLES = (
    "Examples:  [bold]detente export plover -o events.jsonl[/]  ·  "
    "[bold]detente export panel -o dyads.csv --since 2010-01-01 --happened[/]  ·  "
    "[bold]detente export graphml -o network.graphml --front military[/]"
)


class Form(StrEnum):
    """The forms of export."""

    PLOVER = "plover"
    ICEWS = "icews"
    CSV = "csv"
    PARQUET = "parquet"
    GRAPHML = "graphml"
    GRAPHML_EVENTS = "graphml-events"
    JSONLD = "jsonld"
    PANEL = "panel"
    COUNTRY_PANEL = "country-panel"


def export(  # noqa: PLR0917 (each is an option of the command)
    form: Annotated[
        Form,
        typer.Argument(metavar="FORM", help=", ".join(form.value for form in Form) + ".", show_default=False),
    ],
    out: Annotated[
        str,
        typer.Option("--out", "-o", metavar="FILE", help="Where it goes; - is standard output.", show_default=False),
    ],
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
    happened: Annotated[bool, typer.Option("--happened", help="Leave out what is only told as denied.")] = False,
    origin: OriginOption = None,
    limit: LimitOption = None,
) -> None:
    """Write events for other tools.

    What a form has no way to say is left out and counted.
    """
    from detente.exchange.exports.exporting import FORMS
    from detente.exchange.exports.exporting import export as write
    from detente.record import Record

    filters = {
        "actor": actor, "recipient": recipient, "pair": pair, "type": type_, "front": front, "status": status,
        "since": day(since, "--since"), "until": day(until, "--until"), "factuality": factuality,
        "happened": happened, "origin": origin, "limit": limit,
    }  # fmt: skip
    with Record(record, must_exist=True) as kept:
        events = kept.each_event(**filters)
        with _opened(out) as file:
            written = write(events, FORMS[form.value], file)
    err.print(f"{counted(written.events, 'event')} → {out}", soft_wrap=True, markup=False)
    for why, number in written.left_out.items():
        err.print(f"  left out, {why}: {counted(number, 'event')}", soft_wrap=True, markup=False)


@contextmanager
def _opened(out: str) -> Iterator[IO[bytes]]:
    from detente.exchange.exports.exporting import whole

    if out == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with whole(Path(out)) as file:
            yield file
