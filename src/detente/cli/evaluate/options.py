"""The argument and the options that every evaluation takes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Gold = Annotated[Path, typer.Argument(metavar="FILE", help="The gold file.", show_default=False)]
Errors = Annotated[
    Path | None, typer.Option("--errors", metavar="FILE", help="Write every wrong one with its words (TSV).")
]
Predictions = Annotated[
    Path | None,
    typer.Option("--predictions", metavar="FILE", help="Write what was predicted, in the gold's own shape."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")]
