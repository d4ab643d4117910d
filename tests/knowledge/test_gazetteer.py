"""Which place a name means: by what lies near, by what the text says it lies within, else by its size."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.knowledge.gazetteer import plain, toponym


@pytest.mark.parametrize(
    ("name", "found", "country"),
    [
        ("Khartoum", "Khartoum", "SDN"),
        ("Washington", "Washington", "USA"),
        ("Washington, D.C.", "Washington", "USA"),
        ("New York", "New York City", "USA"),
        ("Georgia", "Georgia", "GEO"),
        ("the United Kingdom", "United Kingdom", "GBR"),
        ("Astana", "Astana", "KAZ"),
        # written without its accents
        ("São Paulo", "São Paulo", "BRA"),
        ("Sao Paulo", "São Paulo", "BRA"),
        ("Zurich", "Zürich", "CHE"),
        # as it was called once
        ("Peking", "Beijing", "CHN"),
        ("Bombay", "Mumbai", "IND"),
        ("Saigon", "Ho Chi Minh City", "VNM"),
        ("Leningrad", "Saint Petersburg", "RUS"),
        ("Danzig", "Gdańsk", "POL"),
        # the project's own places
        ("Scarborough Shoal", "Scarborough Shoal", None),
        ("Camp David", "Camp David", "USA"),
    ],
)
def test_a_name_means_the_largest_place_so_called(name, found, country):
    place = toponym(name)
    assert place is not None
    assert (place.name, place.country) == (found, country)


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Tripoli", set(), "LBY"),
        ("Tripoli", {"LBN", "ISR"}, "LBN"),
        ("Cordoba", {"ESP"}, "ESP"),
        ("Cordoba", {"BRA", "ARG"}, "ARG"),
        ("Hyderabad", {"PAK"}, "PAK"),
        ("Donetsk", {"RUS"}, "RUS"),
    ],
)
def test_a_place_in_a_country_named_nearby_goes_first(name, near, country):
    assert toponym(name, near).country == country


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Vienna", {"IRN", "USA"}, "AUT"),
        ("Geneva", {"USA"}, "CHE"),
        ("London", {"CAN"}, "GBR"),
        ("Paris", {"USA"}, "FRA"),
    ],
)
def test_a_small_town_of_a_country_named_nearby_hides_no_great_city(name, near, country):
    assert toponym(name, near).country == country


@pytest.mark.parametrize(
    ("name", "within", "country"),
    [("Tripoli", "Lebanon", "LBN"), ("Paris", "Texas", "USA"), ("Birmingham", "Alabama", "USA")],
)
def test_a_place_lies_within_what_the_text_says(name, within, country):
    place = toponym(name, within=within)
    assert place is not None
    assert place.country == country


def test_a_place_that_is_not_there_is_none():
    assert toponym("Tripoli", within="Peru") is None
    assert toponym("Tripoli", within="Nowhere-on-Sea") is None
    assert toponym("Qwertyville") is None


@settings(deadline=None)
@given(st.text())
def test_no_name_breaks_the_search(name):
    toponym(name)
    assert "-" not in plain(name)
