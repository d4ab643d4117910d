"""From a row of named fields to a report: what every form with fields has in common."""

import datetime as dt

import pytest

from detente.errors import ReportError
from detente.reports import ReadingOptions
from detente.reports.fields import Place, Rows

ROW = {"text": "They met.", "date": "2023-09-09"}


def report(row, **options):
    return Rows("news.csv", ReadingOptions(**options)).report(row, Place("news.csv", 2, "2"))


@pytest.mark.parametrize(
    "written",
    [
        "2023-09-09",
        "2023-09-09T08:00:00Z",
        "20230909",
        "20230909T081500Z",
        "2023/09/09",
        "9 September 2023",
        "Sept. 9, 2023",
        "Saturday, 9 Sep 2023",
    ],
)
def test_a_day_in_any_form_that_cannot_be_mistaken(written):
    assert report({**ROW, "date": written}).published == dt.date(2023, 9, 9)


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({}, None),
        ({"source": "Example Wire"}, "Example Wire"),
        ({"source": "reuters.com"}, "Reuters"),
        ({"source": {"name": "Example Wire"}}, None),
        ({"url": "http://www.kcna.kp/en/article/1"}, "Korean Central News Agency"),
        ({"url": "http://www.kcna.kp/en/article/1", "source": "Example Wire"}, "Example Wire"),
        ({"url": "http://example.org/1"}, None),
    ],
)
def test_the_outlet_is_named_or_known_by_its_address(fields, outlet):
    assert report({**ROW, **fields}).outlet == outlet


def test_a_field_within_a_field():
    row = {"article": {"body": {"plain": "They met."}}, "date": "2023-09-09", "source.name": "Example Wire"}
    found = report(row, fields={"text": "article.body.plain", "outlet": "source.name"})
    assert (found.text, found.outlet) == ("They met.", "Example Wire")


@pytest.mark.parametrize("written", ["09/08/2023", "9.8.2023", "09-08-23"])
def test_a_day_that_may_be_two_is_refused(written):
    with pytest.raises(ReportError, match=r"news\.csv:2: its date .* may mean two days; say its form .*date_format"):
        report({**ROW, "date": written})
