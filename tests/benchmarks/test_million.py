"""The benchmark of a large record runs, on a small one, and asks what it says."""

import datetime as dt
import random

import million
import pytest

from detente.record import Record


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    with Record(tmp_path_factory.mktemp("million") / "small.sqlite") as record:
        million.fill(record, million.World(random.Random(1)), 200)
        yield record


def test_what_is_written_is_found_like_what_is_read(small):
    events, claims = small.events(), small.claims()
    assert (len(events), len(claims)) == (200, 200)
    pairs = {tuple(sorted((event.actors[0].code, event.recipients[0].code))) for event in events}
    assert len(pairs) == 1, "the JSON is one sample's; what they are found by differs"
    assert 0 < len(small.events(type="CONSULT")) < 200
    assert 0 < len(small.claims(text=million.VOCABULARY[0])) < 200


def test_each_question_is_measured(small, monkeypatch):
    monkeypatch.setattr(million, "QUERIES", 3)
    figures = million.answers(small, million.World(random.Random(2)))
    assert len(figures) == 12
    assert min(figures.values()) >= 0


def test_days_of_a_query_are_in_order():
    world = million.World(random.Random(3))
    for query in (million.event_query(world) for _ in range(200)):
        assert query.get("since", dt.date.min) <= query.get("until", dt.date.max)
