"""The expressions of time in sentences of the news: which words they are, which days they mean, TimeML's value."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reports.report import Report

# (sentence, the report's date, the words of its one expression, TIMEX3 value, which begins with the day)
DAYS = [
    ("Britain's task force sailed on Monday.", "1982-04-06", "Monday", "1982-04-05"),
    ("Sudan's army shelled the town on Monday.", "2012-05-14", "Monday", "2012-05-14"),
    ("The council meets in Geneva on Monday.", "1985-11-21", "Monday", "1985-11-25"),
    ("The ministers will meet in Lagos on Friday.", "1967-08-08", "Friday", "1967-08-11"),
    ("The envoy is to arrive in Kabul on Tuesday.", "2001-12-14", "Tuesday", "2001-12-18"),
    ("A vote is scheduled for Thursday.", "2003-03-10", "Thursday", "2003-03-13"),
    ("Peru postponed the talks until Thursday.", "1995-02-07", "Thursday", "1995-02-09"),
    ("Fiji postponed the talks on Thursday.", "2000-06-03", "Thursday", "2000-06-01"),
    ("Strikes could begin as early as Friday.", "1998-02-17", "Friday", "1998-02-20"),
    ("He plans to fly to Accra on Sunday.", "1957-03-01", "Sunday", "1957-03-03"),
    ("He had planned a coup last Sunday.", "1991-08-24", "last Sunday", "1991-08-18"),
    ("Leaders meet in Quito next Friday.", "2014-12-01", "next Friday", "2014-12-05"),
    ("Monday's summit will open in Nairobi.", "2013-05-24", "Monday", "2013-05-27"),
    ("Nepal will appeal Monday's ruling.", "2013-05-24", "Monday", "2013-05-20"),
    ("Rebels struck late on Thursday.", "2012-05-14", "late on Thursday", "2012-05-10"),
    ("The base was hit earlier on Friday.", "2022-10-01", "earlier on Friday", "2022-09-30"),
    ("Jets hit Baghdad at dawn on Sunday.", "1991-01-22", "dawn on Sunday", "1991-01-20TMO"),
    ("Guns fell silent yesterday.", "1953-07-28", "yesterday", "1953-07-27"),
    ("The queen arrives in Ottawa tomorrow.", "1957-10-11", "tomorrow", "1957-10-12"),
    ("Gunfire was heard overnight.", "2013-07-09", "overnight", "2013-07-08TNI"),
    ("Jets bombed the port last night.", "1986-04-15", "last night", "1986-04-14TNI"),
    ("They signed it on 26 March 1979.", "1981-10-07", "26 March 1979", "1979-03-26"),
    ("They signed it on April 8th, 2010.", "2011-02-05", "April 8th, 2010", "2010-04-08"),
    ("Troops crossed on Dec. 24.", "1980-01-03", "Dec. 24", "1979-12-24"),
    ("The November 27 accord cannot stand.", "2020-01-11", "November 27", "2019-11-27"),
    ("Voters go to the polls on 7 May.", "2017-04-24", "7 May", "2017-05-07"),
    ("Polls will open on 9 January.", "2010-12-28", "9 January", "2011-01-09"),
    ("The raid took place on the 3rd of May.", "1991-05-20", "the 3rd of May", "1991-05-03"),
    ("On the 27th, he left for Hanoi.", "1973-02-10", "the 27th", "1973-01-27"),
    ("Shells fell on Christmas Eve.", "1979-12-27", "Christmas Eve", "1979-12-24"),
    ("They struck on New Year's Day.", "1994-01-09", "New Year's Day", "1994-01-01"),
    ("It was agreed on Good Friday.", "1998-05-22", "Good Friday", "1998-04-10"),
    ("Soldiers will parade on Victory Day.", "2015-05-03", "Victory Day", "2015-05-09"),
]  # fmt: skip
# (sentence, the report's date, the words of its one expression, first day, last day, TIMEX3 value)
SPANS = [
    ("Jets struck over the weekend.", "1998-08-17", "the weekend", "1998-08-15", "1998-08-16", "1998-W33-WE"),
    ("Leaders will meet this weekend.", "2008-11-11", "this weekend", "2008-11-15", "2008-11-16", "2008-W46-WE"),
    ("They met last week.", "1978-09-19", "last week", "1978-09-11", "1978-09-17", "1978-W37"),
    ("Kenya closed the border this week.", "2011-10-20", "this week", "2011-10-17", "2011-10-20", "2011-W42"),
    ("Talks will be held next week.", "1999-02-03", "next week", "1999-02-08", "1999-02-14", "1999-W06"),
    ("A deal was made earlier this month.", "2012-03-15", "earlier this month", "2012-03-01", "2012-03-15", "2012-03"),
    ("The envoy left Dhaka last month.", "1972-01-10", "last month", "1971-12-01", "1971-12-31", "1971-12"),
    ("They fought in late February.", "2014-03-20", "late February", "2014-02-19", "2014-02-28", "2014-02"),
    ("War broke out in September.", "1981-03-01", "September", "1980-09-01", "1980-09-30", "1980-09"),
    ("The treaty was signed in May 1972.", "1987-12-09", "May 1972", "1972-05-01", "1972-05-31", "1972-05"),
    ("It was signed in May last year.", "1988-06-01", "May last year", "1987-05-01", "1987-05-31", "1987-05"),
    ("They met in the summer of 1941.", "1945-01-01", "the summer of 1941", "1941-06-01", "1941-08-31", "1941-SU"),
    ("Fighting broke out last winter.", "1940-04-12", "last winter", "1939-12-01", "1940-02-29", "1939-WI"),
    ("Russia joined the war in mid-2015.", "2017-02-01", "mid-2015", "2015-05-01", "2015-08-31", "2015"),
    ("The pact was signed in early 1949.", "1959-02-01", "early 1949", "1949-01-01", "1949-04-30", "1949"),
    ("Aid doubled in fiscal 1998.", "1999-02-01", "fiscal 1998", "1998-01-01", "1998-12-31", "1998"),
    ("It fell in first half of 2009.", "2010-06-01", "first half of 2009", "2009-01-01", "2009-06-30", "2009-H1"),
    ("Ties froze in the late 1960s.", "1972-02-21", "the late 1960s", "1967-01-01", "1969-12-31", "196"),
    ("Ties were cut in the '50s.", "1972-02-21", "the '50s", "1950-01-01", "1959-12-31", "195"),
    ("Borders were drawn in the 19th century.", "1995-02-01", "the 19th century", "1800-01-01", "1899-12-31", "18"),
    ("It will leave by the end of the year.", "1993-05-01", "the end of the year", "1993-11-01", "1993-12-31", "1993"),
    ("They fell out two years ago.", "1960-07-16", "two years ago", "1958-01-01", "1958-12-31", "1958"),
    ("Forces withdrew six weeks ago.", "2000-01-06", "six weeks ago", "1999-11-22", "1999-11-28", "1999-W47"),
    ("The talks will resume in two weeks.", "1986-10-13", "two weeks", "1986-10-27", "1986-11-02", "1986-W44"),
    ("Rockets fell in the past 24 hours.", "2006-07-20", "the past 24 hours", "2006-07-19", "2006-07-20", "PT24H"),
    ("It fell in the last three days.", "2006-07-20", "the last three days", "2006-07-17", "2006-07-20", "P3D"),
    ("They have clashed in recent weeks.", "1969-03-20", "recent weeks", "1969-02-27", "1969-03-20", "PXW"),
    ("Jakarta cut ties recently.", "1967-10-30", "recently", "1967-07-30", "1967-10-30", "PAST_REF"),
]  # fmt: skip
DAYLESS = [
    ("The siege lasted 900 days.", "1944-02-01", "900 days", "DURATION", "P900D"),
    ("He begins a three-day visit to Lima.", "1985-02-01", "three-day", "DURATION", "P3D"),
    ("They have talked for weeks.", "2000-01-07", "weeks", "DURATION", "PXW"),
    ("It fought for two decades.", "1975-05-01", "two decades", "DURATION", "P20Y"),
    ("They meet every four years.", "1975-05-01", "every four years", "SET", "P4Y"),
    ("They rally every Friday.", "2018-05-01", "every Friday", "SET", "XXXX-WXX-5"),
    ("The planes fly daily.", "1948-07-01", "daily", "SET", "P1D"),
    ("The blast came at 10:35 a.m.", "1998-08-07", "10:35 a.m.", "TIME", "1998-08-07T10:35"),
    ("The ceasefire began at 0600 GMT.", "1988-08-20", "0600 GMT", "TIME", "1988-08-20T06:00"),
]
NONE = [
    "The 6-year-old boy returned to Cuba.",
    "The general, who is 44 years old, defected.",
    "Protesters march on the embassy, and they may march again.",
    "The 2000 troops crossed the river with 1,999 horses.",
    "Some 1995 soldiers and 70 percent of the police deserted.",
    "He spoke of a second front and a second betrayal.",
    "The summit fell apart on 31 June.",
    "The aid is worth $1,990 million.",
]


def _iso(day):
    return day.isoformat() if day else None


@pytest.mark.parametrize(("text", "date", "words", "timex"), DAYS)
def test_an_expression_of_a_day_means_that_day(times, text, date, words, timex):
    day = timex[:10]
    assert [(t.text, _iso(t.value.start), _iso(t.value.end), t.timex) for t in times(text, date)] == [
        (words, day, day, timex)
    ]


@pytest.mark.parametrize(("text", "date", "read"), [(row[0], row[1], row[2:]) for row in SPANS])
def test_a_longer_expression_means_its_first_to_its_last_day(times, text, date, read):
    found = times(text, date)
    assert [(t.text, _iso(t.value.start), _iso(t.value.end), t.timex) for t in found] == [read]


@pytest.mark.parametrize(("text", "date", "words", "kind", "timex"), DAYLESS)
def test_a_length_a_rhythm_or_a_time_alone_has_no_days(times, text, date, words, kind, timex):
    found = times(text, date)
    assert [(t.text, t.kind, t.timex, t.value.start) for t in found] == [(words, kind, timex, None)]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_time_is_none(times, text):
    assert [t.text for t in times(text, "2001-05-01")] == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He landed on 3 March. He left two days later.", {"3 March": "2011-03-03", "two days later": "2011-03-05"}),
        ("It fell on Friday. That night, they fled.", {"Friday": "2011-03-18", "That night": "2011-03-18"}),
        ("It fell on Friday. They fled the next day.", {"Friday": "2011-03-18", "the next day": "2011-03-19"}),
        ("It began in June 1998 and ended that year.", {"June 1998": "1998-06-01", "that year": "1998-01-01"}),
        ("It began in 1998 and ended a year later.", {"1998": "1998-01-01", "a year later": "1999-01-01"}),
        ("From 4 May 1999 to the next Monday", {"4 May 1999": "1999-05-04", "the next Monday": "1999-05-10"}),
        ("It ran from 3 to 5 June.", {"3": "2010-06-03", "5 June": "2010-06-05"}),
        ("It ran from 3-5 June 1967.", {"3": "1967-06-03", "5 June 1967": "1967-06-05"}),
        ("They clashed between 1994 and 1997.", {"1994": "1994-01-01", "1997": "1997-01-01"}),
        ("It shelled them in 1994, 1995 and 1997.", {"1994": "1994-01-01", "1995": "1995-01-01", "1997": "1997-01-01"}),
        ("A 1996 law ended the 1967 boycott.", {"1996": "1996-01-01", "1967": "1967-01-01"}),
        ("They met on July 24 and 25.", {"July 24": "2010-07-24", "25": "2010-07-25"}),
        ("It lasted from March to June 1982.", {"March": "1982-03-01", "June 1982": "1982-06-01"}),
    ],
)
def test_expressions_lean_on_those_before_them(times, text, read):
    assert {t.text: _iso(t.value.start) for t in times(text, "2011-03-20")} == read


@settings(deadline=None)
@given(text=st.text(max_size=60), date=st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31)))
def test_no_text_breaks_the_search_and_its_finds_lie_in_it(times, text, date):
    found = times(text, date.isoformat())
    assert all(text[slice(*t.span)] == t.text for t in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))


CHAIN = [
    *("AD 1", "AD 9999", "in 1941", "in June", "on Monday", "on the 31st", "last winter", "the following week"),
    *("the previous year", "May of the next year", "that spring", "two centuries earlier", "the same day", "at noon"),
    *("a month later", "the next weekend", "in the quarter", "late that night", "the end of the year", "millennia ago"),
]


@settings(deadline=None, max_examples=60)
@given(pieces=st.lists(st.sampled_from(CHAIN), min_size=1, max_size=12), date=st.dates(dt.date(1500, 1, 1)))
def test_no_chain_of_expressions_leaves_the_calendar(times, pieces, date):
    for found in times("They met " + ", ".join(pieces) + ".", date.isoformat()):
        assert found.why
        assert found.value.start is None or found.value.end is None or found.value.start <= found.value.end


def test_a_reader_finds_the_times_of_every_sentence_and_of_the_dateline(reader):
    text = "LIMA, March 3 (Example Wire) - Rain fell on Monday.\n\nIt will stop on Friday."
    found = reader.read_times(Report("a.txt", text, dt.date(2004, 3, 3), None))
    assert [(t.text, t.timex) for t in found] == [
        ("March 3", "2004-03-03"),
        ("Monday", "2004-03-01"),
        ("Friday", "2004-03-05"),
    ]
