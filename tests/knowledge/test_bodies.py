"""Organisations and groups: enough of them, each once, with members that exist."""

import pytest

from detente.knowledge.countries import bodies, countries
from detente.knowledge.tables import rows, several

SECTORS = {row["sector"] for row in rows("agents")} | {"IGO", "NGO", "PAR"}
KNOWN = [
    ("UN", None, "IGO"),
    ("NATO", None, "IGO"),
    ("EU", None, "IGO"),
    ("AU", None, "IGO"),
    ("AL", None, "IGO"),
    ("ASEAN", None, "IGO"),
    ("ECOWAS", None, "IGO"),
    ("OAS", None, "IGO"),
    ("IAEA", None, "IGO"),
    ("HAMAS", "PSE", "REB"),
    ("HEZBOLLAH", "LBN", "REB"),
    ("IS", None, "REB"),
    ("POLISARIO", "ESH", "REB"),
]


@pytest.mark.parametrize(("table", "least"), [("groups", 150), ("organisations", 150)])
def test_there_are_enough_and_none_twice(table, least):
    codes = [row["code"] for row in rows(table)]
    assert len(codes) >= least
    assert len(codes) == len(set(codes))


def test_no_code_is_in_both_tables():
    assert not {row["code"] for row in rows("groups")} & {row["code"] for row in rows("organisations")}


def test_countries_and_members_exist():
    for row in rows("groups"):
        assert not row["country"] or row["country"] in countries(), row["code"]
    for row in rows("organisations"):
        assert set(several(row["members"])) <= countries().keys(), row["code"]
        assert not row["seat_country"] or row["seat_country"] in countries(), row["code"]


def test_sectors_are_plovers():
    assert {body.sector for body in bodies().values()} <= SECTORS


@pytest.mark.parametrize(("code", "country", "sector"), KNOWN)
def test_a_body_has_its_country_and_sector(code, country, sector):
    body = bodies()[code]
    assert (body.country, body.sector) == (country, sector)


def test_no_name_stands_for_two_organisations():
    seen: dict[str, str] = {}
    for row in rows("organisations"):
        for name in dict.fromkeys((row["name"], *several(row["aliases"]))):
            assert seen.setdefault(name, row["code"]) == row["code"], (name, row["code"], seen[name])
