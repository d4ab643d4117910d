"""Outlets by name and by address, and which of them a state runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.outlets import outlet_at, outlet_named


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://www.kcna.kp/en/article/q/1.kcmsf", "Korean Central News Agency"),
        ("https://kcna.kp", "Korean Central News Agency"),
        ("kcna.kp", "Korean Central News Agency"),
        ("https://archive.kcna.kp:8080/1?a=b", "Korean Central News Agency"),
        ("https://notkcna.kp/1", None),
        ("https://example.org/kcna.kp", None),
        ("Korean Central News Agency", None),
        ("https://[broken", None),
        ("", None),
    ],
)
def test_an_outlet_by_the_address_of_its_site(address, name):
    found = outlet_at(address)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("name", "country", "state"),
    [("KCNA", "PRK", True), ("korean central news agency", "PRK", True), ("Reuters", "GBR", False)],
)
def test_an_outlet_by_its_name_and_who_runs_it(name, country, state):
    found = outlet_named(name)
    assert (found.country, found.state_media) == (country, state)


def test_a_name_that_is_not_known():
    assert outlet_named("Example Wire") is None


@given(st.text())
def test_any_text_is_an_address_of_an_outlet_or_of_none(text):
    outlet_at(text)
    outlet_named(text)
