"""Cues: what must stand in a sentence for a rule to be tried, so that most sentences try only a few.

A cue in capitals is looked for as it is written, any other in any case.
"""

from __future__ import annotations

from detente.claims.dates import calendar as cal
from detente.claims.dates.holidays import holidays

FIGURES = tuple("0123456789")
MONTH = tuple(form for name in cal.MONTHS for form in (name[:3].capitalize(), name[:3].upper()))
WEEKDAY = tuple(form for name in cal.WEEKDAYS for form in (name.capitalize(), name.upper()))
SEASON = tuple(cal.SEASONS)
PART = tuple(cal.PARTS)
UNIT = ("day", "week", "month", "year", "decade", "fortnight", "quarter", "centur")
LENGTH = (*UNIT, "second", "minute", "hour", "millenni")
HOLIDAY = tuple(sorted({name.split()[0] for name in holidays()}))


class Cues:
    """The cues of one sentence, each set of them looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = text.lower()
        self._found: dict[tuple[str, ...], bool] = {}

    def has(self, cues: tuple[str, ...]) -> bool:
        """Whether any of some cues stands in the sentence."""
        found = self._found.get(cues)
        if found is None:
            found = any(cue in (self._text if cue[0].isupper() else self._lower) for cue in cues)
            self._found[cues] = found
        return found
