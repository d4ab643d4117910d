"""The outlines of states: whose they are, and in whose place a state that is no more is shown."""

import pytest

from detente.knowledge.countries import countries
from detente.knowledge.shapes import centres, shaped, today


def test_every_outline_is_a_known_state_with_a_middle():
    assert shaped() <= countries().keys()
    assert shaped() - centres().keys() <= {"XNC", "XSL"}


def test_states_have_an_outline_or_a_middle():
    states = {code for code, country in countries().items() if country.kind == "state"}
    assert states <= shaped() | centres().keys()


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("KEN", ("KEN",)),
        ("SUN", ("RUS",)),
        ("CSK", ("CZE", "SVK")),
        ("YUG", ("SRB", "MNE")),
        ("NATO", ()),
    ],
)
def test_where_a_state_is_shown_today(code, shown):
    assert today(code) == shown
