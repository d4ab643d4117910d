"""What comes of each thing that is found in an input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.claims.outcome import Reading
from detente.errors import ReportError
from detente.reports.found import Found, Remark, SetAside
from detente.reports.report import Report


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A report that is kept already as this reader reads it, and was passed over."""

    report_id: str


Outcome = Reading | Unchanged | SetAside | Remark | ReportError
IsKept = Callable[[Report, str], bool]
"""Whether a report is kept as read by this version of the reader."""


def unread(found: Found, version: str, is_kept: IsKept) -> Report | Outcome:
    """What must be read, as a report; of all else, what came of it."""
    if isinstance(found, Report) and is_kept(found, version):
        return Unchanged(found.id)
    return found
