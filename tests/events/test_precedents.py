"""What journalists write by hand, from the events of a record."""

import datetime as dt

import pytest

from detente.events.assembly import event_of
from detente.events.numerals import numeral, ordinal, span
from detente.events.precedents import precedents
from detente.events.sources import Told
from detente.reports.copies import fingerprint
from handmade import build_claim

REACHES = dt.date(2015, 1, 1)
FIRST = "the first visit from China to North Korea in the record, which reaches back to January 2015"


def event(day, type_="CONSULT", actors=("CHN",), recipients=("PRK",), mode="visit", **fields):
    claim = build_claim(type_, actors, recipients, day=day, mode=mode, report_id=f"{day}{type_}", **fields)
    return event_of([Told(claim, fingerprint(day))])


def said(now, *before):
    return [precedent.words for precedent in precedents(now, before, REACHES)]


VISIT = event("2023-09-08")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ([], [FIRST]),
        ([event("2023-07-27")], ["the second visit from China to North Korea in six weeks"]),
        (
            [event("2023-07-27"), event("2022-12-01"), event("2023-03-03")],
            ["the fourth visit from China to North Korea in nine months"],
        ),
        (
            [event("2019-06-20")],
            ["the first visit from China to North Korea since June 2019", "after four years without one"],
        ),
        (
            [event("2023-01-10")],
            ["the second visit from China to North Korea in eight months", "after eight months without one"],
        ),
        ([event("2023-09-07", mode="meet")], [FIRST]),
        ([event("2023-08-01", mode="phone")], [FIRST]),
        ([event("2023-08-01", factuality="CT-")], [FIRST]),
        ([event("2023-08-01", recipients=("RUS",))], [FIRST]),
        ([event("2023-10-01")], [FIRST]),
    ],
)
def test_a_visit(before, words):
    assert said(VISIT, *before) == words


def test_two_talks_on_one_visit_are_one_occasion():
    before = [event("2023-07-27"), event("2023-07-28", mode="meet"), event("2023-07-29", mode="meet")]
    assert said(VISIT, *before) == ["the second visit from China to North Korea in six weeks"]


def test_the_direction_counts_where_one_acts_on_the_other():
    sanction = event("2023-09-08", "SANCTION", ("USA",), ("IRN",), None)
    back = event("2023-08-08", "SANCTION", ("IRN",), ("USA",), None)
    assert said(sanction, back)[0].startswith("the first sanction by the United States on Iran in the record")


def test_the_earlier_events_are_linked():
    earlier = event("2023-07-27")
    assert precedents(VISIT, [earlier], REACHES)[0].events == (earlier.id,)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "one day"),
        (9, "nine days"),
        (42, "six weeks"),
        (300, "ten months"),
        (430, "14 months"),
        (1100, "three years"),
    ],
)
def test_spans(days, words):
    assert span(days) == words


@pytest.mark.parametrize(("number", "word"), [(2, "second"), (10, "tenth"), (11, "11th"), (22, "22nd"), (33, "33rd")])
def test_ordinals(number, word):
    assert ordinal(number) == word


@pytest.mark.parametrize(("number", "word"), [(0, "none"), (1, "one"), (12, "twelve"), (13, "13")])
def test_numerals(number, word):
    assert numeral(number) == word
