"""Texts that tell of long ago in order: a date without its year goes on from the one told before."""

import datetime as dt

import pytest

from detente.claims.dates.calendar import Context, weekday
from detente.claims.dates.history import is_history

TOLD = [
    (
        "The war began on 22 June 1941. By September the army had taken Kiev. On 5 December it was struck. Two days "
        "later, the United States was attacked. The following spring, a new drive was made. In 1943 it failed.",
        "1941-06-22 1941-09 1941-12-05 1941-12-07 1942-SP 1943",
    ),
    (
        "Seoul fell on 28 June 1950. In mid-September, marines landed. On November 25 the Chinese struck. In early "
        "January 1951 Seoul fell again. Talks began that July.",
        "1950-06-28 1950-09 1950-11-25 1951-01 1951-07",
    ),
    (
        "On 6 June 1944, the landing began. By midnight they were ashore. The next day they met. The port fell on the "
        "27th, and at the end of the month they stood at the river. In 1945 they crossed it.",
        "1944-06-06 1944-06-06T24:00 1944-06-07 1944-06-27 1944-06 1945",
    ),
    (
        "In 1759 Quebec fell. In the summer, a fleet sailed. That winter was hard. The year after, Montreal fell. "
        "By 1763 it was over.",
        "1759 1759-SU 1759-WI 1760 1763",
    ),
    (
        "The republic fell in January 1933. Elections had been held in the autumn of 1929 and in September of the next "
        "year.",
        "1933-01 1929-FA 1930-09",
    ),
    (
        "The fleet left Kronstadt in October 1904. In May 1905 it was sunk; on the 27th the battle began.",
        "1904-10 1905-05 1905-05-27",
    ),
]


@pytest.mark.parametrize(("text", "values"), TOLD)
def test_a_history_goes_on_from_the_date_told_before(times, text, values):
    assert " ".join(t.timex for t in times(text, "2010-05-01")) == values


def test_what_a_history_says_of_its_own_day_does_not_lead_it_away(times):
    found = times(
        "In 1936 they met. By July 1937 they had won. In 2010 it is a museum. In May they left.", "2010-05-01"
    )
    assert [t.timex for t in found] == ["1936", "1937-07", "2010", "1937-05"]


def test_a_weekday_of_a_history_is_counted_from_a_day_told_before_not_from_a_year():
    published, day = dt.date(2010, 5, 1), dt.date(1914, 7, 23)
    assert weekday("tuesday", Context(published, "past", day, day, history=True)) == dt.date(1914, 7, 28)
    assert weekday("tuesday", Context(published, "past", None, dt.date(1914, 1, 1), history=True)) == dt.date(
        2010, 4, 27
    )


def test_the_days_of_a_history_say_from_which_date_they_go_on(times):
    found = times("It began in June 1941. In September it stalled. In 1942 it ended.", "2010-05-01")
    assert found[1].why == "of 1941, the year that fits best from the date told before, 1941-06-01"


@pytest.mark.parametrize(
    ("text", "history"),
    [
        ("In 1914 war came. In 1918 peace came.", True),
        ("On Saturday, 7 September 1940, the raids began. In May 1941 they ended.", True),
        ("In 1914 war came. In 1918 peace came. On Monday, leaders remembered it.", False),
        ("Russia invaded Ukraine in February 2022. In September it claimed four regions.", False),
        ("In 1936 war came. By July 1937 and May 1938 it had spread. Today it is forgotten.", True),
        ("The truce of July 1953 still holds.", False),
        ("LIMA, May 3 (Example Wire) - Output fell in 1985 and in 1986. In April it rose.", False),
        ("Leaders met in 2021 and in 2022, and will meet in 2023.", False),
    ],
)
def test_a_text_of_old_years_that_is_not_seen_from_its_own_day_is_a_history(text, history):
    assert is_history(text, dt.date(2023, 9, 9)) is history
