"""Ties of bodies of states: what the body itself did, and on wish what its members of the day did."""

import datetime as dt

import pytest

from detente.errors import QueryError
from detente.ties.counts import TieCount


@pytest.fixture
def kept(record, make_claim, make_reading):
    record.keep(
        make_reading(
            make_claim("SANCTION", ("EU",), ("RUS",), day="2014-07-31"),
            make_claim("COERCE", ("GBR",), ("RUS",), day="2018-03-14", sector="MIL"),
            make_claim("CONSULT", ("FRA", "DEU"), ("RUS",), day="2019-12-09"),
            make_claim("REJECT", ("RUS",), ("POL",), day="2020-01-10"),
            make_claim("ACCUSE", ("GBR",), ("RUS",), day="2020-07-21"),
            make_claim("AGREE", ("FRA", "DEU"), day="2019-01-22"),
            make_claim("AGREE", ("FRA", "GBR"), day="2010-11-02"),
            make_claim("ACCUSE", ("USA",), ("CHN",), day="2019-08-05"),
            make_claim("ACCUSE", ("USA",), ("FRA",), day="2019-07-26"),
            make_claim("ASSAULT", ("RUS",), ("POL",), day="2020-01-20", factuality="CT-"),
        )
    )
    return record


def told(counts):
    return [(count.start.isoformat(), count.type, count.direction) for count in counts]


def test_a_body_is_itself_alone(kept):
    assert told(kept.tie_counts("the EU", "Russia")) == [("2014-07-01", "SANCTION", "forth")]


def test_with_members_it_is_also_the_states_of_the_day(kept):
    """Britain's word of March 2018 counts, that of July 2020 does not; two members that act together are one event."""
    assert told(kept.tie_counts("EU", "RUS", members=True)) == [
        ("2014-07-01", "SANCTION", "forth"),
        ("2018-03-01", "COERCE", "forth"),
        ("2019-12-01", "CONSULT", "forth"),
        ("2020-01-01", "REJECT", "back"),
    ]


@pytest.mark.parametrize(
    ("parties", "types"),
    [
        (("RUS", "EU"), [("SANCTION", "back"), ("COERCE", "back"), ("CONSULT", "back"), ("REJECT", "forth")]),
        (("EU/MIL", "RUS"), [("COERCE", "forth")]),
        (("RUS", "EU/MIL"), [("COERCE", "back")]),
        (("EU", "GBR"), [("AGREE", "both")]),
        (("G7", "BRICS"), [("COERCE", "forth"), ("ACCUSE", "forth"), ("CONSULT", "forth"), ("ACCUSE", "forth")]),
        (("EU", "NATO"), [("ACCUSE", "back")]),
        (("EU", "EU"), []),
        (("EU", "ASEAN"), []),
    ],
)
def test_who_stands_on_which_side(kept, parties, types):
    assert [(count.type, count.direction) for count in kept.tie_counts(*parties, members=True)] == types


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        ({"by": "year", "since": dt.date(2019, 1, 1)}, ["CONSULT", "REJECT"]),
        ({"type": "coerce"}, ["COERCE"]),
        ({"until": dt.date(2018, 3, 13)}, ["SANCTION"]),
        ({"front": "military"}, []),
    ],
)
def test_each_filter(kept, filters, types):
    assert [count.type for count in kept.tie_counts("EU", "RUS", members=True, **filters)] == types


def test_an_event_in_which_many_members_are_counts_once(record, make_claim, make_reading):
    record.keep(make_reading(make_claim("CONSULT", ("FRA", "DEU", "ITA", "CHN", "EU"), day="2021-05-05")))
    assert record.tie_counts("EU", "CHN", members=True) == [
        TieCount(dt.date(2021, 5, 1), "diplomatic", "CONSULT", "both", 1)
    ]


def test_members_of_parties_that_have_none_are_an_error(kept):
    with pytest.raises(QueryError, match="the members of FRA and RUS are not known"):
        kept.tie_counts("FRA", "RUS", members=True)
