"""Reading an input: a handful in this process, more with workers, and the same outcomes either way."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING

from detente.runs.alone import Alone
from detente.runs.choice import ReaderChoice

if TYPE_CHECKING:
    from detente.reports.found import Found
    from detente.runs.outcome import IsKept, Outcome

HANDFUL = 64
"""Reports that one process has read before workers would have loaded their readers and caught up."""


def read_with(
    choice: ReaderChoice, workers: int, found: Iterable[Found], is_kept: IsKept, expected: int
) -> Generator[Outcome, None, None]:
    """What comes of each thing found, in its place.

    Workers read all of an input that is expected to be large, and what follows the first handful of any other, which
    may be a packed file of which nobody can say how many reports it holds.

    Raises:
        DetenteError: the reader cannot be loaded.
    """
    rest = iter(found)
    if expected <= HANDFUL:
        yield from Alone(choice).read(islice(rest, HANDFUL), is_kept)
    first = next(rest, None)
    if first is None:
        return
    from detente.runs.workers import Workers

    with Workers(choice, workers) as processes:
        yield from processes.read(chain([first], rest), is_kept)
