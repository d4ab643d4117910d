"""How many: the number that belongs to an act, and the numbers that belong to days, ages and shares."""

import pytest

from detente.claims.quantities import number_of

COUNTED = [
    ("Jordan expelled 20 Iraqi diplomats on Sunday.", "20 Iraqi diplomats", 20, "Iraqi diplomats"),
    ("India expelled twenty-five Pakistani diplomats.", "twenty-five Pakistani diplomats", 25, "Pakistani diplomats"),
    ("Israel detained two dozen Lebanese soldiers.", "two dozen Lebanese soldiers", 24, "Lebanese soldiers"),
    ("Russia sent some 3,000 troops to Syria.", "some 3,000 troops", 3000, "troops"),
    ("Libya freed more than 100 Tunisian prisoners.", "more than 100 Tunisian prisoners", 100, "Tunisian prisoners"),
    ("Russian missiles killed 12 people in Ukraine.", "12 people", 12, "people"),
    ("Twenty Russian soldiers were killed by Ukraine.", "Twenty Russian soldiers", 20, "Russian soldiers"),
    ("France will send 12 Rafale jets to India.", "12 Rafale jets", 12, "Rafale jets"),
    ("China and Russia signed 15 agreements.", "15 agreements", 15, "agreements"),
    ("The United States gave Egypt $50 million in aid.", "$50 million", 50e6, "dollars"),
    ("Japan gave the Philippines a $200 million loan.", "$200 million", 200e6, "dollars"),
    ("Britain pledged £1.2 billion to Ukraine.", "£1.2 billion", 1.2e9, "pounds"),
    ("Kuwait sent Iraq $10 to $15 million in aid.", "$10 to $15 million", 10e6, "dollars"),
]
NOT_COUNTED = [
    ("Iraq attacked Iran three times in two weeks.", "attacked"),
    ("Iran killed a 44-year-old Israeli.", "killed"),
    ("Turkey raised tariffs on Russian goods by 20 percent.", "raised"),
    ("Israel attacked Egypt on June 5.", "attacked"),
    ("Iraq invaded Kuwait in 1990.", "invaded"),
    ("Israel bombed Lebanon for the 25th day.", "bombed"),
    ("Hungary expelled dozens of Russian diplomats.", "expelled"),
    ("Mali expelled the French ambassador within 72 hours.", "expelled"),
    ("Iran accused Israel of killing 12 Iranian soldiers.", "accused"),
]


@pytest.mark.parametrize(("text", "words", "number", "unit"), COUNTED)
def test_a_number_of_what_an_act_is_about_is_its_quantity(reader, text, words, number, unit):
    claims = reader.read(text, date="2013-09-02").claims
    assert claims, "no claim at all"
    quantity = claims[0].quantity
    assert quantity is not None
    assert (quantity.text, quantity.number, quantity.unit) == (words, number, unit)
    assert text[slice(*quantity.span)] == words


@pytest.mark.parametrize(("text", "word"), NOT_COUNTED)
def test_a_number_of_days_times_years_or_shares_is_none(reader, text, word):
    found = [claim for claim in reader.read(text, date="2013-09-02").claims if word in claim.trigger.text]
    assert found, "no claim at all"
    assert found[0].quantity is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1,200", 1200),
        ("2.5 million", 2.5e6),
        ("twenty", 20),
        ("twenty - five", 25),
        ("two dozen", 24),
        ("two hundred fifty", 250),
        ("1.5bn", 1.5e9),
        ("10 to 15", 10),
        ("10 to 15 million", 10e6),
        ("at least 40", 40),
        ("several", None),
        ("", None),
    ],
)
def test_a_number_in_words_or_figures_is_read(written, number):
    assert number_of(written.split()) == number
