"""Exporting: what is written in which form, and what is left out of it.

A file is written beside its place and moved there when it is whole, so that nobody takes half of one for all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from detente.errors import OutputError
from detente.events.event import Event
from detente.exchange.exports.dyads import dyads
from detente.exchange.exports.graph import write_events, write_ties
from detente.exchange.exports.icews import rows_of, write_icews
from detente.exchange.exports.panel import write_country_panel, write_panel
from detente.exchange.exports.plover import write_plover
from detente.exchange.exports.provenance import write_jsonld
from detente.exchange.exports.tables import write_csv, write_parquet
from detente.knowledge.plover import EXTENSION

Writer = Callable[[Iterable[Event], IO[bytes]], None]
OBSERVED = "OBSERVE is no type of PLOVER's"
ALONE = "nobody acts upon another in it"
NO_CODE = "CAMEO has no code for it"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export, and what it has no way to say: the reason, None for what it can say."""

    write: Writer
    unsaid: Callable[[Event], str | None] = lambda _: None


@dataclass
class Written:
    """What an export has written, and what it left out, by reason."""

    events: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def _beyond_plover(event: Event) -> str | None:
    return OBSERVED if event.type == EXTENSION else None


def _beyond_cameo(event: Event) -> str | None:
    return NO_CODE if next(rows_of(event), None) is None else None


def _without_two(event: Event) -> str | None:
    return ALONE if next(dyads(event), None) is None else None


FORMS = {
    "plover": Form(write_plover, _beyond_plover),
    "icews": Form(write_icews, _beyond_cameo),
    "csv": Form(write_csv),
    "parquet": Form(write_parquet),
    "graphml": Form(write_ties, _without_two),
    "graphml-events": Form(write_events, _without_two),
    "jsonld": Form(write_jsonld),
    "panel": Form(write_panel),
    "country-panel": Form(write_country_panel),
}


def export(events: Iterable[Event], form: Form, out: IO[bytes]) -> Written:
    """Writes events in a form."""
    written = Written()

    def said() -> Iterator[Event]:
        for event in events:
            why = form.unsaid(event)
            if why is None:
                written.events += 1
                yield event
            else:
                written.left_out[why] += 1

    form.write(said(), out)
    return written


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that is there when all of it is written, and not before.

    Raises:
        OutputError: it cannot be written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        try:
            with partial.open("wb") as out:
                yield out
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as fault:
        raise OutputError.of(path, fault) from fault
