"""Each expression says in words why it means its days."""

import pytest


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They met on Friday night.", "the last Friday before the report's date, a Saturday"),
        ("They met on Saturday.", "the day of the report itself, a Saturday"),
        ("They will meet on Monday.", "the next Monday after the report's date, a Saturday, for the words look ahead"),
        ("They met last week.", "the week before that of the report's date, 2023-09-09"),
        ("They met yesterday.", "the day before the report's date, a Saturday"),
        ("They met three days ago.", "counted back from the report's date, 2023-09-09"),
        ("They met on 3 May 1999.", "as written"),
        ("They met in early 1999.", "its early part; as written"),
        ("They met on March 3.", "of 2023, the year that fits best from the report's date, 2023-09-09"),
        ("They met for six weeks.", "a length of time"),
        ("They met in the past six weeks.", "the time up to the report's date, 2023-09-09"),
        ("They meet every Friday.", "how often"),
    ],
)
def test_the_reason_follows_the_words(times, text, why):
    assert [t.why for t in times(text, "2023-09-09")] == [why]


def test_what_leans_on_the_day_before_says_so(times):
    found = times("They met on 3 March. They left two days later.", "2023-09-09")
    assert found[1].why == "counted on from 2023-03-03, the day told before"
