"""When, but not on which days: "now", "recently", "soon", "the past", "the future"."""

from __future__ import annotations

from detente.claims.dates import calendar as cal
from detente.claims.dates.calendar import Context, Days
from detente.claims.dates.rule import Example, Words, rule


def now(_words: Words, context: Context) -> Days:
    """The present."""
    return Days(context.published, context.published, "vague", "PRESENT_REF", why=f"about {context.standpoint}")


def soon(_words: Words, context: Context) -> Days | None:
    """The near future; what "soon" happened is no date."""
    return None if context.tense == "past" else future(_words, context)


def future(_words: Words, context: Context) -> Days:
    """The future."""
    return Days(context.published, None, "vague", "FUTURE_REF", why=f"after {context.standpoint}")


def recently(_words: Words, context: Context) -> Days:
    """The last months."""
    start = cal.shifted(context.published, -3, "month")
    return Days(start, context.published, "vague", "PAST_REF", why=f"in the months up to {context.standpoint}")


def past(_words: Words, context: Context) -> Days:
    """The past."""
    return Days(None, context.published, "vague", "PAST_REF", why=f"before {context.standpoint}")


RULES = (
    rule(
        "now",
        ("now", "current", "present", "moment", "days"),
        r"(?:right\s+)?now(?!\s+defunct)|currently|presently|at\s+present|at\s+the\s+moment|these\s+days|nowadays",
        now,
        Example("now", "2012-03-15", "2012-03-15", "2012-03-15", "PRESENT_REF"),
        Example("at present", "2012-03-15", "2012-03-15", "2012-03-15", "PRESENT_REF"),
    ),
    rule(
        "soon",
        ("soon",),
        r"(?<!as\s)(?<!too\s)soon(?!er|\s+(?:as|after))",
        soon,
        Example("soon", "2012-03-15", "2012-03-15", None, "FUTURE_REF", "future"),
        Example("very soon", "2012-03-15", "2012-03-15", None, "FUTURE_REF", "present"),
    ),
    rule(
        "the future",
        ("future",),
        r"(?:the\s+)?(?:(?:near|immediate|foreseeable|distant)\s+)?future(?!s|-)",
        future,
        Example("in the near future", "2012-03-15", "2012-03-15", None, "FUTURE_REF"),
        Example("future talks", "2012-03-15", "2012-03-15", None, "FUTURE_REF"),
    ),
    rule(
        "recently",
        ("recently", "lately"),
        r"recently|lately",
        recently,
        Example("recently", "2012-03-15", "2011-12-15", "2012-03-15", "PAST_REF"),
        Example("lately", "2012-01-15", "2011-10-15", "2012-01-15", "PAST_REF"),
    ),
    rule(
        "the past, long ago",
        ("past", "ago"),
        r"the\s+(?:recent\s+|distant\s+)?past(?!\s+(?!and\b|of\b|to\b|is\b|was\b|has\b|but\b|or\b)\w)|long\s+ago|some\s+time\s+ago|a\s+long\s+time\s+ago",
        past,
        Example("in the past", "2012-03-15", None, "2012-03-15", "PAST_REF"),
        Example("long ago", "2012-03-15", None, "2012-03-15", "PAST_REF"),
    ),
)
