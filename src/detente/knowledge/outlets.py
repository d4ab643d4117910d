"""Outlets, by their names and by the addresses of their sites: which country's, and whether its state runs them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from detente.knowledge.tables import Row, rows, several


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency, newspaper, broadcaster or site. `country` is ISO 3166-1 alpha-3, None where it has none."""

    name: str
    country: str | None
    state_media: bool


def outlet_named(name: str | None) -> Outlet | None:
    """The outlet of that name or alias, in any case; None where it is not known."""
    return _by_name().get(name.strip().lower()) if name else None


def outlet_at(address: str | None) -> Outlet | None:
    """The outlet whose site an address lies on, also on a part of it ("english.news.cn"); None where it is not known.

    A bare host ("reuters.com") is an address too.
    """
    labels = _host(address or "").split(".")
    parents = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((known for parent in parents if (known := _by_domain().get(parent)) is not None), None)


def _host(address: str) -> str:
    written = address.strip()
    if " " in written or "." not in written:
        return ""
    try:
        return (urlsplit(written if "://" in written else f"//{written}").hostname or "").lower()
    except ValueError:
        return ""


@cache
def _by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in rows("outlets"):
        for form in (row["name"], *several(row["aliases"])):
            found.setdefault(form.lower(), _outlet(row))
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {row["domain"].lower().removeprefix("www."): _outlet(row) for row in rows("outlets") if row["domain"]}


def _outlet(row: Row) -> Outlet:
    return Outlet(row["name"], row["country"] or None, row["state_media"] == "yes")
