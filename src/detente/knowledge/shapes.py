"""The outlines of the states, for maps, and where those lie that are too small to have one.

The outlines are Natural Earth's at 1:110 million (public domain), a TopoJSON whose shapes have our codes for ids.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Mapping
from functools import cache
from typing import Any

from detente.knowledge.countries import countries
from detente.knowledge.tables import DATA, rows

FEATURE = "countries"
"""The name under which the shapes stand in the topology."""


@cache
def topology() -> dict[str, Any]:
    """All outlines as one TopoJSON."""
    read: dict[str, Any] = json.loads(lzma.decompress((DATA / "world.topojson.xz").read_bytes()))
    return read


@cache
def shaped() -> frozenset[str]:
    """The codes that have an outline."""
    return frozenset(shape["id"] for shape in topology()["objects"][FEATURE]["geometries"])


@cache
def centres() -> Mapping[str, tuple[float, float]]:
    """Latitude and longitude of the middle of each state."""
    return {row["code"]: (float(row["lat"]), float(row["lon"])) for row in rows("centres")}


@cache
def today(code: str) -> tuple[str, ...]:
    """The states and territories in whose place a state is shown: itself, or those that followed it."""
    country = countries().get(code)
    if country is None:
        return ()
    if not country.successors:
        return (code,)
    return tuple(dict.fromkeys(shown for follower in country.successors for shown in today(follower)))
