"""What stands out against a tie's own past.

A period stands out if so many events, or more, would come less than once in a hundred periods, given the periods
before it. Counts of events scatter more than Poisson's law has it when their rate is itself uncertain, so the rate
is averaged over what the past leaves possible (a Gamma law with Jeffreys' prior): the count then follows a negative
binomial law (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import exp, lgamma, log

LEVEL = 0.01
PAST = 3
"""Periods of past without which nothing can stand out."""


def surprise(count: int, past: Sequence[int]) -> float:
    """The probability of so many events or more in a period, given the counts of the periods before it."""
    return _surprise(count, sum(past), len(past))


def _surprise(count: int, total: int, periods: int) -> float:
    shape = total + 0.5
    below = sum(exp(_log_chance(number, shape, periods)) for number in range(count))
    return min(1.0, max(0.0, 1.0 - below))


def _log_chance(number: int, shape: float, periods: int) -> float:
    return (
        lgamma(number + shape)
        - lgamma(shape)
        - lgamma(number + 1)
        + shape * log(periods / (periods + 1))
        - number * log(periods + 1)
    )


def standing_out(counts: Sequence[int]) -> list[tuple[int, float]]:
    """The places in a series whose counts stand out against all before them, each with its probability."""
    totals = [0, *accumulate(counts)]
    judged = ((place, _surprise(counts[place], totals[place], place)) for place in range(PAST, len(counts)))
    return [(place, p) for place, p in judged if p < LEVEL]
