"""How often: "daily", "every Friday", "twice a week", "annually", "Sundays"."""

from __future__ import annotations

from detente.claims.dates import calendar as cal
from detente.claims.dates import cues
from detente.claims.dates.amounts import count
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.patterns import LENGTH, MONTH, NUMBER, PART, SEASON, WEEKDAY, again
from detente.claims.dates.rule import Example, Words, rule

RHYTHMS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annually": "P1Y",
    "yearly": "P1Y",
}


def rhythm(words: Words, _context: Context) -> Days:
    """“daily”, “annually”."""
    return _set(RHYTHMS[words.whole])


def every_length(words: Words, _context: Context) -> Days:
    """“every four years”, “every other week”, “a day” in "$1,000 a day"."""
    many = 2 if words.get("other") else count(words.get("number") or "one")
    unit = words["length"]
    return _set(cal.length(many, {"centurie": "century"}.get(unit, unit)))


def every_named(words: Words, _context: Context) -> Days:
    """“every Friday”, “Sundays”, “each spring”, “every May”, “every morning”."""
    part = f"T{cal.PARTS[words['part']]}" if words.get("part") else ""
    if name := words.get("weekday"):
        return _set(f"XXXX-WXX-{cal.WEEKDAYS.index(name) + 1}{part}")
    if words.get("weekend"):
        return _set("XXXX-WXX-WE")
    if name := words.get("season"):
        return _set(f"XXXX-{cal.SEASONS[name][0]}")
    if words.get("month"):
        return _set(f"XXXX-{words.month:02d}")
    return _set(f"XXXX-XX-XX{part}")


def _set(timex: str) -> Days:
    return Days(None, None, "vague", timex, "SET", "how often")


RULES = (
    rule(
        "daily, annually",
        ("ly",),
        "|".join(RHYTHMS),
        rhythm,
        Example("daily", "2000-01-07", None, None, "P1D"),
        Example("annually", "2000-01-07", None, None, "P1Y"),
        Example("quarterly", "2000-01-07", None, None, "P1Q"),
    ),
    rule(
        "every four years",
        ("every", "each"),
        rf"(?:every|each)\s+(?P<other>other\s+)?(?:{NUMBER}\s+)?(?:single\s+)?{LENGTH}s?",
        every_length,
        Example("every day", "2000-01-07", None, None, "P1D"),
        Example("every four years", "2000-01-07", None, None, "P4Y"),
        Example("every other week", "2000-01-07", None, None, "P2W"),
    ),
    rule(
        "every Friday, Sundays",
        ("every", "each", "days"),
        rf"(?:every|each)\s+(?:(?:second|third|other)\s+)?(?:{WEEKDAY}(?:\s+{PART})?|(?P<weekend>weekend)|{again(PART)}|{SEASON}|{MONTH})|"
        rf"{again(WEEKDAY)}s(?!['’])|{again(again(WEEKDAY))}\s+{again(again(PART))}s|(?<=on\s)weekdays",
        every_named,
        Example("every Friday", "2000-01-07", None, None, "XXXX-WXX-5"),
        Example("on Sundays", "2000-01-07", None, None, "XXXX-WXX-7"),
        Example("each spring", "2000-01-07", None, None, "XXXX-SP"),
        Example("every May", "2000-01-07", None, None, "XXXX-05"),
        Example("every Friday night", "2000-01-07", None, None, "XXXX-WXX-5TNI"),
        Example("every morning", "2000-01-07", None, None, "XXXX-XX-XXTMO"),
    ),
    rule(
        "1,000 barrels a day, twice a week",
        cues.LENGTH,
        r"(?:(?:[$€£]?[\d.,]+|once|twice|hundred|thousand|million|billion|trillion|percent|times?|hours?|points?)(?:\s+[a-z]{3,}s){0,2}(?:\s+of\s+[a-z]+)?)\s+"
        r"(?P<said>(?:an?|per)\s+(?P<length>minute|hour|day|week|month|year))(?!\s+(?:ago|later|earlier|before|after|in\b|old)|-)",
        every_length,
        Example("2,000 barrels a day", "2000-01-07", None, None, "P1D"),
        Example("twice a week", "2000-01-07", None, None, "P1W"),
        Example("$3 million per year", "2000-01-07", None, None, "P1Y"),
    ),
)
