"""One pass over a text finds its names: none inside another, namesakes left out."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.knowledge.names import names

PIECES = st.sampled_from(
    ["Iran", "North Korea", "Korea", "Michael Jordan", "Jordan", "U.N.", "New", "England", "Guinea", "-", "Bissau",
     "President", "Kofi Annan", "’s", "'s", " ", ", ", "\n", "é", "Chinese", "Paris", "Hilton", "the"]
)  # fmt: skip


@given(st.lists(PIECES).map("".join) | st.text())
@settings(max_examples=200, deadline=None)
def test_hits_never_overlap_and_their_spans_are_the_text(text):
    at = 0
    for hit in names().find(text):
        assert at <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.text
        assert hit.names
        at = hit.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("North Korea warned South Korea", ["North Korea", "South Korea"]),
        ("Guinea-Bissau and Equatorial Guinea", ["Guinea-Bissau", "Equatorial Guinea"]),
        ("Iran’s president", ["Iran"]),
        ("the Iranian-flagged tanker", ["Iranian"]),
        ("Omani", ["Omani"]),
        ("Romania", ["Romania"]),
        ("Romanians", ["Romanians"]),
        ("a chad, a turkey and a guinea", []),
        ("@Iran #Iran xIran", []),
    ],
)
def test_names_stand_alone(text, found):
    assert [hit.text for hit in names().find(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan", "Paris Hilton", "Cuba Gooding", "Washington Irving", "New England", "New Mexico",
        "Jordan River", "Chad Smith", "Georgia Tech", "Air France", "Bank of China", "Panama Canal", "French fries",
        "Paris, Texas", "Washington Post", "Deutsche Bank", "West Virginia", "Indian Ocean", "Gulf of Mexico",
        "Real Madrid", "Spanish Civil War", "Turkish lira", "Brazil nuts", "Persian Gulf", "English Channel",
        "Moscow, Idaho", "Peru, Indiana", "Lebanon, Pennsylvania",
    ],
)  # fmt: skip
def test_namesakes_name_no_party(text):
    kinds = {name.kind for hit in names().find(f"They spoke of {text} again.") for name in hit.names}
    assert not kinds - {"place", "outlet"}, text


def test_a_name_is_read_as_of_the_day():
    hit = names().find("Congo")[0]
    assert hit.reading("country", day=dt.date(2001, 1, 1)).key in {"COD", "COG"}
    kremlin = names().find("Kremlin")[0]
    assert kremlin.reading("seat", day=dt.date(1985, 1, 1)).key == "SUN"
    assert kremlin.reading("seat", day=dt.date(2015, 1, 1)).key == "RUS"


def test_a_kind_that_is_not_asked_for_is_not_given():
    assert names().find("Iran")[0].reading("person") is None
