"""Which place each name of a report means: all of them together, so that they fit.

A report of one town names the county, the state and the towns around it. So every reading of every name is weighed by
how well known it is, by what is written after the name, by the countries and regions the report names, and by how near
it lies to the likely readings of the other names; the weighing is repeated until it settles.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.claims.places.cues import is_local
from detente.claims.places.metonymy import acts
from detente.claims.places.reasons import why
from detente.claims.places.setting import at_home
from detente.claims.places.spotting import Spotted
from detente.claims.places.ties import REACH, Weights, compatriots, ties
from detente.knowledge.gazetteer import Toponym
from detente.knowledge.place_table import folded
from detente.reports.report import Report

MOST = 60
"""Readings of a name that are weighed, the largest."""
ROUNDS = 8
COLD, HOT = 1.6, 0.4
"""How sharply the likelier reading is preferred in the last round and in the first: all have a say at first."""
QUALIFIED = 8.0
HOME = 3.5
"""What the signs of a country count for at most, for its towns, in a report that names no other countries."""
ENGLISH = 0.5
"""What a reading in a country that reads its news in English has before it, where nothing else is known."""
ENGLISH_LANDS = frozenset({"USA", "GBR", "CAN", "AUS", "IRL", "NZL"})
ALSO_CITY = -2.0
"""What a region loses that has the name of a capital or great city of its country: "Washington", "New York"."""
LOCAL = 2.5
"""What it counts for that a name is spoken of as a town or region is, not a country ("Lebanon High School")."""
PRIOR = {
    "country": 2.5,
    "region": 1.5,
    "feature": 6.0,
    "capital": 0.0,
    "town": 0.0,
    "once": -1.5,
    "quarter": -1.0,
    "district": -0.5,
}
"""What the kind of a reading adds to the logarithm of its inhabitants."""
FAME = 0.7
"""What the logarithm of the number of its names counts for beside that of its inhabitants."""
CAPITAL = 3_000_000
"""Inhabitants that being a capital counts for."""
HAMLET = 1000
"""Inhabitants that every place is given: below, they say nothing."""
METROPOLIS = 5_000_000
"""Inhabitants from which a city's other names are as good as its own ("New York", "Bombay")."""
SURE = 4.0
"""Points of evidence from which a name means a place, however obscure."""
FAMOUS = 60
"""Names in the world's languages from which a town speaks of its country."""
KNOWN_ABROAD = 100_000
"""Inhabitants from which a town is spoken of in reports of other countries."""
UNPLACED = -4.0
"""What a reading without coordinates loses."""
COUNTRY = 2.0
"""What it counts for that all other names lie in the same country; where some do, their share of it."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name and the place that it means, if any is known, with what spoke most for it."""

    name: Spotted
    place: Toponym | None
    why: str


@dataclass(frozen=True, slots=True)
class _Choice:
    """A name of the report with its readings and where its mentions say that it lies."""

    key: str
    readings: tuple[Toponym, ...]
    within: Toponym | None
    local: float
    """How many of its mentions, from 0 to 1, speak of it as of a town."""
    acts: bool
    """Whether all its mentions act or are dealt with, as governments are."""

    def is_elsewhere(self, place: Toponym) -> bool:
        """Whether a reading is the capital of a government that is spoken of: "Washington" lies near nothing then."""
        return self.acts and place.kind == "capital"


def resolved(report: Report, names: Iterable[Spotted]) -> list[Resolved]:
    """The names of a report, each with its place; one that only an obscure place far from all else bears is none."""
    given = list(names)
    choices = _choices(given)
    home = _Home.of(report, choices)
    chosen = _settle(choices, home)
    spoken_of = Counter(place.country for place in chosen.values())
    common = _commonest(spoken_of)
    usual = {choice.key: max(choice.readings, key=_prior) for choice in choices}
    found: list[Resolved] = []
    for name in given:
        place = _own(name, chosen)
        if place is None or not _is_astray(name, place, spoken_of):
            others = (other for key, other in chosen.items() if key != _key(name))
            because = why(name, place, usual.get(_key(name)), others)
            found.append(Resolved(name, place or _somewhere(name, common), because))
    return found


def _is_astray(name: Spotted, place: Toponym, spoken_of: Counter[str | None]) -> bool:
    """Whether a name of little evidence would mean a small town of a country of which the report does not speak."""
    if name.within is not None or name.points >= SURE:
        return False
    small = (place.is_town or place.kind == "district") and place.population < KNOWN_ABROAD
    return small and spoken_of[place.country] == 1 and len(spoken_of) > 1


def _commonest(spoken_of: Counter[str | None]) -> str | None:
    """The country of most places, if it has most of them."""
    country, count = next(iter(spoken_of.most_common(1)), (None, 0))
    return country if count > spoken_of.total() / 2 else None


def _somewhere(name: Spotted, country: str | None) -> Toponym | None:
    """A river or the like that no table has, in the country that the report is about."""
    return Toponym(name.text, "feature", None, None, None, country, None, 0) if country else None


def _key(name: Spotted) -> str:
    return ("people " if name.is_people else "") + folded(name.text)


