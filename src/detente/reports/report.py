"""What a report is: one dated text from one outlet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """One dated text from one outlet.

    `id` names the report within a record: the path it was read from, from the working folder (POSIX
    separators), with `#N` or `#ID` after it where a file holds several. `text` is what claims point into: every
    character span of a claim counts Unicode code points of this string. `dateline` is the place a
    dateline names, if any.
    """

    id: str
    text: str
    published: dt.date
    outlet: str | None = None
    title: str | None = None
    dateline: str | None = None
