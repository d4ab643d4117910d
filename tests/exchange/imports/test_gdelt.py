"""GDELT's rows, in all three shapes."""

import datetime as dt

import pytest

COMMON = 26
"""Columns before the code."""


KENYA, TANZANIA = ("KENGOV", "NAIROBI"), ("TZA", "TANZANIA")


def row(code="042", *, columns=58, id_="900000001", day="20190304", actors=(KENYA, TANZANIA)):
    """A row of GDELT: id and day, two actors of ten columns each, code, counts, three places, when it was added."""
    (one, one_name), (other, other_name) = actors
    cells = [id_, day, day[:6], day[:4], "2019.1", one, one_name, *[""] * 8, other, other_name, *[""] * 8, "1"]
    assert len(cells) == COMMON
    cells += [code, code[:3], code[:2], "1", "1.9", "40", "7", "40", "2.5"]
    nowhere = ["0", "", "", "", *([""] if columns == 61 else []), "", "", ""]
    arusha = [
        "4",
        "Arusha, Arusha, Tanzania",
        "TZ",
        "TZ26",
        *(["999"] if columns == 61 else []),
        "-3.36",
        "36.68",
        "-1",
    ]
    cells += nowhere + nowhere + arusha
    cells += ["20190305120000" if columns == 61 else "20190305"]
    cells += ["https://example.org/a"] if columns > 57 else []
    assert len(cells) == columns
    return "\t".join(cells)


@pytest.mark.parametrize(("columns", "set_"), [(57, "gdelt1"), (58, "gdelt1"), (61, "gdelt2")])
def test_a_row_of_each_version(imported, record, columns, set_):
    imported("gdelt", row(columns=columns))
    (event,) = record.events()
    assert (event.type, event.mode, event.front, event.quad) == ("CONSULT", "visit", "diplomatic", "verbal cooperation")
    assert [(p.role, p.name, p.country, p.sector) for p in event.parties] == [
        ("actor", "NAIROBI", "KEN", "GOV"),
        ("recipient", "TANZANIA", "TZA", None),
    ]
    assert (event.happened.start, event.happened.end, event.happened.precision) == (*[dt.date(2019, 3, 4)] * 2, "day")
    assert event.first_told == dt.date(2019, 3, 5)
    assert (event.place.name, event.place.country) == ("Arusha, Arusha, Tanzania", "TZA")
    assert (event.place.lat, event.place.lon) == (-3.36, 36.68)
    assert event.origin.model_dump() == {"set": set_, "version": "set.tsv", "row": "900000001", "code": "042"}


def test_forty_stories_are_no_corroboration(imported, record):
    imported("gdelt", row())
    (event,) = record.events()
    assert (event.status, event.sources, event.claims, event.confidence) == ("imported", (), (), None)
    assert len(record.events(status="corroborated")) == 0


def test_a_host_is_the_one_visited(imported, record):
    imported("gdelt", row("043"))
    (event,) = record.events()
    assert [p.name for p in event.actors] == ["TANZANIA"]
    assert [p.name for p in event.recipients] == ["NAIROBI"]


def test_one_row_in_both_versions_is_two_events(imported, record):
    imported("gdelt", row(columns=58))
    imported("gdelt", row(columns=61))
    assert len(record.events()) == 2


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (row("999"), "code '999' is none of CAMEO's"),
        (row(day="20191399"), "'20191399' is no day"),
        (row(id_="x"), "'x' is no id of an event"),
        (row(actors=(("", ""), ("", ""))), "names no party"),
        (row().replace("-3.36", "93.36"), "'93.36' is no coordinate"),
        (row().replace("-3.36", "south"), "'south' is no coordinate"),
        (row() + "\tmore\tmore", "has 60 columns, not 57, 58 or 61"),
    ],
)
def test_a_bad_row_is_told(imported, line, why):
    outcome = imported("gdelt", row(id_="1"), line)
    assert (outcome.added, outcome.rejected, outcome.told) == (1, 1, [why])


def test_a_statement_is_left_out(imported):
    outcome = imported("gdelt", row("010"), row("010", id_="2"), row(id_="3"))
    assert outcome.left_out == {"CAMEO 010 (make statement, not specified below)": 2}
    assert (outcome.added, outcome.rejected) == (1, 0)
