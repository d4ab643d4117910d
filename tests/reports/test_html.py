"""HTML pages: the article, its own date and outlet, and nothing that a hostile page wants."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import ReadingOptions
from detente.reports.html import read_html

PARAGRAPH = (
    "France's president met his German counterpart in Berlin on Monday, and both agreed to meet again next year. "
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Leaders meet in Berlin</title>
<meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="2023-09-09T08:00:00+00:00">
<meta property="article:modified_time" content="2023-09-12T08:00:00+00:00">
</head><body><nav><a href="/">Home</a></nav>
<article><h1>Leaders meet in Berlin</h1><p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 2}</p></article>
<footer>Copyright 2026 Example Wire</footer></body></html>"""
UNDATED = f"<html><body><article><p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 2}</p></article></body></html>"


def read(page: str, **options):
    return read_html(page.encode(), "a.html", ReadingOptions(**options))


def test_a_page_gives_its_article_with_its_own_date_title_and_outlet():
    report = read(PAGE)
    assert report.published == dt.date(2023, 9, 9)
    assert (report.outlet, report.title) == ("Example Wire", "Leaders meet in Berlin")
    assert PARAGRAPH.strip() in report.text
    assert "Home" not in report.text
    assert "Copyright" not in report.text


def test_paragraphs_are_parted_by_blank_lines():
    assert len([part for part in read(PAGE).text.split("\n\n") if part.startswith("France")]) == 2


def test_the_page_s_date_comes_before_the_user_s_and_the_user_s_outlet_before_the_page_s():
    report = read(PAGE, date=dt.date(1999, 1, 1), outlet="My archive")
    assert (report.published, report.outlet) == (dt.date(2023, 9, 9), "My archive")


def test_a_page_without_a_date_takes_the_user_s():
    assert read(UNDATED, date=dt.date(1999, 1, 1)).published == dt.date(1999, 1, 1)


def test_a_page_without_any_date_is_an_error():
    with pytest.raises(ReportError, match=r"a\.html: has no date"):
        read(UNDATED)


def test_a_day_that_the_article_only_speaks_of_is_not_its_date():
    page = UNDATED.replace("on Monday", "on March 3, 1998")
    with pytest.raises(ReportError, match="has no date"):
        read(page)


def test_a_page_from_the_future_is_an_error():
    with pytest.raises(ReportError, match="2999-09-09 lies in the future"):
        read(PAGE.replace("2023-09-09", "2999-09-09"))


@pytest.mark.parametrize(
    "page", ["<html></html>", "<!DOCTYPE html><html><body><p></p></body></html>", "<html", "<<<>>>&&&;;"]
)
def test_a_page_without_an_article_is_an_error(page):
    with pytest.raises(ReportError, match=r"^a\.html: "):
        read(page)


def test_scripts_styles_and_comments_are_no_part_of_a_report():
    hostile = PAGE.replace(
        "</article>",
        "<script>alert('stolen')</script><style>p{color:red}</style><!-- secret --><iframe src='x'></iframe></article>",
    )
    text = read(hostile).text
    assert all(word not in text for word in ("stolen", "color", "secret", "iframe"))


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 20_000 + PARAGRAPH * 5,
        "<html><body><p " + "a=b " * 50_000 + ">" + PARAGRAPH * 5,
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><html><body><p>&b;</p></body></html>",
        "<html><body><p>" + "&#0;&#xD800;&#1114112;" * 50 + PARAGRAPH * 5 + "</p></body></html>",
    ],
)
def test_a_hostile_page_is_read_or_refused(hostile):
    try:
        text = read(hostile, date=dt.date(2023, 9, 9)).text
    except ReportError:
        return
    text.encode("utf-8")
    assert "\x00" not in text


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<html>",
                "<article>",
                "<!--",
                "<script>",
                "&amp",
                PARAGRAPH,
                "\x00",
                "<meta date='2023-02-30'>",
            ]
        )
    )
)
def test_any_page_is_read_or_a_report_error(parts):
    try:
        read_html("".join(parts).encode(), "a.html", ReadingOptions(date=dt.date(2023, 9, 9)))
    except ReportError as error:
        assert error.where == "a.html"


def test_the_outlet_is_known_by_the_page_s_address():
    assert read_html(PAGE.encode(), "a.html", ReadingOptions(), "http://www.kcna.kp/1").outlet == (
        "Korean Central News Agency"
    )
    assert read_html(PAGE.encode(), "http://www.kcna.kp/1", ReadingOptions(outlet="Mine")).outlet == "Mine"
