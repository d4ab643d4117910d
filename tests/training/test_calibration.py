"""Honest probabilities."""

import numpy as np
import pytest

from detente.training.calibration import calibration_error, temperature


def test_scores_that_are_too_sure_get_a_high_temperature():
    rng = np.random.default_rng(0)
    right = rng.integers(0, 3, 600)
    scores = rng.normal(size=(600, 3)).astype(np.float32)
    scores[np.arange(600), right] += 1.5
    honest = temperature(scores, right.tolist())
    assert temperature(scores * 2, right.tolist()) == pytest.approx(2 * honest, abs=0.11)


def test_the_error_is_how_far_confidence_lies_from_what_is_right():
    assert calibration_error([0.9] * 10, [True] * 9 + [False]) == pytest.approx(0)
    assert calibration_error([0.9] * 10, [True] * 5 + [False] * 5) == pytest.approx(0.4)
