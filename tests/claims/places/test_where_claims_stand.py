"""Where an act took place: names that a preposition of place brings in, and names that only act or are aimed at."""

import pytest

from detente.claims.claim import Claim

AT_A_PLACE = [
    ("The Iranian and Russian presidents met in Moscow.", "met", "Moscow", "RUS"),
    ("Washington and Beijing held talks in Geneva.", "talks", "Geneva", "CHE"),
    ("Britain and Argentina met on the sidelines of the summit in Osaka.", "met", "Osaka", "JPN"),
    ("Israel bombed Iranian troops outside Damascus.", "bombed", "Damascus", "SYR"),
    ("Turkish troops attacked Kurdish fighters in northern Iraq.", "attacked", "Iraq", "IRQ"),
    ("Iran seized a British tanker in the Strait of Hormuz.", "seized", "Strait of Hormuz", None),
    ("India and Pakistan exchanged fire along the Line of Control.", "fire", "Line of Control", None),
    ("The British embassy in Tehran was attacked by Iranian protesters.", "attacked", "Tehran", "IRN"),
    ("Two U.S. soldiers were killed by Iranian forces at a base in Jordan.", "killed", "Jordan", "JOR"),
    ("The U.S. and Iranian ministers met at the United Nations in New York.", "met", "New York", "USA"),
    ("Azerbaijan shot down a Russian helicopter over Armenia.", "shot", "Armenia", "ARM"),
    # the goal of a motion, and what is visited
    ("The Chinese president flew to Islamabad to meet Pakistan's prime minister.", "flew", "Islamabad", "PAK"),
    ("The Cuban foreign minister visited Hanoi and met Vietnam's president.", "visited", "Hanoi", "VNM"),
    # a noun brings in the name
    ("Russia bombed Ukrainian troops in the Ukrainian city of Bakhmut.", "bombed", "Bakhmut", "UKR"),
    ("Russia bombed Ukrainian troops in the Ukrainian capital, Kyiv.", "bombed", "Kyiv", "UKR"),
    ("The Turkish and Iranian presidents met in the Syrian capital.", "met", "Syrian capital", "SYR"),
]  # fmt: skip
NO_PLACE = [
    # capitals that speak and act
    ("Moscow said on Monday that Kyiv had attacked Russian troops.", "attacked"),
    ("Tehran accused Washington of sanctioning Iran.", "accused"),
    # targets
    ("North Korea fired missiles at South Korea.", "fired"),
    ("Iran launched an attack on Israel.", "attack"),
    ("The United States sanctioned Russia over Ukraine.", "sanctioned"),
    # where it was said, what it was about
    ("Officials in Washington said Iran attacked Saudi Arabia.", "attacked"),
    ("Syria accused Israel of bombing Iranian troops in Aleppo.", "accused"),
    # a day and a dateline are no places
    ("Israeli soldiers killed 15 Egyptian soldiers on 3 March.", "killed"),
    ("KHARTOUM, May 14 (Example Wire) - Ethiopia's foreign minister met his Egyptian counterpart.", "met"),
]
WHICH_OF_A_NAME = [
    ("Libyan jets bombed NATO troops in Tripoli.", "bombed", "LBY"),
    ("Lebanon said Israeli jets bombed Lebanese soldiers in Tripoli.", "bombed", "LBN"),
    ("Israeli jets bombed Syrian troops near Tripoli, Lebanon.", "bombed", "LBN"),
    ("The presidents of Argentina and Brazil met in Cordoba.", "met", "ARG"),
    ("The foreign ministers of Spain and Morocco met in Cordoba.", "met", "ESP"),
    ("U.S. troops trained Georgian soldiers in Georgia.", "trained", "GEO"),
    ("India and Bangladesh signed an agreement in Hyderabad.", "signed", "IND"),
    ("The presidents of Serbia and Kosovo met in Washington, D.C., on Monday.", "met", "USA"),
]


@pytest.fixture
def place(reader):
    """The place of the first claim of a text whose trigger has a word."""

    def find(text: str, word: str):
        claims = reader.read(text, date="2012-05-14").claims
        found = [claim for claim in claims if word in claim.trigger.text]
        assert found, f"no claim with {word!r}; only {[c.trigger.text for c in claims]}"
        return found[0].place

    return find


@pytest.mark.parametrize(("text", "word", "name", "country"), AT_A_PLACE)
def test_a_preposition_of_place_brings_in_the_place_of_an_act(place, text, word, name, country):
    found = place(text, word)
    assert found is not None
    assert (found.text, found.country) == (name, country)
    assert text[slice(*found.span)] == name


@pytest.mark.parametrize(("text", "word"), NO_PLACE)
def test_a_name_that_acts_or_is_aimed_at_is_no_place(place, text, word):
    assert place(text, word) is None


@pytest.mark.parametrize(("text", "word", "country"), WHICH_OF_A_NAME)
def test_of_places_of_one_name_the_one_in_a_country_spoken_of_is_meant(place, text, word, country):
    found = place(text, word)
    assert found is not None
    assert found.country == country


def test_a_place_has_its_geonames_id_and_its_coordinates(place):
    khartoum = place("Ethiopia's foreign minister met his Egyptian counterpart in Khartoum.", "met")
    assert khartoum.geonames_id == 379252
    assert (round(khartoum.lat, 1), round(khartoum.lon, 1)) == (15.6, 32.5)


def test_the_place_of_a_claim_comes_back_from_its_json(reader):
    (claim,) = reader.read("The Iranian and Russian presidents met in Moscow.", date="2012-05-14").claims
    assert Claim.model_validate_json(claim.to_json()) == claim
