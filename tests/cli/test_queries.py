# ruff: noqa: ARG001 (a fixture may be wanted only for what it makes)
"""`detente claims`, `show` and `ties`: what people, scripts and spreadsheets get from a record."""

import csv
import datetime as dt
import io
import json
from pathlib import Path

import polars as pl
import pytest
from rich.console import Console

from detente.claims.claim import Claim, Happened
from detente.claims.outcome import Reading
from detente.cli.claims import when
from detente.reports import Report

CLAIMS = ["claims", "--record", "claims.sqlite"]


@pytest.fixture
def ask(ask, address):
    """Runs the command; what the tests call `claims.sqlite` is the record, wherever it is."""

    def run(*args):
        return ask(*(address if arg == "claims.sqlite" else arg for arg in args))

    return run


@pytest.fixture
def kept(record, make_claim, make_reading):
    """A record of three claims."""
    meeting = make_claim(
        "AGREE", ("PRK", "RUS"), reciprocal=True, day="2019-04-25", told_by=("KCNA",), because=("“met” states AGREE",)
    )
    attack = make_claim("ASSAULT", ("RUS",), ("UKR",), day="2022-02-24", front="military")
    threat = make_claim("THREATEN", ("UKR",), ("RUS",), day="2022-03-01", factuality="PS+", auxiliary=("future",))
    record.keep(make_reading(meeting, attack, threat))
    record.review(meeting.id, reviewer="ana", verdict="right", note="[sic]")
    return meeting, attack, threat


def types(written):
    return [json.loads(line)["type"] for line in written.decode().splitlines()]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ([], ["AGREE", "ASSAULT", "THREATEN"]),
        (["--actor", "RUS"], ["AGREE", "ASSAULT"]),
        (["--recipient", "Russia"], ["THREATEN"]),
        (["--pair", "Ukraine", "RUS"], ["ASSAULT", "THREATEN"]),
        (["--type", "agree"], ["AGREE"]),
        (["--front", "military"], ["ASSAULT"]),
        (["--since", "2022-02-25"], ["THREATEN"]),
        (["--until", "2019-12-31"], ["AGREE"]),
        (["--told-by", "kcna"], ["AGREE"]),
        (["--factuality", "PS+"], ["THREATEN"]),
        (["--text", "they met"], ["AGREE", "ASSAULT", "THREATEN"]),
        (["--text", "nothing so"], []),
        (["--text", 'met "they met"'], ["AGREE", "ASSAULT", "THREATEN"]),
        (["--report-text", "they me*"], ["AGREE", "ASSAULT", "THREATEN"]),
        (["--after", "2022-02-24/d"], ["THREATEN"]),
        (["--limit", "1"], ["AGREE"]),
    ],
)
def test_each_filter(kept, ask, filters, expected):
    status, out, _ = ask(*CLAIMS, *filters, "--format", "jsonl")
    assert (status, types(out)) == (0, expected)


def test_a_page_says_where_the_next_one_begins(kept, ask):
    _, _, err = ask(*CLAIMS, "--limit", "2")
    (said,) = [line for line in err.splitlines() if line.startswith("there may be more: --after ")]
    _, out, err = ask(*CLAIMS, "--limit", "2", *said.split()[-2:], "--format", "jsonl")
    assert types(out) == ["THREATEN"]
    assert "there may be more" not in ask(*CLAIMS)[2]


def test_json_lines_are_claims_as_they_were_kept(kept, ask):
    _, out, _ = ask(*CLAIMS, "--format", "jsonl")
    assert tuple(Claim.model_validate_json(line) for line in out.splitlines()) == kept


def test_csv_has_a_row_a_claim(kept, ask):
    _, out, _ = ask(*CLAIMS, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.decode())))
    assert [(row["type"], row["actors"], row["recipients"]) for row in rows] == [
        ("AGREE", "PRK|RUS", ""),
        ("ASSAULT", "RUS", "UKR"),
        ("THREATEN", "UKR", "RUS"),
    ]


