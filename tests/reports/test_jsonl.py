"""JSON lines: one report a line, under any field names, and each bad line named by its number."""

import datetime as dt
import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import ReadingOptions, Report
from detente.reports.jsonl import read_jsonl

DAY = dt.date(2023, 9, 9)


def lines(*rows, where="wire.jsonl", **options):
    written = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return list(read_jsonl(io.BytesIO(written.encode()), where, ReadingOptions(**options)))


def test_each_line_is_a_report_with_usual_field_names_found_by_themselves():
    found = lines(
        {"id": 7, "date": "2023-09-09", "text": "They met.", "title": "Meeting", "outlet": "Example Wire"},
        {"url": "http://x/1", "published": "2023-09-09T10:00:00Z", "body": "They parted.", "source": "Other Wire"},
    )
    assert found == [
        Report("wire.jsonl#7", "They met.", DAY, "Example Wire", "Meeting"),
        Report("wire.jsonl#http://x/1", "They parted.", DAY, "Other Wire"),
    ]


def test_other_field_names_are_mapped():
    (found,) = lines(
        {"Tag": "2023-09-09", "Inhalt": "They met.", "text": "not this"}, fields={"text": "Inhalt", "date": "Tag"}
    )
    assert (found.text, found.published, found.id) == ("They met.", DAY, "wire.jsonl#1")


def test_the_text_s_own_date_or_the_user_s_serves_where_no_field_has_one():
    own, users = lines({"text": "GENEVA, Nov. 21, 1985 - They met."}, {"text": "They met."}, date=DAY)
    assert (own.published, own.dateline, users.published) == (dt.date(1985, 11, 21), "Geneva", DAY)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("{broken", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[1, 2]", "is not a JSON object"),
        ({"date": "2023-09-09"}, "has no text under 'text'; name the field with --field text=NAME"),
        ({"text": 5, "date": "2023-09-09"}, "has no text"),
        ({"text": "They met."}, "has no date"),
        ({"text": "They met.", "date": "2023-02-30"}, "there is no date '2023-02-30'"),
        ({"text": "They met.", "date": "2999-01-01"}, "lies in the future"),
        ({"text": "They met.", "date": 1694217600}, "there is no date '1694217600'"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(bad, said):
    first, second = lines(bad, {"text": "They met.", "date": "2023-09-09"})
    assert isinstance(first, ReportError)
    assert first.where == "wire.jsonl:1"
    assert said in str(first)
    assert isinstance(second, Report)


def test_blank_lines_are_no_reports_but_count_as_lines():
    (found,) = lines("", "  ", {"text": "They met.", "date": "2023-09-09"})
    assert found.id == "wire.jsonl#3"


def test_nothing_but_blank_lines_is_empty():
    (found,) = lines("", "")
    assert str(found).startswith("wire.jsonl: is empty")


def test_two_lines_with_one_id_would_replace_each_other_so_the_second_is_an_error():
    first, second = lines(
        {"id": 1, "text": "They met.", "date": "2023-09-09"}, {"id": 1, "text": "They left.", "date": "2023-09-09"}
    )
    assert isinstance(first, Report)
    assert "has the id of an earlier row" in str(second)


def test_a_line_from_standard_input_is_named_by_its_content():
    (one,) = lines({"text": "They met.", "date": "2023-09-09"}, where="stdin")
    (other,) = lines({"text": "They parted.", "date": "2023-09-09"}, where="stdin")
    assert one.id != other.id
    assert one.id.startswith("stdin#")


def test_a_line_of_fifty_megabytes_is_refused_without_holding_it():
    big = io.BytesIO(b'{"text": "' + b"a" * 50_000_000 + b'"}\n{"text": "They met.", "date": "2023-09-09"}\n')
    tracemalloc.start()
    long, next_ = read_jsonl(big, "wire.jsonl", ReadingOptions())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "wire.jsonl:1: the line is longer than 4,000,000 bytes" in str(long)
    assert isinstance(next_, Report)
    assert peak < 20_000_000


def test_what_json_can_hold_but_a_database_cannot_is_replaced():
    (found,) = lines('{"id": "\\ud800", "text": "They \\ud800met\\u0000.", "date": "2023-09-09"}')
    assert (found.id, found.text) == ("wire.jsonl#\ufffd", "They \ufffdmet .")


def test_latin_1_lines_are_read():
    data = '{"text": "Präsident Müller traf Köln.", "date": "2023-09-09"}'.encode("latin-1")
    (found,) = read_jsonl(io.BytesIO(data), "wire.jsonl", ReadingOptions())
    assert found.text == "Präsident Müller traf Köln."


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("2023-09-09")
rows = st.dictionaries(
    st.sampled_from(["text", "date", "id", "title", "outlet"]), values | st.lists(values, max_size=2)
)


@given(st.lists(st.binary(max_size=60) | rows.map(lambda row: json.dumps(row).encode()), max_size=5))
def test_any_lines_give_reports_that_can_be_kept_or_report_errors(data):
    for found in read_jsonl(io.BytesIO(b"\n".join(data)), "wire.jsonl", ReadingOptions()):
        if isinstance(found, Report):
            "".join((found.id, found.text, found.title or "", found.outlet or "")).encode("utf-8")
        else:
            assert found.where.startswith("wire.jsonl")
