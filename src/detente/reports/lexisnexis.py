"""LexisNexis exports, as LexisNexis Academic ("1 of 50 DOCUMENTS", BODY:) and Nexis Uni (Body, End of Document) write.

An article has a head (outlet and date, with the title before or behind them), fields with a name, and its body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from detente.reports.article import Article, paragraphs
from detente.reports.dating import is_written_day

_COUNT = re.compile(r"[ \t]*(?:Document[ \t]+)?\d+ of \d+(?: DOCUMENTS)?[ \t]*", re.IGNORECASE)
_END = re.compile(r"[ \t]*End of Document[ \t]*")
_BODY = re.compile(r"[ \t]*(?:BODY:|Body)[ \t]*")
_FIELD = re.compile(
    r"[ \t]*(?P<name>HEADLINE|BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|SERIES|Headline|Byline|Section|Length|Dateline|"
    r"Highlight|Series):[ \t]*(?P<value>.*)"
)
_TAIL = re.compile(
    r"[ \t]*(?:(?:LOAD-DATE|Load-Date|LANGUAGE|GRAPHIC|SUBJECT|URL|PUBLICATION-TYPE|PUB-TYPE|JOURNAL-CODE|"
    r"DOCUMENT-TYPE|CORRECTION-DATE|DISTRIBUTION|COMPANY|ORGANIZATION|GEOGRAPHIC|PERSON|COUNTRY|ACC-NO):.*|"
    r"Classification|Graphic)[ \t]*"
)
_RIGHTS = re.compile(r"[ \t]*(?:Copyright|\(c\)|©|All Rights Reserved)", re.IGNORECASE)
_EDITION = re.compile(r".*\b(?:Edition|Final)\b.*")
_SHOWS = re.compile(
    r"^[ \t]*(?:\d+ of \d+ DOCUMENTS|End of Document|(?:LOAD-DATE|Load-Date): \w+ \d{1,2}, \d{4})[ \t]*$", re.MULTILINE
)
_LENGTH = re.compile(r"^[ \t]*(?:LENGTH|Length): *\d[\d,]* words", re.MULTILINE)
_BODY_LINE = re.compile(r"^[ \t]*(?:BODY:|Body)[ \t]*$", re.MULTILINE)
MOST_LINES = 200_000
"""Lines of the longest article; what follows them is no part of it."""


def is_export(sample: str) -> bool:
    """Whether a text begins as LexisNexis writes."""
    return bool(_SHOWS.search(sample) or (_LENGTH.search(sample) and _BODY_LINE.search(sample)))


def articles(lines: Iterable[str]) -> Iterator[Article]:
    """The articles of an export, in its order."""
    for held in _parted(lines):
        if any(_BODY.fullmatch(line) for line in held):
            yield _article(held)


def _parted(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each article; before the first may stand a cover, which has no body."""
    held: list[str] = []
    for line in lines:
        if _COUNT.fullmatch(line) or _END.fullmatch(line):
            yield held
            held = []
        elif len(held) < MOST_LINES:
            held.append(line)
    yield held


def _article(lines: list[str]) -> Article:
    start = next(index for index, line in enumerate(lines) if _BODY.fullmatch(line))
    fields = {found["name"].lower(): found["value"].strip() for line in lines[:start] if (found := _FIELD.match(line))}
    head = _head(lines[:start])
    day = next((index for index, line in enumerate(head) if is_written_day(line)), None)
    body = lines[start + 1 :]
    end = next((index for index, line in enumerate(body) if _TAIL.fullmatch(line)), len(body))
    return Article(
        text=paragraphs(body[:end]),
        title=fields.get("headline") or _title(head, day),
        outlet=_outlet(head, day),
        written=head[day] if day is not None else None,
        dateline=fields.get("dateline", "").title() or None,
    )


def _head(lines: list[str]) -> list[str]:
    """The lines that stand before the first field, without those about rights."""
    first = next((index for index, line in enumerate(lines) if _FIELD.match(line)), len(lines))
    return [line.strip() for line in lines[:first] if line.strip() and not _RIGHTS.match(line)]


def _outlet(head: list[str], day: int | None) -> str | None:
    """The outlet stands before the date."""
    return head[day - 1] if day else None


def _title(head: list[str], day: int | None) -> str | None:
    """The title stands before the outlet or, where that comes first, behind the date and the edition."""
    if day is None:
        return None
    if day >= 2:
        return head[day - 2]
    behind = [line for line in head[day + 1 :] if not _EDITION.fullmatch(line)]
    return " ".join(behind) or None
