"""Expressions of time against gold: which pairs meet, and the figures of TempEval-3."""

import datetime as dt

import pytest

from detente.errors import GoldError
from detente.evaluation.gold_lines import read_lines
from detente.evaluation.times import GoldTimes, TimedText, Timex, read, score, wrong

TEXT = "Talks began on Monday and lasted two weeks; a summit is due in May 2001."
LINE = (
    '{{"id": "a", "text": "{}", "dct": "{}", "timexes": [{{"s": 15, "e": 21, "type": "DATE", "value": "2001-03-05"}}]}}'
)


def told(start, end, type_="DATE", value="2001-03-05"):
    return Timex(s=start, e=end, type=type_, value=value)


MONDAY, WEEKS, MAY = told(15, 21), told(33, 42, "DURATION", "P2W"), told(63, 71, value="2001-05")


def text(predicted, gold=(MONDAY, WEEKS, MAY)):
    return TimedText(GoldTimes(id="a", text=TEXT, dct=dt.date(2001, 3, 8), timexes=gold), tuple(predicted))


def test_extents_types_and_values_are_counted_apart():
    scores = score([text([MONDAY, told(37, 42, "DURATION", "P1W"), told(0, 5, value="2001")])])
    assert (scores.relaxed.precision, scores.relaxed.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert scores.strict.f1 == pytest.approx(1 / 3)
    assert (scores.types, scores.values) == (2, 1)
    assert scores.value_f1 == pytest.approx(2 / 3 * 1 / 2)


def test_each_expression_meets_one_only():
    whole = told(15, 42)
    assert text([whole]).matched() == [(WEEKS, whole)]


def test_what_is_wrong_is_told_in_the_order_of_the_text():
    rows = list(wrong([text([told(0, 5, value="2001"), told(15, 21, value="2001-03-12"), MAY])]))
    assert [row[1:4] for row in rows] == [
        ("Talks", "(none)", "2001"),
        ("Monday", "2001-03-05", "2001-03-12"),
        ("two weeks", "P2W", "(missed)"),
    ]


def test_the_reader_is_seen_from_the_creation_time(tmp_path, reader):
    path = tmp_path / "gold.jsonl"
    path.write_text(LINE.format(TEXT, "2001-03-08T10:00:00"))
    (found,) = read(read_lines(path, GoldTimes), reader)
    assert found.matched()[0][1].value == "2001-03-05"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "holds no line; give JSON lines with id, text, dct, timexes"),
        ("[]", "gold.jsonl:1: has another shape"),
        ('{"id": "a", "text": "b", "timexes": []}', r"\(dct: Field required\); give JSON with id, text, dct, timexes"),
        (LINE.format(TEXT, "2001-02-30"), "dct: "),
    ],
)
def test_a_gold_file_of_another_shape_is_one_error(tmp_path, line, said):
    path = tmp_path / "gold.jsonl"
    path.write_text(line)
    with pytest.raises(GoldError, match=said):
        read_lines(path, GoldTimes)
