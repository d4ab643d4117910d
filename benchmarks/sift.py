"""What the sift costs: how many sentences it spares the parser, and how many claims are lost with them.

Every report is read twice, once as always and once with every sentence parsed; at most 1% of the claims may be lost.
A claim is lost where its sentence was skipped; it is changed where its sentence was read, but another claim came of it,
because it refers back to one that was not. `python benchmarks/sift.py PATH...` measures reports of one's own, and
`--show` prints what was lost or changed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente import Reader, Report
from detente.audit.precision import wilson
from detente.claims.claim import Claim
from detente.claims.document import Document
from detente.reports import ReadingOptions, read_reports

Figures = dict[str, float]


@dataclass
class Loss:
    """What one way of reading has more than the other, over some reports."""

    sentences: int = 0
    skipped: int = 0
    claims: int = 0
    lost: list[Claim] = field(default_factory=list)
    changed: list[Claim] = field(default_factory=list)

    def figures(self) -> Figures:
        """Shares in percent, of the sentences and of the claims of reading everything."""
        return {
            "sentences": self.sentences,
            "% skipped": _percent(self.skipped, self.sentences),
            "claims": self.claims,
            "% lost": _percent(len(self.lost), self.claims),
            "% lost, at most": self.most(),
            "% changed": _percent(len(self.changed), self.claims),
        }

    def most(self) -> float:
        """Percent of the claims that are lost if chance was kind: the upper end of Wilson's interval (95%)."""
        return round(100 * wilson(len(self.lost), self.claims).high, 2) if self.claims else 100.0


def loss(reports: Iterable[Report], reader: Reader) -> Loss:
    """What is lost in reports with the sentences that are never parsed."""
    found = Loss()
    for report in reports:
        whole, sifted = reader._parsed(report, whole=True), reader._parsed(report)
        read = _starts(sifted)
        found.sentences += len(whole.sentences)
        found.skipped += len(whole.sentences) - len(read)
        kept = {claim.id for claim in reader._reading(sifted).claims}
        claims = reader._reading(whole).claims
        found.claims += len(claims)
        gone = [claim for claim in claims if claim.id not in kept]
        found.lost += (claim for claim in gone if claim.span[0] not in read)
        found.changed += (claim for claim in gone if claim.span[0] in read)
    return found


def _starts(document: Document) -> set[int]:
    """Where the sentences of a report begin that were read."""
    return {sentence.span[0] for sentence in document.sentences}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def main() -> None:
    """Measures the reports of some files, and prints what was lost where that is wanted."""
    arguments = argparse.ArgumentParser(description="Measures what is lost with the sentences that are never parsed.")
    arguments.add_argument("paths", nargs="+", help="files or folders of reports")
    arguments.add_argument("--show", action="store_true", help="print the claims that were lost or changed")
    given = arguments.parse_args()
    reports = (r for r in read_reports(given.paths, options=ReadingOptions()) if isinstance(r, Report))
    found = loss(reports, Reader())
    for name, value in found.figures().items():
        print(f"{name:16} {value:,}")
    if given.show:
        print(*shown(found), sep="\n")


def shown(found: Loss) -> Iterator[str]:
    """The claims that reading everything gives and the sift does not, a line each."""
    for what, claims in (("lost", found.lost), ("changed", found.changed)):
        for claim in claims:
            parties = f"{[p.name for p in claim.actors]} {claim.type} {[p.name for p in claim.recipients]}"
            yield f"{what}\t{claim.report_id}\t{parties}\t{claim.trigger.text}\t{' '.join(claim.sentence.split())}"


if __name__ == "__main__":
    main()
