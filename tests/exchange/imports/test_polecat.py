"""POLECAT's rows: PLOVER already."""

import datetime as dt

import pytest

from detente.errors import ExchangeError

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
HEADER = "\t".join(COLUMNS)


def row(**cells):
    filled = dict.fromkeys(COLUMNS, "") | {
        "Event ID": "20210714-0001-abc_CONSULT_meet",
        "Event Date": "2021-07-13",
        "Event Type": "CONSULT",
        "Event Mode": "meet",
        "Contexts": "economic;environment",
        "Actor Name": "Government of Ghana",
        "Actor Country": "GHA",
        "Primary Actor Sector": "GOV",
        "Actor Title": "minister of trade",
        "Recipient Name": "African Union",
        "Recipient Country": "None",
        "City": "Accra",
        "Country": "GHA",
        "Latitude": "5.55",
        "Longitude": "-0.2",
        "GeoNames ID": "2306104",
        "Publication Date": "2021-07-14",
        "Version": "NGEC_coder-Vers001",
    }
    return "\t".join((filled | {name.replace("_", " "): cell for name, cell in cells.items()}).values())


def test_a_row(imported, record):
    imported("polecat", HEADER, row())
    (event,) = record.events()
    assert (event.type, event.mode, event.contexts, event.front) == (
        "CONSULT", "meet", ("economic", "environment"), "economic",
    )  # fmt: skip
    ghana, union = event.parties
    assert (ghana.role, ghana.name, ghana.country, ghana.sector, ghana.office) == (
        "actor", "Government of Ghana", "GHA", "GOV", "minister of trade",
    )  # fmt: skip
    assert (union.role, union.country, union.organisation, union.sector) == ("recipient", None, "AU", "IGO")
    assert (event.place.name, event.place.geonames_id, event.place.lat) == ("Accra", 2306104, 5.55)
    assert (event.day, event.first_told) == (dt.date(2021, 7, 13), dt.date(2021, 7, 14))
    assert (event.origin.set, event.origin.version) == ("polecat", "NGEC_coder-Vers001")


def test_several_in_one_cell_are_several_parties(imported, record):
    imported("polecat", HEADER, row(Actor_Name="Ghana;Togo", Actor_Country="GHA;TGO", Primary_Actor_Sector="GOV;MIL"))
    assert [(p.name, p.country, p.sector) for p in record.events()[0].actors] == [
        ("Ghana", "GHA", "GOV"),
        ("Togo", "TGO", "MIL"),
    ]


def test_columns_may_stand_in_any_order(imported, record):
    turned = ["\t".join(reversed(line.split("\t"))) for line in (HEADER, row())]
    assert imported("polecat", *turned).added == 1
    assert record.events()[0].actors[0].country == "GHA"


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"Event_Type": "HUG"}, "type 'HUG' is none of PLOVER's"),
        ({"Event_Date": ""}, "'' is no day"),
        ({"Event_ID": ""}, "has no Event ID"),
        ({"Longitude": "181"}, "'181' is no coordinate"),
    ],
)
def test_bad_rows_are_told(imported, cells, why):
    assert imported("polecat", HEADER, row(**cells)).told == [why]


def test_a_mode_that_the_type_has_not_is_left_out(imported, record):
    imported("polecat", HEADER, row(Event_Mode="riot"))
    assert record.events()[0].mode is None


def test_a_file_without_the_columns_is_refused(imported):
    with pytest.raises(ExchangeError, match="has no column 'Event Mode'"):
        imported("polecat", HEADER.replace("Event Mode", "Mode"))
