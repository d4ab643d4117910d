"""Watching feeds: what is new since the last round, each item once, whatever happens between."""

import json

import pytest

from detente.errors import RecordError, ReportError
from detente.reports import ReadingOptions, Report, fetching
from detente.reports.watching import Watch

PARAGRAPH = (
    "France's president met his German counterpart in Berlin on Monday, and both agreed to meet again next year. "
)


@pytest.fixture(autouse=True)
def _without_pause(monkeypatch):
    monkeypatch.setattr(fetching, "PAUSE", 0.0)


@pytest.fixture
def round_of(tmp_path):
    """One round of a watch that begins anew, as after a restart."""
    return lambda *feeds, **more: list(Watch(feeds, tmp_path / "seen.json", ReadingOptions(), **more).round())


def rss(*numbers, address="https://example.org"):
    items = "".join(
        f"<item><guid>{n}</guid><link>{address}/{n}</link><title>Item {n}</title>"
        f"<pubDate>Sat, 09 Sep 2023 08:00:00 GMT</pubDate><description>They met {n} times.</description></item>"
        for n in numbers
    )
    return f'<rss version="2.0"><channel><title>Example Wire</title>{items}</channel></rss>'.encode()


def test_each_round_gives_what_is_new(web, round_of):
    feed = web.serve("/feed", rss(1, 2))
    assert [report.id for report in round_of(feed)] == [f"{feed}#1", f"{feed}#2"]
    assert round_of(feed) == []
    web.serve("/feed", rss(2, 3))
    assert [report.id for report in round_of(feed)] == [f"{feed}#3"]


def test_a_feed_is_asked_only_for_what_is_new(web, round_of):
    def page(handler):
        known = handler.headers.get("If-None-Match") == '"7"'
        handler.answer(304 if known else 200, b"" if known else rss(1), ETag='"7"')

    feed = web.serve("/feed", page)
    assert len(round_of(feed)) == 1
    assert round_of(feed) == []
    assert "If-None-Match" in web.asked_for("/feed")[1]


def test_a_watch_that_is_stopped_in_the_middle_goes_on_with_the_item_in_hand(web, tmp_path, round_of):
    feed = web.serve("/feed", rss(1, 2, 3))
    news = Watch([feed], tmp_path / "seen.json", ReadingOptions()).round()
    assert [next(news).id, next(news).id] == [f"{feed}#1", f"{feed}#2"]
    news.close()
    assert [report.id for report in round_of(feed)] == [f"{feed}#2", f"{feed}#3"]


def test_one_feed_that_fails_does_not_stop_the_others(web, round_of):
    error, report = round_of(web.address + "/none", web.serve("/feed", rss(1)))
    assert str(error).startswith(f"{web.address}/none: there is nothing at this address")
    assert isinstance(report, Report)


def test_the_page_of_an_item_is_read_where_it_is_wanted(web, round_of):
    web.serve("/1", f"<html><body><article><p>{PARAGRAPH * 5}</p></article></body></html>".encode())
    feed = web.serve("/feed", rss(1, address=web.address))
    (report,) = round_of(feed, pages=True)
    assert PARAGRAPH.strip() in report.text
    assert (report.id, report.published.isoformat()) == (f"{feed}#1", "2023-09-09")


def test_an_item_whose_page_holds_no_article_or_is_closed_is_read_as_the_feed_has_it(web, round_of):
    web.serve("/robots.txt", b"User-agent: *\nDisallow: /2")
    web.serve("/1", b"<html></html>")
    found = round_of(web.serve("/feed", rss(1, 2, address=web.address)), pages=True)
    assert [report.text for report in found] == ["They met 1 times.", "They met 2 times."]


def test_an_item_whose_page_cannot_be_had_now_is_tried_again(web, round_of):
    web.serve("/1", lambda handler: handler.answer(503))
    feed = web.serve("/feed", rss(1, address=web.address))
    (error,) = round_of(feed, pages=True)
    assert isinstance(error, ReportError)
    web.serve("/1", f"<html><body><article><p>{PARAGRAPH * 5}</p></article></body></html>".encode())
    assert len(round_of(feed, pages=True)) == 1


def test_an_item_that_cannot_be_read_is_told_once(web, round_of):
    feed = web.serve("/feed", rss(1).replace(b"Sat, 09 Sep 2023 08:00:00 GMT", b""))
    (error,) = round_of(feed)
    assert str(error).startswith(f"{feed}#1: has no date")
    assert round_of(feed) == []


def test_a_state_that_cannot_be_read_or_written_is_one_error(web, tmp_path, round_of, monkeypatch):
    (tmp_path / "seen.json").write_text("[1]")
    with pytest.raises(RecordError, match=r"seen\.json: does not say what was seen of feeds; remove it"):
        round_of("https://example.org/feed")
    (tmp_path / "seen.json").write_text(json.dumps({}))
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(RecordError, match=r"cannot be written \(no space left on device\); make room"):
        round_of(web.serve("/feed", rss(1)))
