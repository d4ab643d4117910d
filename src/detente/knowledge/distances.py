"""How far apart two places on the globe are."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

DIAMETER_KM = 12742.0
"""Twice the mean radius of the earth."""
Point = tuple[float, float]
"""Latitude and longitude in degrees."""


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance of two points in kilometres (haversine on a sphere: within 0.6% of the ellipsoid's)."""
    (a, b), (c, d) = (tuple(map(radians, point)) for point in (one, other))
    half_chord = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return DIAMETER_KM * asin(min(1.0, sqrt(half_chord)))
