# ruff: noqa: ARG001 (a fixture may be wanted only for what it makes)
"""`detente claims`, `show` and `ties`: what people, scripts and spreadsheets get from a record."""

import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest

from detente.claims.claim import Claim
from detente.record import Record

CLAIMS = ["claims", "--record", "claims.sqlite"]


@pytest.fixture
def kept(tmp_path, make_claim, make_reading):
    """A record of three claims in `claims.sqlite` of the test's folder."""
    meeting = make_claim(
        "AGREE", ("PRK", "RUS"), reciprocal=True, day="2019-04-25", told_by=("KCNA",), because=("“met” states AGREE",)
    )
    attack = make_claim("ASSAULT", ("RUS",), ("UKR",), day="2022-02-24", front="military")
    threat = make_claim("THREATEN", ("UKR",), ("RUS",), day="2022-03-01", factuality="PS+", auxiliary=("future",))
    with Record(tmp_path / "claims.sqlite") as record:
        record.keep(make_reading(meeting, attack, threat), "coder 1")
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
        (["--limit", "1"], ["AGREE"]),
    ],
)
def test_each_filter(kept, ask, filters, expected):
    status, out, _ = ask(*CLAIMS, *filters, "--format", "jsonl")
    assert (status, types(out)) == (0, expected)


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


def test_words_of_a_report_are_never_read_as_markup(ask, tmp_path, make_claim, make_reading):
    claim = make_claim(told_by=("[/bold] [red]Wire",))
    with Record(tmp_path / "claims.sqlite") as record:
        record.keep(make_reading(claim, text="[/b]ad [red]text"), "coder 1")
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


def test_ties_sum_by_month_and_front(kept, ask):
    status, out, err = ask("ties", "Russia", "UKR", "--record", "claims.sqlite")
    assert status == 0
    assert [line.split() for line in out.decode().splitlines()[2:]] == [
        ["2022-02", "military", "·", "1", "·"],
        ["2022-03", "diplomatic", "·", "1", "·"],
    ]
    assert "2 claims between RUS and UKR, 2022-02-24 to 2022-03-01" in err


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_ties_in_each_format_within_days(kept, ask, form):
    _, out, _ = ask("ties", "UKR", "RUS", "--record", "claims.sqlite", "--until", "2022-02-28", "--format", form)
    frame = {"csv": pl.read_csv, "jsonl": pl.read_ndjson, "parquet": pl.read_parquet}[form](io.BytesIO(out))
    assert frame.rows() == [("UKR", "RUS", "2022-02", "military", 0, 1, 0)]


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        ([*CLAIMS, "--type", "HUG"], 2, "type 'HUG': does not exist; one of: AGREE"),
        ([*CLAIMS, "--front", "culinary"], 2, "front 'culinary': does not exist"),
        ([*CLAIMS, "--factuality", "sure"], 2, "factuality 'sure': does not exist"),
        ([*CLAIMS, "--actor", "Atlantis"], 2, "Atlantis"),
        ([*CLAIMS, "--since", "2023-02-30"], 2, "--since '2023-02-30': there is no such day; write an existing day"),
        ([*CLAIMS, "--limit", "0"], 2, "--limit"),
        ([*CLAIMS, "--format", "xml"], 2, "--format"),
        (["ties", "RUS", "Atlantis", "--record", "claims.sqlite"], 2, "Atlantis"),
        (
            ["show", "c_none", "--record", "claims.sqlite"],
            2,
            "claim 'c_none': there is no such claim; `detente claims` lists",
        ),
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


def test_the_record_may_come_from_the_environment(kept, ask, monkeypatch):
    monkeypatch.setenv("DETENTE_RECORD", "claims.sqlite")
    assert ask("claims", "--format", "jsonl")[0] == 0


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "parquet"])
def test_an_output_that_is_full_is_one_line(kept, command, form):
    with Path("/dev/full").open("w") as full:
        ended = command(*CLAIMS, "--format", form, capture_output=False, stdout=full, stderr=-1)
    assert ended.returncode == 1
    assert (
        ended.stderr.splitlines()[-1]
        == "error: output: cannot be written (no space left on device); check the space left where it goes"
    )
    assert "Traceback" not in ended.stderr