def _own(name: Spotted, chosen: dict[str, Toponym]) -> Toponym | None:
    """The place of this mention: what is written after it goes before what the other mentions say."""
    place = chosen.get(_key(name))
    if name.within is not None and (place is None or not place.lies_in(name.within)):
        inside = [reading for reading in name.readings if reading.lies_in(name.within)]
        return max(inside, key=lambda reading: reading.population, default=place)
    return place


def _choices(names: list[Spotted]) -> list[_Choice]:
    grouped: dict[str, list[Spotted]] = defaultdict(list)
    for name in names:
        grouped[_key(name)].append(name)
    found: list[_Choice] = []
    for key, mentions in grouped.items():
        readings = tuple(dict.fromkeys(reading for name in mentions for reading in name.readings))
        largest = sorted(_distinct(readings), key=_prior, reverse=True)[:MOST]
        within = next((name.within for name in mentions if name.within is not None), None)
        if largest:
            local = sum(map(is_local, mentions)) / len(mentions)
            found.append(_Choice(key, tuple(largest), within, local, all(acts(name.last) for name in mentions)))
    return found


def _distinct(readings: tuple[Toponym, ...]) -> list[Toponym]:
    """The readings without regions and districts that are as good as their town of the same name."""
    towns = [reading for reading in readings if reading.is_town]
    return [
        reading
        for reading in readings
        if reading.kind not in {"region", "district"}
        or not any(
            folded(t.name) == folded(reading.name) and t.lies_in(reading) and (t.distance(reading) or 0) < REACH
            for t in towns
        )
    ]


def _prior(place: Toponym) -> float:
    placed = UNPLACED if place.lat is None else 0.0
    inhabitants = place.population + (CAPITAL if place.kind == "capital" else 0) + HAMLET
    return math.log10(inhabitants) + FAME * math.log10(place.known_as + 1) + _of_kind(place) + placed


def _of_kind(place: Toponym) -> float:
    great = place.kind == "once" and place.population > METROPOLIS
    return PRIOR["town" if great else place.kind]


def _settle(choices: list[_Choice], home: _Home) -> dict[str, Toponym]:
    if not choices:
        return {}
    places = [reading for choice in choices for reading in choice.readings]
    owner = np.repeat(np.arange(len(choices)), [len(choice.readings) for choice in choices])
    fixed = np.array([_alone(choices[o], place, home) for o, place in zip(owner, places, strict=True)])
    there = np.array([not choices[o].is_elsewhere(place) for o, place in zip(owner, places, strict=True)])
    ways, same_land = ties(places, owner, there), compatriots(places, owner) * there[None, :]
    weights = _shares(fixed, owner, HOT)
    for sharpness in np.linspace(HOT, COLD, ROUNDS):
        support = sum((most * (1 - np.exp(-tie @ weights)) for most, tie in ways), np.zeros_like(fixed))
        support += COUNTRY * (same_land @ weights) / max(1, len(choices) - 1)
        weights = _shares(fixed + support, owner, float(sharpness))
    best: dict[str, Toponym] = {}
    for number, choice in enumerate(choices):
        mine = np.flatnonzero(owner == number)
        best[choice.key] = places[mine[int(np.argmax(weights[mine]))]]
    return best


def _alone(choice: _Choice, place: Toponym, home: _Home) -> float:
    """What speaks for a reading whatever the other names mean."""
    small = place.is_town or place.kind == "district"
    found = _prior(place)
    if choice.within is not None and place.lies_in(choice.within):
        found += QUALIFIED
    if place.kind == "region" and any(_is_metropolis(other, place) for other in choice.readings):
        found += ALSO_CITY
    if small:
        found += home.speaks_for(choice, place)
    if small or place.kind == "region":
        found += LOCAL * choice.local
    return found


def _is_metropolis(town: Toponym, region: Toponym) -> bool:
    """Whether a region has its name from a great city, which is meant rather: "New York"; so with a capital."""
    great = town.kind == "capital" or (town.is_town and town.population > METROPOLIS)
    return great and town.country == region.country


@dataclass(frozen=True, slots=True)
class _Home:
    """What the signs of each country count for, and the country that each name speaks of if it is known for one."""

    signs: dict[str, float]
    spoken_of: dict[str, str | None]

    @classmethod
    def of(cls, report: Report, choices: list[_Choice]) -> _Home:
        found = at_home(report)
        signs = {
            country: HOME * (1 - math.exp(-found[country] / 1.5)) + ENGLISH * (country in ENGLISH_LANDS)
            for country in ENGLISH_LANDS | found.keys()
        }
        return cls(signs, {choice.key: place.country for choice in choices if _is_known(place := choice.readings[0])})

    def speaks_for(self, choice: _Choice, place: Toponym) -> float:
        """The signs of its country count for the less, the more of other countries the other names speak."""
        others = {country for key, country in self.spoken_of.items() if key != choice.key} - {place.country}
        return self.signs.get(place.country or "", 0.0) / (1 + len(others) / 2)


def _is_known(place: Toponym) -> bool:
    return place.kind in {"country", "capital"} or place.known_as > FAMOUS


def _shares(scores: Weights, owner: NDArray[np.int64], sharpness: float) -> Weights:
    """How likely each reading is among those of its name."""
    shares = np.zeros_like(scores)
    for number in np.unique(owner):
        mine = owner == number
        lifted = np.exp(sharpness * (scores[mine] - scores[mine].max()))
        shares[mine] = lifted / lifted.sum()
    return shares
