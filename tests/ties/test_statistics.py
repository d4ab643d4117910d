"""The two statistics that are told of a tie: a trend, and what stands out against the past."""

import random
from itertools import combinations, pairwise

import pytest

from detente.ties.standing_out import LEVEL, standing_out, surprise
from detente.ties.trend import trend


@pytest.mark.parametrize(
    ("values", "tau", "sure"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8], 1, True),
        ([8, 7, 6, 5, 4, 3, 2, 1], -1, True),
        ([1, 3, 2, 4, 3, 2, 4, 1], 0, False),
    ],
)
def test_trends(values, tau, sure):
    found = trend(values)
    assert found.tau == pytest.approx(tau, abs=0.15)
    assert (found.p < 0.01) is sure


def test_a_published_example_of_the_trend_test():
    """Score and variance by hand: S = 13 of 15 pairs, (6 x 5 x 17) / 18 = 28.33, z = 12 / 5.32 = 2.25, p = 0.024."""
    assert trend([1, 2, 4, 3, 5, 6]).p == pytest.approx(0.0243, abs=5e-4)


def test_a_trend_is_of_all_pairs_of_values():
    rng = random.Random(1)
    values = [rng.choice((-1, 0, 0.5, 1, rng.uniform(-1, 1))) for _ in range(200)]
    score = sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))
    assert trend(values).tau == score / (200 * 199 / 2)


@pytest.mark.parametrize("values", [[], [1, 2, 3], [2, 2, 2, 2, 2]])
def test_nothing_is_said_of_what_is_short_or_never_varies(values):
    assert trend(values) is None


def test_surprise_is_a_probability_that_falls_with_the_count():
    chances = [surprise(count, [2, 3, 2, 1]) for count in range(12)]
    assert chances[0] == 1
    assert all(a >= b for a, b in pairwise(chances))
    assert chances[2] > 0.3 > LEVEL > chances[10]


def test_one_event_after_silence_surprises_less_the_shorter_the_silence():
    assert surprise(1, [0] * 3) > surprise(1, [0] * 30) > LEVEL > surprise(1, [0] * 300)


def test_about_one_in_a_hundred_periods_of_chance_stands_out():
    rng = random.Random(7)
    series = [sum(rng.random() < 0.02 for _ in range(150)) for _ in range(2000)]
    share = len(standing_out(series[:2000])) / len(series)
    assert share < 2 * LEVEL
