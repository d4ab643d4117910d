"""`detente train`: the relation reader fitted to a user's own marked sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.console import err
from detente.errors import OutputError

EXAMPLES = (
    "Examples:  [bold]detente train --corpus my-sentences/ --out mine.npz[/]  ·  "
    "[bold]detente read my-archive/ --model mine.npz[/]"
)


def train(
    corpus: Annotated[
        Path,
        typer.Option(
            "--corpus",
            "-c",
            metavar="DIR",
            help="Marked sentences (.txt, as training/guide.md says) and corrected claims (.jsonl).",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="Where the model goes, for `detente read --model`.")
    ] = Path("model.npz"),
    model: Annotated[
        Path | None, typer.Option("--model", metavar="FILE", help="The model to start from (default: the shipped one).")
    ] = None,
) -> None:
    """Fit the relation reader to your own domain, in minutes.

    The encoder stays as it is; the layers over it are fitted to your sentences and held near what they were. A fifth of
    the sentences is kept aside, and how many pairs of it are judged right is said for before and after.
    """
    from detente.claims.relations.model import RelationModel
    from detente.claims.relations.model_file import HEADS
    from detente.training.domain import adapt
    from detente.training.reviewed import read_domain

    sentences = read_domain(corpus)
    heads, gained = adapt(RelationModel(model or HEADS), sentences, corpus.resolve().name)
    try:
        heads.save(out)
    except OSError as fault:
        raise OutputError.of(out, fault) from fault
    err.print(
        f"{len(sentences):,} sentences; of {gained.pairs:,} pairs kept aside {gained.before:.0%} were judged right "
        f"before and {gained.after:.0%} after → {out}",
        soft_wrap=True,
        markup=False,
    )
