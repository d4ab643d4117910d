"""Twenty-four short reports of many decades, regions and fronts, against what a person read from each.

`gold.jsonl` was written before the reader was asked and is never bent to what it gives. Four reports are about sport,
markets, the weather and domestic politics: nothing may be read from them.
"""

from __future__ import annotations

import pytest
from scoring import HERE, Found, compare, f1, gold_claims, tell

from detente import Reader
from detente.claims.claim import Claim
from detente.reports import ReadingOptions, Report, read_reports

FLOOR = 0.50
"""Micro-F1 of who did what to whom, as measured, rounded down to 0.05."""
OFF_TOPIC = ("canberra-2010", "copper-1997", "heat-2003", "penalties-2004")
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))


@pytest.fixture(scope="module")
def read(reader: Reader) -> dict[str, list[Claim]]:
    found = read_reports([str(HERE / f"{name}.txt") for name in NAMES], options=ReadingOptions())
    reports = [report for report in found if isinstance(report, Report)]
    return {NAMES[n]: reader.read_report(report).claims for n, report in enumerate(reports)}


@pytest.mark.parametrize("name", OFF_TOPIC)
def test_nothing_is_read_from_what_is_off_topic(read: dict[str, list[Claim]], name: str) -> None:
    assert not read[name], "\n".join(tell(claim) for claim in read[name])


def test_who_does_what_to_whom_is_read_as_well_as_measured(read: dict[str, list[Claim]]) -> None:
    gold = gold_claims()
    found = [pair for name in NAMES for pair in compare(gold.get(name, []), read[name])]
    precision, recall, both = f1(found)
    assert both >= FLOOR, f"F1 {both:.3f} (precision {precision:.3f}, recall {recall:.3f})\n{_differences(found)}"


def _differences(found: list[Found]) -> str:
    missing = [f"missing {tell(p.gold)}" for p in found if p.gold and not p.claim and p.counts]
    wrong = [f"wrong   {tell(p.claim)}" for p in found if p.claim and not p.gold]
    return "\n".join(missing + wrong)
