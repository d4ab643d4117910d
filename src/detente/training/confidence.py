"""What the lexicon's and the model's word are worth together: fitted on the development part.

Each relation that is read from a marked sentence is right or wrong; two small logistic regressions, one for relations
that the lexicon reads and one for those of the model alone, turn what both say into the probability that it is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.claims.reading import Reader
from detente.claims.relations.model_file import Calibration, log_odds
from detente.reports.report import Report
from detente.training.calibration import calibration_error
from detente.training.end_to_end import PUBLISHED, marked_pairs, pairs_said
from detente.training.marks import MarkedSentence
from detente.training.regression import regressed

HELD = 1e-2
"""How strongly the weights are held near nothing."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A relation that was read, as the lexicon and the model see it, and whether all its pairs are right."""

    lexical: float | None
    chance: float
    related: float
    right: bool


def seen(sentences: Sequence[MarkedSentence], reader: Reader) -> list[Seen]:
    """The relations that are read from marked sentences."""
    return [one for sentence in sentences for one in _seen(sentence, reader)]


def _seen(sentence: MarkedSentence, reader: Reader) -> Iterator[Seen]:
    right = marked_pairs(sentence)
    spans = [party.span for party in sentence.parties]
    report = Report(f"{sentence.theme}:{sentence.line}", sentence.text, PUBLISHED)
    for _, relation in reader.read_relations(report):
        if relation.chance is not None and relation.related is not None:
            said = pairs_said(relation, spans)
            yield Seen(relation.lexical, relation.chance, relation.related, bool(said) and said <= right)


def fitted(found: Sequence[Seen], former: Calibration) -> Calibration:
    """The calibration with the weights at which the relations that were seen are likeliest."""
    stated = [one for one in found if one.lexical is not None]
    alone = [one for one in found if one.lexical is None]
    agreed = regressed(
        [(1.0, one.lexical or 0.0, log_odds(one.related), log_odds(one.chance)) for one in stated],
        [one.right for one in stated],
        HELD,
    )
    single = regressed([(1.0, log_odds(one.chance)) for one in alone], [one.right for one in alone], HELD)
    return replace(former, agreed=(agreed[0], agreed[1], agreed[2], agreed[3]), alone=(single[0], single[1]))


def error(found: Sequence[Seen], calibration: Calibration) -> float:
    """How far the calibrated confidence lies from what is right: the expected calibration error."""
    return calibration_error(
        [calibration.confidence(o.lexical, o.chance, o.related) for o in found], [o.right for o in found]
    )
