"""What a rule for expressions of time is: a name, a pattern, a production, and examples.

The production answers the words that the pattern has matched, seen from a context (the report's date, the tense
around, the days last spoken of), with days, or with None where the words are no date after all ("31 June"). The
examples beside each rule (the words, the report's date, the days they mean, TimeML's value) are its tests and its
documentation.

Where a pattern has a group `said`, only its words are the expression; what stands around it is looked at and left
to other rules ("from (3) to 5 May").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from detente.claims.dates.calendar import MONTHS, Context, Days, Tense, part_of
from detente.claims.dates.patterns import STEPS, THIRDS


class Words:
    """The words that a pattern has matched, by the names of its groups."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match

    def written(self, name: str) -> str | None:
        """The words of a group as they stand; None where the pattern has no such group or it did not match."""
        groups = self.match.groupdict()
        return next((found for end in ("", "_", "__") if (found := groups.get(name + end))), None)

    def get(self, name: str) -> str | None:
        """The words of a group in lower case with single blanks."""
        written = self.written(name)
        return " ".join(written.lower().split()) if written else None

    def __getitem__(self, name: str) -> str:
        """The words of a group that every match of the pattern has."""
        return self.get(name) or ""

    @property
    def whole(self) -> str:
        """All words that matched, in lower case."""
        return " ".join(self.match.group().lower().split())

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the expression: those of the group `said`, else of the match."""
        groups = self.match.groupdict()
        name = next((n for n in ("said", "said_", "said__") if groups.get(n)), None)
        return self.match.span(name) if name else self.match.span()

    @property
    def year(self) -> int | None:
        """The year that is written."""
        written = self.get("year")
        return int(written) if written else None

    @property
    def step(self) -> int:
        """-1, 0 or 1 for "last", "this" and "next"; 0 where none is said."""
        return STEPS[(self.get("which") or "this").split()[-1]]

    def year_told(self, context: Context) -> int | None:
        """The year of "that year", "the following year", seen from the date told before."""
        told = self.get("told")
        return (context.lately or context.published).year + STEPS[told.split()[-1]] if told else None

    @property
    def month(self) -> int:
        """1 to 12 for a month's name or abbreviation."""
        name = self["month"].rstrip(".")[:3]
        return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name))

    def part_of(self, days: Days) -> Days:
        """The early, middle or late part of some days, where the words say so."""
        third = self.get("third")
        if third is None:
            return days
        part = part_of(days, THIRDS.get(third, third))
        return part.because(f"its {third}; {days.why}" if third in NOUNS else f"its {third} part; {days.why}")


NOUNS = frozenset({"beginning", "start", "middle", "end", "close", "turn"})
"""The parts of a range that are nouns: "its end", but "its late part"."""
Production = Callable[[Words, Context], Days | None]


@dataclass(frozen=True, slots=True)
class Example:
    """Words in a report of a day, and the days they must mean."""

    text: str
    published: str
    start: str | None
    end: str | None
    timex: str
    tense: Tense = "past"
    reference: str | None = None
    """The day last spoken of."""

    @property
    def context(self) -> Context:
        """What the words are seen from."""
        last = dt.date.fromisoformat(self.reference) if self.reference else None
        return Context(dt.date.fromisoformat(self.published), self.tense, last, last)


@dataclass(frozen=True, slots=True)
class Rule:
    """One family of expressions."""

    name: str
    cues: tuple[str, ...]
    """What must stand in a sentence for the rule to be tried, as `cues.py` explains."""
    pattern: re.Pattern[str]
    days: Production
    examples: tuple[Example, ...]


def rule(name: str, cues: tuple[str, ...], pattern: str, days: Production, *examples: Example) -> Rule:
    """A rule whose pattern begins and ends with a word, and not within a number or an amount of money."""
    whole = rf"(?<![\w$€£.,])(?<!\D-)(?<!^-)(?:{pattern})(?![\w%]|,\d)"
    return Rule(name, cues, re.compile(whole, re.IGNORECASE), days, examples)