def test_parquet_opens_as_a_data_frame(kept, ask):
    _, out, _ = ask(*CLAIMS, "--format", "parquet")
    assert pl.read_parquet(io.BytesIO(out))["type"].to_list() == ["AGREE", "ASSAULT", "THREATEN"]


def test_the_table_is_for_people(kept, ask):
    status, out, err = ask(*CLAIMS)
    lines = out.decode().splitlines()
    assert status == 0
    assert lines[0].split()[:5] == ["id", "when", "who", "what", "whom"]
    assert "PRK, RUS" in lines[1]
    assert "(each other)" in lines[1]
    assert "PS+*" in lines[3]
    assert "3 claims; `detente show ID`" in err
    assert "* future, hypothetical, historical or denied" in err
    assert "~" not in err


@pytest.fixture
def crowded(record, make_claim, make_reading):
    """A claim with much to say in every column."""
    claim = make_claim(
        "CONSULT",
        ("DEU", "FRA"),
        ("USA",),
        report_id="b.txt",
        front="border and migration",
        told_by=("Campbell's team", "a spokesperson for the Solomon Islands"),
        happened=Happened(start=dt.date(2023, 9, 8), end=dt.date(2023, 9, 9), precision="vague"),
    )
    (actor,) = claim.actors[:1]
    named = actor.model_copy(update={"person": "Maximiliane Ploetzeneder-Hohenlohe", "sector": "GOV"})
    record.keep(make_reading(claim.model_copy(update={"actors": (named, *claim.actors[1:])}), report_id="b.txt"))


@pytest.mark.parametrize(
    ("width", "left_out"),
    [(200, []), (100, ["front"]), (90, ["front", "words"]), (80, ["front", "told by", "words"])],
)
def test_a_narrow_table_leaves_columns_out_and_cuts_no_word(crowded, ask, monkeypatch, width, left_out):
    monkeypatch.setattr("detente.cli.claims.out", Console(width=width, highlight=False))
    _, out, err = ask(*CLAIMS)
    lines = out.decode().splitlines()
    assert [name for name in ("front", "told by", "words") if name not in lines[0]] == left_out
    assert max(map(len, lines)) <= width
    words = out.decode().split()
    assert {"Ploetzeneder-Hohenlohe),", "CONSULT", "~2023-09-09"} <= set(words)
    assert ("spokesperson" in words) is ("told by" not in left_out)
    assert (f"left out for want of width: {', '.join(left_out)} (" in err) is bool(left_out)
    assert "~ on or shortly before that day" in err


def test_one_claim_is_one_claim(crowded, ask):
    assert ask(*CLAIMS)[2].startswith("1 claim; ")
    assert ask("ties", "DEU", "USA", "--record", "claims.sqlite")[2].startswith("1 event between DEU and USA")


@pytest.mark.parametrize(
    ("start", "end", "precision", "text", "shown"),
    [
        ("2022-02-24", "2022-02-24", "day", "Thursday", "2022-02-24"),
        ("2022-02-01", "2022-02-28", "month", "February", "2022-02-01/28"),
        ("2022-01-31", "2022-02-06", "week", "last week", "2022-01-31/02-06"),
        ("2021-12-27", "2022-01-02", "week", "last week", "2021-12-27/2022-01-02"),
        ("2022-01-01", "2022-12-31", "year", "2022", "2022"),
        ("2022-02-24", None, "vague", "soon", "2022-02-24/…"),
        ("2022-02-22", "2022-02-24", "vague", None, "~2022-02-24"),
    ],
)
def test_days_are_written_in_short(make_claim, start, end, precision, text, shown):
    days = [dt.date.fromisoformat(day) if day else None for day in (start, end)]
    assert when(make_claim(happened=Happened(start=days[0], end=days[1], precision=precision, text=text))) == shown


def test_show_says_what_the_marks_of_the_table_mean(crowded, ask, kept):
    vague, threat = (
        ask("show", claim.id, "--record", "claims.sqlite")[1].decode() for claim in (listed(ask)[-1], kept[2])
    )
    assert "2023-09-08 to 2023-09-09 (vague: the report names no day)" in vague
    assert "PS+ (possible), future" in threat


