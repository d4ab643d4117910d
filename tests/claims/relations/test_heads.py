"""The small layers over the encoder."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from detente.claims.relations.heads import gelu, gelu_slope, labels, softmax
from detente.knowledge.plover import TYPES

SCORES = arrays(np.float32, (3, 5), elements=st.floats(-50, 50, width=32))


def test_the_types_are_plovers_and_none():
    assert labels().types == ("none", *TYPES)


def test_modes_are_named_with_their_type():
    assert {"CONSULT/visit", "SANCTION/withdraw", "RETREAT/withdraw"} <= set(labels().modes)


@given(SCORES)
def test_shares_add_up_to_one_and_keep_their_order(scores):
    shares = softmax(scores)
    assert np.allclose(shares.sum(axis=-1), 1, atol=1e-4)
    assert (np.take_along_axis(shares, scores.argmax(-1)[:, None], -1)[:, 0] >= shares.max(-1) - 1e-6).all()


def test_a_higher_temperature_makes_less_sure():
    scores = np.array([[3.0, 1.0, 0.0]], dtype=np.float32)
    assert softmax(scores, 2.0).max() < softmax(scores).max()


def test_the_slope_of_the_unit_is_its_own():
    at = np.linspace(-4, 4, 41, dtype=np.float32)
    step = np.float32(1e-2)
    measured = (gelu(at + step) - gelu(at - step)) / (2 * step)
    assert np.allclose(gelu_slope(at)[1], measured, atol=1e-2)
