"""Feeds: RSS, Atom and JSON Feed, one report an item, with the day as its writer's clock had it."""

import datetime as dt
import io
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import ReadingOptions, Report
from detente.reports.feeds import read_feed

DAY = dt.date(2023, 9, 9)
ITEM = """<item><title>Leaders meet</title><link>https://example.org/1</link><guid>x1</guid>
<pubDate>Sat, 09 Sep 2023 23:30:00 -0500</pubDate><description>{}</description></item>"""
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>{}</channel></rss>'
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>
<entry><id>urn:1</id><title>Leaders meet</title><updated>2023-09-09T08:00:00Z</updated>
<summary>Short.</summary><content type="html">&lt;p&gt;They met.&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;</content>
</entry></feed>"""
JSON_ITEM = {
    "id": "1",
    "url": "https://example.org/1",
    "title": "Leaders meet",
    "date_published": "2023-09-09T08:00:00Z",
}


def feed(written, **options):
    data = written if isinstance(written, bytes) else written.encode()
    return list(read_feed(io.BytesIO(data), "feed.xml", ReadingOptions(**options)))


def json_feed(*items):
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Example Wire", "items": items})


def test_an_item_of_rss_is_a_report_and_its_day_is_its_writer_s():
    found = feed(RSS.format(ITEM.format("&lt;p&gt;They met.&lt;/p&gt;")))
    assert found == [Report("feed.xml#x1", "They met.", DAY, "Example Wire", "Leaders meet")]


def test_an_entry_of_atom_is_read_in_its_longest_form_with_its_paragraphs():
    (report,) = feed(ATOM)
    assert (report.id, report.text, report.published) == ("feed.xml#urn:1", "They met.\n\nThey left.", DAY)


@pytest.mark.parametrize(
    "content", [{"content_text": "They met."}, {"content_html": "<p>They met.</p>"}, {"summary": "They met."}]
)
def test_an_item_of_a_json_feed_is_a_report(content):
    assert feed(json_feed(JSON_ITEM | content)) == [
        Report("feed.xml#1", "They met.", DAY, "Example Wire", "Leaders meet")
    ]


def test_an_item_with_nothing_but_a_title_is_read_by_its_title():
    (report,) = feed(RSS.format(ITEM.format("")))
    assert report.text == "Leaders meet"


def test_an_item_that_stands_in_a_feed_twice_is_read_once():
    assert len(feed(RSS.format(ITEM.format("They met.") * 2))) == 1


def test_a_feed_in_another_encoding():
    written = RSS.replace("?>", ' encoding="iso-8859-1"?>', 1).format(ITEM.format("Präsident Müller traf Köln."))
    (report,) = feed(written.encode("latin-1"))
    assert report.text == "Präsident Müller traf Köln."


def test_scripts_in_an_item_are_no_part_of_it():
    (report,) = feed(json_feed(JSON_ITEM | {"content_html": "<p>They met.</p><script>steal()</script><img src=x>"}))
    assert report.text == "They met."


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("<item><guid>x1</guid><title>They met.</title></item>", "feed.xml#x1: has no date; give --date"),
        ("<item><guid>x1</guid><pubDate>2023-02-30</pubDate><title>x</title></item>", "feed.xml#x1: there is no date"),
        ("<item><guid>x1</guid><pubDate>2999-01-01</pubDate><title>x</title></item>", "lies in the future"),
        ("<item><guid>x1</guid><pubDate>Sat, 09 Sep 2023</pubDate></item>", "feed.xml#x1: has no text"),
    ],
)
def test_a_bad_item_is_named_and_the_next_is_read(item, said):
    first, second = feed(RSS.format(item + ITEM.format("They met.").replace("x1", "x2")))
    assert said in str(first)
    assert isinstance(second, Report)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "feed.xml: is empty"),
        ("They met.", "feed.xml: is no feed that can be read ("),
        ('<?xml version="1.0"?><nitf><body/></nitf>', "feed.xml: is no feed that can be read"),
        ('{"items": []}', "feed.xml: is no JSON Feed"),
        ("{broken", "feed.xml: is no feed that can be read ("),
    ],
)
def test_what_is_no_feed_is_one_error(written, said):
    with pytest.raises(ReportError) as caught:
        feed(written)
    assert str(caught.value).startswith(said)


def test_entities_that_multiply_are_not_unfolded():
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 12)
    )
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>' + RSS[21:].format(ITEM.format("They met. &a11;"))
    began = time.process_time()
    try:
        texts = [item.text for item in feed(bomb) if isinstance(item, Report)]
    except ReportError:
        texts = []
    assert sum(map(len, texts)) < 10_000
    assert time.process_time() - began < 5


@given(
    st.lists(
        st.sampled_from(
            [
                "<rss>",
                "<channel>",
                "<item>",
                "<guid>1</guid>",
                "<title>They met.",
                "</item>",
                "<feed>",
                "&x;",
                "<![CDATA[",
                "]]>",
                "\x00",
                "{",
                '"items": [',
                "<pubDate>9 Sep 2023</pubDate>",
            ]
        )
    ).map("".join)
    | st.text()
)
def test_anything_gives_reports_or_report_errors(written):
    try:
        found = feed(written.encode("utf-8", "surrogatepass"))
    except ReportError as error:
        assert error.where == "feed.xml"
        return
    assert all(isinstance(item, Report | ReportError) for item in found)


values = st.none() | st.booleans() | st.integers() | st.text() | st.just("2023-09-09") | st.lists(st.text())
keys = st.sampled_from(["id", "url", "title", "content_html", "content_text", "summary", "date_published"])


@given(st.lists(st.dictionaries(keys, values) | values))
def test_any_json_feed_gives_reports_or_report_errors(items):
    assert all(isinstance(item, Report | ReportError) for item in feed(json_feed(*items)))


def test_the_outlet_of_an_item_is_known_by_its_address():
    (report,) = feed(json_feed(JSON_ITEM | {"url": "http://www.kcna.kp/en/article/1", "content_text": "They met."}))
    assert report.outlet == "Korean Central News Agency"
