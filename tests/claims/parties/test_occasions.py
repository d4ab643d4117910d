"""Gatherings that a report comes back to: who holds them, on what day, and which words mean the same one."""

import pytest
from spoken import spoken

from detente.claims.dates.expressions import find_times
from detente.claims.parties.occasions import find_occasions


def occasions(reader, date, text):
    """The gatherings in order: noun, host's code, first day."""
    document = spoken(reader, date, text)
    document.occasions = []
    find_times(document)
    find_occasions(document)
    return [
        (o.noun, o.host.code if o.host else None, str(o.happened.start) if o.happened else None)
        for o in document.occasions
    ]


@pytest.mark.parametrize(
    ("date", "text", "expected"),
    [
        ("1995-05-10", "China held a parade on Tuesday.", [("parade", "CHN", "1995-05-09")]),
        ("2009-06-10", "Russia's summit was a failure.", [("summit", "RUS", None)]),
        ("2009-06-10", "Iran celebrated its revolution with a rally in Tehran.", [("rally", "IRN", None)]),
        ("2009-06-10", "Iranian envoys watched a parade.", [("parade", None, None)]),
        ("1987-11-08", "The Soviet parade in Moscow was watched by envoys.", [("parade", "SUN", None)]),
    ],
)
def test_a_gathering_has_a_host_and_a_day(reader, date, text, expected):
    assert occasions(reader, date, text) == expected


def test_the_same_noun_with_an_article_means_the_same_gathering(reader):
    text = "North Korea held a parade on Friday. Chinese diplomats attended the parade."
    assert occasions(reader, "2023-09-09", text) == [
        ("parade", "PRK", "2023-09-08"),
        ("parade", "PRK", "2023-09-08"),
    ]


def test_the_event_means_the_gathering_before_and_dates_it(reader):
    text = "North Korea held a parade. The Friday night event drew Chinese diplomats."
    assert occasions(reader, "2023-09-09", text) == [
        ("parade", "PRK", "2023-09-08"),
        ("parade", "PRK", "2023-09-08"),
    ]


def test_another_noun_is_another_gathering(reader):
    text = "Egypt held a summit on Monday. Tunisia held a festival on Tuesday."
    assert occasions(reader, "2002-05-15", text) == [
        ("summit", "EGY", "2002-05-13"),
        ("festival", "TUN", "2002-05-14"),
    ]


def test_a_gathering_too_far_back_is_not_meant(reader):
    far = "Iran slept. " * 9
    found = occasions(reader, "2002-05-15", f"Egypt held a summit on Monday. {far}Envoys left the summit.")
    assert found == [("summit", "EGY", "2002-05-13"), ("summit", None, None)]


def test_a_gathering_that_acts_acts_for_its_host(reader):
    text = "North Korea held a parade on Friday. The event featured tanks, and it did not show missiles."
    document = spoken(reader, "2023-09-09", text)
    acting = [m for m in document.sentences[1].in_order() if m.kind == "occasion"]
    assert [(m.text, m.country, m.refers_to) for m in acting] == [
        ("The event", "PRK", "host of the event"),
        ("it", "PRK", "host of the event"),
    ]
