"""A claim says in words why its place is the one of that name."""

import pytest

WHY = [
    ("Israeli jets bombed Syrian troops near Tripoli, Lebanon.", "the one in Lebanon, because Lebanon is written"),
    ("The Iranian and Russian presidents met in Geneva.", "the one in Switzerland, the best known of the name"),
    ("The presidents of Serbia and Kosovo met in Batumi.", "the only place so called that is known"),
    ("Lebanese and Syrian envoys met in Tripoli and Beirut.", "the one in Lebanon, because Beirut is named beside it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), WHY)
def test_why_this_place(reader, text, why):
    because = [line for claim in reader.read(text, date="2012-05-14").claims for line in claim.because]
    assert any(why in line for line in because), because
