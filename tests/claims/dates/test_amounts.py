"""What the numbers of an expression of time count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.claims.dates.amounts import amount, count, is_vague, ordinal


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("3", 3),
        ("1,000", 1000),
        ("twelve", 12),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("a", 1),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a", 0.5),
        ("two and a half", 2.5),
        ("1½", 1.5),
        ("two hundred", 200),
        ("a couple of", 2),
    ],
)
def test_a_number_in_words_or_figures_counts(word, number):
    assert amount(word) == number


@pytest.mark.parametrize(("word", "number"), [("third", 3), ("twenty-first", 21), ("3rd", 3), ("19th", 19)])
def test_an_ordinal_has_its_number(word, number):
    assert ordinal(word) == number


def test_several_says_only_about_how_many():
    assert is_vague("several")
    assert is_vague("a few")
    assert not is_vague("a couple of")


@given(st.integers(0, 99_999))
def test_figures_count_what_they_say_with_or_without_commas(number):
    assert count(str(number)) == count(f"{number:,}") == number
