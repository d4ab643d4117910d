"""Whether a text tells of long ago in order, as histories and chronicles do.

In the news "in June" is the June nearest to the report; in a history it is that of the year told before. A text is a
history where the years it names lie well before its date and hardly anything is seen from that date ("yesterday",
"on Friday", "last week").
"""

from __future__ import annotations

import datetime as dt
import re

from detente.claims.dates.patterns import MONTH_NAME, WEEKDAY, YEAR, unnamed

LONG_AGO = 2
"""Years before the report from which a year belongs to history."""
AT_LEAST = 2
"""Years of long ago that make a history."""
SHARE = 4
"""How many such years stand against one expression that is seen from the report's date."""
_YEAR = re.compile(rf"(?<![\w.,$-])(?:{unnamed(YEAR)})(?!\w|,\d|%)")
_SEEN_FROM_TODAY = re.compile(
    rf"\b(?:yesterday|tomorrow|tonight|today|ago|now|currently|recently|(?:last|this|next)\s+(?:night|week|month|year)|{unnamed(WEEKDAY)})\b"
    rf"(?!,?\s+(?:the\s+)?(?:\d|{MONTH_NAME}))"
)


def is_history(text: str, published: dt.date) -> bool:
    """Whether a date without its year goes on from the date told before."""
    years = [int(found) for found in _YEAR.findall(text)]
    long_ago = sum(year <= published.year - LONG_AGO for year in years)
    if long_ago < AT_LEAST or long_ago * 2 < len(years):
        return False
    return long_ago >= SHARE * len(_SEEN_FROM_TODAY.findall(text))
