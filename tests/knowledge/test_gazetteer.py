"""Which places are called so: towns and districts, regions, countries, seas and rivers, in every spelling."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.knowledge.gazetteer import Toponym, country_named, of_people, places_named, region_of
from detente.knowledge.place_table import Row, folded, plain, rows_named
from detente.knowledge.tables import rows


def largest(name: str) -> Toponym:
    return max(places_named(name), key=lambda place: place.population)


@pytest.mark.parametrize(
    ("name", "found", "kind", "country"),
    [
        ("Khartoum", "Khartoum", "capital", "SDN"),
        ("Gonesse", "Gonesse", "town", "FRA"),
        ("United Kingdom", "United Kingdom", "country", "GBR"),
        ("Scotland", "Scotland", "region", "GBR"),
        ("Karnataka", "Karnataka", "region", "IND"),
        ("Rapides Parish", "Rapides Parish", "district", "USA"),
        # however it is spelt
        ("São Paulo", "São Paulo", "town", "BRA"),
        ("SAO PAULO", "São Paulo", "town", "BRA"),
        ("Zurich", "Zürich", "town", "CHE"),
        ("Saint Louis", "St. Louis", "town", "USA"),
        ("Ft. Worth", "Fort Worth", "town", "USA"),
        ("Port au Prince", "Port-au-Prince", "capital", "HTI"),
        # as it was called once
        ("Bombay", "Bombay", "once", "IND"),
        ("Saigon", "Saigon", "once", "VNM"),
        # the project's own places
        ("Camp David", "Camp David", "feature", "USA"),
        ("Kanawha River", "Kanawha River", "feature", "USA"),
    ],
)
def test_a_place_by_its_names(name, found, kind, country):
    place = next(p for p in sorted(places_named(name), key=lambda p: -p.population) if p.kind == kind)
    assert (folded(place.name), place.country) == (folded(found), country)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("La.", "Louisiana"),
        ("W.Va.", "West Virginia"),
        ("Ont.", "Ontario"),
        ("NSW", "New South Wales"),
        ("US", "United States"),
        ("U.S.", "United States"),
    ],
)
def test_an_abbreviation_is_known_as_it_is_written(form, name):
    assert name in [place.name for place in places_named(form)]


@pytest.mark.parametrize("word", ["us", "Us", "Mass", "Ill", "Miss", "Qwertyville", ""])
def test_a_word_that_looks_like_one_is_none(word):
    assert not [place for place in places_named(word) if place.kind in {"country", "region"}]


@pytest.mark.parametrize(
    ("word", "name"),
    [("Georgian", "Georgia"), ("Texans", "Texas"), ("Scottish", "Scotland"), ("Kenyans", "Kenya"), ("U.S.", None)],
)
def test_the_country_or_region_of_a_people(word, name):
    found = of_people(word)
    assert (found.name if found else None) == name


def test_a_place_lies_in_its_region_and_its_country_and_by_its_district():
    alexandria = next(p for p in places_named("Alexandria") if p.region == "LA")
    (parish,) = places_named("Rapides Parish")
    louisiana = region_of(alexandria)
    assert louisiana is not None
    assert louisiana.name == "Louisiana"
    assert all(alexandria.lies_in(holder) for holder in (parish, louisiana, country_named("USA")))
    assert not alexandria.lies_in(country_named("EGY"))


def test_the_distance_between_two_places():
    assert round(largest("London").distance(largest("Paris")), -1) == 340
    assert largest("Paris").distance(Toponym("Nowhere", "feature", None, None, None, None, None, 0)) is None


def test_a_town_has_its_geonames_id():
    (khartoum,) = (place for place in places_named("Khartoum") if place.kind == "capital")
    assert khartoum.geonames_id == 379252


def test_every_country_has_a_centre():
    assert {row["code"] for row in rows("countries")} == {row["code"] for row in rows("centres")}


def test_every_region_is_of_a_known_country():
    assert {row["country"] for row in rows("regions")} <= {row["code"] for row in rows("countries")}


def test_a_row_is_read_as_it_was_written():
    row = Row("Sankt Pölten", "town", 2766429, 48.204, 15.627, "AT", "03", 49005, 40)
    assert Row.of(row.line()) == row


def test_the_first_and_the_last_name_of_the_table_are_found_too():
    assert rows_named("a") == ()
    assert all(rows_named(folded(name)) for name in ("Aachen", "Zywiec"))


@settings(deadline=None)
@given(st.text())
def test_no_name_breaks_the_search(name):
    places_named(name)
    assert "-" not in plain(name)
    assert folded(folded(name)) == folded(name)
