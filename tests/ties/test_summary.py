"""A tie is its claims counted by month and front, as cooperation, conflict and other."""

import datetime as dt

from detente.claims.claim import Happened
from detente.ties.summary import TieMonth, day_of, summarise


def test_claims_are_counted_by_month_and_front(make_claim):
    tie = summarise(
        [
            make_claim("CONSULT", day="2023-09-08"),
            make_claim("AGREE", day="2023-09-20"),
            make_claim("REJECT", day="2023-09-20"),
            make_claim("ASSAULT", day="2023-09-01", front="military"),
            make_claim("OBSERVE", day="2024-01-02"),
        ],
        "FRA",
        "DEU",
    )
    assert tie.months == (
        TieMonth("2023-09", "diplomatic", cooperation=2, conflict=1, other=0),
        TieMonth("2023-09", "military", cooperation=0, conflict=1, other=0),
        TieMonth("2024-01", "diplomatic", cooperation=0, conflict=0, other=1),
    )
    assert (tie.a, tie.b, tie.claims) == ("FRA", "DEU", 5)
    assert (tie.first, tie.last) == (dt.date(2023, 9, 1), dt.date(2024, 1, 2))


def test_fronts_over_all_months_the_largest_first(make_claim):
    claims = [make_claim("ASSAULT", front="military"), make_claim("AID"), make_claim("REJECT", day="2020-01-01")]
    assert list(summarise(claims, "FRA", "DEU").by_front.items()) == [
        ("diplomatic", (1, 1, 0)),
        ("military", (0, 1, 0)),
    ]


def test_what_did_not_happen_is_no_part_of_a_tie(make_claim):
    denied = [make_claim(factuality=value) for value in ("CT-", "PR-", "PS-")]
    told = [make_claim(factuality=value) for value in ("CT+", "PR+", "PS+", "Uu")]
    assert summarise(denied + told, "FRA", "DEU").claims == 4


def test_a_claim_counts_under_the_last_day_it_may_have_happened_on(make_claim):
    month = Happened(start=dt.date(2023, 8, 1), end=dt.date(2023, 8, 31), precision="month")
    since = Happened(start=dt.date(2022, 2, 24), end=None, precision="vague")
    assert day_of(make_claim(happened=month)) == dt.date(2023, 8, 31)
    assert day_of(make_claim(happened=since)) == dt.date(2022, 2, 24)
    assert day_of(make_claim(day=None)) == dt.date(2023, 9, 9)


def test_no_claims_make_an_empty_tie():
    tie = summarise([], "FRA", "DEU")
    assert (tie.claims, tie.months, tie.first, tie.last, tie.by_front) == (0, (), None, None, {})
