"""Where the report quotes: spans between quotation marks, also over a paragraph break.

A quotation that is not closed at the end of a paragraph goes on if the next paragraph opens with a mark, as news
style has it. A few words in quotes are the report's choice of words (a mixed quotation), not a speech.
"""

from __future__ import annotations

import re

from detente.claims.claim import Span

_DOUBLE = re.compile(r"[\"“”]")
_GAP = re.compile(r"\n\s*\n")


def find_quotations(text: str) -> list[Span]:
    """The quoted stretches of a text, marks excluded, in order."""
    found: list[Span] = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(text):
        if opened is None:
            if mark.group() != "”":
                opened = mark.end()
        elif mark.group() == "“" or _opens_paragraph(text, mark.start()):
            found.append((opened, _paragraph_end(text, opened, mark.start())))
            opened = mark.end()
        else:
            end = _paragraph_end(text, opened, mark.start())
            found.append((opened, end))
            opened = None
    if opened is not None:
        found.append((opened, _paragraph_end(text, opened, len(text))))
    return [span for span in found if span[1] > span[0]]


def _opens_paragraph(text: str, position: int) -> bool:
    before = text[:position].rstrip(" \t")
    return not before or before.endswith("\n")


def _paragraph_end(text: str, start: int, end: int) -> int:
    gap = _GAP.search(text, start, end)
    return gap.start() if gap else end


def quotation_at(quotations: list[Span], position: int) -> Span | None:
    """The quotation that holds a character."""
    return next((span for span in quotations if span[0] <= position < span[1]), None)
