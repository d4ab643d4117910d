"""Events' factuality against graded judgements."""

import pytest

from detente.claims.claim import Factuality
from detente.claims.factuality.value import Reality
from detente.errors import GoldError
from detente.evaluation.factuality import EventWord, GoldEvent, JudgedEvent, judge, of_set, score, wrong


def gold(value, set_="", text="Peru met Chile.", word=(5, 8)):
    return GoldEvent(id="a", text=text, event=EventWord(s=word[0], e=word[1]), value=value, set=set_)


def judged(value, said):
    return JudgedEvent(gold(value), Reality(said, (), (f"it is {said}",)))


def test_signs_and_facts():
    scores = score(
        [
            judged(3.0, Factuality.CERTAIN),
            judged(-2.5, Factuality.CERTAIN),
            judged(-3.0, Factuality.CERTAINLY_NOT),
            judged(0.2, Factuality.UNKNOWN),
        ]
    )
    assert scores.accuracy == 0.75
    assert (scores.signs[1].precision, scores.signs[1].recall) == (0.5, 1)
    assert (scores.not_factual.precision, scores.not_factual.recall) == (1, pytest.approx(2 / 3))
    assert 0 < scores.pearson < 1


def test_without_any_variation_there_is_no_correlation():
    assert score([judged(3.0, Factuality.CERTAIN), judged(2.0, Factuality.CERTAIN)]).pearson is None


def test_the_farthest_off_come_first_with_their_reasons():
    rows = list(wrong([judged(1.0, Factuality.CERTAIN), judged(-3.0, Factuality.CERTAIN)]))
    assert [row[2] for row in rows] == ["-3.00", "1.00"]
    assert rows[0][1] == "met"
    assert rows[0][4] == "it is CT+"


def test_one_set_of_a_file():
    lines = [gold(3, "news"), gold(1, "web")]
    assert of_set(lines, "web", "gold.jsonl") == lines[1:]
    with pytest.raises(GoldError, match=r"gold.jsonl: holds no set 'book'; it holds news, web"):
        of_set(lines, "book", "gold.jsonl")


def test_the_reader_judges_the_word(reader):
    text = "Peru refused to meet Chile, and Bolivia applauded."
    said = [
        event.said.factuality for event in judge([gold(-3, "", text, (16, 20)), gold(3, "", text, (40, 49))], reader)
    ]
    assert said == [Factuality.CERTAINLY_NOT, Factuality.CERTAIN]
