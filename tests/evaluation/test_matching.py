"""Claims meet gold events of the same text by their parties, equal types first."""

import pytest

from detente.evaluation.matching import GoldEvent, match


def event(type_="ASSAULT", actors=("RUS",), recipients=("UKR",)):
    sides = [None if side is None else frozenset(side) for side in (actors, recipients)]
    return GoldEvent("e", "text", "2023-09-09", *sides, type_)


def types(gold, claims):
    return [found.types for found in match(gold, claims)]


def test_the_same_parties_and_type_meet(make_claim):
    assert types([event()], [make_claim("ASSAULT", ("RUS",), ("UKR",))]) == [("ASSAULT", "ASSAULT")]


def test_the_same_parties_with_another_type_are_a_confusion(make_claim):
    assert types([event()], [make_claim("THREATEN", ("RUS",), ("UKR",))]) == [("ASSAULT", "THREATEN")]


def test_equal_types_are_matched_before_confusions(make_claim):
    claims = [make_claim("THREATEN", ("RUS",), ("UKR",)), make_claim("ASSAULT", ("RUS",), ("UKR",))]
    assert types([event("ASSAULT"), event("ACCUSE")], claims) == [("ASSAULT", "ASSAULT"), ("ACCUSE", "THREATEN")]


def test_what_is_left_over_is_a_miss_and_a_false_alarm(make_claim):
    assert types([event()], [make_claim("ASSAULT", ("UKR",), ("RUS",))]) == [("ASSAULT", None), (None, "ASSAULT")]


def test_one_claim_meets_one_event_but_a_reciprocal_one_meets_both_directions(make_claim):
    gold = [event("CONSULT", ("FRA",), ("DEU",)), event("CONSULT", ("DEU",), ("FRA",))]
    assert types(gold, [make_claim("CONSULT", ("FRA", "DEU"), reciprocal=True)]) == [("CONSULT", "CONSULT")] * 2
    assert types([event(), event()], [make_claim("ASSAULT", ("RUS",), ("UKR",))]) == [
        ("ASSAULT", "ASSAULT"),
        ("ASSAULT", None),
    ]


@pytest.mark.parametrize("missing", [{"actors": None}, {"recipients": None}])
def test_a_party_that_gold_does_not_say_is_met_by_any(make_claim, missing):
    assert types([event(**missing)], [make_claim("ASSAULT", ("RUS",), ("UKR",))]) == [("ASSAULT", "ASSAULT")]


def test_where_gold_has_nobody_a_claim_must_have_nobody(make_claim):
    assert types([event(recipients=())], [make_claim("ASSAULT", ("RUS",), ("UKR",))]) == [
        ("ASSAULT", None),
        (None, "ASSAULT"),
    ]
    assert types([event(recipients=())], [make_claim("ASSAULT", ("RUS",))]) == [("ASSAULT", "ASSAULT")]


def test_an_organisation_is_met_by_its_code(make_claim):
    assert types([event("AID", ("NATO",))], [make_claim("AID", ("NATO",), ("UKR",))]) == [("AID", "AID")]


def test_observances_are_neither_right_nor_wrong(make_claim):
    assert types([], [make_claim("OBSERVE")]) == []
