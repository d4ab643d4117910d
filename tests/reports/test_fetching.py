"""Asking web servers as a good guest: who asks, one thing at a time, what robots.txt says, and no endless wait."""

import time

import pytest

from detente.errors import FetchError, ReportError
from detente.reports import fetching
from detente.reports.fetching import Fetcher


@pytest.fixture(autouse=True)
def _without_pause(monkeypatch):
    monkeypatch.setattr(fetching, "PAUSE", 0.0)


def test_it_says_who_asks_and_reads_robots_txt_once(web):
    fetcher = Fetcher()
    for page in ("/1", "/2"):
        assert fetcher.fetch(web.serve(page, b"They met.")).body == b"They met."
    assert [path for path, _ in web.asked] == ["/robots.txt", "/1", "/2"]
    assert all(headers["User-Agent"].startswith("detente/") for _, headers in web.asked)


def test_only_what_is_new_is_asked_for(web):
    def page(handler):
        known = handler.headers.get("If-None-Match") == '"7"'
        handler.answer(304 if known else 200, b"" if known else b"They met.", ETag='"7"', Last_Modified="yesterday")

    fetcher, address = Fetcher(), web.serve("/feed", page)
    first = fetcher.fetch(address)
    assert (first.body, first.etag, first.modified) == (b"They met.", '"7"', "yesterday")
    assert fetcher.fetch(address, etag=first.etag, modified=first.modified).body is None
    assert web.asked_for("/feed")[1]["If-Modified-Since"] == "yesterday"


@pytest.mark.parametrize("agent", ["*", "detente"])
def test_what_robots_txt_closes_is_not_asked_for(web, agent):
    web.serve("/robots.txt", f"User-agent: {agent}\nDisallow: /closed".encode())
    with pytest.raises(ReportError, match=r"/closed/1: is closed to programs by the host's robots\.txt; leave it out"):
        Fetcher().fetch(web.serve("/closed/1", b"They met."))
    assert web.asked_for("/closed/1") == []
    assert Fetcher().fetch(web.serve("/open", b"They met.")).body


def test_a_host_is_given_a_pause_and_a_longer_one_where_it_asks_for_it(web, monkeypatch):
    monkeypatch.setattr(fetching, "PAUSE", 0.1)
    web.serve("/robots.txt", b"User-agent: *\nCrawl-delay: 0.3")
    fetcher, address = Fetcher(), web.serve("/1", b"They met.")
    fetcher.fetch(address)
    began = time.monotonic()
    fetcher.fetch(address)
    assert time.monotonic() - began > 0.29


def for_ever(handler):
    handler.answer(302, Location=handler.path)


def byte_by_byte(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def headers_byte_by_byte(handler):
    for byte in b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.05)


def cut_off(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"They")
    handler.close_connection = True


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (for_ever, "cannot be fetched ("),
        (byte_by_byte, "cannot be fetched (it takes too long to answer); check the address, or try again later"),
        (headers_byte_by_byte, "cannot be fetched (it takes too long to answer)"),
        (cut_off, "cannot be fetched ("),
        (lambda handler: handler.answer(503), "cannot be fetched (the server answers 503); try again later"),
    ],
)
def test_a_server_that_does_not_answer_well_may_later(web, monkeypatch, page, said):
    monkeypatch.setattr(fetching, "LONGEST_WAIT", 0.5)
    address = web.serve("/feed", page)
    began = time.monotonic()
    with pytest.raises(FetchError) as caught:
        Fetcher().fetch(address)
    assert str(caught.value).startswith(f"{address}: {said}")
    assert time.monotonic() - began < 5


def test_an_answer_without_end_is_refused(web, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 1_000)
    with pytest.raises(ReportError, match="is larger than 1,000 bytes"):
        Fetcher().fetch(web.serve("/feed", b"a" * 1_001))


def test_a_page_that_is_not_there_and_a_host_that_is_not(web):
    with pytest.raises(ReportError, match="there is nothing at this address"):
        Fetcher().fetch(web.address + "/none")
    with pytest.raises(FetchError, match="cannot be fetched"):
        Fetcher().fetch("http://127.0.0.1:1/feed")
