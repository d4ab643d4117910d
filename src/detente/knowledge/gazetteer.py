"""Names of places: which places are called so, where they lie and in what.

Countries (`countries.csv` with `centres.csv`), their first-level regions (`regions.csv`), seas, straits, rivers, bases
and the like (`places.csv`), and GeoNames' towns and districts (`place_table`). Coordinates are GeoNames' where it has
the place (CC BY 4.0).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from detente.knowledge.countries import Country, countries
from detente.knowledge.place_table import Settled, folded, rows_named
from detente.knowledge.tables import rows, several

PlaceKind = Settled | Literal["country", "region", "feature"]
EARTH = 6371.0
"""Kilometres from its middle to its surface."""
ABBREVIATED = 4
"""Letters up to which a name is only known as it is written: "US", "La.", "Miss."."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place: WGS 84 degrees, GeoNames id where one is known, ISO alpha-3 country where it lies in one."""

    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    geonames_id: int | None
    country: str | None
    region: str | None
    """GeoNames' code of the first-level region that it is or lies in."""
    population: int
    known_as: int = 0
    """By how many names GeoNames knows it, for a town: a measure of its fame."""

    @property
    def is_town(self) -> bool:
        """Whether people live in it as one town, rather than over a land."""
        return self.kind in {"town", "capital", "quarter", "once"}

    def lies_in(self, holder: Toponym) -> bool:
        """Whether it is inside a country or region, or beside the middle of a district or town."""
        if holder.kind == "country":
            return self.country == holder.country
        if holder.kind == "region":
            return self.country == holder.country and self.region == holder.region
        away = self.distance(holder)
        return away is not None and away <= BESIDE

    def distance(self, other: Toponym) -> float | None:
        """Kilometres to another place."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        north, south = math.radians(self.lat), math.radians(other.lat)
        east = math.radians(other.lon - self.lon)
        half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
        return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


BESIDE = 60.0
"""Kilometres within which a place counts as in a district or by a town."""


@lru_cache(maxsize=20_000)
def places_named(name: str) -> tuple[Toponym, ...]:
    """Every place of a name, in any spelling; an abbreviation is known only as it is written ("La.", "US")."""
    if found := _abbreviations().get(name):
        return found
    key = folded(name)
    return (*_known().get(key, ()), *_settled(key)) if key else ()


@cache
def of_people(word: str) -> Toponym | None:
    """The country or region of a nationality, a people or the like: "Georgian", "Texans"."""
    return _peoples().get(word)


def country_named(code: str) -> Toponym | None:
    """A country by its alpha-3 code."""
    return _countries().get(code)


def region_of(place: Toponym) -> Toponym | None:
    """The first-level region that a place lies in."""
    return _regions().get((place.country or "", place.region or ""))


@cache
def _alpha3() -> dict[str, str]:
    return {country.iso2: country.code for country in countries().values() if country.iso2 and country.kind != "former"}


def _settled(key: str) -> Iterator[Toponym]:
    for row in rows_named(key):
        country = _alpha3().get(row.country)
        found = (row.lat, row.lon, row.geonames_id, country, row.region, row.population, row.known_as)
        yield Toponym(row.name, row.kind, *found)


@cache
def _known() -> dict[str, tuple[Toponym, ...]]:
    """What is no town or district, by folded name."""
    found: dict[str, list[Toponym]] = defaultdict(list)
    for form, place in _forms():
        if not _is_abbreviation(form):
            found[folded(form)].append(place)
    return {name: tuple(dict.fromkeys(places)) for name, places in found.items()}


@cache
def _abbreviations() -> dict[str, tuple[Toponym, ...]]:
    found: dict[str, list[Toponym]] = defaultdict(list)
    for form, place in _forms():
        if _is_abbreviation(form):
            found[form].append(place)
    return {form: tuple(dict.fromkeys(places)) for form, places in found.items()}


def _is_abbreviation(form: str) -> bool:
    """As in "La.", "N.C.", "W. Va.", "US", but not "St. Kitts"."""
    return form.endswith(".") or (len(form) <= ABBREVIATED and form.isupper())


def _forms() -> Iterator[tuple[str, Toponym]]:
    """Every name of a country, region or feature with what it names."""
    regions = {(form, place.country) for form, place in _region_forms()}
    for country in countries().values():
        place = _countries().get(country.code)
        for form in (country.name, *country.aliases):
            if place is not None and (form, country.code) not in regions:
                yield form, place
    yield from _region_forms()
    for row in rows("places"):
        held = several(row["countries"])
        feature = Toponym(
            row["name"],
            "feature",
            float(row["lat"]) if row["lat"] else None,
            float(row["lon"]) if row["lon"] else None,
            int(row["geonames_id"]) if row["geonames_id"] else None,
            held[0] if len(held) == 1 else None,
            None,
            0,
        )
        for form in (row["name"], *several(row["aliases"])):
            yield form, feature


@cache
def _countries() -> dict[str, Toponym]:
    return {
        row["code"]: _country(row, countries()[row["code"]]) for row in rows("centres") if row["code"] in countries()
    }


def _country(row: dict[str, str], known: Country) -> Toponym:
    return Toponym(
        known.name,
        "country",
        float(row["lat"]),
        float(row["lon"]),
        int(row["geonames_id"]) if row["geonames_id"] else None,
        known.code,
        None,
        int(row["population"] or 0),
    )


@cache
def _regions() -> dict[tuple[str, str], Toponym]:
    return {
        (row["country"], row["code"]): Toponym(
            row["name"],
            "region",
            float(row["lat"]),
            float(row["lon"]),
            int(row["geonames_id"]) if row["geonames_id"] else None,
            row["country"],
            row["code"],
            int(row["population"]),
        )
        for row in rows("regions")
    }


def _region_forms() -> Iterator[tuple[str, Toponym]]:
    for row in rows("regions"):
        for form in (row["name"], *several(row["aliases"])):
            yield form, _regions()[row["country"], row["code"]]


@cache
def _peoples() -> dict[str, Toponym]:
    found: dict[str, Toponym] = {}
    for country in sorted(countries().values(), key=lambda country: country.kind == "former"):
        place = _countries().get(country.code)
        for form in (*country.adjectives, *country.people):
            if place is not None and form not in {country.name, *country.aliases}:
                found.setdefault(form, place)
    for row in rows("regions"):
        for form in several(row["people"]):
            found[form] = _regions()[row["country"], row["code"]]
    return found
