"""ICEWS's rows: as published, and the short ones."""

import datetime as dt

import pytest

from detente.errors import ExchangeError
from detente.exchange.imports.icews import FULL

HEADER = "\t".join(FULL)
SHORT = "set\tdate\tsource\trelation\tcameo\ttarget"


def row(**cells):
    filled = dict.fromkeys(FULL, "NA") | {
        "Event ID": "70000001",
        "Event Date": "2016-02-29",
        "Source Name": "Ministry (Paraguay)",
        "Source Sectors": "Executive,Finance / Economy / Commerce / Trade Ministry,Government",
        "Source Country": "Paraguay",
        "CAMEO Code": "061",
        "Target Name": "Chile",
        "Target Country": "Chile",
        "City": "Iquique",
        "Province": "Tarapaca",
        "Country": "Chile",
        "Latitude": "-20.22",
        "Longitude": "-70.14",
    }
    return "\t".join((filled | {name.replace("_", " "): cell for name, cell in cells.items()}).values())


def test_a_published_row(imported, record):
    imported("icews", HEADER, row(), name="events.2016.20170101.tab")
    (event,) = record.events()
    assert (event.type, event.contexts, event.front) == ("COOPERATE", ("economic",), "economic")
    assert [(p.name, p.country, p.sector) for p in event.parties] == [
        ("Ministry (Paraguay)", "PRY", "GOV"),
        ("Chile", "CHL", None),
    ]
    assert (event.place.name, event.place.country, event.place.lat) == ("Iquique", "CHL", -20.22)
    assert event.origin.model_dump() == {
        "set": "icews", "version": "events.2016.20170101.tab", "row": "70000001", "code": "061",
    }  # fmt: skip


def test_a_short_row(imported, record):
    imported("icews", SHORT, "x\t2011-08-09\tProtester (Malta)\tprotest\t141\tGovernment (Malta)")
    (event,) = record.events()
    assert (event.type, event.mode, event.front) == ("PROTEST", "demo", "domestic")
    assert [(p.country, p.sector) for p in event.parties] == [("MLT", "OPP"), ("MLT", "GOV")]
    assert event.day == dt.date(2011, 8, 9)
    assert event.origin.row == "2011-08-09 | Protester (Malta) | protest | 141 | Government (Malta)"


def test_a_short_row_is_known_by_what_it_says(imported, record):
    line = "x\t2011-08-09\tMalta\tvisit\t042\tItaly"
    imported("icews", SHORT, line)
    outcome = imported("icews", SHORT, "x\t2011-08-10\tMalta\tvisit\t042\tItaly", line, name="other.tsv")
    assert (outcome.added, outcome.known) == (1, 1)
    assert len(record.events()) == 2


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"Event_ID": ""}, "has no Event ID"),
        ({"Event_Date": "2015-02-29"}, "'2015-02-29' is no day"),
        ({"CAMEO_Code": "---"}, "code '---' is none of CAMEO's"),
        ({"Latitude": "nan"}, None),
        ({"Source_Name": "NA", "Target_Name": ""}, "names no party"),
    ],
)
def test_bad_rows_are_told(imported, cells, why):
    outcome = imported("icews", HEADER, row(**cells))
    assert outcome.told == ([why] if why else [])


def test_another_file_is_refused(imported):
    with pytest.raises(ExchangeError, match="has not the columns of ICEWS"):
        imported("icews", "a\tb\tc", "1\t2\t3")
