"""In words, why a name is thought to mean this place and not another of the name."""

from __future__ import annotations

from collections.abc import Iterable

from detente.claims.places.spotting import Spotted
from detente.knowledge.gazetteer import Toponym, country_named, region_of

CLOSE = 100.0
"""Kilometres within which one place explains another."""


def why(name: Spotted, place: Toponym | None, usual: Toponym | None, others: Iterable[Toponym]) -> str:
    """Which place of the name it is and because of what: `usual` is the one that the name means by itself."""
    if place is None:
        return "no table has it"
    if name.is_people:
        return f"of {place.name}"
    if len(name.readings) == 1:
        return "the only place so called that is known"
    return f"{_which(name, place)}, {_because(name, place, usual, list(others))}"


def _which(name: Spotted, place: Toponym) -> str:
    """The country that the place lies in, or the region where several of the name lie in that country."""
    if place.kind == "country":
        return "the country"
    compatriots = [other for other in name.readings if other.country == place.country]
    region = region_of(place) if len(compatriots) > 1 and place.kind != "region" else None
    within = region or country_named(place.country or "")
    return f"the one in {within.name}" if within is not None else "the one at sea or between countries"


def _because(name: Spotted, place: Toponym, usual: Toponym | None, others: list[Toponym]) -> str:
    if name.within is not None and place.lies_in(name.within):
        return f"because {name.within.name} is written after it"
    if place == usual:
        return "the best known of the name"
    beside = _beside(place, others)
    if beside is not None:
        return f"because {beside.name} is named beside it"
    return "because it fits the other places of the report best"


def _beside(place: Toponym, others: list[Toponym]) -> Toponym | None:
    """The place that explains it: the nearest close by, else the region or country that it lies in."""
    near = [(away, other) for other in others if not _is_broad(other) and (away := place.distance(other)) is not None]
    closest = min((found for found in near if 0 < found[0] <= CLOSE), key=lambda found: found[0], default=None)
    if closest is not None:
        return closest[1]
    holders = [other for other in others if _is_broad(other) and other != place and place.lies_in(other)]
    return min(holders, key=lambda holder: holder.kind == "country", default=None)


def _is_broad(place: Toponym) -> bool:
    return place.kind in {"country", "region", "feature"}
