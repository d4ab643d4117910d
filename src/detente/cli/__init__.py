"""The command `detente`: one file a verb; each only parses, delegates and shows.

A verb loads what it needs when it runs, so that help and the shell's completion wait for nothing.

Exit status: 0 all done; 1 an unexpected failure; 2 wrong usage, or a question about something that does not exist;
3 some inputs could not be read (the rest was); 4 the record failed; 130 interrupted (what was done is kept).
"""

from __future__ import annotations

import gc
import sys

from detente.cli.app import app
from detente.cli.console import complain
from detente.errors import (
    DetenteError,
    ExchangeError,
    KnowledgeError,
    ModelError,
    OutputError,
    RecordError,
    ReportError,
    SheetError,
)

__all__ = ["main"]

STATUS: tuple[tuple[type[DetenteError], int], ...] = (
    (RecordError, 4),
    (ReportError, 3),
    (ExchangeError, 3),
    (SheetError, 3),
    (KnowledgeError, 1),
    (ModelError, 1),
    (OutputError, 1),
)
FAILED = 1
USAGE = 2
INTERRUPTED = 130
COLLECT_AFTER = 50_000
"""Objects made until garbage is looked for. What is loaded stays, and looking through it as often as Python does by
itself would be a fifth of the start."""


def main() -> None:
    """Runs the command and turns every error of the project into one line and an exit status."""
    gc.set_threshold(COLLECT_AFTER)
    try:
        app(standalone_mode=True)
    except DetenteError as error:
        complain(error)
        sys.exit(next((status for kind, status in STATUS if isinstance(error, kind)), USAGE))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as fault:
        complain(
            DetenteError(
                "the output",
                f"cannot be written ({(fault.strerror or str(fault)).lower()})",
                "check the space left where it goes",
            )
        )
        sys.stdout = None
        sys.exit(FAILED)
