"""News that names states without being about what they do gives no claims between them."""

import pytest
from spoken import spoken

from detente.claims.sentences.topics import off_topic

SPORT = [
    ("2010-07-07", "Spain beat Germany 1-0 to reach the World Cup final after a second-half goal by their defender."),
    ("1995-06-24", "South Africa defeated New Zealand in extra time of the rugby final in Johannesburg."),
    ("1983-06-25", "India stunned the West Indies, whose last wicket fell, and won the cricket championship."),
    ("2021-07-11", "Italy beat England in a penalty shootout to win the European football championship."),
    ("1988-09-30", "The United States lost to the Soviet Union in the basketball semifinal at the Olympics."),
    ("2006-02-20", "Canada lost to Switzerland, whose goalkeeper stopped 49 shots in the hockey match."),
    ("1999-11-06", "Australia crushed France with two late tries in the rugby final."),
    ("2019-02-01", "Qatar attacked early and Japan conceded a goal in the Asian Cup final."),
    ("2014-07-08", "Germany destroyed Brazil with five goals in the first half of the semi-final."),
    ("2003-03-23", "Australia batted first against India, and their captain scored 140 in the cricket final."),
]
MARKETS = [
    ("2008-10-06", "Shares in Germany fell and the euro hit a low against the yen as investors fled to U.S. bonds."),
    (
        "1997-10-27",
        "Hong Kong stocks plunged and dragged down futures in London, traders said; the Dow lost 554 points.",
    ),
    (
        "2015-08-24",
        "China led a global rout: the Nikkei lost 4 percent and Brent crude fell below 43 dollars a barrel.",
    ),
    ("2011-03-14", "Japan's Nikkei index fell 6 percent while the yen rose against the dollar, traders said."),
]
WEATHER = [
    ("2003-08-10", "Britain and France baked as temperatures in England passed 38 Celsius, forecasters said."),
    ("2012-02-01", "Forecasters said the snowfall and low temperatures would move from Russia to Poland."),
]
CULTURE = [
    ("2008-05-25", "France won the top prize at the film festival with a drama about a school."),
    ("1999-05-29", "Sweden beat Iceland in the song contest in Jerusalem with a song by a singer from Stockholm."),
    ("2016-05-14", "The singer from Ukraine beat Australia and Russia in the song contest."),
]
DOMESTIC = [
    ("2010-05-07", "British Conservatives attacked Labour over the budget."),
    ("1998-03-09", "Kenyan police clashed with students in Nairobi."),
    ("2004-11-03", "The French president accused the French opposition of cowardice."),
    ("2019-05-24", "Indian Prime Minister Narendra Modi met Indian lawmakers in New Delhi."),
    ("2017-10-02", "Spanish police arrested Catalan officials in Barcelona."),
]
STATES = [
    ("1991-01-17", "U.S. warplanes bombed Baghdad."),
    ("2014-03-05", "Russia blocked a U.N. draft on Ukraine."),
    ("1980-01-20", "President Carter called on Britain to boycott the Moscow Olympics."),
    ("1971-04-10", "China welcomed the American table tennis team in Beijing."),
    ("2010-07-07", "Germany accused Iran of stalling."),
    ("2012-07-07", "The euro zone agreed to lend Spain 100 billion euros."),
]


@pytest.mark.parametrize(("date", "text"), [*SPORT, *MARKETS, *WEATHER, *CULTURE, *DOMESTIC])
def test_no_state_does_anything_to_another(reader, date, text):
    said = [f"{c.type} {c.trigger.text}" for c in reader.read(text, date=date).claims if _between_states(c)]
    assert said == []


def _between_states(claim):
    return len({party.country or party.organisation for party in claim.parties}) > 1


@pytest.mark.parametrize(("date", "text"), STATES)
def test_what_states_do_is_on_topic(reader, date, text):
    document = spoken(reader, date, text)
    assert [off_topic(document, sentence) for sentence in document.sentences] == [None]


def test_a_report_about_a_topic_needs_one_word_a_sentence(reader):
    match = "The match was played in the rain. The striker scored a goal in the first half. The referee sent two off. "
    document = spoken(reader, "2010-06-27", f"{match}Germany attacked England from the kickoff.")
    assert [off_topic(document, sentence) for sentence in document.sentences] == ["sport"]
