"""Charts of ties: which rows they draw, where, in which colours, and what they say to those who cannot see them."""

import datetime as dt

import pytest
from lxml import etree

from detente.events.assembly import event_of
from detente.events.sources import Told
from detente.reports.copies import fingerprint
from detente.ties import pictures
from detente.ties.charts import CONFLICT, COOPERATION, heat_map, network, timeline
from detente.ties.counts import TieCount
from detente.ties.dyads import busiest
from detente.ties.summary import summarise
from handmade import build_claim


def counted(start, type_, front="diplomatic", number=1):
    return TieCount(dt.date.fromisoformat(start), front, type_, "forth", number)


def tie(*counts, by="month"):
    return summarise(counts, "KEN", "UGA", by)


def event(type_, actors, recipients=(), day="2021-03-04", **fields):
    claim = build_claim(type_, actors, recipients, day=day, **fields)
    return event_of([Told(claim, fingerprint("They met."))])


TRADE = tie(
    counted("2021-03-01", "AGREE", number=2),
    counted("2021-03-01", "ACCUSE"),
    counted("2021-05-01", "SANCTION", "economic", 3),
    counted("2021-05-01", "OBSERVE", "economic"),
)


def rows(chart):
    """All rows that a chart draws, each once; Altair gives lines that need none an empty one."""
    return [row for held in chart.to_dict()["datasets"].values() for row in held if row]


def test_cooperation_is_above_and_conflict_below_zero():
    drawn = [(row["front"], row["start"], row["end"], row["signed"]) for row in rows(timeline(TRADE)) if "side" in row]
    assert drawn == [
        ("economic", "2021-05-01", "2021-06-01", -3),
        ("diplomatic", "2021-03-01", "2021-04-01", 2),
        ("diplomatic", "2021-03-01", "2021-04-01", -1),
    ]


def test_the_balance_of_all_fronts_by_period():
    drawn = [(row["start"], row["balance"]) for row in rows(timeline(TRADE)) if "side" not in row]
    assert drawn == [("2021-03-01", pytest.approx(1 / 3)), ("2021-05-01", -1)]


def test_the_busiest_front_is_on_top_and_the_balance_below():
    panels = timeline(TRADE).to_dict()["vconcat"]
    titles = [panel["layer"][0]["encoding"]["y"]["axis"]["title"] for panel in panels]
    assert titles == [["economic"], ["diplomatic"], "balance"]
    assert panels[0]["layer"][0]["encoding"]["color"]["scale"]["range"] == [COOPERATION, CONFLICT]


def test_all_fronts_share_one_scale_and_one_time():
    bars = [panel["layer"][0]["encoding"] for panel in timeline(TRADE).to_dict()["vconcat"]]
    assert [bar["y"]["scale"]["domain"] for bar in bars] == [[-3, 3], [-3, 3], [-1, 1]]
    assert {tuple(bar["x"]["scale"]["domain"]) for bar in bars} == {("2021-02-01", "2021-07-01")}
    assert {bar["x"]["scale"]["type"] for bar in bars} == {"utc"}


def test_a_chart_says_in_words_what_it_shows():
    spec = timeline(TRADE).to_dict()
    assert spec["title"]["text"] == "Kenya and Uganda"
    assert spec["title"]["subtitle"] == "7 events: 2 of cooperation, 4 of conflict, 1 of neither, by month and front"
    assert "Economic: 0 of cooperation, 3 of conflict." in spec["description"]


def test_a_tie_without_events_says_so():
    assert [row["words"] for row in rows(timeline(tie()))] == ["The record has no event between KEN and UGA."]


def test_a_tie_of_observations_alone_can_be_drawn():
    drawn = timeline(tie(counted("2021-03-01", "OBSERVE")))
    assert rows(drawn) == []
    assert pictures.svg(drawn).startswith("<svg")


MANY = [
    event("AGREE", ("KEN", "UGA")),
    event("ACCUSE", ("UGA",), ("KEN",)),
    event("AID", ("NOR",), ("KEN", "UGA"), day="2023-01-05"),
    event("AID", ("NOR",), ("KEN",), day="2023-01-09"),
    event("ASSAULT", ("NOR",), ("ISL",), factuality="CT-"),
    event("CONSULT", ("NOR",)),
]


def test_the_busiest_pairs_come_first():
    found = busiest(MANY, "year", 3)
    assert [(tie.a, tie.b, tie.whole.events) for tie in found] == [
        ("KEN", "NOR", 2),
        ("KEN", "UGA", 2),
        ("NOR", "UGA", 1),
    ]
    assert busiest(MANY, "year", 1) == found[:1]


def test_a_heat_map_has_a_cell_a_pair_and_period():
    drawn = {
        (row["pair"], row["start"], row["events"], row["balance"]) for row in rows(heat_map(busiest(MANY, "year", 2)))
    }
    assert drawn == {("Kenya – Norway", "2023-01-01", 2, 1), ("Kenya – Uganda", "2021-01-01", 2, 0)}


def test_a_heat_map_keeps_the_pairs_in_order_and_writes_their_number():
    cells, numbers = heat_map(busiest(MANY, "year", 2)).to_dict()["layer"]
    assert cells["encoding"]["y"]["sort"] == ["Kenya – Norway", "Kenya – Uganda"]
    assert cells["encoding"]["color"]["scale"]["domain"] == [-1, 0, 1]
    assert numbers["encoding"]["text"]["field"] == "events"


def test_cells_too_narrow_for_a_number_have_none():
    days = [event("AGREE", ("KEN", "UGA"), day=day) for day in ("2010-01-01", "2020-01-01")]
    assert len(heat_map(busiest(days, "month", 1)).to_dict()["layer"]) == 1


def test_a_network_has_every_party_once():
    drawn = rows(network(busiest(MANY, "year", 3)))
    assert [row["name"] for row in drawn if "name" in row] == ["Kenya", "Norway", "Uganda"]
    assert {row["pair"]: row["events"] for row in drawn if "pair" in row}["Norway – Uganda"] == 1


@pytest.mark.parametrize("chart", [heat_map, network])
def test_nothing_to_draw_is_said(chart):
    assert rows(chart([]))[0]["words"] == "The record has no event between two parties that fits."


@pytest.mark.parametrize(
    "chart", [timeline(TRADE), heat_map(busiest(MANY, "year", 3)), network(busiest(MANY, "year", 3))]
)
def test_the_same_chart_gives_the_same_picture(chart):
    assert pictures.svg(chart) == pictures.svg(chart)
    assert pictures.png(chart) == pictures.png(chart)


def test_an_svg_names_and_describes_itself():
    drawn = etree.fromstring(pictures.svg(timeline(TRADE)))
    title, description = (drawn.find(f"{{*}}{name}") for name in ("title", "desc"))
    assert title.text == "Kenya and Uganda"
    assert description.text.startswith("Kenya and Uganda: 7 events")
    assert drawn.get("aria-labelledby").split() == [title.get("id"), description.get("id")]


def test_a_page_needs_no_network_and_no_name_ends_its_script():
    hostile = summarise([counted("2021-03-01", "AGREE")], "</script><b>", "UGA", "month")
    page = pictures.html(timeline(hostile))
    assert " src=" not in page.partition("<body>")[0].partition("<script>")[0]
    assert "</script><b>" not in page
    assert "vegaEmbed(" in page