def listed(ask):
    return [Claim.model_validate_json(line) for line in ask(*CLAIMS, "--format", "jsonl")[1].splitlines()]


def test_words_of_a_report_are_never_read_as_markup(ask, record, make_claim, make_reading):
    claim = make_claim(told_by=("[/bold] [red]Wire",))
    record.keep(make_reading(claim, text="[/b]ad [red]text"))
    status, out, _ = ask(*CLAIMS)
    assert status == 0
    assert "[/bold] [red]Wire" in out.decode()
    status, out, _ = ask("show", claim.id, "--record", "claims.sqlite")
    assert status == 0
    assert "[/b]ad [r" in out.decode()


def test_show_gives_the_sentence_the_fields_and_the_reasons(kept, ask):
    status, out, _ = ask("show", kept[0].id[:6], "--record", "claims.sqlite")
    said = out.decode()
    assert status == 0
    assert "They met." in said
    assert "AGREE, verbal cooperation" in said
    assert "KCNA (media, indirect)" in said
    assert "because “met” states AGREE" in said
    assert "ana found it right: [sic]" in said


def test_show_marks_an_outlet_that_a_state_runs(ask, record, make_claim):
    claim = make_claim()
    record.keep(Reading(Report("a.txt", "They met.", dt.date(2023, 9, 9), "KCNA"), (claim,), "test"))
    _, out, _ = ask("show", claim.id, "--record", "claims.sqlite")
    assert "KCNA (state media, PRK), 2023-09-09" in out.decode()


def test_ties_sum_by_month_and_front(kept, ask):
    status, out, err = ask("ties", "Russia", "UKR", "--record", "claims.sqlite")
    assert status == 0
    assert [line.split() for line in out.decode().splitlines()[2:]] == [
        ["2022-02", "military", "·", "1", "·", "-1.0", "-9.5"],
        ["2022-03", "diplomatic", "·", "1", "·", "-1.0", "-6.0"],
    ]
    assert "2 events between RUS and UKR, 2022-02 to 2022-03: 0 cooperation, 2 conflict; intensity -7.8" in err


def test_ties_of_a_body_with_its_members(kept, ask):
    alone = ask("ties", "P5", "UKR", "--record", "claims.sqlite")[2]
    with_members = ask("ties", "P5", "UKR", "--members", "--record", "claims.sqlite")[2]
    assert alone.startswith("no event between P5 and UKR")
    assert "events between P5 and UKR" in with_members


def test_ties_by_year_and_in_one_direction(kept, ask):
    for a, b, front in (("RUS", "UKR", "military"), ("UKR", "RUS", "diplomatic")):
        _, out, _ = ask("ties", a, b, "--record", "claims.sqlite", "--by", "year", "--directed")
        assert [line.split()[:2] for line in out.decode().splitlines()[2:]] == [["2022", front]]


def test_events_are_listed_and_shown(kept, ask):
    status, out, err = ask("events", "--record", "claims.sqlite", "--pair", "RUS", "UKR")
    assert status == 0
    assert err.startswith("2 events; ")
    event_id = next(word for word in out.decode().split() if word.startswith("e_"))
    shown = ask("show", event_id, "--record", "claims.sqlite")[1].decode()
    assert "single-sourced" in shown
    assert "the first attack by Russia on Ukraine in the record" in shown


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_events_in_each_format(kept, ask, form):
    _, out, _ = ask("events", "--record", "claims.sqlite", "--type", "assault", "--format", form)
    frame = {"csv": pl.read_csv, "jsonl": pl.read_ndjson, "parquet": pl.read_parquet}[form](io.BytesIO(out))
    assert frame["type"].to_list() == ["ASSAULT"]
    assert frame["status"].to_list() == ["single-sourced"]


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_a_brief_in_each_format(kept, ask, form, tmp_path):
    status, _, err = ask("brief", "RUS", "UKR", "--record", "claims.sqlite", "--format", form, "--out", "b")
    assert status == 0
    assert "2 events, 1 source cited" in err
    assert len((tmp_path / "b").read_bytes()) > 200


