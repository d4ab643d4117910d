"""Which place of a name is meant: by what is written after it, by what else is named, by where the report is made."""

import pytest

WRITTEN_AFTER = [
    ("Israeli jets bombed Tripoli, Lebanon.", "Tripoli", ("LBN", 34.4, 35.8)),
    ("A court in Birmingham, Ala., freed him.", "Birmingham", ("USA", 33.5, -86.8)),
    ("She teaches in Cambridge, Massachusetts.", "Cambridge", ("USA", 42.4, -71.1)),
    ("A mill in Alexandria, La., burned.", "Alexandria", ("USA", 31.3, -92.4)),
    ("He was born in Paris (Texas).", "Paris", ("USA", 33.7, -95.6)),
    ("The team flew to London, Ontario.", "London", ("CAN", 43.0, -81.2)),
    ("A bomb went off in Hyderabad, Pakistan.", "Hyderabad", ("PAK", 25.4, 68.4)),
    ("He lives in Dublin, OH, with his sons.", "Dublin", ("USA", 40.1, -83.1)),
]  # fmt: skip
NAMED_BESIDE = [
    # a county, a state, a town nearby
    ("The Rapides Parish jail in Alexandria is full.", "Alexandria", ("USA", 31.3, -92.4)),
    ("Voters in Athens, Winder and Gainesville chose Georgia's judges.", "Athens", ("USA", 34.0, -83.4)),
    ("The road from Columbus to Phenix City was closed.", "Columbus", ("USA", 32.5, -85.0)),
    ("Trains from Wolverhampton to Birmingham were late.", "Birmingham", ("GBR", 52.5, -1.9)),
    ("Trains from Tuscaloosa to Birmingham were late.", "Birmingham", ("USA", 33.5, -86.8)),
    ("Police in Cambridge and Ely searched the fens.", "Cambridge", ("GBR", 52.2, 0.1)),
    ("Students from Cambridge and Boston rowed on the Charles River.", "Cambridge", ("USA", 42.4, -71.1)),
    ("Laurel County deputies closed the road between London and Corbin, Kentucky.", "London", ("USA", 37.1, -84.1)),
    # countries and nationalities
    ("Lebanese troops drove from Beirut to Tripoli.", "Tripoli", ("LBN", 34.4, 35.8)),
    ("Libyan rebels drove from Misrata to Tripoli.", "Tripoli", ("LBY", 32.9, 13.2)),
    ("Spanish farmers marched through Cordoba.", "Cordoba", ("ESP", 37.9, -4.8)),
    ("Argentine farmers marched through Cordoba.", "Cordoba", ("ARG", -31.4, -64.2)),
    # the state or the country
    ("Georgia and Armenia opened the crossing again.", "Georgia", ("GEO", 42.0, 43.5)),
    ("Georgian troops came home to Georgia from Iraq.", "Georgia", ("GEO", 42.0, 43.5)),
    ("Georgia and Alabama share the river; Atlanta wants more of it.", "Georgia", ("USA", 32.8, -83.5)),
    ("The senator from Georgia met voters in Macon.", "Georgia", ("USA", 32.8, -83.5)),
]  # fmt: skip
BY_ITSELF = [
    ("The ministers met in Geneva.", "Geneva", ("CHE", 46.2, 6.2)),
    ("The U.S. envoy flew to Paris.", "Paris", ("FRA", 48.9, 2.3)),
    ("American and Russian officers met in Vienna.", "Vienna", ("AUT", 48.2, 16.4)),
    ("The United States told Moscow that Washington would sign in Vienna.", "Vienna", ("AUT", 48.2, 16.4)),
    ("The talks in Washington failed.", "Washington", ("USA", 38.9, -77.0)),
    ("The assembly meets in New York.", "New York", ("USA", 40.7, -74.0)),
    ("Ships wait in the Red Sea.", "Red Sea", (None, 20.0, 38.0)),
    ("Troops left Kiev.", "Kiev", ("UKR", 50.5, 30.5)),
]  # fmt: skip
AT_HOME = [
    # a sheriff's office and a high school are American, a Crown Court is British
    ("The Dublin High School band won again, the school board said. It is in downtown Dublin.", "Dublin", "USA"),
    ("Lebanon police arrested a sophomore at Lebanon High School, the sheriff's office said.", "Lebanon", "USA"),
    ("Richmond residents told the Crown Court and the borough council that petrol was stolen.", "Richmond", "GBR"),
]


def is_at(found, country: str | None, lat: float, lon: float) -> bool:
    return found.country == country and abs(found.lat - lat) < 0.6 and abs(found.lon - lon) < 0.6


@pytest.mark.parametrize(("text", "written", "where"), [*WRITTEN_AFTER, *NAMED_BESIDE, *BY_ITSELF])
def test_which_place_of_a_name_is_meant(place, text, written, where):
    found = place(text, written)
    assert is_at(found, *where), found


@pytest.mark.parametrize(("text", "written", "country"), AT_HOME)
def test_a_report_names_not_the_country_that_it_is_at_home_in(place, text, written, country):
    assert place(text, written).country == country


def test_the_country_of_the_outlet_is_a_sign_too(place):
    text = "Residents of Perth and Newcastle voted early."
    assert place(text, "Newcastle", "Australian Broadcasting Corporation").country == "AUS"


def test_a_name_means_one_place_throughout_a_report(places):
    text = "Paris, Texas, voted today. Paris has two schools. The mayor of Paris was pleased."
    assert {p.country for p in places(text) if p.text == "Paris"} == {"USA"}


def test_unless_another_is_written_after_it(places):
    text = "The mayor of Paris, France, wrote to the mayor of Paris, Texas."
    assert [p.country for p in places(text) if p.text == "Paris"] == ["FRA", "USA"]


def test_a_country_and_a_region_have_coordinates(place):
    assert place("The drought in Kenya got worse.", "Kenya").lat == 1
    assert place("The drought in Karnataka got worse.", "Karnataka").country == "IND"


def test_a_river_that_no_table_has_is_in_the_country_spoken_of(place):
    found = place("Volunteers from Ohio cleaned the Little Darby Creek near Columbus.", "Little Darby Creek")
    assert (found.country, found.lat) == ("USA", None)
