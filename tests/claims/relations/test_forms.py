"""A sentence and its parties in the pieces that the encoder reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from detente.claims.relations.encoder import encoder
from detente.claims.relations.forms import LONGEST, SOURCE, TARGET, WHOLE, Form, marked_pair, plain

TEXT = "Chad's foreign minister thanked Libya."
CHAD, LIBYA = (0, 23), (32, 37)


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    return encoder().tokenizer


def words(tokenizer: Tokenizer, form: Form) -> list[str]:
    return [tokenizer.id_to_token(id_) for id_ in form.ids]


def test_plain_is_the_sentence_with_where_its_parties_are(tokenizer):
    form = plain(tokenizer, TEXT, [CHAD, LIBYA])
    said = words(tokenizer, form)
    assert [said[slice(*pieces)] for pieces in form.parties] == [["chad", "'", "s", "foreign", "minister"], ["libya"]]
    assert (said[0], said[-1]) == ("[CLS]", "[SEP]")


def test_a_marked_pair_stands_between_marks_of_its_own(tokenizer):
    form = marked_pair(tokenizer, TEXT, LIBYA, CHAD)
    said = words(tokenizer, form)
    assert said[slice(*form.parties[0])] == [SOURCE[0], "libya", SOURCE[1]]
    assert said[form.parties[1][0]] == TARGET[0]
    assert said[form.parties[1][1] - 1] == TARGET[1]


def test_who_is_not_there_has_the_place_of_the_whole(tokenizer):
    assert marked_pair(tokenizer, TEXT, CHAD, None).parties[1] == WHOLE


def test_what_lies_beyond_the_longest_sentence_has_the_place_of_the_whole(tokenizer):
    long = "very " * LONGEST + "Libya"
    assert plain(tokenizer, long, [(len(long) - 5, len(long))]).parties == (WHOLE,)
    assert marked_pair(tokenizer, long, (0, 4), (len(long) - 5, len(long))).parties[1] == WHOLE


@given(text=st.text(min_size=1, max_size=200), a=st.integers(0, 199), b=st.integers(1, 200))
def test_any_text_and_any_span_have_a_form(tokenizer, text, a, b):
    for form in (plain(tokenizer, text, [(a, b)]), marked_pair(tokenizer, text, (a, b), (b, a + 1))):
        assert len(form.ids) == len(form.characters) <= LONGEST
        assert all(0 <= first < last <= len(form.ids) for first, last in form.parties)
