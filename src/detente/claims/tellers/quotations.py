"""Where the report quotes: spans between quotation marks, also over a paragraph break.

A quotation that is not closed at the end of a paragraph goes on if the next paragraph opens with a mark, as news
style has it. A few words in quotes are the report's choice of words (a mixed quotation), not a speech.
"""

from __future__ import annotations

import re

from detente.claims.claim import Quotation, Span

_MARK = re.compile(r"[\"“”«»]|''|``")
"""Double marks of news text; single ones are apostrophes far more often."""
_ONLY_OPENS = frozenset({"“", "«", "``"})
_ONLY_CLOSES = frozenset({"”", "»"})
WHOLE = 0.8
"""Share of a stretch in quotation marks from which it counts as speech, not as the report's own sentence."""
SHORT = 3
"""Letters up to which the words of a title may be written small ("of", "the")."""
_GAP = re.compile(r"\n\s*\n")


def find_quotations(text: str) -> list[Span]:
    """The quoted stretches of a text, marks excluded, in order."""
    found: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        opens_anew = mark.group() in _ONLY_OPENS or _opens_paragraph(text, mark.start())
        if opened is None:
            opened = None if mark.group() in _ONLY_CLOSES else mark.end()
            continue
        found.append((opened, _paragraph_end(text, opened, mark.start())))
        opened = mark.end() if opens_anew else None
    if opened is not None:
        found.append((opened, _paragraph_end(text, opened, len(text))))
    return [span for span in found if text[slice(*span)].strip()]


def _opens_paragraph(text: str, position: int) -> bool:
    before = text[:position].rstrip(" \t")
    return not before or before.endswith("\n")


def _paragraph_end(text: str, start: int, end: int) -> int:
    gap = _GAP.search(text, start, end)
    return gap.start() if gap else end


def quotation_at(quotations: list[Span], position: int) -> Span | None:
    """The quotation that holds a character."""
    return next((span for span in quotations if span[0] <= position < span[1]), None)


def with_marks(text: str, quotation: Span) -> Span:
    """A quotation with its marks, those that are there."""
    start, end = quotation
    before = next((mark for size in (2, 1) if _MARK.fullmatch(mark := text[max(0, start - size) : start])), "")
    after = _MARK.match(text, end)
    return start - len(before), after.end() if after else end


def is_name(quoted: str) -> bool:
    """Whether quoted words are the title of a book or a show, not speech: "Harbour Lights", "The Road to the Sea"."""
    words = [word for word in quoted.split() if len(word) > SHORT]
    ends = quoted.rstrip(".,")[-1:].isalnum()
    return len(words) > 1 and ends and not quoted.isupper() and all(word[0].isupper() for word in words)


def quotation_kind(quotations: list[Span], content: tuple[Span, ...]) -> Quotation:
    """Whether what is told is told in the teller's own words, the report's, or in both."""
    size = sum(end - start for start, end in content)
    quoted = sum(max(0, min(q[1], end) - max(q[0], start)) for start, end in content for q in quotations)
    return "indirect" if not quoted else "direct" if quoted >= WHOLE * size else "mixed"
