"""Lists of feeds, as feed readers export them."""

import pytest

from detente.errors import ReportError
from detente.reports.opml import feeds_of

LIST = """<opml version="2.0"><head><title>Mine</title></head><body><outline text="World">
<outline text="Wire" type="rss" xmlUrl="https://example.org/world.rss" htmlUrl="https://example.org/"/>
<outline text="Again" type="rss" xmlUrl=" https://example.org/world.rss "/></outline>
<outline text="Other" xmlUrl="https://example.com/atom"/></body></opml>"""


def test_the_feeds_of_a_list_each_once(tmp_path):
    path = tmp_path / "feeds.opml"
    path.write_text(LIST)
    assert feeds_of(path) == ["https://example.org/world.rss", "https://example.com/atom"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "is no OPML ("),
        ("<opml><body>", "is no OPML ("),
        ("<opml><body/></opml>", "names no feed"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><opml><outline text="&a;"/></opml>', "names no feed"),
    ],
)
def test_what_is_no_list_is_one_error(tmp_path, written, said):
    path = tmp_path / "feeds.opml"
    path.write_text(written)
    with pytest.raises(ReportError, match=said.replace("(", r"\(")):
        feeds_of(path)


def test_a_list_that_is_not_there_is_one_error(tmp_path):
    with pytest.raises(ReportError, match=r"none\.opml: cannot be read \(no such file or directory\)"):
        feeds_of(tmp_path / "none.opml")
