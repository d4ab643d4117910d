"""Chunks: a few reports that go to one worker together, with what was found between them, so that order is kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.errors import ReportError
from detente.reports.found import Found
from detente.reports.report import Report
from detente.runs.outcome import IsKept, Outcome, unread

REPORTS = 16
"""In a chunk: about half a second of work, so that a worker seldom waits, and little is read again when one dies."""
CHARACTERS = 200_000
"""In a chunk, after which it takes no further report."""
PLACES = 200
"""In a chunk, with what needs no reading."""
DEATHS = 2
"""Of workers with one report in hand, until it is given up."""


@dataclass
class Chunk:
    """What was found, place by place, and which places wait for a worker's answer."""

    places: deque[Outcome | None] = field(default_factory=deque)
    waiting: deque[tuple[int, Report]] = field(default_factory=deque)
    characters: int = 0
    given: int = 0
    """Places whose outcomes were taken already."""
    deaths: int = 0
    """Of workers, with the first waiting report in hand."""

    @property
    def full(self) -> bool:
        """Whether nothing more goes in."""
        return len(self.waiting) >= REPORTS or self.characters >= CHARACTERS or len(self.places) >= PLACES

    @property
    def begun(self) -> bool:
        """Whether an outcome can be taken."""
        return self.places[0] is not None

    def add(self, found: Report | Outcome) -> None:
        """Adds a report to read, or what came of something else."""
        if isinstance(found, Report):
            self.waiting.append((len(self.places), found))
            self.characters += len(found.text)
            self.places.append(None)
        else:
            self.places.append(found)

    def reports(self) -> list[Report]:
        """What is to be read still."""
        return [report for _, report in self.waiting]

    def answer(self, outcome: Outcome) -> None:
        """What came of the first report that waits."""
        place, _ = self.waiting.popleft()
        self.places[place - self.given] = outcome
        self.deaths = 0

    def mourn(self, why: str) -> None:
        """A worker has ended with the first waiting report in hand; a report that does it again is given up."""
        self.deaths += 1
        if self.deaths == DEATHS:
            self.answer(ReportError(self.waiting[0][1].id, why, "it is left out; cut it into several, or look into it"))

    def take(self) -> Iterator[Outcome]:
        """The outcomes that are there, in order, up to the first that is not."""
        while self.places and (outcome := self.places[0]) is not None:
            self.places.popleft()
            self.given += 1
            yield outcome


def chunks(found: Iterable[Found], version: str, is_kept: IsKept) -> Iterator[Chunk]:
    """All that is found, a chunk at a time, as it is asked for."""
    chunk = Chunk()
    for one in found:
        chunk.add(unread(one, version, is_kept))
        if chunk.full:
            yield chunk
            chunk = Chunk()
    if chunk.places:
        yield chunk
