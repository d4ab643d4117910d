"""How the readings of a report's names stand by each other: near by, in one region, one holding the other.

Each way is a matrix over all readings of all names; a reading never stands by another of its own name.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.knowledge.gazetteer import EARTH, Toponym

REACH = 80.0
"""Kilometres over which places stand by each other."""
NEAR, REGION, HELD, LAND, SISTERS, HOLDS = 4.5, 1.5, 2.5, 1.8, 1.0, 2.0
"""What it counts for at most that other names lie near, in the same region, are the region or the country that a
reading lies in, are other countries beside a country or regions beside a region, or lie in a
region or country."""
NAMED_EVERYWHERE = {"USA": 0.4}
"""What the name of a country counts for that the news names whatever it is about."""

Weights = NDArray[np.float64]


def ties(places: list[Toponym], owner: NDArray[np.int64], there: NDArray[np.bool_]) -> list[tuple[float, Weights]]:
    """In how many ways each reading stands by each reading of the other names, with what each counts for at most."""
    country = np.array([place.country or "" for place in places])
    region = np.array([f"{place.country}.{place.region}" if place.region else "" for place in places])
    kind = np.array([place.kind for place in places])
    is_region, is_country = kind == "region", kind == "country"
    small = ~is_region & ~is_country & (kind != "feature")
    same_country = (country[:, None] == country[None, :]) & (country != "")[:, None]
    same_region = (region[:, None] == region[None, :]) & (region != "")[:, None]
    others = owner[:, None] != owner[None, :]
    below = ~is_country[:, None] & is_country[None, :] & same_country
    sisters = (is_country[:, None] & is_country[None, :] & ~same_country) | (
        is_region[:, None] & is_region[None, :] & same_country & ~same_region
    )
    telling = np.array([NAMED_EVERYWHERE.get(code, 1.0) for code in country])
    inside = small[:, None] & is_region[None, :] & same_region
    found = [
        (NEAR, _nearness(places) * (small[:, None] & (small & there)[None, :])),
        (REGION, same_region & small[:, None] & (small & there)[None, :]),
        (HELD, inside),
        (LAND, below * telling[None, :]),
        (SISTERS, sisters),
        (HOLDS, inside.T | below.T),
    ]
    return [(most, np.asarray(tie * others, dtype=np.float64)) for most, tie in found]


def compatriots(places: list[Toponym], owner: NDArray[np.int64]) -> Weights:
    """Which readings of other names lie in the same country as each."""
    country = np.array([place.country or "" for place in places])
    within = np.array([place.kind != "country" for place in places])
    same = (country[:, None] == country[None, :]) & (country != "")[:, None] & within[:, None] & within[None, :]
    return np.asarray(same & (owner[:, None] != owner[None, :]), dtype=np.float64)


def _nearness(places: list[Toponym]) -> Weights:
    lat = np.radians([place.lat if place.lat is not None else np.nan for place in places])
    lon = np.radians([place.lon if place.lon is not None else np.nan for place in places])
    half = (
        np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat[None, :]) * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    )
    away = 2 * EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return np.asarray(np.exp(-np.nan_to_num(away, nan=1e6) / REACH))
