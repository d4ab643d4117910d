"""Words that only look like an expression of time."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prime Minister Theresa May met April Ryan.", []),
        ("They may march in May.", ["May"]),
        ("The army is on the march again.", []),
        ("Some 1995 soldiers deserted.", []),
        ("In 1995 soldiers deserted.", ["1995"]),
        ("It broke Resolution 1973.", []),
        ("The report, page 1950, names Flight 1549.", []),
        ("Traders expect prices to fall next year.", ["next year"]),
        ("The Sunday Times said so.", []),
        ("It recalled Bloody Sunday.", []),
        ("USA Today said so.", []),
        ("He spoke on 60 Minutes of the Six Day War.", []),
        ("At the end of the day, he won.", []),
        ("There were two attacks in as many days.", []),
        ("It was soon over.", []),
        ("It will soon be over.", ["soon"]),
    ],
)
def test_a_name_a_count_or_a_verb_is_no_time(times, text, found):
    assert [t.text for t in times(text, "2011-05-20")] == found
