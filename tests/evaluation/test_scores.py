"""The figures, against those computed by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evaluation.scores import TypeScore, score

PAIRS = [
    *[("AID", "AID")] * 3,  # three right
    ("AID", "AGREE"),  # a confusion
    ("AGREE", "AGREE"),
    ("AGREE", None),  # a miss
    (None, "REJECT"),  # a false alarm
]


def test_figures_computed_by_hand():
    scores = score(PAIRS)
    assert scores.per_type["AID"] == TypeScore(precision=1.0, recall=3 / 4, f1=pytest.approx(6 / 7), support=4)
    assert scores.per_type["AGREE"] == TypeScore(precision=1 / 2, recall=1 / 2, f1=1 / 2, support=2)
    assert scores.per_type["REJECT"] == TypeScore(0.0, 0.0, 0.0, support=0)
    assert scores.macro_f1 == pytest.approx((6 / 7 + 1 / 2) / 2), "the mean over the types that gold holds"
    assert scores.micro_f1 == pytest.approx(4 / 6), "4 right of 6 in gold and of 6 predicted"
    assert scores.accuracy == pytest.approx(4 / 6)
    assert (scores.gold, scores.predicted) == (6, 6)
    assert scores.confusion == {
        ("AID", "AID"): 3,
        ("AID", "AGREE"): 1,
        ("AGREE", "AGREE"): 1,
        ("AGREE", None): 1,
        (None, "REJECT"): 1,
    }


def test_as_json():
    figures = score(PAIRS).as_json()
    assert figures["macro_f1"] == 0.6786
    assert figures["per_type"]["AID"] == {"precision": 1.0, "recall": 0.75, "f1": 0.8571, "support": 4}
    assert figures["confusion"][0] == {"gold": "AID", "predicted": "AID", "count": 3}
    assert {"gold": None, "predicted": "REJECT", "count": 1} in figures["confusion"]


def test_nothing_scores_nothing():
    scores = score([])
    assert (scores.macro_f1, scores.micro_f1, scores.accuracy, scores.per_type) == (0.0, 0.0, 0.0, {})


@given(st.lists(st.tuples(st.sampled_from(["AID", "AGREE", None]), st.sampled_from(["AID", "AGREE", None]))))
def test_figures_are_shares(pairs):
    scores = score(pairs)
    assert all(0 <= figure <= 1 for figure in (scores.macro_f1, scores.micro_f1, scores.accuracy))
