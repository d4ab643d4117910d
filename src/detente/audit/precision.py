"""How many of a record's claims are right, from the verdicts on a sample, and how far chance may have led astray.

A stratum's precision has Wilson's interval. Over strata the precisions are weighted by how many claims each holds, and
the intervals are joined by the method of variance estimates recovery, which, unlike the variance of the plain
stratified estimator, does not vanish where all of a small sample is right. With one stratum it is Wilson's interval.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from detente.record import Judged, Stratum

CONFIDENCE = 0.95
Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
NO_OUTLET = "(none)"
"""What reports that name no outlet are listed under."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A share, and between which shares it lies with the confidence of this module."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sampled:
    """What a person found in a stratum: claims of the sample by verdict, and how many claims it stands for."""

    claims: int
    right: int = 0
    wrong: int = 0
    unsure: int = 0

    @property
    def judged(self) -> int:
        """Claims with a verdict that counts."""
        return self.right + self.wrong


@dataclass(frozen=True, slots=True)
class Precision:
    """The precision of a part of a record: all of it, a type, or an outlet; None where nothing could be judged.

    `claims` are those of the strata that have a verdict, `judged` those that were found right or wrong.
    """

    by: str
    name: str
    claims: int
    judged: int
    right: int
    wrong: int
    unsure: int
    interval: Interval | None


def wilson(right: int, judged: int) -> Interval:
    """Wilson's score interval of a share.

    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
    Statistical Association 22, 209-212.
    """
    share = right / judged
    centre = (share + Z**2 / (2 * judged)) / (1 + Z**2 / judged)
    half = Z / (1 + Z**2 / judged) * sqrt(share * (1 - share) / judged + Z**2 / (4 * judged**2))
    return Interval(share, min(share, max(0.0, centre - half)), max(share, min(1.0, centre + half)))


def stratified(strata: Sequence[Sampled]) -> Interval | None:
    """The share of the right in several strata together, each weighted by its claims.

    p = Σ W p_h with W = N_h / N (Cochran, W. G. (1977). Sampling Techniques, 3rd ed., section 5.10); from Wilson's
    intervals (l_h, u_h) of the strata, low = p - √Σ W² (p_h - l_h)² and high = p + √Σ W² (u_h - p_h)² (Zou, G. Y.,
    Huang, W. & Zhang, X. (2009). A note on confidence interval estimation for a linear function of binomial
    proportions. Computational Statistics & Data Analysis 53, 1080-1085). Strata without a verdict are left out.
    """
    known = [stratum for stratum in strata if stratum.judged]
    whole = sum(stratum.claims for stratum in known)
    if not whole:
        return None
    found = [(stratum.claims / whole, wilson(stratum.right, stratum.judged)) for stratum in known]
    share = sum(weight * one.share for weight, one in found)
    below = sqrt(sum((weight * (one.share - one.low)) ** 2 for weight, one in found))
    above = sqrt(sum((weight * (one.high - one.share)) ** 2 for weight, one in found))
    return Interval(share, max(0.0, share - below), min(1.0, share + above))


def precisions(judged: Iterable[Judged]) -> list[Precision]:
    """The precision of all, then by type, then by outlet, the largest first."""
    found = sampled(judged)
    groups: tuple[tuple[str, Callable[[Stratum], str]], ...] = (
        ("all", lambda _: "all"),
        ("type", lambda stratum: stratum.type),
        ("outlet", lambda stratum: stratum.outlet or NO_OUTLET),
    )
    return [row for by, name in groups for row in _grouped(found, by, name)]


def sampled(judged: Iterable[Judged]) -> dict[Stratum, Sampled]:
    """The verdicts by stratum. A claim of several verdicts has that of most people; where they are even, it is unsure.

    A stratum that was drawn from twice has as many claims as at the larger time.
    """
    verdicts: dict[tuple[Stratum, str], Counter[str]] = defaultdict(Counter)
    sizes: dict[Stratum, int] = {}
    for one in judged:
        verdicts[one.stratum, one.claim_id][one.verdict] += 1
        sizes[one.stratum] = max(one.of, sizes.get(one.stratum, 0))
    held: dict[Stratum, Counter[str]] = defaultdict(Counter)
    for (stratum, _), given in verdicts.items():
        held[stratum][_agreed(given)] += 1
    return {stratum: Sampled(sizes[stratum], **counts) for stratum, counts in held.items()}


def _agreed(given: Counter[str]) -> str:
    right, wrong = given["right"], given["wrong"]
    return "right" if right > wrong else "wrong" if wrong > right else "unsure"


def _grouped(found: Mapping[Stratum, Sampled], by: str, name: Callable[[Stratum], str]) -> list[Precision]:
    groups: dict[str, list[Sampled]] = defaultdict(list)
    for stratum, held in found.items():
        groups[name(stratum)].append(held)
    rows = [_row(by, group, strata) for group, strata in groups.items()]
    return sorted(rows, key=lambda row: (-row.claims, row.name))


def _row(by: str, name: str, strata: Sequence[Sampled]) -> Precision:
    return Precision(
        by,
        name,
        claims=sum(stratum.claims for stratum in strata if stratum.judged),
        judged=sum(stratum.judged for stratum in strata),
        right=sum(stratum.right for stratum in strata),
        wrong=sum(stratum.wrong for stratum in strata),
        unsure=sum(stratum.unsure for stratum in strata),
        interval=stratified(strata),
    )
