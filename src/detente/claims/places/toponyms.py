"""The places that a report names, whether or not a claim stands at them."""

from __future__ import annotations

from detente.claims.claim import NamedPlace, Span, Use
from detente.claims.document import Document, Located
from detente.claims.places.evidence import meant
from detente.claims.places.metonymy import use_of
from detente.claims.places.resolving import Resolved, resolved
from detente.claims.places.spotting import spotted
from detente.knowledge.gazetteer import Toponym


def located(document: Document) -> list[Located]:
    """Every name in the parsed sentences that means a place, in order; looked for once a report."""
    if document.places is None:
        document.places = [_located(found) for found in resolved(document.report, meant(document, spotted(document)))]
    return document.places


def _located(found: Resolved) -> Located:
    name = found.name
    place = as_place(found.place, name.text, name.span, use_of(name, found.place))
    return Located(name.sentence.index, range(name.first.i, name.last.i + 1), place, f"“{name.text}”: {found.why}")


def as_place(known: Toponym | None, text: str, span: Span, use: Use = "place") -> NamedPlace:
    """The words of a report as a place; one that no table has keeps its name alone."""
    if known is None:
        return NamedPlace(text=text, span=span, name=text, stands_for=use)
    return NamedPlace(
        text=text,
        span=span,
        name=known.name,
        geonames_id=known.geonames_id,
        lat=known.lat,
        lon=known.lon,
        country=known.country,
        stands_for=use,
    )
