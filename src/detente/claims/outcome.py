"""What reading a report comes to: the report and its claims."""

from __future__ import annotations

from dataclasses import dataclass

from detente.claims.claim import Claim
from detente.claims.markup import reading_html
from detente.reports.report import Report


@dataclass(frozen=True)
class Reading:
    """A report and the claims read from it, in the order of the text."""

    report: Report
    claims: tuple[Claim, ...]
    reader: str
    """The version of the reader, which a record keeps to know when to read the report anew."""

    def _repr_html_(self) -> str:
        return reading_html(self.report, self.claims)
