"""Factiva exports, with two-letter codes before each field (HD, WC, PD ...) or without, each article to its number.

Without codes the fields are told by their order: title, author, "512 words", day, hour, outlet, its code, language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from detente.reports.article import Article, paragraphs
from detente.reports.dating import is_written_day

_END = re.compile(r"[ \t]*(?:AN[ \t|]+)?Document (?P<key>[A-Z0-9]{8,16}\d{8}[a-z0-9]{4,16})[ \t|]*")
_WORDS = re.compile(r"[ \t]*\d[\d,]* words?[ \t]*")
_CODED = re.compile(
    r"[ \t]*(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN)"
    r"(?:[ \t|]+(?P<value>.*))?"
)
_HOUR = re.compile(r"[ \t]*\d{1,2}:\d{2}(?: [AP]M)?(?: \w+)?[ \t]*")
_RIGHTS = re.compile(r"[ \t]*(?:\(c\)|©|Copyright)", re.IGNORECASE)
_BYLINE = re.compile(r"[ \t]*(?:By|From)[ \t]", re.IGNORECASE)
_HEAD = re.compile(
    r"^[ \t]*(?:WC[ \t|]+)?\d[\d,]* words?[ \t|]*\n(?:[ \t]*\n)?"
    r"[ \t]*(?:PD[ \t|]+)?\d{1,2} [A-Z][a-z]{2,8} \d{4}[ \t|]*$",
    re.MULTILINE,
)
"""The count of words and the day, as they follow each other in every article."""
MOST_LINES = 200_000
"""Lines of the longest article; what follows them is no part of it."""
LONGEST_HEAD = 12
"""Lines between the count of words and the text."""


def is_export(sample: str) -> bool:
    """Whether a text begins as Factiva writes."""
    return _HEAD.search(sample) is not None


def articles(lines: Iterable[str]) -> Iterator[Article]:
    """The articles of an export, in its order; what follows the last is a summary of the search, or one cut short."""
    held: list[str] = []
    for line in lines:
        end = _END.fullmatch(line)
        if end is not None:
            yield _article(held, end["key"])
            held = []
        elif len(held) < MOST_LINES:
            held.append(line)
    if _HEAD.search("\n".join(held)):
        yield _article(held, None)


def _article(lines: list[str], key: str | None) -> Article:
    coded = any((found := _CODED.fullmatch(line)) and found["code"] == "HD" for line in lines)
    return _with_codes(lines, key) if coded else _without_codes(lines, key)


def _with_codes(lines: list[str], key: str | None) -> Article:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found = _CODED.fullmatch(line)
        if found is not None:
            code = found["code"]
        words = (found["value"] or "") if found is not None else line
        fields.setdefault(code, []).append(words.strip(" |\t"))
    said = {code: paragraphs(held) for code, held in fields.items()}
    return Article(
        text=paragraphs([*fields.get("LP", ()), "", *fields.get("TD", ())]),
        key=key,
        title=said.get("HD"),
        outlet=said.get("SN"),
        written=said.get("PD"),
    )


def _without_codes(lines: list[str], key: str | None) -> Article:
    count = next((index for index, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if count is None:
        return Article(text=paragraphs(lines), key=key)
    titles = [line.strip() for line in lines[:count] if line.strip() and not _BYLINE.match(line)]
    head = lines[count + 1 : count + 1 + LONGEST_HEAD]
    day = next((line.strip() for line in head if is_written_day(line)), None)
    rights = next((index for index, line in enumerate(head) if _RIGHTS.match(line)), None)
    start = count + 1 + (rights + 1 if rights is not None else _first_blank(head))
    return Article(
        text=paragraphs(lines[start:]), key=key, title=titles[-1] if titles else None, outlet=_outlet(head), written=day
    )


def _first_blank(head: list[str]) -> int:
    return next((index for index, line in enumerate(head) if index and not line.strip()), len(head))


def _outlet(head: list[str]) -> str | None:
    """The outlet is the first line that is neither a day nor an hour."""
    named = (line.strip() for line in head if line.strip())
    return next((line for line in named if not is_written_day(line) and not _HOUR.fullmatch(line)), None)
