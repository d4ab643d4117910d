"""What a report only presupposes: a report, its date, and the earlier happening that its words imply.

An expectation is written `"BY TYPE actors > recipients START..END"`; parties as codes joined by +, a dash where there
are none, three dots where a day is open.
"""

import pytest

ORDINAL = [
    ("2019-05-10", "Egypt's foreign minister met his Sudanese counterpart in Khartoum, their third meeting this year.",
     "ordinal CONSULT EGY+SDN > - 2019-01-01..2019-05-10"),
    ("2009-03-04", "Israeli warplanes bombed Lebanon on Tuesday, the second such attack in a week.",
     "ordinal ASSAULT ISR > LBN 2009-02-25..2009-03-04"),
    ("2014-07-02", "The United States imposed a fourth round of sanctions on Russia on Monday.",
     "ordinal SANCTION USA > RUS ...2014-07-02"),
    ("2012-02-01", "Ecuador's president visited Peru for the second time in as many months.",
     "ordinal CONSULT ECU > PER 2011-12-01..2012-02-01"),
    ("2021-02-02", "The second visit by a Chinese minister to Kenya in two weeks ended on Friday.",
     "ordinal CONSULT CHN > KEN 2021-01-19..2021-02-02"),
    ("1994-05-05", "Chad and Libya signed their second border agreement this year.",
     "ordinal SUPPORT TCD+LBY > - 1994-01-01..1994-05-05"),
    ("2005-05-05", "Ethiopia and Eritrea held a second round of talks in Algiers on Thursday.",
     "ordinal CONSULT ETH+ERI > - ...2005-05-05"),
    ("2021-07-07", "It was the third attack by Eritrea on Ethiopia since March.",
     "ordinal ASSAULT ERI > ETH 2021-03-01..2021-07-07"),
    ("2006-06-06", "Russia halted gas supplies to Ukraine for the second time this year.",
     "ordinal SANCTION RUS > UKR 2006-01-01..2006-06-06"),
]  # fmt: skip

SINCE = [
    ("1998-06-01", "India and Pakistan held talks in Delhi, the first such talks since 1994.",
     "since CONSULT IND+PAK > - 1994-01-01..1994-12-31"),
    ("2011-05-20", "Queen Elizabeth visited Ireland, the first visit by a British monarch since 1911.",
     "since CONSULT GBR > IRL 1911-01-01..1911-12-31"),
    ("2003-02-02", "Iran's president visited Saudi Arabia, the first such visit since the war.",
     "since CONSULT IRN > SAU ...2003-02-02"),
    ("2016-03-21", "Barack Obama visited Cuba, the first American president to do so since 1928.",
     "since CONSULT USA > CUB 1928-01-01..1928-12-31"),
    ("2004-10-10", "Libya hosted the German chancellor for the first time in more than 20 years.",
     "since CONSULT LBY > DEU ...1984-10-10"),
    ("2000-06-13", "South Korea's president visited North Korea for the first time since 1948.",
     "since CONSULT KOR > PRK 1948-01-01..1948-12-31"),
]  # fmt: skip

ANNIVERSARY = [
    ("2013-01-22", "France and Germany marked the 50th anniversary of the Elysee Treaty on Tuesday.",
     "anniversary SUPPORT FRA+DEU > - 1963-01-01..1963-12-31"),
    ("2015-06-22", "Japan and South Korea celebrated the 50th anniversary of diplomatic relations on Monday.",
     "anniversary SUPPORT JPN+KOR > - 1965-01-01..1965-12-31"),
    ("2020-08-02", "Kuwait commemorated the 30th anniversary of the Iraqi invasion.",
     "anniversary ASSAULT IRQ > KWT 1990-01-01..1990-12-31"),
    ("2015-07-07", "Spain marked the centenary of its treaty with Portugal.",
     "anniversary SUPPORT PRT+ESP > - 1915-01-01..1915-12-31"),
]  # fmt: skip

