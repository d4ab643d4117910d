"""Parquet: one report a row, and what is damaged is one error."""

import datetime as dt
import io

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import ReadingOptions, Remark, Report
from detente.reports.columnar import read_parquet

DAY = dt.date(2023, 9, 9)


def parquet(**columns):
    written = io.BytesIO()
    pl.DataFrame(columns).write_parquet(written)
    return written.getvalue()


def table(data, **options):
    return list(read_parquet(io.BytesIO(data), "news.parquet", ReadingOptions(**options)))


def test_each_row_is_a_report_and_what_is_guessed_is_said():
    times = [dt.datetime(2023, 9, 9, 10), dt.datetime(2023, 9, 9, 23)]
    said, first, second = table(parquet(body=["They met.", "They left."], published=times))
    assert str(said) == "news.parquet: text from “body”, date from “published”"
    assert first == Report("news.parquet#1", "They met.", DAY)
    assert (second.id, second.published) == ("news.parquet#2", DAY)


def test_only_the_columns_that_are_needed_are_read():
    found = table(parquet(id=[7], text=["They met."], date=["2023-09-09"], vectors=[[0.5] * 100]))
    assert found == [Report("news.parquet#7", "They met.", DAY)]


def test_more_rows_than_are_held_at_a_time():
    found = table(parquet(text=[f"They met {n} times." for n in range(1_234)], date=[DAY] * 1_234))
    assert [report.id for report in found[::1_233]] == ["news.parquet#1", "news.parquet#1234"]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"text": [None], "date": [DAY]}, "news.parquet:1: has no text under 'text'"),
        ({"text": [["They", "met"]], "date": [DAY]}, "news.parquet:1: has no text under 'text'"),
        ({"text": ["They met."], "date": [None]}, "news.parquet:1: has no date"),
        ({"text": ["They met."], "date": [dt.date(2999, 1, 1)]}, "news.parquet:1: its date 2999-01-01 lies"),
        ({"text": ["They met."], "date": [1694217600]}, "news.parquet:1: there is no date '1694217600'"),
        ({"text": [], "date": []}, "news.parquet: is empty"),
    ],
)
def test_a_bad_row_is_named(columns, said):
    (error,) = table(parquet(**columns))
    assert str(error).startswith(said)


def test_a_file_without_the_needed_columns_is_one_error():
    with pytest.raises(ReportError, match=r"^news\.parquet: has no column with the text \(its columns: a, b\); name"):
        table(parquet(a=[1], b=[2]))


@pytest.mark.parametrize("cut", [0, 4, 100, -1])
def test_a_file_cut_short_is_one_error(cut):
    with pytest.raises(ReportError, match=r"^news\.parquet: is no Parquet file that can be read \("):
        table(parquet(text=["They met."] * 100, date=[DAY] * 100)[:cut])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_gives_reports_or_report_errors(place, damage):
    data = bytearray(parquet(text=["They met.", "They left."], date=["2023-09-09"] * 2))
    data[place : place + len(damage)] = damage
    try:
        found = table(bytes(data))
    except ReportError as error:
        assert error.where.startswith("news.parquet")
        return
    assert all(isinstance(item, Report | Remark | ReportError) for item in found)
