"""What a user may say about a whole input: a date and an outlet for reports that carry none, names of JSON fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

MAX_CHARACTERS = 1_000_000
"""Longest report, in characters: spaCy's own limit for one text (about 160,000 words)."""
MAX_BYTES = 4 * MAX_CHARACTERS
"""Longest report, in bytes, before it is decoded."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Options for all reports of an input.

    `fields` maps our fields (text, date, id, title, outlet) to theirs; `date_format` is the form of the dates in them,
    as `strptime` writes forms, where it is not a usual one.
    """

    date: dt.date | None = None
    outlet: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    date_format: str | None = None
