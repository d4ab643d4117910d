"""Writes `examples/claims.md`: every claim that the examples give, one paragraph a claim, for reading and for diffs.

`make snapshot` runs it; a test holds the file against a fresh reading, so that a change in reading shows as a diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from detente import Claim, Reader, Report
from detente.claims.markup import headline
from detente.reports import ReadingOptions, read_reports

HERE = Path(__file__).parent
SNAPSHOT = HERE / "claims.md"


def snapshot() -> str:
    """The claims of all examples as text."""
    reader = Reader()
    return "\n".join(line for report in _examples() for line in _report(report, reader)) + "\n"


def _examples() -> list[Report]:
    files = sorted(
        str(path) for path in HERE.iterdir() if path.suffix in {".txt", ".html", ".jsonl"} and path != SNAPSHOT
    )
    found = read_reports(files, options=ReadingOptions())
    return sorted((item for item in found if isinstance(item, Report)), key=lambda report: Path(report.id).name)


def _report(report: Report, reader: Reader) -> Iterator[str]:
    claims = reader.read_report(report).claims
    yield f"== {Path(report.id).name} · {report.published} · {_counted(len(claims))}"
    for claim in claims:
        yield ""
        yield f"{headline(claim)} · {claim.front}"
        yield f"    “{claim.trigger.text}” in: {' '.join(claim.sentence.split())}"
        yield from (f"    {line}" for line in _details(claim))
    yield ""


def _counted(claims: int) -> str:
    return "1 claim" if claims == 1 else f"{claims} claims"


def _details(claim: Claim) -> Iterator[str]:
    people = [f"{p.text} = {p.person or p.name}{f', {p.office}' if p.office else ''}" for p in claim.parties]
    yield "parties: " + "; ".join(people)
    if claim.happened.text:
        yield f"when: “{claim.happened.text}” ({claim.happened.precision})"
    if claim.place:
        yield f"where: {claim.place.name} ({claim.place.country or '-'})"
    if claim.told_by:
        yield "told by: " + " → ".join(f"{t.name} ({t.kind}, {t.quotation})" for t in claim.told_by)
    if claim.quote:
        yield f"quote: {' '.join(claim.quote.text.split())}"
    more = [*claim.auxiliary, *([f"implied by {claim.implied_by}"] if claim.implied_by else [])]
    more += [claim.quantity.text] if claim.quantity else []
    if more:
        yield "also: " + "; ".join(more)


if __name__ == "__main__":
    SNAPSHOT.write_text(snapshot(), encoding="utf-8")
    print(f"wrote {SNAPSHOT.relative_to(HERE.parent)}; look at the diff before you commit it")
