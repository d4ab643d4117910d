"""Offices and acting nouns lend a PLOVER sector; a title is one person's or several people's."""

import pytest

from detente.knowledge.roles import roles, sector_of_modifier
from detente.knowledge.tables import rows
from detente.knowledge.words import words

PLOVER_SECTORS = {
    "GOV", "MIL", "PAR", "REB", "COP", "JUD", "LEG", "OPP", "PTY", "SPY", "CVL", "BUS", "LAB", "MED", "EDU", "REL",
    "HLH", "REF", "CRM", "ELI", "ENV", "HRI", "DEV", "UAF", "IGO", "NGO",
}  # fmt: skip


def test_every_sector_is_plovers_or_open():
    tables = [row for table in ("agents", "offices", "seats", "figures", "groups") for row in rows(table)]
    assert {row["sector"] for row in tables if row["sector"]} <= PLOVER_SECTORS
    assert {row["sector"] for row in rows("sector_modifiers")} <= PLOVER_SECTORS


@pytest.mark.parametrize("table", ["agents", "offices"])
def test_no_noun_is_twice_in_a_table(table):
    column = "noun" if table == "agents" else "title"
    nouns = [row[column].lower() for row in rows(table)]
    assert sorted({noun for noun in nouns if nouns.count(noun) > 1}) == []


@pytest.mark.parametrize(
    ("noun", "sector", "office", "person"),
    [
        ("foreign minister", "GOV", "foreign minister", True),
        ("foreign ministers", "GOV", "foreign minister", False),
        ("minister for foreign affairs", "GOV", "foreign minister", True),
        ("premier", "GOV", "prime minister", True),
        ("vice premier", "GOV", "deputy prime minister", True),
        ("gen.", "MIL", "general", True),
        ("former president", "ELI", "former president", True),
        ("opposition leader", "OPP", "opposition leader", True),
        ("soldiers", "MIL", None, False),
        ("fisherman", "CVL", None, True),
        ("police", "COP", None, False),
        ("tanker", "BUS", None, False),
        ("parliament", "LEG", None, False),
        ("embassy", "GOV", None, False),
    ],
)
def test_a_noun_acts_as(noun, sector, office, person):
    role = roles()[noun]
    assert (role.sector, role.office, role.person) == (sector, office, person)


def test_an_institution_abroad_is_known_as_one():
    assert {noun for noun in ("embassy", "consulate", "army") if roles()[noun].abroad} == {"embassy", "consulate"}


def test_a_written_out_title_names_the_office():
    assert roles()["gen."].noun == "general"
    assert roles()["foreign ministers"].title == "foreign minister"
    assert roles()["ambassadors"].title is None


def test_a_modifier_lends_its_sector():
    assert (sector_of_modifier("naval"), sector_of_modifier("rebel"), sector_of_modifier("green")) == (
        "MIL",
        "REB",
        None,
    )


def test_offices_of_one_holder_are_offices():
    offices = {role.office for role in roles().values()}
    assert words("offices of one holder") <= offices
