"""Which sentences can hold a claim: those that name a party, or refer back to one named shortly before.

Most of a day's news never gets past this point, so nothing is parsed in vain. The names come from the one
Aho-Corasick pass over the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.claims.sentences import Cut
from detente.knowledge.names import NameHit
from detente.knowledge.words import words

REACH = 3
"""How many sentences after a named party a reference back is still read."""
_REFERS_BACK = re.compile(
    r"\b(?:"
    + "|".join(sorted(words("refers back")))
    + r"|the (?:"
    + "|".join(sorted(words("refers back after the")))
    + r"))\b",
    re.IGNORECASE,
)


def sift(cuts: Sequence[Cut], hits: Sequence[NameHit], text: str) -> list[tuple[Cut, list[NameHit]]]:
    """The sentences worth parsing, with the names in each."""
    kept: list[tuple[Cut, list[NameHit]]] = []
    since_named = REACH + 1
    position = 0
    for cut in cuts:
        inside: list[NameHit] = []
        while position < len(hits) and hits[position].start < cut.end:
            inside.append(hits[position])
            position += 1
        if any(_names_a_party(hit) for hit in inside):
            since_named = 0
            kept.append((cut, inside))
            continue
        since_named += 1
        if since_named <= REACH and _REFERS_BACK.search(text, cut.start, cut.end):
            kept.append((cut, inside))
    return kept


def _names_a_party(hit: NameHit) -> bool:
    return any(name.kind not in {"outlet", "place"} for name in hit.names)
