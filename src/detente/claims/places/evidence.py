"""Whether a name that places bear means one here: not a person, a street, or a word with a capital.

Each cue says something for or against; what the other mentions of the name say counts too, for a report seldom speaks
of a town and a person of one name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from detente.claims.document import Document
from detente.claims.places.cues import AFTER, STREETS, TITLES, Seen, points
from detente.claims.places.spotting import INSTITUTIONS, Spotted
from detente.knowledge.gazetteer import places_named
from detente.knowledge.place_table import folded

ENOUGH = 0.5
"""Points from which a name is a place's."""
FROM_OTHERS = 0.6
"""What the points of the other mentions of a name count for, in the mean."""
MOST_FROM_OTHERS = 3.0


def meant(document: Document, names: Iterable[Spotted]) -> list[Spotted]:
    """Those of the names that mean places."""
    people = _family_names(document)
    seen = [Seen(name, people) for name in names]
    own = [points(one) for one in seen]
    by_name: dict[str, list[float]] = defaultdict(list)
    for one, given in zip(seen, own, strict=True):
        by_name[folded(one.name.text)].append(given)
    kept: list[Spotted] = []
    for one, given in zip(seen, own, strict=True):
        all_given = by_name[folded(one.name.text)]
        others = (sum(all_given) - given) / (len(all_given) - 1) if len(all_given) > 1 else 0.0
        together = given + FROM_OTHERS * max(-MOST_FROM_OTHERS, min(MOST_FROM_OTHERS, others))
        if together >= ENOUGH:
            kept.append(replace(one.name, points=together))
    return kept


def _family_names(document: Document) -> frozenset[str]:
    """The last names of those whom the report names in full or with a title."""
    found: set[str] = set()
    for sentence in document.sentences:
        for entity in sentence.parsed.ents:
            if entity.label_ != "PERSON":
                continue
            names = [token for token in entity if token.is_alpha and token.text[0].isupper()]
            before = sentence.token(entity.start - 1) if entity.start > sentence.parsed.start else None
            titled = before is not None and before.lower_ in TITLES
            if names and (titled or (len(names) > 1 and not _is_place(entity.text, names[-1]))):
                found.add(names[-1].text)
    return frozenset(found)


def _is_place(name: str, last: Token) -> bool:
    """Whether what the tagger of names takes for a person is a place by its words: "Dove Cay", "Lamar County"."""
    return bool(places_named(name)) or last.lower_ in AFTER or last.lower_ in STREETS or last.lower_ in INSTITUTIONS
