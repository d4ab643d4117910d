"""Outlets: which country's, and whether they are its state's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.knowledge.tables import rows, several


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency, newspaper, broadcaster or site. `country` is ISO 3166-1 alpha-3, None where it has none."""

    name: str
    country: str | None
    state_media: bool


def outlet_named(name: str | None) -> Outlet | None:
    """The outlet of that name or alias, in any case; None where it is not known."""
    return _by_name().get(name.lower()) if name else None


@cache
def _by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in rows("outlets"):
        outlet = Outlet(row["name"], row["country"] or None, row["state_media"] == "yes")
        for form in (row["name"], *several(row["aliases"])):
            found.setdefault(form.lower(), outlet)
    return found
