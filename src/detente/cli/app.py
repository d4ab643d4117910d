"""The verbs of the command, in the order a user meets them."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli import audit, brief, claims, evaluate, events, export, imports, plot, read, show, ties, train, watch
from detente.cli.plain import PlainCommand, PlainGroup
from detente.version import __version__

app = typer.Typer(
    name="detente",
    cls=PlainGroup,
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    epilog="Exit status: 0 done · 1 failed · 2 wrong usage · 3 some inputs could not be read · 4 the record failed · "
    "130 interrupted.",
    help="Détente reads dated news reports and keeps a sourced record of what states do to and with each other.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"detente {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    _version_wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass


app.command(name="read", cls=PlainCommand, epilog=read.EXAMPLES)(read.read)
app.command(name="watch", cls=PlainCommand, epilog=watch.EXAMPLES)(watch.watch)
app.command(name="claims", cls=PlainCommand, epilog=claims.EXAMPLES)(claims.claims)
app.command(name="show", cls=PlainCommand, epilog=show.EXAMPLES)(show.show)
app.command(name="events", cls=PlainCommand, epilog=events.EXAMPLES)(events.events)
app.command(name="ties", cls=PlainCommand, epilog=ties.EXAMPLES)(ties.ties)
app.command(name="brief", cls=PlainCommand, epilog=brief.EXAMPLES)(brief.brief)
app.command(name="import", cls=PlainCommand, epilog=imports.EXAMPLES)(imports.import_)
app.command(name="export", cls=PlainCommand, epilog=export.EXAMPLES)(export.export)
app.command(name="train", cls=PlainCommand, epilog=train.EXAMPLES)(train.train)
app.add_typer(audit.app, name="audit")
app.add_typer(plot.app, name="plot")
app.add_typer(evaluate.app, name="evaluate")
