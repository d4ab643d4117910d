"""Whether a text tells of long ago in order, as histories and chronicles do.

In the news "in June" is the June nearest to the report; in a history it is that of the year told before. A text is a
history where it has no dateline, the years it names lie well before its date and hardly anything is seen from that
date ("yesterday", "on Friday", "last week").
"""

from __future__ import annotations

import datetime as dt
import re

from detente.claims.dates.patterns import MONTH_NAME, WEEKDAY, YEAR, unnamed
from detente.reports.dating import dateline_end

LONG_AGO = 2
"""Years before the report from which a year belongs to history."""
AT_LEAST = 2
"""Years of long ago that make a history."""
AGAINST_A_DAY = 12
"""How many such years stand against one day that is seen from the report's ("yesterday", "on Friday")."""
AGAINST_THE_PRESENT = 3
"""How many stand against one word for the present ("today it is a museum"), which histories have too."""
_YEAR = re.compile(rf"(?<![\w.,$-])(?:{unnamed(YEAR)})(?!\w|,\d|%)")
_NO_DATE = rf"\b(?!,?\s+(?:the\s+)?(?:\d|{MONTH_NAME}))"
_DAY = re.compile(
    r"\b(?:(?i:yesterday|tomorrow|tonight|(?<!the\s)(?:last|this|next)\s+(?:night|week|month|year))|"
    rf"{unnamed(WEEKDAY)}){_NO_DATE}"
)
_PRESENT = re.compile(r"\b(?:today|ago|now|currently|recently)\b", re.IGNORECASE)


def is_history(text: str, published: dt.date) -> bool:
    """Whether a date without its year goes on from the date told before."""
    if dateline_end(text):
        return False
    years = [int(found) for found in _YEAR.findall(text)]
    long_ago = sum(year <= published.year - LONG_AGO for year in years)
    if long_ago < AT_LEAST or long_ago * 2 < len(years):
        return False
    against = AGAINST_A_DAY * len(_DAY.findall(text)) + AGAINST_THE_PRESENT * len(_PRESENT.findall(text))
    return long_ago >= against
