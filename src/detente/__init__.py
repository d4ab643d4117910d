"""Détente reads dated news reports and keeps a sourced record of what states do to and with each other.

`Reader` reads a text into claims, `Record` keeps them and answers questions. Report → Claim → Event → Tie is also the
way through the folders.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from detente.version import __version__

if TYPE_CHECKING:
    from detente.claims.claim import Claim
    from detente.claims.outcome import Reading
    from detente.claims.reading import Reader
    from detente.record import Record
    from detente.reports import Report

__all__ = ["Claim", "Reader", "Reading", "Record", "Report", "__version__"]

_HOME = {
    "Claim": "detente.claims.claim",
    "Reader": "detente.claims.reading",
    "Reading": "detente.claims.outcome",
    "Record": "detente.record",
    "Report": "detente.reports",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Loads each part when it is first asked for: a query need not wait for the parser."""
    if name not in _HOME:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
