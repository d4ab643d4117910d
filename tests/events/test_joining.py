"""Claims that tell of one happening become one group, whatever the order in which they come."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.claims.claim import Place, Quantity
from detente.events.joining import joined, neighbourhoods
from detente.events.likeness import evidence
from detente.events.sketch import sketch
from handmade import claims, stateless, told


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


def raid(report, country, *, attackers, village, at=None, verb="raided"):
    claim = told(report, "2023-09-08", "ASSAULT", verb=verb, words=f"They {verb} the village before dawn.")
    lat, lon = at or (None, None)
    place = Place(text=village, span=(0, 4), name=village, country=country, lat=lat, lon=lon)
    return claim.model_copy(update={"actors": stateless(attackers), "recipients": stateless("herders"), "place": place})


def test_those_of_no_state_are_of_the_country_where_they_act():
    gunmen = raid("a", "MLI", attackers="gunmen", village="Mopti")
    assert groups(gunmen, raid("b", "MLI", attackers="insurgents", village="Mopti")) == [["a", "b"]]
    assert groups(gunmen, raid("b", "NER", attackers="gunmen", village="Tillia")) == [["a"], ["b"]]


def test_the_middle_of_a_country_is_no_other_place_than_a_town_in_it():
    town = raid("a", "MLI", attackers="gunmen", village="Mopti", at=(14.48, -4.18))
    land = raid("b", "MLI", attackers="gunmen", village="Mali", at=(18.0, -2.0), verb="attacked")
    other = raid("b", "MLI", attackers="gunmen", village="Kayes", at=(14.45, -11.44), verb="attacked")
    assert groups(town, land) == [["a", "b"]]
    assert groups(town, other) == [["a"], ["b"]]


@pytest.mark.parametrize(("words", "contradicts"), [("more than 40 herders", False), ("40 herders", True)])
def test_a_rough_number_contradicts_no_other(words, contradicts):
    def killed(report, said):
        counted = Quantity(text=said, span=(0, 4), number=40, unit="herders")
        return sketch(told(report, "2023-09-08", "ASSAULT", verb="raided", quantity=counted))

    assert evidence(killed("a", "129 herders"), killed("b", words))["another number"] == contradicts


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