def test_a_brief_on_a_part_of_a_state(kept, ask):
    status, out, _ = ask("brief", "RUS/mil", "UKR", "--record", "claims.sqlite")
    assert status == 0
    assert out.decode().startswith("# Russia (MIL) and Ukraine\n")


def test_a_brief_that_cannot_be_written_says_why(kept, ask):
    status, _, err = ask("brief", "RUS", "UKR", "--record", "claims.sqlite", "--out", "no/folder.md")
    assert status == 1
    assert "no/folder.md: cannot be written (no such file or directory)" in err


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_ties_in_each_format_within_days(kept, ask, form):
    _, out, _ = ask("ties", "UKR", "RUS", "--record", "claims.sqlite", "--until", "2022-02-28", "--format", form)
    frame = {"csv": pl.read_csv, "jsonl": pl.read_ndjson, "parquet": pl.read_parquet}[form](io.BytesIO(out))
    assert frame.select("a", "b", "front", "cooperation", "conflict", "other").rows() == [
        ("UKR", "RUS", "military", 0, 1, 0)
    ]
    assert [str(day) for day in frame["start"]] == ["2022-02-01"]


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        ([*CLAIMS, "--type", "HUG"], 2, "type 'HUG' does not exist; one of: AGREE"),
        ([*CLAIMS, "--front", "culinary"], 2, "front 'culinary' does not exist"),
        ([*CLAIMS, "--factuality", "sure"], 2, "factuality 'sure' does not exist"),
        ([*CLAIMS, "--actor", "Atlantis"], 2, "Atlantis"),
        (
            [*CLAIMS, "--since", "2023-02-30"],
            2,
            "--since '2023-02-30' is no day of the calendar; write an existing day",
        ),
        ([*CLAIMS, "--limit", "0"], 2, "--limit"),
        ([*CLAIMS, "--format", "xml"], 2, "--format"),
        (["ties", "RUS", "Atlantis", "--record", "claims.sqlite"], 2, "Atlantis"),
        (
            ["show", "c_none", "--record", "claims.sqlite"],
            2,
            "claim 'c_none' does not exist; `detente claims` lists",
        ),
        ([*CLAIMS, "--after", "2022-02-24"], 2, "--after '2022-02-24' is no end of a page; write it as the page said"),
        ([*CLAIMS, "--text", "…"], 2, "holds no word"),
        (["claims", "--record", "none.sqlite"], 4, "none.sqlite: there is no such record; make one with `detente read"),
        (
            ["claims", "--record", "notes.txt"],
            4,
            "notes.txt: the file is not a record; give another file with --record",
        ),
        (["claims", "--record", "nosuch://x"], 4, "the address cannot be used"),
        (["frobnicate"], 2, "frobnicate"),
    ],
)
def test_what_means_nothing_is_one_line_and_a_status(kept, ask, tmp_path, args, status, said):
    (tmp_path / "notes.txt").write_text("No database, only notes. " * 50)
    ended, out, err = ask(*args)
    assert ended == status
    assert said in err
    assert out == b""
    assert "Traceback" not in err


def test_the_record_may_come_from_the_environment(kept, ask, address, monkeypatch):
    monkeypatch.setenv("DETENTE_RECORD", address)
    assert ask("claims", "--format", "jsonl")[0] == 0


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "parquet"])
def test_an_output_that_is_full_is_one_line(kept, command, address, form):
    with Path("/dev/full").open("w") as full:
        ended = command("claims", "--record", address, "--format", form, capture_output=False, stdout=full, stderr=-1)
    assert ended.returncode == 1
    assert (
        ended.stderr.splitlines()[-1]
        == "error: the output cannot be written (no space left on device); check the space left where it goes"
    )
    assert "Traceback" not in ended.stderr
