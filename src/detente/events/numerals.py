"""Numbers, places in a row and spans of days as people say them."""

from __future__ import annotations

from detente.knowledge.words import numbers

WEEKS_TILL, MONTHS_TILL = 70, 730
"""Days up to which a span is told in weeks, and in months."""


def span(days: int) -> str:
    """A number of days as people say it: "nine days", "six weeks", "14 months", "three years"."""
    if days < 14:
        return _counted(max(1, days), "day")
    if days <= WEEKS_TILL:
        return _counted(round(days / 7), "week")
    if days <= MONTHS_TILL:
        return _counted(round(days / 30.44), "month")
    return _counted(round(days / 365.25), "year")


def _counted(number: int, unit: str) -> str:
    return f"{numeral(number)} {unit}" if number == 1 else f"{numeral(number)} {unit}s"


def numeral(number: int) -> str:
    """A number: "none", "two", "14"."""
    words = {value: word for word, value in reversed(list(numbers("count").items()))}
    return words.get(number, str(number)) if 0 < number <= 12 else str(number) if number else "none"


def ordinal(number: int) -> str:
    """A place in a row: "second", "12th"."""
    words = {value: word for word, value in reversed(list(numbers("ordinal").items()))}
    return words.get(number, f"{number}th") if number <= 10 else f"{number}{_ending(number)}"


def _ending(number: int) -> str:
    return "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
