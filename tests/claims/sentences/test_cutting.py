"""Cutting a report into sentences loses nothing: between two cuts there is only white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.claims.sentences.cutting import LONGEST, cut

PIECES = [
    "Mr. Smith met them",
    ". ",
    "! ",
    "?” ",
    "\n",
    "\n\n",
    " \n \n",
    "...",
    "U.S. ",
    "The ",
    "“",
    "”",
    "He said",
    " ",
    "\u2028",
    "é",
    "1.5 ",
]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_nothing_but_white_space_lies_between_sentences(text):
    at = 0
    for place in cut(text):
        assert not text[at : place.start].strip()
        assert place.start < place.end
        at = place.end
    assert not text[at:].strip()


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_paragraphs_are_numbered_in_order(text):
    numbers = [place.paragraph for place in cut(text)]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "Oman consulted the US.|US Ambassador Grant left.",
        "Sweden joined NATO.|Finland followed.",
        "Chile thanked the U.S. President.",
        "Jean-P. Duval left with W.T. Stone.",
        "Malta lies far from the U.S.|The ship sank.",
        "The truce began at 9 a.m. Tuesday.",
        "The truce began at 9 a.m.|The guns fell silent.",
    ],
)
def test_initials_end_no_sentence_but_acronyms_do(text):
    written = text.replace("|", " ")
    assert "|".join(written[place.start : place.end] for place in cut(written)) == text


@given(st.integers(1, 9), st.sampled_from(["x", "word ", "France met Germany and "]))
def test_a_stretch_without_an_end_is_cut_into_pieces_that_lose_nothing(thousands, piece):
    text = (piece * (1000 * thousands // len(piece))).strip()
    places = cut(text)
    assert all(place.end - place.start <= LONGEST for place in places)
    assert "".join(text[place.start : place.end] for place in places).replace(" ", "") == text.replace(" ", "")
