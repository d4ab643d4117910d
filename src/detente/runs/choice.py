"""What a user may choose of the reader: small enough to be sent to each process that makes one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.claims.reading import Reader


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """The options of a reader; `model` is a file that `detente train` wrote."""

    domestic: bool
    threshold: float
    model: Path | None = None

    def make(self) -> Reader:
        """Loads the reader, which takes a second or two.

        Raises:
            DetenteError: the model or the parser cannot be loaded.
        """
        from detente.claims.reading import Reader
        from detente.claims.relations.learned import LearnedReader
        from detente.claims.relations.model import RelationModel

        relations = LearnedReader(RelationModel(self.model), domestic=self.domestic) if self.model else None
        return Reader(domestic=self.domestic, threshold=self.threshold, relations=relations)
