"""Telling news of states from news that only names them: sport, markets and weather.

"England beat France" is no assault. A sentence with several words of such a topic gives no claims, and in a report
about one even a single word is enough. Some words belong to a topic wherever they stand ("goalkeeper"); others only
beside those ("goal", "league", "race"), for states have goals, leagues and races too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.claims.document import Document, Sentence
from detente.knowledge.tables import rows, several

MANY = 3
"""Different words of a topic from which a sentence is of it, whatever surrounds it; one of them must be its own."""
OWN_IN_REPORT = 2
"""Different words of a topic's own that a report about it has at least."""
REPORT_SHARE = 0.012
"""Share of a report's words that are of the topic, from which the report is about it."""
SHORTEST = 60
"""Words that a report is taken to have at least, so that one word is no large share of a line."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of a topic: those that are its own, and those that also mean other things."""

    name: str
    own: re.Pattern[str]
    also: re.Pattern[str]

    def owned(self, text: str) -> set[str]:
        """The different words in a text that are the topic's own."""
        return {word.lower() for word in self.own.findall(text)}

    def found(self, text: str) -> list[str]:
        """All words in a text that are of the topic."""
        return [word.lower() for pattern in (self.own, self.also) for word in pattern.findall(text)]


@cache
def _topics() -> tuple[Topic, ...]:
    return tuple(Topic(row["topic"], _any_of(row["words"]), _any_of(row["also"])) for row in rows("topics"))


def _any_of(cell: str) -> re.Pattern[str]:
    return re.compile(r"\b((?:" + "|".join(re.escape(word) for word in several(cell)) + r")s?)\b", re.IGNORECASE)


def off_topic(document: Document, sentence: Sentence) -> str | None:
    """The topic that keeps a sentence from being read for claims, or None."""
    about = report_topics(document.report.text)
    return next((topic.name for topic in _topics() if _is_of(topic, sentence.text, topic.name in about)), None)


def _is_of(topic: Topic, text: str, in_report_about_it: bool) -> bool:
    if in_report_about_it:
        return bool(topic.found(text))
    return bool(topic.owned(text)) and len(set(topic.found(text))) >= MANY


@lru_cache(maxsize=1)
def report_topics(text: str) -> frozenset[str]:
    """The topics that a whole report is about."""
    length = max(SHORTEST, len(text.split()))
    return frozenset(
        topic.name
        for topic in _topics()
        if len(topic.owned(text)) >= OWN_IN_REPORT and len(topic.found(text)) / length > REPORT_SHARE
    )
