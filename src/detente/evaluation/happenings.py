"""Joining measured: groups of reports in which the words that state each happening are marked with its letter.

A file holds groups that begin with `# group: NAME`; each report begins with `== OUTLET | PUBLISHED`, optionally
`| DATELINE`, and its text marks the act words of a happening as `{a|met}`, with the same letter for one happening in
all reports of the group. Claims are read from the bare texts, joined all together, and those whose act words are marked
are compared with the letters by B-cubed (Bagga & Baldwin 1998).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.claims.claim import Claim, Span
from detente.claims.reading import Reader
from detente.errors import GoldError
from detente.evaluation.rates import share
from detente.events.joining import joined, neighbourhoods
from detente.events.sketch import sketch
from detente.reports.report import Report

_MARK = re.compile(r"\{(?P<letter>[a-z])\|(?P<words>[^{}|]+)\}")


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report without its marks, and the happening that each stretch of act words states."""

    report: Report
    marks: tuple[tuple[Span, str], ...]

    def happening(self, claim: Claim) -> str | None:
        """The happening whose words a claim's trigger touches."""
        start, end = claim.trigger.span
        return next((name for (first, last), name in self.marks if first < end and start < last), None)


def read_groups(path: Path) -> list[MarkedReport]:
    """The reports of a file, or of every .txt file of a folder.

    Raises:
        GoldError: no such file, a report without an outlet and a date, or a mark that is not closed.
    """
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    found = [report for file in files for report in _reports(file)]
    if not found:
        raise GoldError(str(path), "holds no report", "give groups as docs/evaluation.md shows them")
    return found


def _reports(file: Path) -> Iterator[MarkedReport]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise GoldError(str(file), f"cannot be read ({fault})", "give a UTF-8 text file") from fault
    group, head, body, at = "", "", list[str](), 0
    for number, line in enumerate([*lines, "# group:"], 1):
        if line.startswith(("# group:", "== ")):
            if head:
                yield _report(f"{file}:{at}", f"{file.stem}/{group}", head, "\n".join(body).strip())
            group = line.removeprefix("# group:").strip() if line.startswith("#") else group
            head, body, at = line.removeprefix("== ") if line.startswith("== ") else "", [], number
        else:
            body.append(line)


def _report(where: str, group: str, head: str, marked: str) -> MarkedReport:
    outlet, published, *dateline = [part.strip() for part in f"{head}|".split("|")]
    try:
        day = dt.date.fromisoformat(published)
    except ValueError:
        raise GoldError(where, f"has no date in {head!r}", "write == OUTLET | YYYY-MM-DD") from None
    text, marks, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks.append(((len(text), len(text) + len(mark["words"])), f"{group}/{mark['letter']}"))
        text, at = text + mark["words"], mark.end()
    text += marked[at:]
    if "{" in text or "}" in text:
        raise GoldError(where, "has a mark that is not closed", "write {a|words}")
    return MarkedReport(Report(where, text, day, outlet, dateline=dateline[0] or None), tuple(marks))


@dataclass(frozen=True, slots=True)
class MarkedClaims:
    """All claims that were read, and the happening of each whose words are marked."""

    claims: tuple[Claim, ...]
    happenings: Mapping[str, str]
    told: int
    """Marks in the texts, whether a claim was read at them or not."""
    read: int
    """Marks at which a claim was read."""


def read_claims(reports: Iterable[MarkedReport], reader: Reader) -> MarkedClaims:
    """What the reader reads from the bare texts."""
    claims: list[Claim] = []
    happenings: dict[str, str] = {}
    told = met = 0
    for marked in reports:
        found = reader.read_report(marked.report).claims
        claims += found
        happenings |= {claim.id: name for claim in found if (name := marked.happening(claim))}
        told += len(marked.marks)
        met += sum(any(c.trigger.span[0] < e and s < c.trigger.span[1] for c in found) for (s, e), _ in marked.marks)
    return MarkedClaims(tuple(claims), happenings, told, met)


def joined_claims(marked: MarkedClaims) -> list[list[str]]:
    """The ids of all claims that were read, joined as a record joins them."""
    near = neighbourhoods([sketch(claim) for claim in marked.claims])
    return [[member.id for member in group] for neighbourhood in near for group in joined(neighbourhood)]


@dataclass(frozen=True, slots=True)
class JoinScores:
    """B-cubed precision and recall over the claims whose happening is marked."""

    claims: int
    happenings: int
    events: int
    precision: float
    recall: float
    told: int
    read: int

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_json(self) -> dict[str, Any]:
        """The figures under the names that `--json` documents."""
        return {
            "claims": self.claims,
            "happenings": self.happenings,
            "events": self.events,
            "b_cubed": {"p": round(self.precision, 4), "r": round(self.recall, 4), "f1": round(self.f1, 4)},
            "marks": self.told,
            "marks_read": share(self.read, self.told),
        }


def score(marked: MarkedClaims, events: Sequence[Sequence[str]]) -> JoinScores:
    """How well groups of claim ids agree with the happenings."""
    kept = [[claim for claim in event if claim in marked.happenings] for event in events]
    kept = [event for event in kept if event]
    size = Counter(marked.happenings.values())
    precision = recall = 0.0
    for event in kept:
        for name, count in Counter(marked.happenings[claim] for claim in event).items():
            precision += count * count / len(event)
            recall += count * count / size[name]
    whole = len(marked.happenings) or 1
    return JoinScores(
        len(marked.happenings), len(size), len(kept), precision / whole, recall / whole, marked.told, marked.read
    )


def wrong(marked: MarkedClaims, events: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Claims that stand with others wrongly: what ("parted", "merged"), both happenings, both ids and sentences."""
    by_id = {claim.id: claim for claim in marked.claims}
    event_of = {claim: number for number, event in enumerate(events) for claim in event}
    ids = sorted(marked.happenings, key=lambda i: (marked.happenings[i], i))
    for index, one in enumerate(ids):
        for other in ids[index + 1 :]:
            same = marked.happenings[one] == marked.happenings[other]
            if same != (event_of[one] == event_of[other]):
                names = marked.happenings[one], marked.happenings[other]
                texts = [f"[{by_id[i].trigger.text}] {by_id[i].sentence}" for i in (one, other)]
                yield "parted" if same else "merged", *names, one, other, *texts
