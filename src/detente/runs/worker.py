"""A process that reads: it loads the reader once, then answers each report it is sent, in order."""

from __future__ import annotations

import gc
import signal
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from detente.errors import DetenteError
from detente.runs.alone import attempt
from detente.runs.choice import ReaderChoice
from detente.runs.chunks import Chunk
from detente.runs.limits import Limits


def work(line: Connection, choice: ReaderChoice, limits: Limits) -> None:
    """What the process does: says its reader's version, or why it has none, and reads until nobody listens.

    Ctrl-C is the parent's to answer, which ends its workers. What is loaded stays, and is never searched for garbage.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        try:
            reader = choice.make()
        except DetenteError as error:
            line.send(error)
            return
        gc.freeze()
        limits.hold_memory()
        line.send(reader.version)
        while True:
            for report in line.recv():
                line.send(attempt(reader, report))


@dataclass
class Worker:
    """A process that reads, as its parent sees it."""

    process: BaseProcess
    line: Connection
    version: str | None = None
    """The version of its reader, once that is loaded."""
    chunk: Chunk | None = None
    since: float = field(default_factory=time.monotonic)
    """When it was sent its chunk, or answered last."""

    @classmethod
    def start(cls, context: BaseContext, choice: ReaderChoice, limits: Limits) -> Worker:
        """Starts a process, without waiting for its reader."""
        ours, theirs = context.Pipe()
        process: BaseProcess = context.Process(target=work, args=(theirs, choice, limits), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return cls(process, ours)

    @property
    def idle(self) -> bool:
        """Whether it can be sent a chunk."""
        return self.version is not None and self.chunk is None

    def send(self, chunk: Chunk) -> None:
        """Hands over what is unread of a chunk."""
        self.chunk, self.since = chunk, time.monotonic()
        self.line.send(chunk.reports())

    def hear(self) -> None:
        """Takes all that it has said so far.

        Raises:
            EOFError, OSError: the process has ended.
            DetenteError: its reader cannot be loaded.
        """
        while self.line.poll():
            said = self.line.recv()
            self.since = time.monotonic()
            if self.version is None:
                if isinstance(said, DetenteError):
                    raise said
                self.version = said
            elif self.chunk is not None:
                self.chunk.answer(said)
                self.chunk = self.chunk if self.chunk.waiting else None

    def end(self) -> None:
        """Ends the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.line.close()