RESUMPTION = [
    ("2016-01-10", "Cyprus and Turkey resumed talks in Geneva.", "resumption CONSULT CYP+TUR > - ...2016-01-10"),
    ("2018-12-27", "The United Arab Emirates reopened its embassy in Syria on Thursday.",
     "resumption COOPERATE ARE > SYR ...2018-12-27"),
    ("2023-03-12", "Iran and Saudi Arabia restored ties on Friday.", "resumption SUPPORT IRN+SAU > - ...2023-03-12"),
    ("2010-08-25", "North Korea agreed to resume talks with South Korea.",
     "resumption CONSULT PRK > KOR ...2010-08-25"),
]  # fmt: skip

NOT_SINCE = [
    ("2019-06-01", "North Korea has not tested a nuclear weapon since 2017.",
     "since MOBILIZE PRK > - 2017-01-01..2017-12-31"),
    ("2019-06-01", "Chad and Sudan had not held talks since March 2016.",
     "since CONSULT TCD+SDN > - 2016-03-01..2016-03-31"),
    ("2019-06-01", "No Indian minister has visited Pakistan since December 2015.",
     "since CONSULT IND > PAK 2015-12-01..2015-12-31"),
    ("2001-04-12", "No American pilot had been held by China since the Korean War.",
     "since COERCE CHN > USA ...2001-04-12"),
]  # fmt: skip

NOTHING = [
    ("2019-06-01", "India has not visited Pakistan since its prime minister took office in 2014."),
    ("2019-06-01", "Argentina has never visited Chile since 1990."),
    ("2019-06-01", "Niger will reopen its border with Algeria."),
    ("2019-06-01", "Argentina has visited Chile twice since 1990."),
    ("2017-04-18", "Turkey's first lady visited Qatar for the first time."),
    ("2017-04-18", "China, the world's second largest economy, sued Australia over wine."),
    ("2022-02-22", "The third-largest party in Sweden criticised Finland."),
    ("2022-02-22", "The Third World Network criticised Finland, and a second country, Norway, criticised Iceland."),
    ("2008-05-05", "Peru's Second Fleet attacked Ecuador on the first day of the month."),
    ("1972-02-22", "Richard Nixon visited China, the first trip by an American president."),
    ("1999-03-03", "Morocco met Algeria in the second half of the year."),
    ("1979-03-27", "Egypt and Israel signed a treaty in Washington."),
    ("1992-05-05", "Namibia's first president visited Zambia in the third week of April."),
]


def cases(rows):
    return [pytest.param(*row, id=row[1]) for row in rows]


def implied(reader, date, text):
    """The implied claims of a text as expectations are written."""
    return [written(claim) for claim in reader.read(text, date=date).claims if claim.implied_by]


def written(claim):
    actors, recipients = ("+".join(p.country or "?" for p in side) or "-" for side in (claim.actors, claim.recipients))
    start, end = claim.happened.start, claim.happened.end
    window = f"{start}..{end}" if start else f"...{end}"
    return f"{claim.implied_by} {claim.type} {actors} > {recipients} {window}"


@pytest.mark.parametrize(("date", "text", "expected"), cases(ORDINAL))
def test_an_ordinal_implies_an_earlier_one(reader, date, text, expected):
    assert implied(reader, date, text) == [expected]


@pytest.mark.parametrize(("date", "text", "expected"), cases(SINCE))
def test_a_first_since_implies_the_last_one(reader, date, text, expected):
    assert implied(reader, date, text) == [expected]


@pytest.mark.parametrize(("date", "text", "expected"), cases(NOT_SINCE))
def test_what_has_not_been_done_since_was_done_then(reader, date, text, expected):
    assert implied(reader, date, text) == [expected]


@pytest.mark.parametrize(("date", "text", "expected"), cases(ANNIVERSARY))
def test_an_anniversary_of_an_act_implies_it(reader, date, text, expected):
    assert implied(reader, date, text) == [expected]


