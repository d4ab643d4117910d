"""What a report says of an event's place among others, and what the record says to that."""

import datetime as dt

import pytest

from detente.claims.claim import Counted, Happened
from detente.events.assembly import event_of
from detente.events.sources import Told
from detente.events.stated import held_against
from detente.reports.copies import fingerprint
from handmade import build_claim

REACHES = dt.date(2015, 1, 1)


def visit(day, **fields):
    claim = build_claim("CONSULT", ("CHN",), ("PRK",), day=day, mode="visit", report_id=day, **fields)
    return event_of([Told(claim, fingerprint(day))])


def counted(number, start, end, *, text="the second such visit", is_round=False):
    days = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    earlier = Happened(**dict(zip(("start", "end"), days, strict=True)), precision="vague")
    return Counted(text=text, span=(0, len(text)), number=number, earlier=earlier, round=is_round)


SECOND_IN_SIX_WEEKS = counted(2, "2023-07-29", "2023-09-09", is_round=True)
SECOND_THIS_YEAR = counted(2, "2023-01-01", "2023-09-09")
SECOND = counted(2, None, "2023-09-09")
FIRST_SINCE_2019 = counted(1, "2019-01-01", "2019-12-31")
FIRST_SINCE_2011 = counted(1, "2011-01-01", "2011-12-31")
FIRST_SINCE_THE_WAR = counted(1, None, "2023-09-09")
AGREES = "the report says “the second such visit”, and so does the record"
HOLDS = "the report says “the second such visit”; the record, which reaches back to January 2015, holds "


@pytest.mark.parametrize(
    ("said", "before", "words", "agrees"),
    [
        (SECOND_IN_SIX_WEEKS, ["2023-07-27"], AGREES, True),
        (SECOND_IN_SIX_WEEKS, ["2023-07-27", "2022-03-01"], AGREES, True),
        (SECOND_IN_SIX_WEEKS, [], HOLDS + "one", False),
        (SECOND_IN_SIX_WEEKS, ["2023-05-27"], HOLDS + "one", False),
        (SECOND_IN_SIX_WEEKS, ["2023-08-02", "2023-08-20"], HOLDS + "three", False),
        (SECOND_THIS_YEAR, ["2022-12-28"], HOLDS + "one", False),
        (SECOND, ["2016-03-01"], AGREES, True),
        (SECOND, [], HOLDS + "one", None),
        (FIRST_SINCE_2019, ["2019-06-20"], AGREES, True),
        (FIRST_SINCE_2019, [], AGREES, True),
        (FIRST_SINCE_2019, ["2019-06-20", "2021-04-01"], HOLDS + "one since then", False),
        (FIRST_SINCE_2011, [], HOLDS + "none since then", None),
        (FIRST_SINCE_THE_WAR, [], HOLDS + "none before", None),
    ],
)
def test_whether_the_record_agrees(said, before, words, agrees):
    now = visit("2023-09-08", counted=said)
    (found,) = held_against(now, [visit(day) for day in before], REACHES)
    assert (found.words, found.agrees, found.claim) == (words, agrees, now.claims[0])


def test_what_is_only_presupposed_makes_no_report_right():
    now = visit("2023-09-08", counted=SECOND_IN_SIX_WEEKS)
    (found,) = held_against(now, [visit("2023-08-02", implied_by="ordinal")], REACHES)
    assert found.agrees is False


def test_the_others_that_it_rests_on_are_linked():
    now, earlier = visit("2023-09-08", counted=FIRST_SINCE_2019), visit("2021-04-01")
    (found,) = held_against(now, [earlier, visit("2019-06-20")], REACHES)
    assert found.events == (earlier.id,)


def test_a_report_that_says_nothing_of_it_is_not_asked():
    assert list(held_against(visit("2023-09-08"), [visit("2023-08-02")], REACHES)) == []
