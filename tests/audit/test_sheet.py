"""The sheet: a claim a line in words for a person, and back as a spreadsheet saves it."""

import csv
import io

import pytest

from detente.audit import Drawn, read_sheet, sheet
from detente.errors import SheetError
from detente.record import Stratum, Verdict

READ = Verdict("c_1", "right", None, 9)


def test_a_line_has_the_claim_in_words_its_sentence_and_room_for_a_verdict(make_claim):
    claim = make_claim(
        "CONSULT", ("FRA",), ("DEU",), sentence="=They\nmet.", told_by=("AFP",), sector="GOV", outlet="Example Wire"
    )
    written = sheet([(Drawn(claim.id, Stratum("CONSULT", "Example Wire"), 9), claim)])
    assert list(csv.DictReader(io.StringIO(written))) == [
        {
            "id": claim.id, "claim": "FRA GOV CONSULT (“met”) DEU GOV; 2023-09-08; told by AFP; CT+",
            "sentence": "'=They met.", "report": "a.txt", "outlet": "Example Wire", "published": "2023-09-09",
            "type": "CONSULT", "of": "9", "verdict": "", "note": "",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        ("id,of,verdict,note\nc_1,9,right,\n", [READ]),
        ("id,of,verdict,note\nc_1,9, Right ,\nc_2,9,,later\n", [READ]),
        ("\ufeffid;of;verdict;note\r\nc_1;9;right;\r\n", [READ]),
        ("note\tverdict\tof\tid\n'-1 too many\twrong\t9\tc_1\n", [Verdict("c_1", "wrong", "-1 too many", 9)]),
        ("id,of,verdict\nc_1,9,right\n", [READ]),
        ("id,of,verdict,note\n", []),
    ],
)
def test_verdicts_come_back_as_a_spreadsheet_saves_them(tmp_path, saved, expected):
    path = tmp_path / "sheet.csv"
    path.write_text(saved, encoding="utf-8", newline="")
    assert read_sheet(path) == expected


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (b"id,of,verdict\nc_1,9,yes\n", r"sheet.csv:2: verdict 'yes' does not exist; one of: right, wrong, unsure"),
        (b"id,of,verdict\nc_1,,right\n", "no number of claims"),
        (b"id,of,verdict\nc_1\n", None),
        (b"claim,verdict\nx,right\n", "lacks a column of id, of, verdict"),
        (b"", "lacks a column"),
        (b"id,of,verdict,note\nc_1,9,right,\xe9\n", "not in UTF-8"),
    ],
)
def test_a_sheet_that_is_none_is_an_error(tmp_path, saved, said):
    path = tmp_path / "sheet.csv"
    path.write_bytes(saved)
    if said is None:
        assert read_sheet(path) == []
        return
    with pytest.raises(SheetError, match=said):
        read_sheet(path)


def test_a_sheet_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(SheetError, match="cannot be read"):
        read_sheet(tmp_path / "none.csv")
