"""Places against gold toponyms: found, and where they are."""

import pytest

from detente.evaluation.places import GoldPlaces, GoldToponym, LocatedText, ReadPlace, score, wrong

TEXT = "From Lima they flew to Santiago de Chile, then to Springfield."
LIMA = GoldToponym(s=5, e=9, lat=-12.04, lon=-77.03, geonames_id="3936456", country_name="Peru")
SANTIAGO = GoldToponym(s=23, e=40, lat=-33.45, lon=-70.65, geonames_id="3871336", country_name="Chile")
SPRINGFIELD = GoldToponym(s=50, e=61, lat=39.8, lon=-89.64, country_name="United States")


def text(*predicted, gold=(LIMA, SANTIAGO, SPRINGFIELD)):
    return LocatedText(GoldPlaces(id="a", text=TEXT, toponyms=gold), predicted)


def test_names_places_and_countries_are_counted_apart():
    lima = ReadPlace(5, 9, -12.0, -77.0, "PER", 3936456)
    santiago = ReadPlace(23, 31, 42.88, -8.54, "ESP", 3109642)
    scores = score([text(lima, santiago, ReadPlace(0, 4, None, None, None, None))])
    assert (scores.overlap.precision, scores.overlap.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert scores.strict.f1 == pytest.approx(1 / 3)
    assert (scores.found, scores.within, scores.countries_right, scores.ids_right) == (2, 1, 1, 1)
    assert scores.as_json()["end_to_end161"] == 0.3333


def test_a_place_without_coordinates_is_found_and_not_near():
    scores = score([text(ReadPlace(5, 9, None, None, "PER", None))])
    assert (scores.found, scores.distances, scores.countries_right) == (1, (), 1)


def test_what_is_no_toponym_does_not_count():
    street = LIMA.model_copy(update={"is_toponym": False})
    scores = score([text(gold=(street,))])
    assert scores.overlap.gold == 0


def test_what_is_wrong_says_how_far_off():
    rows = list(wrong([text(ReadPlace(50, 61, 42.1, -72.59, "USA", None), ReadPlace(10, 14, 0, 0, None, None))]))
    assert [row[1:4] for row in rows] == [
        ("Lima", "missed", ""),
        ("Santiago de Chile", "missed", ""),
        ("Springfield", "elsewhere", "1452"),
        ("they", "invented", ""),
    ]
