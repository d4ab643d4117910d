"""What reading an input gives: reports, and in the place of each other thing what it is and why it is no report."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import ReportError
from detente.reports.report import Report


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report that is not read though nothing is wrong with it; `reason` follows a number: "3 German"."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know about how an input is read, such as which field was taken for the text."""

    where: str
    said: str

    def __str__(self) -> str:
        return f"{self.where}: {self.said}"


Found = Report | SetAside | Remark | ReportError
