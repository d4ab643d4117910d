"""Words that only look like an expression of time: Theresa May, "1998 troops", the Sunday Times, the Six Day War.

What their sentence shows decides: the tags and names that the parser gives them, and the words beside them.
"""

from __future__ import annotations

import re

from spacy.tokens import Span as ParsedSpan
from spacy.tokens import Token

from detente.claims.dates.amounts import COUNTS
from detente.knowledge.words import words

_MONTHS = frozenset({"March", "April", "May", "June", "August"})
"""Months that are also names or verbs."""
_SEASONS = frozenset({"fall", "spring"})
"""Seasons that are also verbs: "prices fall next year"."""
_NAMES = frozenset({"PERSON", "ORG", "FAC", "GPE", "LOC", "PRODUCT", "NORP"})
_IN_TIME = words("before a month")
_BEFORE_A_YEAR = words("before a year")
_NUMBERED = words("numbered")
_AFTER_A_DAY = words("titles after a day")
_BEFORE_A_DAY = words("titles before a day")
_NAMED_LENGTH = re.compile(
    rf"(?:\d+|{'|'.join(word.capitalize() for word in COUNTS)})[ -](?:Seconds|Minutes|Hours|Days?|Weeks|Months|Years?)"
)


def only_looks_like_a_time(tokens: ParsedSpan) -> bool:
    """Whether words that a rule has matched are no expression of time in their sentence."""
    last = tokens[-1]
    if len(tokens) == 1 and (_is_other_than_a_month(last) or _counts(last)):
        return True
    if tokens[0].lower_ in _SEASONS and tokens[0].tag_.startswith("VB"):
        return True
    return _in_a_title(tokens) or _NAMED_LENGTH.fullmatch(tokens.text) is not None


def _is_other_than_a_month(word: Token) -> bool:
    """Whether "May" is a verb or a name."""
    if word.text not in _MONTHS:
        return False
    before = _beside(word, -1)
    if before is not None and before.lower_ in _IN_TIME:
        return False
    verb = not word.tag_.startswith("NN")
    named = before is not None and before.tag_ == "NNP" and before.dep_ == "compound"
    return verb or named or word.ent_type_ in _NAMES


def _counts(word: Token) -> bool:
    """Whether four digits count what follows or number what stands before: "1998 troops", "Resolution 1973"."""
    if not re.fullmatch(r"\d{4}", word.text):
        return False
    before = _beside(word, -1)
    if before is not None and before.lower_ in _NUMBERED:
        return True
    counted = word.dep_ == "nummod" and word.head.tag_ in {"NNS", "NNPS"} and word.head.i > word.i
    return counted and (before is None or before.lower_ not in _BEFORE_A_YEAR)


def _in_a_title(tokens: ParsedSpan) -> bool:
    """Whether a day is part of the title of a paper or the name of an event: "the Sunday Times", "Bloody Sunday"."""
    before, after = _beside(tokens[0], -1), _beside(tokens[-1], 1)
    if after is not None and after.text[:1].isupper() and after.lower_ in _AFTER_A_DAY:
        return True
    return before is not None and before.text[:1].isupper() and before.lower_ in _BEFORE_A_DAY


def _beside(word: Token, step: int) -> Token | None:
    at = word.i + step
    return word.doc[at] if 0 <= at < len(word.doc) else None
