"""Web archives: each article once, with its own date, and what is damaged told."""

import datetime as dt
import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import ReadingOptions, Report, SetAside
from detente.reports.warc import read_warc

PARAGRAPH = (
    "France's president met his German counterpart in Berlin on Monday, and both agreed to meet again next year. "
)
DATED = '<meta property="article:published_time" content="2023-09-09T08:00:00Z">'


def page(text=PARAGRAPH * 5, head=DATED):
    body = f"<body><article><p>{text}</p></article></body>"
    return f"<!DOCTYPE html><html><head><title>Talks</title>{head}</head>{body}</html>"


CODINGS = {
    "": ("", lambda body: body),
    "gzip": ("Content-Encoding: gzip\r\n", gzip.compress),
    "chunked": ("Transfer-Encoding: chunked\r\n", lambda body: b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)),
}


def record(
    content=None,
    kind="response",
    path="1",
    day="2023-09-12T10:00:00Z",
    *,
    status="200 OK",
    type_="text/html",
    coding="",
):
    header, code = CODINGS[coding]
    body = code((page() if content is None else content).encode())
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\n{header}\r\n".encode()
    block = body if kind == "resource" else answer + body
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/{path}\r\nWARC-Date: {day}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: "
        f"{type_ if kind == 'resource' else 'application/http'}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def archive(*records, packed=False, **options):
    data = b"".join(gzip.compress(one) if packed else one for one in records)
    return list(read_warc(io.BytesIO(data), "crawl.warc", ReadingOptions(**options)))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("coding", ["", "gzip", "chunked"])
def test_a_captured_page_is_a_report_with_its_own_date(packed, coding):
    (report,) = archive(record(coding=coding), packed=packed)
    assert report.id == "crawl.warc#20230912100000/https://example.org/1"
    assert (report.published, report.title) == (dt.date(2023, 9, 9), "Talks")
    assert PARAGRAPH.strip() in report.text


def test_a_page_kept_as_a_resource_is_read_too():
    (report,) = archive(record(kind="resource"))
    assert isinstance(report, Report)


@pytest.mark.parametrize(
    ("again", "reason"),
    [
        (record(day="2023-10-01T10:00:00Z"), "captured before"),
        (record("<html><body></body></html>", path="2"), "without an article"),
        (record(page(head=""), path="2"), "without a date of its own"),
    ],
)
def test_what_is_no_new_article_is_set_aside(again, reason):
    first, second = archive(record(), again)
    assert isinstance(first, Report)
    assert isinstance(second, SetAside)
    assert second.reason == reason


def test_a_page_that_has_changed_is_another_report():
    found = archive(record(), record(page(PARAGRAPH * 6), day="2023-10-01T10:00:00Z"))
    assert [report.id.partition("#")[2] for report in found] == [
        "20230912100000/https://example.org/1",
        "20231001100000/https://example.org/1",
    ]


@pytest.mark.parametrize(
    "other",
    [
        record(type_="image/png"),
        record(status="404 Not Found"),
        record(kind="request"),
        record(kind="revisit", day="2023-10-01T10:00:00Z"),
        record(kind="warcinfo"),
    ],
)
def test_what_is_no_page_is_passed_over(other):
    (report,) = archive(other, record())
    assert isinstance(report, Report)


def test_a_page_of_fifty_megabytes_is_one_error_and_the_next_is_read():
    error, report = archive(record("<p>" + "a" * 50_000_000), record(path="2"))
    assert "https://example.org/1: is too large for one report" in str(error)
    assert isinstance(report, Report)


def test_an_archive_cut_short_is_read_up_to_there(write, read):
    report, error = read(write("crawl.warc", record() + record(path="2")[:-600]))
    assert isinstance(report, Report)
    assert str(error).startswith("crawl.warc#20230912100000/https://example.org/2: breaks off")


@pytest.mark.parametrize("cut", [-40, -200])
def test_a_packed_archive_cut_short_is_read_up_to_there(write, read, cut):
    data = gzip.compress(record()) + gzip.compress(record(path="2"))
    report, error = read(write("crawl.warc.gz", data[:cut]))
    assert isinstance(report, Report)
    assert str(error).startswith("crawl.warc.gz:2: is damaged from here on (")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "crawl.warc: holds no captured pages"),
        (b"They met.", "crawl.warc:1: is no web archive from here on ("),
        (record() + b"They met.", "crawl.warc:2: is no web archive from here on ("),
    ],
)
def test_what_is_no_web_archive_is_one_error(data, said):
    found = []
    with pytest.raises(ReportError) as caught:
        found += read_warc(io.BytesIO(data), "crawl.warc", ReadingOptions())
        raise found[-1]
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_an_archive_is_known_by_its_name(write, read, name):
    data = gzip.compress(record()) if name.endswith(".gz") else record()
    (report,) = read(write(name, data))
    assert report.id == f"{name}#20230912100000/https://example.org/1"


def test_a_wacz_is_read_by_the_archives_in_it(write, read):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as wacz:
        wacz.writestr("archive/data.warc.gz", gzip.compress(record()))
        wacz.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "https://example.org/1"}\n')
        wacz.writestr("indexes/index.cdx.gz", b"")
        wacz.writestr("datapackage.json", "{}")
    (report,) = read(write("crawl.wacz", held.getvalue()))
    assert report.id == "crawl.wacz/archive/data.warc.gz#20230912100000/https://example.org/1"


@settings(max_examples=60, deadline=None)
@given(st.booleans(), st.integers(0, 1200), st.binary(min_size=1, max_size=12))
def test_a_damaged_archive_gives_reports_or_report_errors(packed, place, damage):
    data = bytearray(gzip.compress(record()) if packed else record())
    data[place : place + len(damage)] = damage
    try:
        found = list(read_warc(io.BytesIO(data), "crawl.warc", ReadingOptions()))
    except ReportError as error:
        assert error.where.startswith("crawl.warc")
        return
    assert all(isinstance(item, Report | SetAside | ReportError) for item in found)
