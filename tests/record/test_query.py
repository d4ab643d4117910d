"""What can be asked of a record: each filter alone, and the errors of those that mean nothing."""

import datetime as dt

import polars as pl
import pytest

from detente.claims.claim import Happened, Place, Quantity
from detente.errors import QueryError
from detente.record.flat import COLUMNS, flat
from detente.record.query import ClaimList


@pytest.fixture
def asked(record, make_claim, make_reading):
    """A record of four claims, told apart by their types."""
    record.keep(
        make_reading(
            make_claim("AGREE", ("PRK", "RUS"), reciprocal=True, day="2019-04-25", told_by=("KCNA",)),
            make_claim("ASSAULT", ("RUS",), ("UKR",), day="2022-02-24", front="military", sector="MIL"),
            make_claim(
                "AID",
                ("USA", "NATO"),
                ("UKR",),
                day="2023-09-01",
                front="humanitarian",
                sentence="They sent 50% of it.",
            ),
            make_claim("THREATEN", ("RUS",), ("USA", "NATO"), day=None, factuality="PS+"),
        )
    )

    def ask(**filters):
        return [claim.type for claim in record.claims(**filters)]

    return ask


def test_all_claims_come_in_the_order_of_their_days(asked):
    assert asked() == ["AGREE", "ASSAULT", "AID", "THREATEN"]


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        ({"actor": "RUS"}, ["AGREE", "ASSAULT", "THREATEN"]),
        ({"actor": "Russia"}, ["AGREE", "ASSAULT", "THREATEN"]),
        ({"actor": "rus/mil"}, ["ASSAULT"]),
        ({"actor": "RUS/GOV"}, []),
        ({"actor": "NATO"}, ["AID"]),
        ({"recipient": "Ukraine"}, ["ASSAULT", "AID"]),
        ({"pair": ("North Korea", "RUS")}, ["AGREE"]),
        ({"pair": ("UKR", "RUS")}, ["ASSAULT"]),
        ({"pair": ("USA", "NATO")}, []),
        ({"pair": ("USA", "RUS")}, ["THREATEN"]),
        ({"type": "aid"}, ["AID"]),
        ({"front": "Military"}, ["ASSAULT"]),
        ({"since": dt.date(2022, 2, 24)}, ["ASSAULT", "AID", "THREATEN"]),
        ({"since": dt.date(2023, 9, 9)}, ["THREATEN"]),
        ({"until": dt.date(2022, 2, 24)}, ["AGREE", "ASSAULT"]),
        ({"since": dt.date(2020, 1, 1), "until": dt.date(2023, 9, 8)}, ["ASSAULT", "AID"]),
        ({"told_by": "kcna"}, ["AGREE"]),
        ({"factuality": "PS+"}, ["THREATEN"]),
        ({"text": "THEY SENT"}, ["AID"]),
        ({"text": "50% of"}, ["AID"]),
        ({"text": "5% of"}, []),
        ({"limit": 2}, ["AGREE", "ASSAULT"]),
        ({"actor": "RUS", "recipient": "UKR", "type": "ASSAULT", "front": "military"}, ["ASSAULT"]),
    ],
)
def test_each_filter(asked, filters, types):
    assert asked(**filters) == types


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"type": "HUG"}, "type 'HUG' does not exist; one of: AGREE, CONSULT"),
        ({"front": "culinary"}, "front 'culinary' does not exist; one of: diplomatic"),
        ({"factuality": "sure"}, r"factuality 'sure' does not exist; one of: CT\+"),
        ({"actor": "Atlantis"}, "Atlantis"),
        ({"pair": ("RUS", "Atlantis")}, "Atlantis"),
        ({"colour": "red"}, "this filter is unknown"),
    ],
)
def test_a_filter_that_means_nothing_is_an_error(asked, filters, said):
    with pytest.raises(QueryError, match=said):
        asked(**filters)


def test_a_teller_may_be_meant_by_country(record, make_claim, make_reading):
    claim = make_claim(told_by=("Kremlin",))
    told = claim.model_copy(update={"told_by": (claim.told_by[0].model_copy(update={"country": "RUS"}),)})
    record.keep(make_reading(told))
    assert list(record.claims(told_by="Russia")) == [told]
    assert list(record.claims(told_by="China")) == []


def test_a_period_is_met_where_it_overlaps_the_claim(record, make_claim, make_reading):
    month = Happened(start=dt.date(2023, 8, 1), end=dt.date(2023, 8, 31), precision="month", text="August")
    record.keep(make_reading(make_claim(happened=month)))
    assert len(record.claims(since=dt.date(2023, 8, 31))) == 1
    assert len(record.claims(until=dt.date(2023, 8, 1))) == 1
    assert len(record.claims(since=dt.date(2023, 9, 1))) == 0


def test_claims_as_a_data_frame(make_claim):
    place = Place(text="They", span=(0, 4), name="Berlin", geonames_id=2950159, country="DEU")
    quantity = Quantity(text="20 staff", span=(0, 4), number=20, unit="staff")
    frame = ClaimList([make_claim("AID", ("FRA", "DEU"), ("SYR",), place=place, quantity=quantity)]).to_polars()
    assert frame.schema == pl.Schema(COLUMNS)
    row = frame.row(0, named=True)
    assert (row["actors"], row["recipients"], row["happened_end"]) == (["FRA", "DEU"], ["SYR"], dt.date(2023, 9, 8))
    assert (row["place"], row["geonames_id"], row["quantity"]) == ("Berlin", 2950159, "20 staff")


def test_no_claims_still_give_a_frame_with_all_columns():
    assert ClaimList([]).to_polars().schema == pl.Schema(COLUMNS)


def test_a_row_and_the_columns_have_the_same_names(make_claim):
    assert list(flat(make_claim())) == list(COLUMNS)


def test_csv_parts_several_values_by_a_bar(make_claim):
    header, row = ClaimList([make_claim("AGREE", ("FRA", "DEU"))]).to_csv().splitlines()
    assert header.split(",")[:3] == ["id", "report_id", "outlet"]
    assert ",FRA|DEU," in row


def test_a_claim_list_is_a_sequence(make_claim):
    found = ClaimList([make_claim("AGREE"), make_claim("AID")])
    assert (repr(found), repr(ClaimList(found[:1]))) == ("<2 claims>", "<1 claim>")
    assert len(found) == 2
    assert [claim.type for claim in found] == ["AGREE", "AID"]
    assert found[-1].type == "AID"
    assert repr(found) == "<2 claims>"
