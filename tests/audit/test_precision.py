"""What verdicts say of the whole: Wilson's interval in one stratum, weighted by claims over several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.audit.precision import Sampled, precisions, stratified, wilson
from detente.record import Judged, Stratum

ends = pytest.approx


@pytest.mark.parametrize(
    ("right", "judged", "expected"),
    [
        (81, 263, (0.2553, 0.3662)),  # the first example of Newcombe (1998)
        (0, 20, (0.0, 0.1611)),
        (20, 20, (0.8389, 1.0)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_wilson_s_interval(right, judged, expected):
    found = wilson(right, judged)
    assert (found.low, found.high) == ends(expected, abs=0.0001)


sampled = st.builds(
    lambda right, wrong, unsure, more: Sampled(right + wrong + unsure + more, right, wrong, unsure),
    st.integers(0, 40), st.integers(0, 40), st.integers(0, 3), st.integers(1, 1000),
)  # fmt: skip


def test_a_large_stratum_weighs_more_than_a_small_one():
    found = stratified([Sampled(900, right=9, wrong=1), Sampled(100, right=1, wrong=9)])
    assert found.share == pytest.approx(0.9 * 0.9 + 0.1 * 0.1)
    assert stratified([Sampled(900, unsure=2), Sampled(100, right=1)]).share == 1.0
    assert stratified([Sampled(5, unsure=1)]) is None


@given(sampled.filter(lambda one: one.judged))
def test_over_one_stratum_it_is_wilson_s_interval(one):
    found, alone = stratified([one]), wilson(one.right, one.judged)
    assert (found.share, found.low, found.high) == ends((alone.share, alone.low, alone.high))


@given(st.lists(sampled, min_size=1))
def test_an_interval_holds_the_share_and_is_never_nothing(strata):
    found = stratified(strata)
    if found is not None:
        assert 0 <= found.low <= found.share <= found.high <= 1
        assert found.high - found.low > 0.001


@given(st.lists(sampled, min_size=1))
def test_more_verdicts_of_the_same_kind_make_it_narrower(strata):
    more = [Sampled(one.claims, one.right * 4, one.wrong * 4) for one in strata]
    first, second = stratified(strata), stratified(more)
    if first is not None:
        assert second.share == pytest.approx(first.share)
        assert second.high - second.low < first.high - first.low


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    """Exactly, over all outcomes of two strata of 25 of which 80% and 50% are right."""
    from math import comb

    def chances(share):
        return [comb(25, n) * share**n * (1 - share) ** (25 - n) for n in range(26)]

    truth = 0.7 * 0.8 + 0.3 * 0.5
    held = sum(
        p * q
        for right, p in enumerate(chances(0.8))
        for other, q in enumerate(chances(0.5))
        for found in [stratified([Sampled(700, right, 25 - right), Sampled(300, other, 25 - other)])]
        if found.low <= truth <= found.high
    )
    assert 0.935 < held < 0.97


def judged(claim, verdict, type_="AGREE", outlet="A", of=10):
    return Judged(claim, Stratum(type_, outlet), of, verdict, is_kept=True)


def test_figures_stand_for_all_then_by_type_then_by_outlet():
    rows = precisions(
        [
            judged("1", "right"), judged("2", "wrong"), judged("3", "unsure"),
            judged("4", "right", "CONSULT", None, of=30),
        ]
    )  # fmt: skip
    assert [(row.by, row.name, row.claims, row.right, row.wrong, row.unsure, row.interval.share) for row in rows] == [
        ("all", "all", 40, 2, 1, 1, 0.875),
        ("type", "CONSULT", 30, 1, 0, 0, 1.0),
        ("type", "AGREE", 10, 1, 1, 1, 0.5),
        ("outlet", "(none)", 30, 1, 0, 0, 1.0),
        ("outlet", "A", 10, 1, 1, 1, 0.5),
    ]
    assert precisions([]) == []


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["right", "right", "wrong"], "right"),
        (["right", "wrong"], "unsure"),
        (["unsure", "wrong"], "wrong"),
        (["unsure"], "unsure"),
    ],
)
def test_a_claim_of_several_verdicts_has_that_of_most_people(verdicts, expected):
    (row, *_) = precisions(judged("1", verdict) for verdict in verdicts)
    assert row.claims == (0 if expected == "unsure" else 10)
    assert {name: getattr(row, name) for name in ("right", "wrong", "unsure")} == {
        **dict.fromkeys(("right", "wrong", "unsure"), 0),
        expected: 1,
    }
