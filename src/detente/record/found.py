"""What a record gives back when it is asked for a list: what was found, in order, and where a page of it ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar

from detente.record.walking import Cursor

Held = TypeVar("Held")


class FoundList(Sequence[Held]):
    """Claims or events as found, in order."""

    noun: ClassVar[str]

    def __init__(self, found: Sequence[Held], last: Cursor | None = None) -> None:
        self._found = tuple(found)
        self.last = last
        """Where a page ends, for `after`; None where all that fits was found."""

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401
        """One of them, or those of a slice as such a list again."""
        return type(self)(self._found[index]) if isinstance(index, slice) else self._found[index]

    def __repr__(self) -> str:
        return f"<{len(self)} {self.noun}{'' if len(self) == 1 else 's'}>"
