"""Which words of a text name places: not persons, streets, saints or words with a capital."""

import pytest

NAMED = [
    ("The ministers met in Lisbon and Ljubljana.", ["Lisbon", "Ljubljana"]),
    ("Floods hit Fargo, N.D., and Winona, Minn., on Monday.", ["Fargo", "N.D.", "Winona", "Minn."]),
    ("The city of Bergen and the Hardanger villages lost power.", ["Bergen"]),
    ("Sheriffs of Butler and Warren counties in Ohio warned of ice.", ["Butler", "Warren", "Ohio"]),
    ("Laurel County officials opened a bridge over the Rockcastle River.", ["Laurel County", "Rockcastle River"]),
    ("OSLO (Example Wire) - Norway's ferries stopped.", ["OSLO", "Norway"]),
    ("The U.S.-led force left Bagram.", ["U.S.", "Bagram"]),
    ("Sen. Ada Cole, D-N.M., voted against the dam.", ["N.M."]),
    ("Spanish and Moroccan police searched the Strait of Gibraltar.", ["Spanish", "Moroccan", "Strait of Gibraltar"]),
    ("The Lagos Chamber of Commerce sued the University of Ibadan.", ["Lagos", "Ibadan"]),
    ("Miami-Dade teachers visited Port-au-Prince.", ["Miami-Dade", "Port-au-Prince"]),
    ("Fighting spread from Kunduz to Mazar-i-Sharif.", ["Kunduz", "Mazar-i-Sharif"]),
    ("Guinea-Bissau and Guinea opened the road.", ["Guinea-Bissau", "Guinea"]),
    ("Prices rose in Sao Paulo, Zurich and St. Louis.", ["Sao Paulo", "Zurich", "St. Louis"]),
]  # fmt: skip
NO_PLACES = [
    # persons
    "George Washington never met Paris Hilton or Michael Jordan.",
    "Mr. Lincoln said that Mrs. Houston had left.",
    "Judge Florence Kingston, 61, retired.",
    "Sydney Carter spoke. Carter said the vote was close.",
    # streets and saints
    "The fire began on Lincoln Street near Washington Avenue.",
    "They marched on St. Patrick's Day.",
    # words with a capital, things, languages
    "Police said the Council would meet on March 3 at the Center.",
    "She speaks English and wore a panama hat over her bone china cups.",
    "Reading is hard. Nice people help. Of course they do.",
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_the_places_that_a_text_names(places, text, named):
    assert [p.text for p in places(text)] == named


@pytest.mark.parametrize("text", NO_PLACES)
def test_what_only_looks_like_a_place(places, text):
    assert [p.text for p in places(text)] == []


def test_the_characters_of_a_place_are_those_of_the_report(places):
    text = "Storms reached Nantes.\n\nThen they reached Brest, on the Atlantic Ocean."
    assert [text[slice(*p.span)] for p in places(text)] == ["Nantes", "Brest", "Atlantic Ocean"]


def test_a_name_that_is_a_persons_in_the_report_is_no_place_there(places):
    text = "Prosecutors charged Helen Lancaster with fraud. Lancaster denied it. Lancaster said she had paid."
    assert places(text) == []


def test_an_obscure_town_far_from_all_else_is_no_place(places):
    """There is a Parkinson in Australia, but a report of Norway does not mean it."""
    assert [p.text for p in places("Doctors in Oslo, Norway, found a drug for Parkinson patients.")] == [
        "Oslo",
        "Norway",
    ]
