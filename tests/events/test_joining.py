"""Claims that tell of one happening become one group, whatever the order in which they come."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.events.joining import joined, neighbourhoods
from detente.events.sketch import sketch
from handmade import claims, told


def groups(*claims):
    found = neighbourhoods([sketch(claim) for claim in claims])
    events = [frozenset(member.report_id for member in group) for held in found for group in joined(held)]
    return sorted(map(sorted, events))


VISIT = told("a", "2023-09-08", verb="visited")


@pytest.mark.parametrize(
    ("other", "one"),
    [
        pytest.param(told("b", "2023-09-08", verb="visited"), True, id="the same day in another report"),
        pytest.param(told("b", None, verb="visited"), True, id="no day, but days that touch"),
        pytest.param(told("b", "2023-09-04", verb="visited"), False, id="another day"),
        pytest.param(told("b", "2023-09-08", actors=("ESP",), recipients=("TUN",), verb="visited"), False, id="others"),
        pytest.param(told("b", "2023-09-08", "ASSAULT", verb="raided"), False, id="another kind of act"),
        pytest.param(told("b", "2023-09-08", "AGREE", verb="signed"), False, id="what was agreed there"),
        pytest.param(
            told("b", "2023-09-08", actors=("MLI",), recipients=("FRA",), verb="received"),
            True,
            id="from the other side",
        ),
    ],
)
def test_two_tellings(other, one):
    assert groups(VISIT, other) == ([["a", "b"]] if one else [["a"], ["b"]])


def test_two_visits_of_one_week_stay_two_though_a_third_report_names_no_day():
    first, second = told("a", "2023-09-07", verb="visited"), told("b", "2023-09-09", verb="visited")
    found = groups(first, second, told("c", None, verb="visited"))
    assert len(found) == 2
    assert ["a", "b"] not in found


def test_by_whom_is_told_apart():
    def by(report, person):
        claim = told(report, "2023-09-08", verb="visited")
        return claim.model_copy(update={"actors": (claim.actors[0].model_copy(update={"person": person}),)})

    assert groups(by("a", "Ana Sol"), by("b", "Ivo Mar")) == [["a"], ["b"]]
    assert groups(by("a", "Ana Sol"), by("b", "Ana Sol")) == [["a", "b"]]


@settings(max_examples=60, deadline=None)
@given(st.lists(claims, max_size=9, unique_by=lambda claim: claim.id), st.randoms())
def test_no_order_changes_the_groups(found, rng):
    shuffled = list(found)
    random.Random(rng.random()).shuffle(shuffled)

    def ids(told_):
        held = neighbourhoods([sketch(claim) for claim in told_])
        return sorted(sorted(member.id for member in group) for near in held for group in joined(near))

    assert ids(found) == ids(shuffled)
    assert sorted(i for group in ids(found) for i in group) == sorted(claim.id for claim in found)
