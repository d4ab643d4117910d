"""Every error a user can meet, in one place.

Each says what happened, where, and what to do next, in one line. Nothing else in the package raises
an exception that a user should see.
"""

from __future__ import annotations


class DetenteError(Exception):
    """Base of all errors that are told to the user as one line."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        self.where = where
        self.what = what
        self.remedy = remedy
        super().__init__(f"{where}: {what}; {remedy}" if remedy else f"{where}: {what}")


class ReportError(DetenteError):
    """A report cannot be read. The rest of the input still is."""


class RecordError(DetenteError):
    """The record cannot be opened, written or understood."""


class KnowledgeError(DetenteError):
    """A data file of the package or of the user does not say what it must."""


class GoldError(DetenteError):
    """A gold file given to `detente evaluate` does not have the documented shape."""


class QueryError(DetenteError):
    """A filter names something that does not exist."""
