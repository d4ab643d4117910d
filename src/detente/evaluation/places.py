"""Places in running text against gold toponyms: found, and resolved to where they are.

A line holds a text and `toponyms`, each with its characters and, where they are known, coordinates, GeoNames id,
country and type.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from detente.claims.claim import Place
from detente.claims.reading import Reader
from detente.errors import QueryError
from detente.evaluation.gold_lines import UNDATED, Day, GoldLine
from detente.evaluation.rates import Found, share
from detente.evaluation.times import context
from detente.knowledge.countries import code_of
from detente.knowledge.distances import kilometres
from detente.reports.report import Report

NEAR_KM = 161
"""A hundred miles: the distance within which geoparsers count a place as right."""
CONTINENTS = frozenset(map(str, range(6255146, 6255153)))
"""The GeoNames ids of the continents, which lie in no country."""

CLAIMED_BY = {"XAB": "GEO", "XSO": "GEO", "XNC": "CYP", "XNK": "AZE", "XSL": "SOM", "XTR": "MDA"}
"""Codes of states that few recognise, and the one that ISO 3166 and gold count their places under."""


class GoldToponym(BaseModel):
    """Characters `s` to `e` of a name, and the place it means."""

    model_config = ConfigDict(frozen=True)

    s: int
    e: int
    lat: float | None = None
    lon: float | None = None
    geonames_id: str | None = None
    country_name: str | None = None
    type: str = "Toponym"
    is_toponym: bool = True


class GoldPlaces(GoldLine):
    """A text with the places that it names."""

    date: Day | None = None
    toponyms: tuple[GoldToponym, ...]


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """A place read in a text; `country` is ISO 3166-1 alpha-3."""

    s: int
    e: int
    lat: float | None
    lon: float | None
    country: str | None
    geonames_id: int | None


@dataclass(frozen=True, slots=True)
class LocatedText:
    """A gold text and the places read in it."""

    gold: GoldPlaces
    predicted: tuple[ReadPlace, ...]

    def toponyms(self) -> tuple[GoldToponym, ...]:
        """The gold toponyms that count."""
        return tuple(toponym for toponym in self.gold.toponyms if toponym.is_toponym)

    def met(self, toponym: GoldToponym) -> ReadPlace | None:
        """The place read at a gold toponym: with coordinates if one has them, then the one that fits it best."""
        here = (place for place in self.predicted if _overlap(place, toponym))
        return max(here, key=lambda place: _fit(place, toponym), default=None)


def _overlap(one: ReadPlace | GoldToponym, other: ReadPlace | GoldToponym) -> bool:
    return one.s < other.e and other.s < one.e


def _fit(place: ReadPlace, toponym: GoldToponym) -> tuple[bool, int]:
    shared = min(place.e, toponym.e) - max(place.s, toponym.s)
    return place.lat is not None, shared - abs(place.s - toponym.s) - abs(place.e - toponym.e)


def read(lines: Sequence[GoldPlaces], reader: Reader) -> Iterator[LocatedText]:
    """The places that the reader finds in each text."""
    for line in lines:
        found = reader.read_places(Report(line.id, line.text, line.date or UNDATED))
        yield LocatedText(line, tuple(_read_place(place) for place in found))


def _read_place(place: Place) -> ReadPlace:
    country = CLAIMED_BY.get(place.country or "", place.country)
    return ReadPlace(place.span[0], place.span[1], place.lat, place.lon, country, place.geonames_id)


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """`strict` and `overlap`: names found; the rest: of those found, how many mean the right place.

    `distances` are in kilometres, of each gold toponym found with coordinates on both sides.
    """

    documents: int
    strict: Found
    overlap: Found
    with_coordinates: int
    found: int
    distances: tuple[float, ...]
    countries: int
    countries_right: int
    ids: int
    ids_right: int

    @property
    def within(self) -> int:
        """How many lie within 161 km."""
        return sum(distance <= NEAR_KM for distance in self.distances)

    def as_json(self) -> dict[str, Any]:
        """The figures under the names that `--json` documents."""
        return {
            "documents": self.documents,
            "gold": self.overlap.gold,
            "predicted": self.overlap.predicted,
            "strict": self.strict.as_json(),
            "overlap": self.overlap.as_json(),
            "gold_with_coord": self.with_coordinates,
            "of_these_found": self.found,
            "acc161": share(self.within, self.found),
            "country_acc": share(self.countries_right, self.countries),
            "country_n": self.countries,
            "median_km": round(statistics.median(self.distances), 1) if self.distances else None,
            "geonames_id_acc": share(self.ids_right, self.ids),
            "end_to_end161": share(self.within, self.with_coordinates),
        }


def score(texts: Sequence[LocatedText]) -> PlaceScores:
    """The figures over all texts."""
    located = [(g, text.met(g)) for text in texts for g in text.toponyms() if g.lat is not None]
    met = [(g, place) for g, place in located if place is not None]
    in_country = [(code, place.country) for g, place in met if (code := _country(g))]
    with_ids = [(g.geonames_id, str(p.geonames_id)) for g, p in met if g.geonames_id and p.geonames_id]
    return PlaceScores(
        len(texts),
        _found(texts, _equal),
        _found(texts, _overlap),
        with_coordinates=len(located),
        found=len(met),
        distances=tuple(off for g, place in met if (off := _distance(g, place)) is not None),
        countries=len(in_country),
        countries_right=sum(held == said for held, said in in_country),
        ids=len(with_ids),
        ids_right=sum(held == said for held, said in with_ids),
    )


def _found(texts: Sequence[LocatedText], meets: Callable[[ReadPlace, GoldToponym], bool]) -> Found:
    said = [any(meets(place, g) for g in text.toponyms()) for text in texts for place in text.predicted]
    held = [any(meets(place, g) for place in text.predicted) for text in texts for g in text.toponyms()]
    return Found(sum(said), len(said), sum(held), len(held))


def _distance(toponym: GoldToponym, place: ReadPlace) -> float | None:
    if toponym.lat is None or toponym.lon is None or place.lat is None or place.lon is None:
        return None
    return kilometres((toponym.lat, toponym.lon), (place.lat, place.lon))


def _equal(place: ReadPlace, toponym: GoldToponym) -> bool:
    return (place.s, place.e) == (toponym.s, toponym.e)


def _country(toponym: GoldToponym) -> str | None:
    if toponym.country_name is None or toponym.geonames_id in CONTINENTS:
        return None
    return _code(toponym.country_name)


@cache
def _code(country: str) -> str | None:
    try:
        return code_of(country)
    except QueryError:
        return None


def wrong(texts: Sequence[LocatedText]) -> Iterator[tuple[str, ...]]:
    """Each place missed, invented or too far off: id, words, what, kilometres, context."""
    for text in texts:
        for toponym in text.toponyms():
            place = text.met(toponym)
            if place is None:
                yield _row(text, toponym, "missed", "")
            elif toponym.lat is not None and ((off := _distance(toponym, place)) is None or off > NEAR_KM):
                yield _row(text, toponym, "elsewhere", "" if off is None else f"{off:.0f}")
        for place in text.predicted:
            if not any(_overlap(place, toponym) for toponym in text.toponyms()):
                yield _row(text, place, "invented", "")


def _row(text: LocatedText, at: ReadPlace | GoldToponym, what: str, off: str) -> tuple[str, ...]:
    return text.gold.id, text.gold.text[at.s : at.e], what, off, context(text.gold.text, at.s, at.e)
