"""Weighing the evidence that two claims tell of one happening: fitted on groups of reports written for it.

`python -m detente.training.joining tests/happenings/development` writes the weights of `knowledge/data/likeness.csv`.
They are held near what the table expects of each piece of evidence, so that a few hundred pairs teach no nonsense.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from detente.claims.reading import Reader
from detente.evaluation.happenings import MarkedClaims, read_claims, read_groups
from detente.events.likeness import Evidence, evidence
from detente.events.sketch import sketch
from detente.knowledge.tables import DATA, rows
from detente.training.regression import regressed

HELD = 4.0
"""How strongly weights are held near what is expected: the groups are few."""


def main() -> int:
    """Fit the weights to the groups of the folder that is named, and write them."""
    marked = read_claims(read_groups(Path(sys.argv[1])), Reader(domestic=True, threshold=0))
    pairs = list(judged(marked))
    write(weighed(pairs), DATA / "likeness.csv")
    print(f"{len(pairs)} pairs of claims, {sum(same for _, same in pairs)} of one happening")
    return 0


def judged(marked: MarkedClaims) -> Iterator[tuple[Evidence, bool]]:
    """The evidence of each pair of marked claims that nothing rules out, and whether they tell of one happening."""
    claims = [sketch(claim) for claim in marked.claims if claim.id in marked.happenings]
    for one, other in combinations(claims, 2):
        found = evidence(one, other)
        if found is not None:
            yield found, marked.happenings[one.id] == marked.happenings[other.id]


def weighed(pairs: Sequence[tuple[Evidence, bool]]) -> dict[str, float]:
    """The weight of each piece of evidence at which the pairs are likeliest, near what is expected of it."""
    expected = {row["evidence"]: float(row["expected"]) for row in rows("likeness")}
    shown = [tuple(found[name] for name in expected) for found, _ in pairs]
    fitted = regressed(shown, [same for _, same in pairs], HELD, list(expected.values()))
    return dict(zip(expected, fitted, strict=True))


def write(weights: dict[str, float], path: Path) -> None:
    """Writes the weights into their table, beside what is expected of each."""
    table = rows("likeness")
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, fieldnames=list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"weight": f"{weights[row['evidence']]:.2f}"} for row in table)


if __name__ == "__main__":
    sys.exit(main())
