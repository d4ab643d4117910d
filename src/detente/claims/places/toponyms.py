"""The toponyms of a whole text, whether or not a claim stands at them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.claims.claim import Place, Span
from detente.claims.document import Document, Sentence
from detente.knowledge.gazetteer import Toponym, toponym

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def find_places(document: Document) -> Iterator[Place]:
    """Every toponym of the parsed sentences with the place it means, in order."""
    for sentence in document.sentences:
        for span in sorted(_spans(sentence)):
            text = document.report.text[slice(*span)]
            found = toponym(text)
            if found is not None:
                yield _place(found, text, span)


def _spans(sentence: Sentence) -> set[Span]:
    named = {(h.start, h.end) for h in sentence.hits if h.reading("country", "capital", "place")}
    entities = (e for e in sentence.parsed.doc.ents if e.label_ in PLACE_LABELS)
    return named | {(sentence.offset + e.start_char, sentence.offset + e.end_char) for e in entities}


def _place(found: Toponym, text: str, span: Span) -> Place:
    return Place(
        text=text,
        span=span,
        name=found.name,
        geonames_id=found.geonames_id,
        lat=found.lat,
        lon=found.lon,
        country=found.country,
    )
