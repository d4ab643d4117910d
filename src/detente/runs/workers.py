"""Reading with several processes, each with a reader of its own, as if one had read it all.

Outcomes come in the order of the input. Only a few chunks are under way at any time: no more input is taken until the
first of them is done and whoever asked has taken its outcomes. Worker and parent speak over a pipe, report by report,
so that when a worker dies the parent knows which report it had in hand. A pool of the standard library does not tell
that, and is broken as a whole when one of its processes is killed.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from detente.errors import DetenteError
from detente.reports.found import Found
from detente.runs.choice import ReaderChoice
from detente.runs.chunks import Chunk, chunks
from detente.runs.limits import Limits
from detente.runs.outcome import IsKept, Outcome
from detente.runs.worker import Worker

FALSE_STARTS = 3
"""Workers that may end while they load before it is no use to start more."""


class Workers:
    """Processes that read; to be used with `with`, so that none is left behind.

    Args:
        choice: the reader that each loads.
        number: how many.
        limits: what one report may cost.
    """

    def __init__(self, choice: ReaderChoice, number: int, limits: Limits | None = None) -> None:
        self._choice, self._number, self._limits = choice, number, limits or Limits()
        self._workers: list[Worker] = []
        self._queue: deque[Chunk] = deque()
        """Chunks that wait for a worker."""
        self._false_starts = 0
        kind = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self._context = multiprocessing.get_context(kind)

    def __enter__(self) -> Self:
        self._start_missing()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def read(self, found: Iterable[Found], is_kept: IsKept) -> Iterator[Outcome]:
        """What comes of each thing found, in its place.

        Raises:
            DetenteError: the reader cannot be loaded.
        """
        coming = chunks(found, self._version(), is_kept)
        under_way: deque[Chunk] = deque()
        more = True
        while more or under_way:
            if more and len(under_way) < 2 * self._number + 1:
                chunk = next(coming, None)
                more = chunk is not None
                if chunk is not None:
                    under_way.append(chunk)
                    self._queue.extend([chunk] if chunk.waiting else [])
                self._hear(0)
            else:
                self._hear(0 if under_way[0].begun else self._patience())
            for outcome in under_way[0].take() if under_way else ():
                yield outcome
                self._hear(0)
            while under_way and not under_way[0].places:
                under_way.popleft()

    def _version(self) -> str:
        while True:
            for worker in self._workers:
                if worker.version is not None:
                    return worker.version
            self._hear(None)

    def _hear(self, patience: float | None) -> None:
        """Takes what workers say within a time, and gives those who are done something to do."""
        self._hand_out()
        by_line = {worker.line: worker for worker in self._workers}
        for line in wait(list(by_line), patience):
            worker = by_line[line]  # type: ignore[index]
            try:
                worker.hear()
            except (EOFError, OSError):
                self._lose(worker, "ends the process that reads it (killed, or out of memory)")
        for worker in [worker for worker in self._workers if self._left(worker) < 0]:
            self._lose(worker, f"takes more than {self._limits.seconds:g} seconds to read")
        self._hand_out()

    def _hand_out(self) -> None:
        for worker in [worker for worker in self._workers if worker.idle]:
            if not self._queue:
                return
            try:
                worker.send(self._queue.popleft())
            except OSError:
                self._lose(worker, "ends the process that reads it (killed, or out of memory)")

    def _lose(self, worker: Worker, why: str) -> None:
        """Puts another in the place of a worker that has ended, or must, and its chunk back in the queue."""
        worker.end()
        self._workers.remove(worker)
        if worker.version is None:
            self._false_starts += 1
            if self._false_starts == FALSE_STARTS:
                raise DetenteError("the workers", "end while they load", "free some memory, or give --workers 1")
        if worker.chunk is not None:
            worker.chunk.mourn(why)
            self._queue.extendleft([worker.chunk] if worker.chunk.waiting else [])
        self._start_missing()

    def _start_missing(self) -> None:
        while len(self._workers) < self._number:
            self._workers.append(Worker.start(self._context, self._choice, self._limits))

    def _left(self, worker: Worker) -> float:
        """Seconds that a worker has for the report in hand."""
        if worker.chunk is None:
            return float("inf")
        return worker.since + self._limits.seconds - time.monotonic()

    def _patience(self) -> float | None:
        least = min(map(self._left, self._workers), default=float("inf"))
        return None if least == float("inf") else max(0.0, least) + 0.01
