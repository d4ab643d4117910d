"""`detente evaluate`: the reader measured on gold that users bring; a module for types and one for running text."""

from __future__ import annotations

import typer

from detente.cli.evaluate import texts, types
from detente.cli.plain import PlainCommand, PlainGroup

app = typer.Typer(
    cls=PlainGroup,
    help="Measure the reader on your own gold.",
    no_args_is_help=True,
    epilog="Examples:  [bold]detente evaluate relations gold.tsv --errors wrong.tsv[/]  ·  "
    "[bold]detente evaluate dates gold.jsonl --json[/]",
)

app.command(name="relations", cls=PlainCommand, epilog=types.RELATIONS)(types.relations)
app.command(name="claims", cls=PlainCommand, epilog=types.CLAIMS)(types.claims)
app.command(name="sentences", cls=PlainCommand, epilog=types.SENTENCES)(types.sentences)
app.command(name="attribution", cls=PlainCommand, epilog=texts.ATTRIBUTION)(texts.attribution)
app.command(name="factuality", cls=PlainCommand, epilog=texts.FACTUALITY)(texts.factuality)
app.command(name="dates", cls=PlainCommand, epilog=texts.DATES)(texts.dates)
app.command(name="places", cls=PlainCommand, epilog=texts.PLACES)(texts.places)
app.command(name="events", cls=PlainCommand, epilog=texts.EVENTS)(texts.events)
