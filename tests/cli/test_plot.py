"""`detente plot`: which pictures it writes, and what it says where it cannot."""

import pytest

from detente.record import Record

BEGINS = {"svg": b"<svg", "png": b"\x89PNG", "html": b"<!doctype html>"}
RECORD = ("--record", "claims.sqlite")


@pytest.fixture(autouse=True)
def kept(tmp_path, make_claim, make_reading):
    """A record of two claims in `claims.sqlite` of the test's folder."""
    visit = make_claim("CONSULT", ("CHL",), ("PER",), day="2019-04-25")
    attack = make_claim("ASSAULT", ("PER",), ("CHL",), day="2020-02-24", front="military")
    with Record(tmp_path / "claims.sqlite") as record:
        record.keep(make_reading(visit, attack))


@pytest.mark.parametrize("form", BEGINS)
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["tie", "Chile", "PER"], "2 events"),
        (["dyads"], "1 pair"),
        (["network"], "1 pair"),
        (["map", "Chile"], "1 state"),
    ],
)
def test_each_picture_in_each_format(ask, tmp_path, asked, said, form):
    status, out, err = ask("plot", *asked, *RECORD, "-o", f"drawn.{form}")
    assert (status, out, err) == (0, b"", f"{said} → drawn.{form}\n")
    assert (tmp_path / f"drawn.{form}").read_bytes().startswith(BEGINS[form])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "Balance of the events with each state. Peru: 2 events: 1 of cooperation, 1 of conflict."),
        (["--measure", "conflict"], "Events of conflict with each state. Peru: 2 events"),
        (["--until", "2019-12-31"], "Peru: 1 event: 1 of cooperation, 0 of conflict."),
        (["--front", "military"], "Peru: 1 event: 0 of cooperation, 1 of conflict."),
    ],
)
def test_a_map_by_each_measure_and_filter(ask, tmp_path, asked, said):
    ask("plot", "map", "CHL", *RECORD, *asked, "-o", "map.svg")
    assert said in (tmp_path / "map.svg").read_text("utf-8")


def test_a_map_of_a_body_with_its_members(ask):
    assert ask("plot", "map", "PACALLIANCE", *RECORD, "-o", "map.svg")[2] == "0 states → map.svg\n"
    assert ask("plot", "map", "PACALLIANCE", "--members", *RECORD, "-o", "map.svg")[2] == "2 states → map.svg\n"


def test_filters_leave_events_out(ask, tmp_path):
    assert ask("plot", "tie", "CHL", "PER", *RECORD, "--until", "2019-12-31", "-o", "tie.svg")[2].startswith("1 event ")
    ask("plot", "dyads", *RECORD, "--front", "military", "--by", "month", "-o", "dyads.svg")
    assert "Chile – Peru: 1 event: 0 of cooperation, 1 of conflict" in (tmp_path / "dyads.svg").read_text("utf-8")


def test_a_tie_without_events_is_a_picture_that_says_so(ask, tmp_path):
    status, _, err = ask("plot", "tie", "CHL", "BOL", *RECORD, "-o", "tie.svg")
    assert (status, err) == (0, "0 events → tie.svg\n")
    assert "The record has no event between CHL and BOL." in (tmp_path / "tie.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        (["tie", "CHL", "PER", "-o", "tie.pdf"], 2, "end it in .svg, .png or .html"),
        (["dyads", "-o", "dyads"], 2, "end it in .svg, .png or .html"),
        (["tie", "CHL", "PER", "-o", "nowhere/tie.svg"], 1, "nowhere/tie.svg: cannot be written (no such file"),
        (["tie", "CHL", "Atlantis", "-o", "tie.svg"], 2, "Atlantis"),
        (["map", "Atlantis", "-o", "map.svg"], 2, "Atlantis"),
        (["map", "CHL", "--members", "-o", "map.svg"], 2, "the members of CHL"),
        (["network", "--type", "HUG", "-o", "network.svg"], 2, "HUG"),
    ],
)
def test_what_cannot_be_drawn_is_one_line_with_its_remedy(ask, asked, status, said):
    ended, _, err = ask("plot", *asked, *RECORD)
    assert ended == status
    assert err.startswith("error: ")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_brief_shows_the_tie(ask, tmp_path, form):
    ended, _, _ = ask("brief", "CHL", "PER", *RECORD, "--format", form, "--out", f"brief.{form}")
    assert ended == 0
    written = (tmp_path / f"brief.{form}").read_bytes()
    assert (b"<figure><svg" in written) if form == "html" else (b"word/media/image1.png" in written)


def test_a_brief_without_events_shows_none(ask, tmp_path):
    ask("brief", "CHL", "BOL", *RECORD, "--format", "html", "--out", "brief.html")
    assert "<figure>" not in (tmp_path / "brief.html").read_text("utf-8")
