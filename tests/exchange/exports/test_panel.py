"""Panels: a line a month, zeros where nothing happened."""

import csv
import io

import pytest

from detente.exchange.exports.panel import COUNTED, write_country_panel, write_panel


@pytest.fixture
def kept(record, make_claim, make_reading):
    record.keep(
        make_reading(
            make_claim("AID", ("JPN",), ("VUT",), day="1999-11-20"),
            make_claim("CONSULT", ("JPN", "FJI"), reciprocal=True, day="1999-11-21", mode="meet"),
            make_claim("SANCTION", ("JPN",), ("VUT", "FJI"), day="2000-02-01"),
            make_claim("ASSAULT", ("JPN",), ("VUT",), day="2000-02-02", factuality="CT-"),
            make_claim("PROTEST", ("JPN",), (), day="2001-01-01"),
        )
    )
    return record.events()


def lines(write, events):
    out = io.BytesIO()
    write(iter(events), out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode())))


def test_a_line_for_each_month_of_each_dyad(kept):
    found = lines(write_panel, kept)
    assert [(line["actor"], line["recipient"], line["date"][:7]) for line in found] == [
        (actor, recipient, month)
        for actor, recipient in (("FJI", "JPN"), ("JPN", "FJI"), ("JPN", "VUT"))
        for month in ("1999-11", "1999-12", "2000-01", "2000-02")
    ]


def test_counts_are_by_quad_and_type_and_denials_are_none(kept):
    by_month = {line["date"]: line for line in lines(write_panel, kept) if line["recipient"] == "VUT"}
    november, january, february = (by_month[day] for day in ("1999-11-01", "2000-01-01", "2000-02-01"))
    assert {column: november[column] for column in COUNTED if november[column] != "0"} == {
        "events": "1", "matcoop": "1", "aid": "1",
    }  # fmt: skip
    assert [january[column] for column in COUNTED] == ["0"] * len(COUNTED)
    assert (february["events"], february["matconf"], february["sanction"], february["assault"]) == ("1", "1", "1", "0")


def test_time_is_as_r_and_stata_count_it(kept):
    line = lines(write_panel, kept)[0]
    assert (line["year"], line["mon"], line["month"], line["date"]) == ("1999", "11", "478", "1999-11-01")
    assert all(len(column) <= 32 and column.islower() for column in line)


def test_a_country_panel_has_a_line_for_each_month_of_each_state(kept):
    found = lines(write_country_panel, kept)
    assert {(line["country"], line["country_name"]) for line in found} == {("FJI", "Fiji"), ("JPN", "Japan")}
    assert [line["events"] for line in found if line["country"] == "JPN"] == ["2", "0", "0", "1"]
