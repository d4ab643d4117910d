"""PLOVER JSON as different coders write it."""

import datetime as dt
import json

import pytest

PLAIN = {"id": "a1", "date": "2015-02-03", "event": "AID", "source": "NORGOV", "target": "Malawi"}


def read(imported, record, *objects):
    outcome = imported("plover", *(o if isinstance(o, str) else json.dumps(o) for o in objects), name="coded.jsonl")
    return record.events(), outcome


def test_an_object_with_codes_and_names(imported, record):
    ((event,), _) = read(imported, record, PLAIN)
    assert (event.type, event.day, event.status) == ("AID", dt.date(2015, 2, 3), "imported")
    assert [(p.role, p.name, p.country, p.sector) for p in event.parties] == [
        ("actor", "Norway GOV", "NOR", "GOV"),
        ("recipient", "Malawi", "MWI", None),
    ]
    assert event.origin.model_dump() == {"set": "plover", "version": "coded.jsonl", "row": "a1", "code": None}


def test_an_object_with_parties_of_its_own(imported, record):
    actor = {"name": "Erna Solberg", "country": "Norway", "sector": ["GOV", "PTY"], "title": "prime minister"}
    place = {"name": "Lilongwe", "country": "MWI", "latitude": "-13.97", "longitude": 33.79}
    ((event,), _) = read(imported, record, PLAIN | {"source": [actor, {"country": "SWE"}], "location": place})
    assert [(p.name, p.country, p.sector, p.office) for p in event.actors] == [
        ("Erna Solberg", "NOR", "GOV", "prime minister"),
        ("SWE", "SWE", None, None),
    ]
    assert (event.place.name, event.place.country, event.place.lat) == ("Lilongwe", "MWI", -13.97)


@pytest.mark.parametrize(
    ("written", "mode", "type_"),
    [
        ("agree", None, "AGREE"),
        ("DISAPPROVE", None, "ACCUSE"),
        ("Reduce-Relations", None, "SANCTION"),
        ("YIELD", "ceasefire", "RETREAT"),
        ("YIELD", "release", "CONCEDE"),
    ],
)
def test_older_names_become_todays(imported, record, written, mode, type_):
    ((event,), _) = read(imported, record, PLAIN | {"event": written, "mode": mode})
    assert (event.type, event.mode) == (type_, mode)


def test_negation_is_a_denial(imported, record):
    ((event,), _) = read(imported, record, PLAIN | {"auxiliary_modes": ["negation"]})
    assert (event.factuality, event.auxiliary) == ("CT-", ("negation",))
    assert len(record.events(happened=True)) == 0


def test_an_array_is_read_like_lines(imported, record):
    events, _ = read(imported, record, "[" + json.dumps(PLAIN) + ",", json.dumps(PLAIN | {"id": "a2"}) + "]")
    assert len(events) == 2


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "is no JSON"),
        ("[1", "is no JSON"),
        ('"text"', "is no object"),
        (json.dumps(PLAIN | {"event": "HUG"}), "type 'HUG' is none of PLOVER's"),
        (json.dumps(PLAIN | {"date": None}), "'' is no day"),
        (json.dumps(PLAIN | {"id": ""}), "has no id"),
        (json.dumps(PLAIN | {"source": None, "target": []}), "names no party"),
        (json.dumps(PLAIN | {"auxiliary_modes": "perhaps"}), "auxiliary.0: input should be"),
        (json.dumps(PLAIN | {"detente": {"confidence": 7}}), "confidence: input should be less than or equal to 1"),
        (json.dumps(PLAIN | {"detente": {"origin": {"set": "x" * 99, "version": "", "row": "1"}}}), "set 'xxx"),
        (json.dumps(PLAIN | {"target": "a\x00b"}), "holds a zero byte"),
        (json.dumps(PLAIN | {"location": {"name": "x", "lat": "NaN"}}), "'NaN' is no coordinate"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_bad_objects_are_told(imported, record, line, why):
    _, outcome = read(imported, record, line)
    assert (outcome.added, outcome.rejected) == (0, 1)
    assert outcome.told[0].startswith(why)


def test_nobody_can_take_the_id_of_an_event_of_our_own(imported, record):
    ((event,), _) = read(imported, record, PLAIN | {"event_id": "e_0123456789abcdef"})
    assert event.id != "e_0123456789abcdef"