@pytest.mark.parametrize(("date", "text", "expected"), cases(RESUMPTION))
def test_what_is_resumed_went_on_before(reader, date, text, expected):
    assert implied(reader, date, text) == [expected]


@pytest.mark.parametrize(("date", "text"), cases(NOTHING))
def test_other_ordinals_and_first_times_imply_nothing(reader, date, text):
    assert implied(reader, date, text) == []


def test_what_is_presupposed_holds_where_the_claim_is_denied(reader):
    claims = reader.read("Japan did not resume talks with North Korea.", date="2019-09-09").claims
    assert {(claim.implied_by, claim.factuality) for claim in claims} == {(None, "CT-"), ("resumption", "CT+")}


def test_an_earlier_one_long_ago_is_historical(reader):
    text = "India and Pakistan held talks in Delhi, the first such talks since 1994."
    (claim,) = [c for c in reader.read(text, date="1998-06-01").claims if c.implied_by]
    assert claim.auxiliary == ("historical",)


def test_an_implied_claim_shows_the_words_that_imply_it(reader):
    text = "Israeli warplanes bombed Lebanon on Tuesday, the second such attack in a week."
    (claim,) = [c for c in reader.read(text, date="2009-03-04").claims if c.implied_by]
    assert claim.trigger.text == "attack"
    assert claim.happened.text == "in a week"
    assert text[slice(*claim.happened.span)] == "in a week"
    assert claim.because == ("“the second such attack in a week” presupposes an earlier one",)


COUNTED = [
    ("2009-03-04", "Israeli warplanes bombed Lebanon on Tuesday, the second such attack in a week.",
     ["2 round the second such attack in a week"]),
    ("2006-06-06", "Russia halted gas supplies to Ukraine for the second time this year.",
     ["2 the second time this year"]),
    ("2000-06-13", "South Korea's president visited North Korea for the first time since 1948.",
     ["1 the first time since 1948"]),
    ("2004-10-10", "Libya hosted the German chancellor for the first time in more than 20 years.",
     ["1 round the first time in more than 20 years"]),
    ("2012-02-01", "Ecuador's president visited Peru on Monday, his second visit in a month.", []),
    ("2012-02-01", "Ecuador's president visited Peru on Monday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("date", "text", "expected"), cases(COUNTED))
def test_a_claim_says_which_it_is(reader, date, text, expected):
    counts = [claim.counted for claim in reader.read(text, date=date).claims if claim.counted]
    assert [f"{c.number} {'round ' if c.round else ''}{c.text}" for c in counts] == expected
    assert all(text[slice(*count.span)] == count.text for count in counts)


def test_who_came_before_need_not_be_the_same_person(reader):
    text = "Barack Obama visited Cuba, the first American president to do so since 1928."
    (claim,) = [c for c in reader.read(text, date="2016-03-21").claims if c.implied_by]
    assert [party.person for party in claim.actors] == [None]


@pytest.mark.parametrize(
    ("date", "text", "what", "country", "year"),
    [
        ("2010-07-05", "Venezuela celebrated the 199th anniversary of its independence on Monday.",
         "independence", "VEN", 1811),
        ("2018-11-11", "France marked the centenary of the armistice in Paris.", "armistice", None, 1918),
        ("1998-05-14", "Israel celebrated the fiftieth anniversary of its founding.", "founding", "ISR", 1948),
        ("1995-05-08", "Britain marked the anniversary of victory in Europe.", "victory", None, None),
    ],
)  # fmt: skip
def test_an_observance_looks_back_on_a_year(reader, date, text, what, country, year):
    (claim, *_) = [c for c in reader.read(text, date=date).claims if c.commemorates]
    assert claim.commemorates is not None
    assert claim.commemorates.what == what
    assert claim.commemorates.year == year
    assert country is None or claim.commemorates.country == country
