"""The places of a text, as the reader names them."""

import datetime as dt

import pytest

from detente.claims.claim import NamedPlace
from detente.reports.report import Report


@pytest.fixture(scope="session")
def places(reader):
    """Every place that a text names."""

    def read(text: str, outlet: str | None = None) -> list[NamedPlace]:
        return reader.read_places(Report("text", text, dt.date(2012, 5, 14), outlet))

    return read


@pytest.fixture(scope="session")
def place(places):
    """The first place of a text that is written so."""

    def find(text: str, written: str, outlet: str | None = None) -> NamedPlace:
        found = {p.text: p for p in reversed(places(text, outlet))}
        assert written in found, f"no place {written!r}; only {list(found)}"
        return found[written]

    return find
