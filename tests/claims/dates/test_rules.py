"""Every expression of time that a rule shows as an example means the days it shows, and no text can break a rule."""

import calendar
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.claims.dates.calendar import Context
from detente.claims.dates.cues import Cues
from detente.claims.dates.rule import Words
from detente.claims.dates.rules import RULES

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}: {example.text}") for rule in RULES for example in rule.examples
]
PUBLISHED = dt.date(2015, 6, 18)
DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))


def days_of(text: str, context: Context, rules=RULES):
    """The days of the first and longest expression in a text, with the words that are the expression."""
    found = [
        (words.span[0], -words.span[1], days)
        for rule in rules
        for words in map(Words, rule.pattern.finditer(text))
        if (days := rule.days(words, context)) is not None
    ]
    return min(found, key=lambda candidate: candidate[:2])[2] if found else None


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_means_the_days_it_shows(rule, example):
    days = days_of(example.text, example.context, [rule])
    assert days is not None, f"the rule does not match {example.text!r}"
    iso = tuple(day.isoformat() if day else None for day in (days.start, days.end))
    assert (*iso, days.timex) == (example.start, example.end, example.timex)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_cue_of_its_rule_stands_in_an_example(rule, example):
    assert Cues(example.text).has(rule.cues)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_at_least_two_examples_and_a_name_of_its_own(rule):
    assert len(rule.examples) >= 2
    assert [other.name for other in RULES].count(rule.name) == 1


FORMS = {
    "2014-03-09": lambda d: d.isoformat(),
    "9 March 2014": lambda d: f"{d.day} {d:%B} {d.year}",
    "9th of March, 2014": lambda d: f"{d.day}th of {d:%B}, {d.year}",
    "March 9, 2014": lambda d: f"{d:%B} {d.day}, {d.year}",
    "Mar. 9, 2014": lambda d: f"{d:%b}. {d.day}, {d.year}".replace("May.", "May"),
    "Sunday, March 9, 2014": lambda d: f"{d:%A}, {d:%B} {d.day}, {d.year}",
    "March 9th 2014": lambda d: f"{d:%B} {d.day}th {d.year}",
    "9-Mar-2014": lambda d: f"{d.day}-{d:%b}-{d.year}",
    "the 9th of March 2014": lambda d: f"the {d.day}th of {d:%B} {d.year}",
    "Sun., March 9, 2014": lambda d: f"{d:%a}., {d:%B} {d.day}, {d.year}",
    "2014-03-09T10:35": lambda d: f"{d.isoformat()}T10:35",
    "noon on March 9, 2014": lambda d: f"noon on {d:%B} {d.day}, {d.year}",
    "the night of March 9, 2014": lambda d: f"the night of {d:%B} {d.day}, {d.year}",
    "Sunday 9 March 2014": lambda d: f"{d:%A} {d.day} {d:%B} {d.year}",
}


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None)
@given(date=DAYS)
def test_a_whole_date_is_read_back_as_itself_whatever_the_report_s_date(form, date):
    days = days_of(f"They met on {FORMS[form](date)}.", Context(PUBLISHED))
    assert days is not None
    assert (days.start, days.end, days.timex[:10]) == (date, date, date.isoformat())


@settings(deadline=None)
@given(year=st.integers(1500, 2099), month=st.integers(1, 12))
def test_a_month_of_a_year_is_read_back_as_its_first_to_its_last_day(year, month):
    days = days_of(f"They met in {calendar.month_name[month]} {year}.", Context(PUBLISHED))
    assert days.start == dt.date(year, month, 1)
    assert days.end == dt.date(year, month, calendar.monthrange(year, month)[1])


@settings(deadline=None)
@given(published=DAYS, back=st.integers(0, 6))
def test_a_weekday_is_the_report_s_own_day_or_the_last_before_it(published, back):
    day = published - dt.timedelta(days=back)
    assert days_of(f"{day:%A}", Context(published)).start == day


@settings(deadline=None)
@given(published=DAYS, ahead=st.integers(0, 6))
def test_a_weekday_in_the_future_is_the_report_s_own_day_or_the_next_after_it(published, ahead):
    day = published + dt.timedelta(days=ahead)
    assert days_of(f"{day:%A}", Context(published, "future")).start == day


@settings(deadline=None)
@given(published=DAYS, back=st.integers(0, 300))
def test_a_day_of_a_month_without_a_year_is_the_last_such_day(published, back):
    day = published - dt.timedelta(days=back)
    if (day.month, day.day) != (2, 29):
        assert days_of(f"{day:%B} {day.day}", Context(published)).start == day


@settings(deadline=None)
@given(published=DAYS, back=st.integers(1, 900))
def test_so_many_days_ago_is_that_day(published, back):
    assert days_of(f"{back} days ago", Context(published)).start == published - dt.timedelta(days=back)


@given(size=st.integers(1, 999), unit=st.sampled_from(["day", "week", "month", "year"]))
def test_a_length_has_its_size_and_unit(size, unit):
    assert days_of(f"{size} {unit}{'s' * (size > 1)}", Context(PUBLISHED)).timex == f"P{size}{unit[0].upper()}"


@given(year=st.integers(1600, 2049), part=st.sampled_from(["first", "second", "third", "fourth"]))
def test_a_quarter_of_a_year_is_read_back_however_it_is_written(year, part):
    number = ["first", "second", "third", "fourth"].index(part) + 1
    for text in (f"the {part} quarter of {year}", f"the {year} {part} quarter", f"Q{number} {year}"):
        assert days_of(text, Context(PUBLISHED)).timex == f"{year}-Q{number}"


@given(decade=st.integers(110, 203).filter(lambda decade: decade % 10 or decade == 200))
def test_a_decade_is_read_back_as_its_ten_years(decade):
    days = days_of(f"the {decade}0s", Context(PUBLISHED))
    assert (days.timex, days.start.year, days.end.year) == (f"{decade}", decade * 10, decade * 10 + 9)


@settings(deadline=None)
@given(text=st.text(), published=DAYS)
def test_no_text_breaks_a_rule(text, published):
    days_of(text, Context(published))


PIECES = st.sampled_from(
    [
        "early",
        "late",
        "mid-",
        "last",
        "next",
        "this",
        "the",
        "of",
        "in",
        "a",
        "few",
        "31",
        "12",
        "3",
        "99",
        "0",
        "-",
        ",",
        ".",
        "'",
        "Monday",
        "March",
        "May",
        "June",
        "2014",
        "1500",
        "2099",
        "0735",
        "GMT",
        "summer",
        "fall",
        "night",
        "noon",
        "weekend",
        "century",
        "decade",
        "years",
        "days",
        "ago",
        "later",
        "after",
        "before",
        "every",
        "between",
        "and",
        "from",
        "to",
        "Easter",
        "Thanksgiving",
        "first",
        "quarter",
        "half",
        "10:35",
        "a.m.",
        "o'clock",
        "'s",
        "1990s",
        "'60s",
        "hundred",
        "couple",
        "dozen",
        "past",
        "coming",
    ]
)


@settings(deadline=None)
@given(
    pieces=st.lists(PIECES, max_size=8),
    published=DAYS,
    tense=st.sampled_from(["past", "present", "future"]),
    reference=st.none() | DAYS,
)
def test_a_range_starts_before_it_ends_whatever_stands_together(pieces, published, tense, reference):
    context = Context(published, tense, reference, reference)
    text = " ".join(pieces)
    for rule in RULES:
        for words in map(Words, rule.pattern.finditer(text)):
            days = rule.days(words, context)
            if days is not None and days.start is not None and days.end is not None:
                assert days.start <= days.end
