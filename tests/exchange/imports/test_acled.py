"""ACLED's rows: violence and protest, and the dead."""

import csv
import datetime as dt
import io

import pytest

from detente.errors import ExchangeError

HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)


def row(**cells):
    filled = dict.fromkeys(HEADER.split(","), "") | {
        "event_id_cnty": "MOZ900001",
        "event_date": "05 March 2021",
        "time_precision": "1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Military Forces of Mozambique (1975-)",
        "inter1": "State forces",
        "actor2": "Islamist Militia (Mozambique)",
        "inter2": "Rebel group",
        "country": "Mozambique",
        "location": "Palma, North",
        "latitude": "-10.7767",
        "longitude": "40.4722",
        "fatalities": "12",
        "timestamp": "1616000000",
    }
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow((filled | cells).values())
    return out.getvalue()


def test_a_row(imported, record):
    imported("acled", HEADER, row(), name="africa.csv")
    (event,) = record.events()
    assert (event.type, event.mode, event.front) == ("ASSAULT", "firearms", "domestic")
    assert [(p.role, p.country, p.sector) for p in event.parties] == [
        ("actor", "MOZ", "MIL"),
        ("recipient", "MOZ", "REB"),
    ]
    assert (event.quantity.text, event.quantity.number) == ("12 killed", 12)
    assert (event.place.name, event.place.country) == ("Palma, North", "MOZ")
    assert event.happened.start == event.happened.end == dt.date(2021, 3, 5)
    assert event.origin.model_dump() == {
        "set": "acled", "version": "1616000000", "row": "MOZ900001", "code": "Armed clash",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("precision", "start", "end", "name"),
    [
        ("1", "2021-02-05", "2021-02-05", "day"),
        ("2", "2021-02-05", "2021-02-11", "week"),
        ("3", "2021-02-01", "2021-02-28", "month"),
    ],
)
def test_time_precision(imported, record, precision, start, end, name):
    imported("acled", HEADER, row(event_date="2021-02-05", time_precision=precision))
    happened = record.events()[0].happened
    assert (str(happened.start), str(happened.end), happened.precision) == (start, end, name)


@pytest.mark.parametrize(
    ("actor", "inter", "country", "sector"),
    [
        ("Police Forces of Kenya (2022-)", "1", "KEN", "COP"),
        ("Military Forces of the United States (2021-2025)", "8", "USA", "MIL"),
        ("Private Security Forces (Peru)", "External/Other forces", "PER", "MIL"),
        ("Protesters (Mozambique)", "Protesters", "MOZ", "CVL"),
        ("Fishers", "7", "MOZ", "CVL"),
        ("Unidentified Foreign Force", "8", None, "MIL"),
    ],
)
def test_whose_an_actor_is(imported, record, actor, inter, country, sector):
    imported("acled", HEADER, row(actor1=actor, inter1=inter))
    party = record.events()[0].actors[0]
    assert (party.name, party.country, party.sector) == (actor, country, sector)


def test_what_is_no_event_of_plovers_is_left_out(imported):
    outcome = imported("acled", HEADER, row(event_type="Strategic developments", sub_event_type="Other"))
    assert outcome.left_out == {"ACLED 'Other'": 1}


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"event_date": "31 February 2021"}, "'31 February 2021' is no day"),
        ({"sub_event_type": "Picnic"}, "'Battles', 'Picnic' is no type of ACLED's"),
        ({"fatalities": "many"}, "'many' is no number of fatalities"),
        ({"event_id_cnty": ""}, "has no event_id_cnty"),
        ({"actor1": "", "actor2": ""}, "names no party"),
    ],
)
def test_bad_rows_are_told_and_can_be_mended(imported, tmp_path, cells, why):
    outcome = imported("acled", HEADER, row(), row(**cells), name="africa.csv")
    assert (outcome.added, outcome.told) == (1, [why])
    lines = (tmp_path / "africa.csv.rejected.csv").read_text().splitlines()
    assert lines[0] == HEADER
    assert lines[2] == row(**cells)


def test_a_line_end_within_quotes_is_no_new_row(imported, record):
    imported("acled", HEADER, row(notes='first\nsecond "line"'))
    assert len(record.events()) == 1


def test_another_file_is_refused(imported):
    with pytest.raises(ExchangeError, match="has no column 'event_id_cnty'"):
        imported("acled", "a,b", "1,2")
