"""CSV and TSV: one report a row, under any column names, and each bad row named by its line."""

import csv
import datetime as dt
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import ReadingOptions, Remark, Report
from detente.reports.delimited import read_delimited

DAY = dt.date(2023, 9, 9)


def table(written, **options):
    data = written if isinstance(written, bytes) else written.encode()
    return list(read_delimited(io.BytesIO(data), "news.csv", ReadingOptions(**options)))


def test_each_row_is_a_report_named_by_its_id():
    found = table("id,date,text,title,outlet\n7,2023-09-09,They met.,Meeting,Example Wire\n")
    assert found == [Report("news.csv#7", "They met.", DAY, "Example Wire", "Meeting")]


def test_what_is_guessed_is_said_and_a_row_without_an_id_is_named_by_its_line():
    said, report = table("Published At,Body\n2023-09-09,They met.\n")
    assert str(said) == "news.csv: text from “Body”, date from “Published At”"
    assert report == Report("news.csv#2", "They met.", DAY)


def test_other_columns_are_named_by_the_user_and_nothing_is_guessed_of_them():
    (report,) = table("Tag,Inhalt,text\n2023-09-09,They met.,no\n", fields={"date": "Tag", "text": "Inhalt"})
    assert (report.text, report.published) == ("They met.", DAY)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator(separator):
    (report,) = table(separator.join(("date", "text")) + "\n" + separator.join(("2023-09-09", '"They, at last, met."')))
    assert report.text == "They, at last, met."


def test_a_cell_of_several_lines_and_the_line_the_next_row_begins_on():
    found = table('date,text\n2023-09-09,"They met.\n\nThey ""agreed""."\n2023-09-09,They left.\n')
    assert [(report.id, report.text) for report in found] == [
        ("news.csv#2", 'They met.\n\nThey "agreed".'),
        ("news.csv#5", "They left."),
    ]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("2023-02-30,They met.", "news.csv:2: there is no date '2023-02-30'; write an existing day"),
        (",They met.", "news.csv:2: has no date; give it a date field (--field date=NAME"),
        ("2999-01-01,They met.", "news.csv:2: its date 2999-01-01 lies in the future"),
        ("2023-09-09,", "news.csv:2: has no text under 'text'"),
        ("2023-09-09,They met,again", "news.csv:2: the row has 3 cells, the header 2; put cells that hold"),
        ("2023-09-09", "news.csv:2: the row has 1 cells, the header 2"),
        ("2023-09-09," + "a" * 3_000_000, "news.csv:2: the line is longer than 2,000,000 characters"),
    ],
)
def test_a_bad_row_is_named_and_the_next_is_read(bad, said):
    first, second = table(f"date,text\n{bad}\n2023-09-09,They met.\n")
    assert str(first).startswith(said)
    assert second.id == "news.csv#3"


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ("", "news.csv: is empty"),
        ("\n\n", "news.csv: is empty"),
        ("date,text\n", "news.csv: is empty below its header"),
        ("a,b\n1,2\n", "news.csv: has no column with the text (its columns: a, b); name the column with --field text="),
        (b"PK\x03\x04\x00\x00\x00\x00", "news.csv: is a binary file, not text"),
    ],
)
def test_a_file_that_is_no_table_of_reports_is_one_error(whole, said):
    with pytest.raises(ReportError) as caught:
        raise table(whole)[0]
    assert str(caught.value).startswith(said)


def test_a_column_named_by_the_user_that_is_not_there_is_one_error():
    with pytest.raises(ReportError, match="has no column with the text"):
        table("date,text\n2023-09-09,They met.\n", fields={"text": "body"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding(encoding):
    (report,) = table("date,text\n2023-09-09,Präsident Müller traf Köln.\n".encode(encoding))
    assert report.text == "Präsident Müller traf Köln."


def test_a_table_is_read_row_by_row():
    rows = 10_000
    data = b"date,text\n" + b"2023-09-09,They met and spoke of trade and of the border for two hours.\n" * rows
    stream = io.BytesIO(data)
    tracemalloc.start()
    assert sum(1 for _ in read_delimited(stream, "news.csv", ReadingOptions())) == rows
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 700_000


cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))


@given(st.lists(st.tuples(cells, st.just("2023-09-09") | cells), max_size=4))
def test_what_python_writes_comes_back_or_is_an_error(rows):
    written = io.StringIO()
    csv.writer(written).writerows([("text", "date"), *rows])
    found = table(written.getvalue())
    reports = {report.text for report in found if isinstance(report, Report)}
    assert reports <= {text for text, _ in rows} | {report for report in reports if any(report in t for t, _ in rows)}
    assert len(found) >= len(rows)


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda data: b"text,date\n" + data))
def test_any_bytes_give_reports_that_can_be_kept_or_report_errors(data):
    try:
        found = table(data)
    except ReportError as error:
        assert error.where.startswith("news.csv")
        return
    for item in found:
        if isinstance(item, Report):
            "".join((item.id, item.text, item.title or "", item.outlet or "")).encode()
        else:
            assert isinstance(item, Remark | ReportError)
