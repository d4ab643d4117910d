"""`detente watch`: the new items of feeds into the record, each once."""

import pytest

from detente.record import Record
from detente.reports import fetching

RSS = """<rss version="2.0"><channel><title>Example Wire</title>{}</channel></rss>"""
ITEM = """<item><guid>{n}</guid><pubDate>Sat, 09 Sep 2023 08:00:00 GMT</pubDate>
<description>Item {n}. Russia bombed Ukraine on Tuesday.</description></item>"""
RECORD = ["--record", "claims.sqlite"]


def rss(*numbers):
    return RSS.format("".join(ITEM.format(n=n) for n in numbers)).encode()


@pytest.fixture
def watch(ask, with_reader, monkeypatch):  # noqa: ARG001 (it is wanted only for what it makes)
    monkeypatch.setattr(fetching, "PAUSE", 0.0)
    return lambda *args: ask("watch", *args)


def test_new_items_are_read_once(watch, web, tmp_path):
    feed = web.serve("/feed", rss(1, 2))
    (tmp_path / "feeds.opml").write_text(f'<opml><body><outline xmlUrl="{feed}"/></body></opml>')
    assert watch("feeds.opml", "--once", *RECORD) == (0, b"", "2 read, 2 claims → claims.sqlite\n")
    assert watch("feeds.opml", "--once", *RECORD) == (0, b"", "0 read, 0 claims → claims.sqlite\n")
    web.serve("/feed", rss(2, 3))
    assert watch(feed, "--once", *RECORD)[2] == "1 read, 1 claim → claims.sqlite\n"
    with Record(tmp_path / "claims.sqlite") as record:
        assert {claim.report_id for claim in record.claims()} == {f"{feed}#{n}" for n in (1, 2, 3)}
        assert {claim.outlet for claim in record.claims()} == {"Example Wire"}


def test_items_met_again_because_what_was_seen_is_lost_change_nothing(watch, web, tmp_path):
    feed = web.serve("/feed", rss(1))
    watch(feed, "--once", *RECORD)
    (tmp_path / "claims.sqlite.feeds.json").unlink()
    assert watch(feed, "--once", *RECORD)[2] == "0 read, 0 claims, 1 unchanged → claims.sqlite\n"


def test_it_goes_on_round_after_round_until_it_is_interrupted(watch, web, monkeypatch):
    feed = web.serve("/feed", rss(1))
    waited = []

    def sleep(seconds):
        waited.append(seconds)
        if len(waited) == 2:
            raise KeyboardInterrupt
        web.serve("/feed", rss(1, 2))

    monkeypatch.setattr("detente.cli.watch.time.sleep", sleep)
    monkeypatch.setattr(fetching.Fetcher, "_wait_for_turn", lambda *_: None)
    status, _, err = watch(feed, "--every", "5", *RECORD)
    assert (status, waited) == (130, [300, 300])
    assert "1 read, 1 claim → claims.sqlite\nnext round in 5 minutes" in err
    assert "2 read, 2 claims → claims.sqlite\n" in err
    assert "interrupted; what was read is kept" in err


def test_a_feed_that_cannot_be_read_is_named_and_the_status_is_three(watch, web):
    status, _, err = watch(web.address + "/none", web.serve("/feed", rss(1)), "--once", *RECORD)
    assert status == 3
    assert err.splitlines() == [
        f"error: {web.address}/none: there is nothing at this address; check the address",
        "1 read, 1 claim, 1 failed → claims.sqlite",
    ]


@pytest.mark.parametrize(
    ("feeds", "status", "said"),
    [
        ([], 2, "Missing argument"),
        (["none.opml"], 3, "error: none.opml: cannot be read (no such file or directory); check the path"),
        (["https://example.org/feed", "--every", "0"], 2, "--every"),
    ],
)
def test_wrong_usage(watch, feeds, status, said):
    ended, _, err = watch(*feeds, "--once")
    assert ended == status
    assert said in err
