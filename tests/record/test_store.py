"""What a record keeps: one transaction a report, the same rows however often it is read, reviews for ever."""

import datetime as dt

import pytest
from sqlalchemy import create_engine, text

from detente.errors import QueryError, RecordError
from detente.record import Kept, Record
from detente.reports import Report

TABLES = ("reports", "claims", "parties", "tellers", "reviews")


def url(address):
    """What SQLAlchemy alone understands."""
    return address.replace("postgresql://", "postgresql+psycopg://") if "://" in address else f"sqlite:///{address}"


@pytest.fixture
def rows(address):
    """All rows of all tables of the record as they are now."""

    def read():
        with create_engine(url(address)).connect() as connection:
            return {
                table: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {table}"))), key=repr)
                for table in TABLES
            }

    return read


def test_a_reading_is_kept_and_given_back_whole(record, make_claim, make_reading):
    claim = make_claim("ASSAULT", ("RUS",), ("UKR",), told_by=("Tass",), auxiliary=("negation",))
    assert record.keep(make_reading(claim)) is Kept.ADDED
    assert list(record.claims()) == [claim]
    assert record.claim(claim.id) == (claim, Report("a.txt", "They met.", dt.date(2023, 9, 9), "Example Wire"))
    assert record.count_reports() == 1


def test_reading_again_changes_nothing(record, make_claim, make_reading, rows):
    reading = make_reading(make_claim(), make_claim("AGREE"))
    record.keep(reading)
    before = rows()
    assert record.holds(reading.report, "coder 1")
    assert record.keep(reading) is Kept.UNCHANGED
    assert rows() == before


def test_a_report_without_claims_is_kept_too(record, make_reading):
    record.keep(make_reading())
    assert record.count_reports() == 1
    assert len(record.claims()) == 0


def test_a_newer_coder_replaces_the_claims_and_keeps_the_reviews(record, make_claim, make_reading, rows):
    stays, goes, comes = make_claim("CONSULT"), make_claim("AGREE", told_by=("AFP",)), make_claim("AID")
    record.keep(make_reading(stays, goes))
    record.review(stays.id, reviewer="ana", verdict="right", note="it says so")
    record.review(goes.id, reviewer="ana", verdict="wrong")
    assert not record.holds(make_reading().report, "coder 2")
    assert record.keep(make_reading(stays, comes, reader="coder 2")) is Kept.REPLACED
    assert {claim.type for claim in record.claims()} == {"CONSULT", "AID"}
    assert record.reviews(stays.id) == [("ana", "right", "it says so")]
    assert record.reviews(goes.id) == [("ana", "wrong", None)]
    held = rows()
    assert held["tellers"] == []
    assert len(held["parties"]) == 2


def test_a_replacement_that_fails_leaves_what_was_there(record, make_claim, make_reading, rows):
    record.keep(make_reading(make_claim("CONSULT")))
    before = rows()
    twice = make_claim("AGREE")
    with pytest.raises(RecordError):
        record.keep(make_reading(twice, twice, reader="coder 2"))
    assert rows() == before


@pytest.mark.parametrize(
    "change", [{"text": "They parted."}, {"published": dt.date(2023, 9, 8)}, {"outlet": "Other Wire"}]
)
def test_a_report_that_has_changed_is_not_held(record, make_reading, change):
    reading = make_reading()
    record.keep(reading)
    fields = {"id": "a.txt", "text": "They met.", "published": dt.date(2023, 9, 9), "outlet": "Example Wire"}
    assert record.holds(Report(**fields), "coder 1")
    assert not record.holds(Report(**{**fields, **change}), "coder 1")


def test_a_later_review_of_one_reviewer_replaces_the_first(record, make_claim, make_reading):
    claim = make_claim()
    record.keep(make_reading(claim))
    record.review(claim.id, reviewer="ana", verdict="unsure")
    record.review(claim.id[:8], reviewer="ana", verdict="right")
    record.review(claim.id, reviewer="bo", verdict="wrong")
    assert record.reviews(claim.id) == [("ana", "right", None), ("bo", "wrong", None)]
    with pytest.raises(QueryError, match="one of: right, wrong, unsure"):
        record.review(claim.id, reviewer="ana", verdict="maybe")


def test_an_id_that_fits_none_or_several_is_an_error(record, make_claim, make_reading):
    record.keep(make_reading(make_claim(), make_claim("AGREE")))
    with pytest.raises(QueryError, match="claim 'c_zzzz' does not exist; `detente claims` lists"):
        record.claim("c_zzzz")
    with pytest.raises(QueryError, match="several claims begin so"):
        record.claim("c_")


def test_a_report_of_any_text_is_kept(record, make_claim, make_reading):
    odd = "“Ü” 🕊 \u2028 'quoted'; DROP TABLE claims; -- %_"
    record.keep(make_reading(make_claim(sentence=odd), text=odd))
    assert record.claims(text="DROP TABLE")[0].sentence == odd


def test_a_record_is_closed_at_the_end_and_opens_again(address, make_claim, make_reading):
    with Record(address) as record:
        record.keep(make_reading(make_claim()))
    with Record(address if "://" in address else f"sqlite:///{address}", must_exist=True) as record:
        assert len(record.claims()) == 1
