"""Which claims are drawn: some of every type and outlet, the rest in proportion, the same for the same seed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.audit.drawing import chosen_of, draw, shares
from detente.errors import QueryError
from detente.record import Stratum

NEIGHBOURS = ("DEU", "ITA", "ESP", "PRT", "GRC", "POL", "CZE", "HUN", "AUT")
sizes = st.dictionaries(
    st.builds(Stratum, st.sampled_from(["AGREE", "CONSULT", "ASSAULT"]), st.sampled_from([None, "A", "B", "C"])),
    st.integers(1, 400),
    min_size=1,
)


@pytest.mark.parametrize(
    ("held", "size", "expected"),
    [
        ([60, 30, 10], 10, [6, 3, 1]),
        ([600, 1], 4, [3, 1]),
        ([600, 1, 1], 3, [1, 1, 1]),
        ([2, 1], 50, [2, 1]),
        ([], 5, []),
    ],
)
def test_each_stratum_gets_one_and_the_rest_go_in_proportion(held, size, expected):
    strata = {Stratum("CONSULT", str(number)): claims for number, claims in enumerate(held)}
    assert list(shares(strata, size).values()) == expected


@given(sizes, st.integers(0, 300))
def test_the_shares_add_up_and_none_is_empty_or_more_than_there_is(held, more):
    size = len(held) + more
    given_ = shares(held, size)
    assert sum(given_.values()) == min(size, sum(held.values()))
    assert all(1 <= given_[stratum] <= held[stratum] for stratum in held)


@given(sizes, st.integers(0, 300))
def test_a_larger_sample_has_no_fewer_of_any_stratum(held, more):
    smaller, larger = shares(held, len(held) + more), shares(held, len(held) + more + 1)
    assert all(smaller[stratum] <= larger[stratum] for stratum in held)


@given(st.sets(st.text("0123456789abcdef", min_size=1)), st.integers(0, 9), st.integers(0, 9), st.integers())
def test_a_larger_sample_holds_the_smaller_whatever_the_order(ids, some, more, seed):
    stratum = Stratum("AGREE", None)
    population = [(stratum, id_) for id_ in sorted(ids)]
    smaller = set(chosen_of(population, {stratum: some}, seed))
    assert len(smaller) == min(some, len(ids))
    assert smaller <= set(chosen_of(population[::-1], {stratum: some + more}, seed))


def test_each_claim_is_drawn_about_as_often_as_any_other():
    stratum = Stratum("AGREE", None)
    population = [(stratum, f"c_{number}") for number in range(10)]
    drawn = [one for seed in range(1000) for one in chosen_of(population, {stratum: 3}, seed)]
    assert all(240 < drawn.count(one) < 360 for one in population)


@pytest.fixture
def kept(record, make_claim, make_reading):
    """A record of two outlets' claims: nine meetings and an attack of one, two meetings of the other."""
    made = {
        "a.txt": [make_claim("CONSULT", ("FRA",), (code,)) for code in NEIGHBOURS]
        + [make_claim("ASSAULT", ("RUS",), ("UKR",))],
        "b.txt": [make_claim("CONSULT", ("PER",), (code,), report_id="b.txt") for code in ("CHL", "BOL")],
    }
    record.keep(make_reading(*made["a.txt"]))
    other = make_reading(*made["b.txt"], report_id="b.txt")
    record.keep(type(other)(type(other.report)("b.txt", "They met.", other.report.published), other.claims, "coder 1"))
    return record


def test_a_sample_of_a_record_is_the_same_on_every_database(kept):
    drawn = draw(kept, size=6, seed=1)
    assert kept.strata() == {
        Stratum("CONSULT", "Example Wire"): 9,
        Stratum("CONSULT", None): 2,
        Stratum("ASSAULT", "Example Wire"): 1,
    }
    assert sorted((one.stratum.type, one.stratum.outlet or "", one.claims) for one in drawn) == [
        ("ASSAULT", "Example Wire", 1), ("CONSULT", "", 2), *[("CONSULT", "Example Wire", 9)] * 4,
    ]  # fmt: skip
    assert draw(kept, size=6, seed=1) == drawn
    assert {one.claim_id for one in draw(kept, size=6, seed=2)} != {one.claim_id for one in drawn}
    assert len(draw(kept, size=99, seed=1)) == 12


def test_a_sample_too_small_for_the_strata_is_an_error(kept):
    with pytest.raises(QueryError, match="--size 3"):
        draw(kept, size=2, seed=1)


def test_nothing_is_drawn_from_an_empty_record(record):
    assert draw(record, size=5, seed=1) == []
