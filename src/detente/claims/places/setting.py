"""The country that a report is at home in, which it need not name: that of its outlet and of its institutions.

A paper of a small town calls no town by its country. But it has a sheriff's office or a Crown Court, and its outlet may
be known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from detente.knowledge.tables import rows, several
from detente.reports.report import Report

_DIGITS = str.maketrans("123456789", "000000000")
"""In the signs every digit is nought: "000-0000" is how North America writes its telephone numbers."""
OUTLET = 2
"""What the outlet's country counts for, in signs."""


def at_home(report: Report) -> Counter[str]:
    """How many signs of each country a report's words and its outlet give."""
    found = set(_found(report.text.translate(_DIGITS)))
    signs = Counter(country for sign in found for country in _countries_of()[sign])
    country = _outlets().get(report.outlet or "")
    if country:
        signs[country] += OUTLET
    return signs


def _found(text: str) -> Iterator[str]:
    finder, signs = _signs()
    for index, start, end in finder.find_matches_as_indexes(text, overlapping=True):
        if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
            yield signs[index]


@cache
def _countries_of() -> dict[str, tuple[str, ...]]:
    return {sign: several(row["countries"]) for row in rows("country_signs") for sign in several(row["signs"])}


@cache
def _signs() -> tuple[AhoCorasick, list[str]]:
    written = sorted(_countries_of())
    return AhoCorasick(written), written


@cache
def _outlets() -> dict[str, str]:
    return {form: row["country"] for row in rows("outlets") for form in (row["name"], *several(row["aliases"]))}
