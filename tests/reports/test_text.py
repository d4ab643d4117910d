"""Plain text files, one report each."""

import datetime as dt

import pytest

from detente.errors import ReportError
from detente.reports import ReadingOptions
from detente.reports.text import printable, read_text


def test_a_file_with_a_header_becomes_a_dated_report():
    report = read_text(b" date 2023-09-09 CAIRO - They met.", "wire/a.txt", ReadingOptions(outlet="Example Wire"))
    assert (report.id, report.published, report.outlet) == ("wire/a.txt", dt.date(2023, 9, 9), "Example Wire")
    assert (report.text, report.dateline) == ("CAIRO - They met.", "Cairo")


def test_the_date_may_come_from_the_user():
    report = read_text(b"They met.", "a.txt", ReadingOptions(date=dt.date(2020, 1, 2)))
    assert report.published == dt.date(2020, 1, 2)


def test_a_header_without_a_text_is_an_error():
    with pytest.raises(ReportError, match=r"a\.txt: has no text"):
        read_text(b" date 2023-09-09 \n", "a.txt", ReadingOptions())


def test_a_report_longer_than_a_million_characters_is_refused():
    with pytest.raises(ReportError, match="is too long: 1,500,000 characters"):
        read_text(b"date 2023-09-09\n" + b"word " * 300_000, "a.txt", ReadingOptions())


def test_control_characters_and_lone_surrogates_keep_their_place_but_not_their_power():
    assert printable("a\x1b[31mb\x00c\ud800d\te\n") == "a [31mb c\ufffdd\te\n"
