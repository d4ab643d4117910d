"""What each part of the relation reader adds: `make ablation`.

Two measures: with the pair given (PLOVER types, on `../shared/data/plv_train.tsv` where it is there), and end to end on
the development part of the corpus (parties found, direction and type right).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import numpy as np
from rich.console import Console
from rich.table import Table

from detente import Reader
from detente.claims.reading import THRESHOLD
from detente.claims.relations import learned
from detente.claims.relations.heads import Array, labels
from detente.claims.relations.learned import LearnedReader
from detente.claims.relations.lexical import LexicalReader
from detente.claims.relations.model import Opinion, RelationModel
from detente.claims.relations.model_file import Heads
from detente.claims.relations.relation import RelationReader
from detente.evaluation.relations import judge, read_gold, scores
from detente.training.end_to_end import curve, outcomes
from detente.training.marks import MarkedSentence, read_split

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "data" / "plv_train.tsv"
NEVER = (1.0, 0.0)


class Silent(LexicalReader):
    """A lexicon that reads nothing."""

    def stated(self, document, sentence):  # noqa: ANN001, ANN201, ARG002, D102
        return []


def deaf(_heads: Heads, _said: str, _confidence: float) -> Array:
    """What the lexicon says, not heard."""
    return np.zeros(len(labels().types), dtype=np.float32)


@dataclass
class Variant:
    """A way to put the parts together: what is changed in the learned reader, in which order it is told."""

    name: str
    changes: dict[str, object] = field(default_factory=dict)
    silent: bool = False
    lexicon_only: bool = False
    single_form: bool = False


VARIANTS = (
    Variant("the lexicon alone", lexicon_only=True),
    Variant("the model alone, one pass", {"DOUBTED": NEVER, "testified": deaf}, silent=True, single_form=True),
    Variant("the model alone, with the second look", {"testified": deaf}, silent=True),
    Variant("the model, one pass, and the lexicon", {"DOUBTED": NEVER}, single_form=True),
    Variant("the model with the second look and the lexicon (shipped)"),
)


@contextmanager
def reader_of(variant: Variant) -> Iterator[RelationReader]:
    """The relation reader of a variant."""
    if variant.lexicon_only:
        yield LexicalReader()
        return
    reader = LearnedReader(RelationModel(), domestic=True)
    if variant.silent:
        reader.lexicon = Silent()
    with ExitStack() as patched:
        for name, value in variant.changes.items():
            patched.enter_context(patch.object(learned, name, value))
        if variant.single_form:
            patched.enter_context(patch.object(Opinion, "with_second", lambda one, _: one))
        yield reader


@dataclass(frozen=True)
class Row:
    """What a variant is worth; with the pair given it is None where the gold is not here."""

    parts: str
    macro_f1: float | None
    accuracy: float | None
    precision: float
    recall: float
    f1: float


def measured() -> list[Row]:
    """All variants, measured."""
    _, development = read_split(ROOT / "training" / "corpus", ROOT / "training" / "development.txt")
    rows = []
    for variant in VARIANTS:
        with reader_of(variant) as relations:
            rows.append(Row(variant.name, *given(relations), *end_to_end(relations, development)))
    return rows


def main() -> None:
    """Prints the table."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("parts", "pair given: macro-F1", "accuracy", "end to end: precision", "recall", "F1"):
        table.add_column(name, justify="left" if name == "parts" else "right")
    for row in measured():
        figures = (row.macro_f1, row.accuracy, row.precision, row.recall, row.f1)
        table.add_row(row.parts, *("–" if figure is None else f"{figure:.3f}" for figure in figures))
    Console(width=140).print(table)


def given(relations: RelationReader) -> tuple[float | None, float | None]:
    """Macro-F1 and accuracy with the pair given."""
    if not GOLD.is_file():
        return None, None
    found = scores(list(judge(read_gold(GOLD), Reader(relations=relations))))
    return found.macro_f1, found.accuracy


def end_to_end(relations: RelationReader, sentences: list[MarkedSentence]) -> tuple[float, float, float]:
    """Precision, recall and F1 at the default threshold."""
    [point] = curve(outcomes(sentences, Reader(domestic=True, threshold=0, relations=relations)), [THRESHOLD])
    return point.precision, point.recall, point.f1


if __name__ == "__main__":
    main()
