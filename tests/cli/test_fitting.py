"""Tables on narrow screens: what matters less is left out first, and no word is cut."""

from hypothesis import given
from hypothesis import strategies as st

from detente.cli.fitting import GAP, LONGEST_WORD, fitted

CELLS = {"id": ["c_1", "c_2"], "who": ["the United States", "Peru"], "front": ["energy and resources", "legal"]}
ALL = 3 + 17 + 20 + 2 * GAP
"""What every cell of them takes on one line."""


def test_with_room_every_cell_stands_on_one_line():
    assert fitted(CELLS, 100, spare=["front"], whole={"id"}) == {"id": 3, "who": 17, "front": 20}
    assert sum(fitted(CELLS, ALL, spare=["front"], whole={"id"}).values()) + 2 * GAP == ALL


def test_with_less_room_cells_are_wrapped_between_words():
    assert fitted(CELLS, 30, spare=["front"], whole={"id"}) == {"id": 3, "who": 10, "front": 13}


def test_with_little_room_what_may_be_spared_is_left_out():
    assert fitted(CELLS, 20, spare=["front"], whole={"id"}) == {"id": 3, "who": 15}


def test_a_word_that_is_too_long_takes_no_column_s_room():
    assert fitted({"who": ["x" * 99]}, 10, spare=[], whole=set()) == {"who": LONGEST_WORD}


def test_without_rows_the_names_are_enough():
    assert fitted({"id": [], "who": []}, 80, spare=["who"], whole={"id"}) == {"id": 2, "who": 3}


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.lists(st.text("xy ", max_size=30), max_size=3), min_size=1),
    st.integers(1, 200),
)
def test_what_is_kept_fits_or_nothing_can_be_spared(columns, width):
    spare = sorted(columns)[1:]
    widths = fitted(columns, width, spare=spare, whole=set())
    total = sum(widths.values()) + GAP * (len(widths) - 1)
    assert total <= width or not set(spare) & set(widths)
