"""Who the codes and names of sets mean."""

import datetime as dt

import pytest

from detente.exchange.parties import country_named, icews_sector, of_cameo, of_name, sector_of_icews

DAY = dt.date(2014, 5, 1)


@pytest.mark.parametrize(
    ("code", "country", "organisation", "sector", "name"),
    [
        ("KEN", "KEN", None, None, "Kenya"),
        ("KENGOV", "KEN", None, "GOV", "Kenya GOV"),
        ("KENMILREB", "KEN", None, "MIL", "Kenya MIL"),
        ("ROMGOV", "ROU", None, "GOV", "Romania GOV"),
        ("IGOUNO", None, "UN", "IGO", "United Nations"),
        ("IGOUNOWHO", None, "WHO", "IGO", "World Health Organization"),
        ("IGOEUREEC", None, "EU", "IGO", "European Union"),
        ("MNCFRA", "FRA", None, "BUS", "France BUS"),
        ("---COP", None, None, "COP", "COP"),
        ("AFR", None, None, None, "Africa"),
        ("ZZZ", None, None, None, "ZZZ"),
    ],
)
def test_a_cameo_code_is_read_three_letters_at_a_time(code, country, organisation, sector, name):
    party = of_cameo(code, "", "actor")
    assert (party.country, party.organisation, party.sector, party.name) == (country, organisation, sector, name)


def test_a_set_s_own_name_is_kept():
    assert of_cameo("KENCOP", "MOMBASA", "recipient").name == "MOMBASA"


def test_nobody_is_nobody():
    assert of_cameo("", "", "actor") is None
    assert of_cameo("---", " ", "actor") is None


@pytest.mark.parametrize(
    ("name", "country", "organisation", "sector"),
    [
        ("Uruguay", "URY", None, None),
        ("Police (Uruguay)", "URY", None, "COP"),
        ("Foreign Affairs (Uruguay)", "URY", None, "GOV"),
        ("Women (Palestinian Territory, Occupied)", "PSE", None, "CVL"),
        ("Military (Atlantis)", None, None, "MIL"),
        ("UN Security Council", None, "UNSC", "IGO"),
        ("Boko Haram", "NGA", "BOKOHARAM", "REB"),
        ("Nobody Known", None, None, None),
    ],
)
def test_a_name_is_looked_up(name, country, organisation, sector):
    known = of_name(name, DAY)
    assert (known.country, known.organisation, known.sector) == (country, organisation, sector)


def test_a_person_is_in_office_on_that_day():
    assert of_name("Angela Merkel", DAY).office == "chancellor"
    assert of_name("Sergey Viktorovich Lavrov", DAY).country == "RUS"


@pytest.mark.parametrize(
    ("sectors", "ours"),
    [
        ("Executive,Foreign Ministry,Government", "GOV"),
        ("Military,Government", "MIL"),
        ("Government,Police", "COP"),
        ("Parties,(National) Major Party,Legislative / Parliamentary", "LEG"),
        ("NA", None),
    ],
)
def test_of_many_sectors_the_most_telling_counts(sectors, ours):
    assert sector_of_icews(sectors) == ours


@pytest.mark.parametrize("sector", ["GOV", "MIL", "COP", "REB", "PTY", "IGO", "NGO", "CVL", "MED"])
def test_a_sector_goes_there_and_back(sector):
    assert sector_of_icews(icews_sector(sector)) == sector


def test_a_country_is_no_organisation():
    assert country_named("Russian Federation") == "RUS"
    assert country_named("NATO") is None
