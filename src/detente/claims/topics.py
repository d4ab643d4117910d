"""Telling news of states from news that only names them: sport, markets, weather and culture.

"England beat France" is no assault. A sentence that speaks mostly of such a topic gives no claims, and in a report
about one even a single word is enough.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from detente.claims.document import Document, Sentence
from detente.knowledge.tables import rows, several

MANY = 3
"""Topic words from which a sentence is of that topic, whatever surrounds it."""
REPORT_SHARE = 0.012
"""Share of a report's words that are of the topic, from which the report is about it."""
DECIDES = frozenset({"sport", "markets", "weather"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        row["topic"]: re.compile(
            r"\b(?:" + "|".join(re.escape(w) for w in several(row["words"])) + r")s?\b", re.IGNORECASE
        )
        for row in rows("topics")
    }


def off_topic(document: Document, sentence: Sentence) -> str | None:
    """The topic that keeps a sentence from being read for claims, or None."""
    about = report_topics(document.report.text)
    for topic, pattern in _patterns().items():
        if topic not in DECIDES:
            continue
        count = len({match.group().lower() for match in pattern.finditer(sentence.text)})
        if count >= MANY or (topic in about and count >= 1):
            return topic
    return None


@lru_cache(maxsize=1)
def report_topics(text: str) -> frozenset[str]:
    """The topics that a whole report is about."""
    words = max(60, len(text.split()))
    return frozenset(
        topic for topic, pattern in _patterns().items() if len(pattern.findall(text)) / words > REPORT_SHARE
    )
