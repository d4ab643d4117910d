"""What `make demo` runs: reads the examples into a record and shows what it found, and what to type next."""

from __future__ import annotations

import time
from collections import Counter
from itertools import combinations, product
from pathlib import Path

from rich.console import Console
from rich.table import Table

from detente import Claim, Reader, Record, Report
from detente.claims.claim import Party
from detente.claims.markup import headline
from detente.cli.claims import table
from detente.reports import ReadingOptions, read_reports
from detente.ties.summary import Tie, summarise

HERE = Path(__file__).parent
RECORD = "demo.record.sqlite"
SHOWN = 12
console = Console(highlight=False, width=140)


def main() -> None:
    """Reads, sums, shows."""
    for old in Path().glob(f"{RECORD}*"):
        old.unlink()
    with Record(RECORD) as record:
        _read(record)
        claims = list(record.claims())
        console.print(f"\n[bold]Ties[/]: the {SHOWN} pairs with most claims, their events summed")
        console.print(_ties(record, claims))
        console.print(f"\n[bold]Claims[/]: the latest {SHOWN} of {len(claims)}")
        console.print(table(claims[-SHOWN:], console.width))
        busiest = _pairs(claims).most_common(1)[0][0]
    _one(claims[-1])
    _next(claims[-1], busiest)


def _read(record: Record) -> None:
    console.print(f"[bold]Reading[/] the reports of {HERE.name}/")
    reader = Reader()
    began = time.perf_counter()
    for report in read_reports([str(HERE)], options=ReadingOptions()):
        if isinstance(report, Report):
            reading = reader.read_report(report)
            record.keep(reading)
            console.print(
                f"  {report.published}  {len(reading.claims):>3} claims  {report.title or Path(report.id).name}"
            )
    console.print(f"  in {time.perf_counter() - began:.1f} s")


def _ties(record: Record, claims: list[Claim]) -> Table:
    rows = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("tie", "events", "cooperation", "conflict", "balance", "first", "last", "fronts"):
        rows.add_column(name, justify="left" if name in {"tie", "first", "last", "fronts"} else "right")
    for (a, b), _ in _pairs(claims).most_common(SHOWN):
        rows.add_row(f"{a} – {b}", *_sums(summarise(record.tie_counts(a, b), a, b, "month")))
    return rows


def _sums(tie: Tie) -> list[str]:
    whole = tie.whole
    balance = "" if whole.balance is None else f"{whole.balance:+.1f}"
    counts = [str(number) for number in (whole.events, whole.cooperation, whole.conflict)]
    return [*counts, balance, f"{tie.first:%Y-%m}", f"{tie.last:%Y-%m}", ", ".join(tie.by_front)]


def _pairs(claims: list[Claim]) -> Counter[tuple[str, str]]:
    counted: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        actors, recipients = _codes(claim.actors), _codes(claim.recipients)
        across = combinations(sorted(actors), 2) if claim.reciprocal else product(actors, recipients)
        counted.update((min(pair), max(pair)) for pair in across if pair[0] != pair[1])
    return counted


def _codes(parties: tuple[Party, ...]) -> set[str]:
    return {code for party in parties if (code := party.code)}


def _one(claim: Claim) -> None:
    console.print("\n[bold]One of them[/], with its words and the reasons")
    console.print(f"  {headline(claim)}")
    console.print(f"  “{' '.join(claim.sentence.split())}”")
    for reason in claim.because:
        console.print(f"  · {reason}", style="dim")


def _next(claim: Claim, pair: tuple[str, str]) -> None:
    console.print("\n[bold]Type next[/]")
    for command in (
        f".venv/bin/detente show {claim.id[:10]} --record {RECORD}",
        f".venv/bin/detente events --pair {pair[0]} {pair[1]} --record {RECORD}",
        f".venv/bin/detente ties {pair[0]} {pair[1]} --by year --record {RECORD}",
        f".venv/bin/detente claims --actor China --format jsonl --record {RECORD}",
        ".venv/bin/detente read my-archive/",
    ):
        console.print(f"  {command}", style="green")


if __name__ == "__main__":
    main()
