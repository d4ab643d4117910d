"""What counts as a word when a record is searched, and what a search asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import QueryError
from detente.record.words import LONGEST_TEXT, LONGEST_WORD, WantedWords, wanted_words, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in Paris.", "they met in paris"),
        ("The U.S. envoy's visit", "the u s envoy s visit"),
        ("Zürich, São Tomé, Đà Nẵng", "zurich sao tome đa nang"),
        ("STRASSE Straße", "strasse strasse"),
        ("a 50% rise to 1,200", "a 50 rise to 1 200"),
        ("snake_case and cease-fire", "snake case and cease fire"),
        ("“Нет”, сказал Путин", "нет сказал путин"),
        ("ﬁnance ①", "finance 1"),
        ("…—!", ""),
        ("", ""),
        ("x" * 100, "x" * LONGEST_WORD),
        ("a " * LONGEST_TEXT, " ".join("a" * (LONGEST_TEXT // 2))),
    ],
)
def test_words_are_letters_and_digits_without_accents_and_in_small_letters(text, found):
    assert words(text) == found


@given(st.text())
def test_words_of_words_are_the_same(text):
    assert words(words(text)) == words(text)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("grain deal", WantedWords(("grain", "deal"), ())),
        ('"grain deal" Odesa', WantedWords(("grain deal", "odesa"), ())),
        ("negotiat* Tehran", WantedWords(("tehran",), ("negotiat",))),
        ("U.S. envoy", WantedWords(("u s", "envoy"), ())),
        ('"begins* here"', WantedWords(("begins here",), ())),
        ('"never closed', WantedWords(("never", "closed"), ())),
        ("AND OR NOT", WantedWords(("and", "or", "not"), ())),
        ("talks - now", WantedWords(("talks", "now"), ())),
    ],
)
def test_what_is_asked_for(asked, wanted):
    assert wanted_words(asked) == wanted


@pytest.mark.parametrize("asked", ["", "  ", "*", '"…"', "%"])
def test_a_search_without_a_word_is_an_error(asked):
    with pytest.raises(QueryError, match='holds no word; give words, a "quoted phrase" or the begin'):
        wanted_words(asked)
