"""The date of a report: its header, its dateline, or the user; never a guess."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports.dating import (
    TEXT_WAYS,
    dateline,
    dateline_end,
    is_written_day,
    not_in_future,
    parse_date,
    require_date,
    take_date,
    written_day,
)

TOMORROW = dt.date.today() + dt.timedelta(days=1)


@pytest.mark.parametrize(
    "written",
    [
        " date 2023-09-09 Leaders met.",
        "date: 2023-09-09\nLeaders met.",
        "\nDATE 2023-9-9\n\nLeaders met.",
        "date 2023-09-09T08:30:00Z Leaders met.",
    ],
)
def test_a_header_is_taken_off_the_text(written):
    dated = take_date(written, "a.txt")
    assert dated.published == dt.date(2023, 9, 9)
    assert dated.text.strip() == "Leaders met."


@pytest.mark.parametrize(
    ("written", "day", "place"),
    [
        ("GENEVA, Nov. 21, 1985 - The leaders met.", dt.date(1985, 11, 21), "Geneva"),
        ("NEW DELHI, 21 February 1999 (Example Wire) -- They met.", dt.date(1999, 2, 21), "New Delhi"),
        ("SEOUL, South Korea, Oct 9, 2006 — The North tested.", dt.date(2006, 10, 9), "Seoul, South Korea"),
        ("VIENNA, Sept. 3 - No year is no date.", None, "Vienna"),
        ("CAIRO — A place alone.", None, "Cairo"),
        ("GENEVA, Feb. 30, 1985 - There is no such day.", None, "Geneva"),
        ("The leaders met in Geneva on Nov. 21, 1985.", None, None),
        ("In March 1985 - that is no dateline.", None, None),
    ],
)
def test_a_dateline_gives_day_and_place(written, day, place):
    assert dateline(written) == (day, place)
    assert take_date(written, "a.txt").text == written


@pytest.mark.parametrize("written", ["2020-01-09", "9 January 2020", "Date: January 9, 2020", "Thursday, 9 Jan 2020"])
def test_a_first_line_that_is_a_date_is_one(written):
    dated = take_date(f"{written}\n\nPeru thanked Chile.", "a.txt")
    assert (dated.published, dated.text) == (dt.date(2020, 1, 9), "Peru thanked Chile.")


def test_a_dateline_below_a_headline_gives_the_day_and_the_headline_is_kept_apart():
    dated = take_date("Peru thanks its neighbour\n\nLIMA, March 12, 2019 (AP) - Peru thanked Chile.", "a.txt")
    assert (dated.published, dated.place, dated.headline) == (dt.date(2019, 3, 12), "Lima", "Peru thanks its neighbour")
    assert dated.text.startswith("LIMA, March")


def test_a_first_line_with_an_impossible_date_is_an_error():
    with pytest.raises(ReportError, match="there is no date"):
        take_date("30 February 2020\nPeru thanked Chile.", "a.txt")


def test_a_header_and_a_dateline_give_the_header_s_day_and_the_dateline_s_place():
    dated = take_date(" date 2023-09-09 CAIRO — They met.", "a.txt")
    assert (dated.published, dated.place, dated.text) == (dt.date(2023, 9, 9), "Cairo", "CAIRO — They met.")


@pytest.mark.parametrize(
    "written", ["2023-02-30", "2023-13-01", "0000-01-01", "1066-10-14", "2023-09-091", "9 May 2023", ""]
)
def test_a_day_that_does_not_exist_is_an_error(written):
    with pytest.raises(ReportError, match=r"a\.txt: there is no date .*; write an existing day as YYYY-MM-DD"):
        parse_date(written, "a.txt")


def test_the_thirtieth_of_february_in_a_header_is_an_error():
    with pytest.raises(ReportError, match="there is no date '2023-02-30'"):
        take_date(" date 2023-02-30 Leaders met.", "a.txt")


def test_a_date_in_the_future_is_an_error_but_tomorrow_is_today_somewhere():
    assert not_in_future(TOMORROW, "a.txt") == TOMORROW
    with pytest.raises(ReportError, match="lies in the future"):
        parse_date((TOMORROW + dt.timedelta(days=1)).isoformat(), "a.txt")


def test_no_date_names_the_file_and_the_three_ways():
    with pytest.raises(ReportError) as caught:
        require_date(None, None, "wire/a.txt", TEXT_WAYS)
    told = str(caught.value)
    assert told.startswith("wire/a.txt: has no date; ")
    assert "date YYYY-MM-DD" in told
    assert "dateline" in told
    assert "--date YYYY-MM-DD" in told


def test_the_report_s_own_date_comes_before_the_user_s():
    own, given_ = dt.date(1985, 11, 21), dt.date(2023, 9, 9)
    assert require_date(own, given_, "a.txt", TEXT_WAYS) == own
    assert require_date(None, given_, "a.txt", TEXT_WAYS) == given_


@pytest.mark.parametrize(
    "hostile", ["A" + " " * 900_000, "A, " + "b " * 400_000, "date " * 200_000, "A, Jan. 1" * 90_000]
)
def test_a_hostile_text_is_done_with(hostile):
    """With time by the square of its length, this would not end in hours."""
    assert take_date(hostile, "a.txt").published is None


@given(st.text() | st.from_regex(r"\s*date[ :]\d{4}-\d{1,2}-\d{1,2}.*", fullmatch=True))
def test_any_text_is_dated_or_a_report_error(text):
    try:
        dated = take_date(text, "a.txt")
    except ReportError:
        return
    assert text.endswith(dated.text)
    assert dated.published is None or dated.published <= TOMORROW


@given(st.text())
def test_any_text_has_a_dateline_or_none(text):
    day, place = dateline(text)
    assert day is None or place


@pytest.mark.parametrize(
    ("written", "rest"),
    [
        ("GENEVA, Nov. 21, 1985 - The U.S. president left.", "The U.S. president left."),
        ("Mexico City, April 29 - Peru froze the sales.", "Peru froze the sales."),
        ("OSLO (Fjord Wire) — Sweden agreed.", "Sweden agreed."),
        ("  LIMA -- Chile agreed.", "Chile agreed."),
        ("Iran and Iraq met on May 5 - a day late.", "Iran and Iraq met on May 5 - a day late."),
        ("NATO - the alliance - met.", "NATO - the alliance - met."),
        ("U.S. - Japan talks ended.", "U.S. - Japan talks ended."),
    ],
)
def test_a_text_goes_on_where_its_dateline_ends(written, rest):
    assert written[dateline_end(written) :] == rest


@given(st.text())
def test_a_dateline_ends_within_its_text(text):
    assert 0 <= dateline_end(text) <= len(text)


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        ("September 9, 2023 Saturday", True),
        ("Saturday, September 9, 2023", True),
        ("9th September 2023", True),
        ("September 9, 2023 Saturday 4:32 PM GMT", True),
        ("September 2023", False),
        ("The leaders met on September 9, 2023", False),
        ("2023-09-09", False),
    ],
)
def test_a_day_with_its_month_in_words(written, is_one):
    assert is_written_day(written) is is_one
    if is_one:
        assert written_day(written, "a.txt") == dt.date(2023, 9, 9)


@given(st.text() | st.from_regex(r"(Mon|Satur)day,? (9|31) (September|Feb\.?) 20\d\d( 4:32)?", fullmatch=True))
def test_any_text_is_a_day_or_a_report_error(text):
    try:
        day = written_day(text, "a.txt")
    except ReportError:
        return
    assert day is None or day <= TOMORROW
