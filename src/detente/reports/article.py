"""An article as an export of a news database holds it, before it is a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.reports.options import MAX_CHARACTERS


@dataclass(frozen=True, slots=True)
class Article:
    """What stands in an export. `key` is the database's own name of it; `written` its date as it stands there."""

    text: str
    key: str | None = None
    title: str | None = None
    outlet: str | None = None
    written: str | None = None
    dateline: str | None = None


def paragraphs(lines: Iterable[str]) -> str:
    """Lines joined to paragraphs, which blank lines part; no more of them than show that they are too many."""
    found: list[list[str]] = [[]]
    length = 0
    for line in lines:
        words = line.strip()
        if words:
            found[-1].append(words)
            length += len(words)
        elif found[-1]:
            found.append([])
        if length > MAX_CHARACTERS:
            break
    return "\n\n".join(" ".join(paragraph) for paragraph in found if paragraph)
