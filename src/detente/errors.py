"""Every error a user can meet, in one place.

Each says what happened, where, and what to do next, in one line. Nothing else in the package raises
an exception that a user should see.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class DetenteError(Exception):
    """Base of all errors that are told to the user as one line, a sentence with its remedy.

    `what` is said of `where`: "type 'HUG'" "does not exist". Where that is a place in a file, a colon parts them.
    """

    in_file: ClassVar[bool] = False

    def __init__(self, where: str, what: str, remedy: str) -> None:
        self.where = where
        self.what = what
        self.remedy = remedy
        said = f"{where}{': ' if self.in_file else ' '}{what}"
        super().__init__(f"{said}; {remedy}" if remedy else said)

    def __reduce__(self) -> tuple[type[DetenteError], tuple[str, str, str]]:
        """What it is made of, so that it can be told by another process than the one it happened in."""
        return type(self), (self.where, self.what, self.remedy)


class FileError(DetenteError):
    """Something is wrong in a file or at an address."""

    in_file = True


class ReportError(FileError):
    """A report cannot be read. The rest of the input still is."""

    def at(self, place: str) -> ReportError:
        """The same error, told of a place in the file where it is known better."""
        return ReportError(place, self.what, self.remedy)


class NoArticleError(ReportError):
    """A page holds no article."""


class UndatedError(ReportError):
    """Nothing says when a report was published."""


class FetchError(ReportError):
    """A server does not answer as it should now; later it may."""


class RecordError(FileError):
    """The record cannot be opened, written or understood."""


class KnowledgeError(FileError):
    """A data file of the package or of the user does not say what it must."""


class MappingError(FileError):
    """A file of field names does not say what it must."""


class GoldError(FileError):
    """A gold file given to `detente evaluate` does not have the documented shape."""


class SheetError(FileError):
    """A filled sheet of an audit cannot be read, or does not say what it must."""


class ExchangeError(FileError):
    """A file of a data set cannot be read at all, or is not of the set that it is said to be of."""


class OutputError(FileError):
    """What was asked for cannot be written where it was asked for."""

    @classmethod
    def of(cls, path: Path | str, fault: OSError, remedy: str = "check the folder and the space left") -> OutputError:
        """The error of a file that the system does not let be written."""
        return cls(str(path), f"cannot be written ({(fault.strerror or str(fault)).lower()})", remedy)


class QueryError(DetenteError):
    """A filter names something that does not exist."""


class MarkError(FileError):
    """A file of marked sentences is not as training/guide.md says."""


class ModelError(FileError):
    """A model file is absent, truncated or of another version."""
