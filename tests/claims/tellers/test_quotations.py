"""Where a report quotes: what stands between marks, and that whatever is written, the spans make sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.claims.tellers.quotations import find_quotations, quotation_at, with_marks

MARKS = ['"', "“", "”", "«", "»", "''", "``", "'"]
PIECES = [*MARKS, "Oman said", " ", "\n", "\n\n", ", ", ".", "é", "’s"]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES)).map("".join)


def quoted(text: str) -> list[str]:
    return [text[slice(*span)] for span in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We shall pay,” Togo said.", ["We shall pay,"]),
        ('"We shall pay," Togo said.', ["We shall pay,"]),
        ("''We shall pay,'' Togo said.", ["We shall pay,"]),
        ("«We shall pay», Togo said.", ["We shall pay"]),
        ("Togo spoke of “old debts” and “new friends”.", ["old debts", "new friends"]),
        ("Togo's 'old debts' weren't paid.", []),
        ("Togo said nothing.", []),
        ("“We shall pay.", ["We shall pay."]),
        ("We shall pay.”", []),
        ("“”", []),
    ],
)
def test_what_stands_between_marks_is_quoted(text, words):
    assert quoted(text) == words


def test_an_open_quotation_ends_with_its_paragraph_and_goes_on_with_a_mark():
    text = "“We shall pay.\n\n“We always have,” Togo said."
    assert quoted(text) == ["We shall pay.", "We always have,"]


def test_an_open_quotation_does_not_swallow_the_next_paragraph():
    assert quoted("“We shall pay.\n\nBenin agreed.") == ["We shall pay."]


def test_straight_marks_open_anew_at_a_paragraph():
    assert quoted('"We shall pay.\n\n"We always have," Togo said.') == ["We shall pay.", "We always have,"]


def test_the_quotation_that_holds_a_character():
    text = "“We shall pay,” Togo said."
    quotations = find_quotations(text)
    assert quotation_at(quotations, text.index("shall")) == quotations[0]
    assert quotation_at(quotations, text.index("Togo")) is None


def test_marks_go_with_their_quotation():
    for text in ("Togo: “We shall pay”.", "Togo: ''We shall pay''.", "Togo: “We shall pay"):
        start, end = with_marks(text, find_quotations(text)[0])
        assert text[start:end] == text.removeprefix("Togo: ").removesuffix(".")


@given(TEXTS)
def test_quotations_lie_in_the_text_in_order_and_apart(text):
    at = 0
    for start, end in find_quotations(text):
        assert at <= start < end <= len(text)
        at = end


@given(TEXTS)
def test_quotations_hold_no_double_mark_and_no_paragraph_break(text):
    for words in quoted(text):
        assert not set(words) & {'"', "“", "”", "«", "»"}
        assert "\n\n" not in words


@given(TEXTS)
def test_the_marks_around_a_quotation_add_at_most_two_characters_a_side(text):
    for span in find_quotations(text):
        start, end = with_marks(text, span)
        assert span[0] - 2 <= start < span[0]
        assert span[1] <= end <= span[1] + 2
