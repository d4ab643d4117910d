# ruff: noqa: ARG001 (a fixture may be wanted only for what it makes)
"""`detente audit`: a sheet is drawn, filled, kept, and told of."""

import csv
import io
import json

import polars as pl
import pytest

from detente import Record

RECORD = ("--record", "claims.sqlite")


@pytest.fixture
def kept(tmp_path, make_claim, make_reading):
    """A record of four claims of two types."""
    claims = [make_claim("CONSULT", ("FRA",), (code,)) for code in ("DEU", "ITA", "ESP")]
    with Record(tmp_path / "claims.sqlite") as record:
        record.keep(make_reading(*claims, make_claim("AGREE", ("FRA",), ("MLI",))))
        yield record


def fill(path, verdicts):
    """Fills the sheet: a verdict for each type."""
    with path.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        row["verdict"] = verdicts.get(row["type"], "")
    with path.open("w", newline="", encoding="utf-8") as lines:
        written = csv.DictWriter(lines, list(rows[0]))
        written.writeheader()
        written.writerows(rows)


@pytest.fixture
def recorded(ask, kept, tmp_path):
    """A sheet of all four claims: meetings right, the agreement not judged yet."""
    assert ask("audit", "draw", *RECORD, "-o", "sheet.csv")[0] == 0
    fill(tmp_path / "sheet.csv", {"CONSULT": "right"})
    return ask("audit", "record", "sheet.csv", "--reviewer", "ana", *RECORD)


def test_a_sheet_of_the_same_seed_is_the_same(ask, kept):
    status, first, said = ask("audit", "draw", *RECORD, "--size", "3", "--seed", "5")
    assert (status, said) == (0, "3 claims, some of each of 2 kinds; fill the column `verdict`\n")
    assert ask("audit", "draw", *RECORD, "--size", "3", "--seed", "5")[1] == first
    rows = list(csv.DictReader(io.StringIO(first.decode())))
    assert sorted((row["type"], row["of"], row["verdict"]) for row in rows) == [
        ("AGREE", "1", ""), ("CONSULT", "3", ""), ("CONSULT", "3", ""),
    ]  # fmt: skip


def test_verdicts_are_kept_and_told_of(ask, recorded, tmp_path):
    assert recorded == (0, b"", "3 verdicts kept\n")
    status, table, said = ask("audit", "report", *RECORD)
    rows = [line.split() for line in table.decode().splitlines()]
    assert status == 0
    assert rows[1] == ["all", "all", "3", "3", "3", "0", "0", "1.000", "0.439-1.000"]
    assert [row[:2] for row in rows[2:]] == [["type", "CONSULT"], ["outlet", "Example"]]
    assert said == "the verdicts stand for 3 of 4 claims\n"
    fill(tmp_path / "sheet.csv", {"CONSULT": "right", "AGREE": "wrong"})
    assert ask("audit", "record", "sheet.csv", "--reviewer", "ana", *RECORD)[2] == "4 verdicts kept\n"
    assert "0.750" in ask("audit", "report", *RECORD, "--reviewer", "ana")[1].decode().splitlines()[1]
    assert "no verdicts yet" in ask("audit", "report", *RECORD, "--reviewer", "bo")[2]


def test_figures_as_rows(ask, recorded):
    found = pl.read_csv(io.BytesIO(ask("audit", "report", *RECORD, "-f", "csv")[1]))
    assert found.row(0) == ("all", "all", 3, 3, 3, 0, 0, 1.0, pytest.approx(0.4385, abs=0.0001), 1.0)
    assert pl.read_parquet(io.BytesIO(ask("audit", "report", *RECORD, "-f", "parquet")[1])).equals(found)
    lines = ask("audit", "report", *RECORD, "-f", "jsonl")[1].decode().splitlines()
    assert [json.loads(line)["by"] for line in lines] == ["all", "type", "outlet"]


def test_what_could_not_be_judged_has_no_precision(ask, kept, tmp_path):
    ask("audit", "draw", *RECORD, "-o", "sheet.csv")
    fill(tmp_path / "sheet.csv", {"AGREE": "unsure"})
    ask("audit", "record", "sheet.csv", "--reviewer", "ana", *RECORD)
    row = json.loads(ask("audit", "report", *RECORD, "-f", "jsonl")[1].decode().splitlines()[0])
    assert (row["unsure"], row["precision"], row["low"]) == (1, None, None)


def test_claims_that_the_record_has_no_more_are_told(ask, recorded, kept, make_claim, make_reading):
    kept.keep(make_reading(make_claim("CONSULT", ("FRA",), ("DEU",)), reader="coder 2"))
    assert ask("audit", "report", *RECORD)[2].endswith("2 judged claims no longer in the record: draw anew\n")
    assert ask("audit", "record", "sheet.csv", "--reviewer", "bo", *RECORD)[2] == (
        "1 verdict kept\n2 claims of the sheet not in this record, left out\n"
    )


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (["draw", "--size", "1"], 2, "--size 2"),
        (["record", "none.csv", "--reviewer", "ana"], 3, "cannot be read"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(ask, kept, args, status, said):
    ended, _, told = ask("audit", *args, *RECORD)
    assert (ended, said in told, told.count("\n")) == (status, True, 1)
