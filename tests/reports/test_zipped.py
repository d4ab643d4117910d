"""Zip archives: a folder in a file, of which each file is read or told of."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import Report, opening
from detente.reports.zipped import read_members

TEXT = b" date 2023-09-09 They met."


def zipped(**members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


def test_each_file_of_known_form_is_read_and_named_by_its_place(write, read):
    members = {"b_txt": TEXT, "a__1_jsonl": b'{"text": "They met.", "date": "2023-09-09"}', "x_pdf": b"%PDF"}
    assert [item.id for item in read(write("wire.zip", zipped(**members)))] == [
        "wire.zip/a/1.jsonl#1",
        "wire.zip/b.txt",
    ]


def test_a_bad_file_in_an_archive_is_named_and_the_rest_is_read(write, read):
    found = read(write("wire.zip", zipped(a_txt=b"", b_txt=TEXT, c_txt=b"They met.")))
    assert [isinstance(item, Report) for item in found] == [False, True, False]
    assert str(found[0]).startswith("wire.zip/a.txt: is empty")


def test_a_name_that_leads_out_of_the_archive_is_passed_over(write, read, tmp_path):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("../../escaped.txt", TEXT)
        archive.writestr("a.txt", TEXT)
    (report,) = read(write("wire.zip", held.getvalue()))
    assert report.id == "wire.zip/a.txt"
    assert not (tmp_path.parent.parent / "escaped.txt").exists()


def test_a_bomb_in_an_archive_is_refused_and_the_rest_is_read(write, read, monkeypatch):
    monkeypatch.setattr(opening, "UNPACKED_FREELY", 1_000_000)
    error, report = read(write("wire.zip", zipped(a_jsonl=b" " * 50_000_000, b_txt=TEXT)))
    assert "wire.zip/a.jsonl:3: unpacks to more than 200 times its size" in str(error)
    assert isinstance(report, Report)


def test_an_archive_within_an_archive_is_read_too(write, read):
    (report,) = read(write("wire.zip", zipped(inner_zip=zipped(a_txt=TEXT))))
    assert report.id == "wire.zip/inner.zip/a.txt"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 cut short", "wire.zip: is no zip archive that can be read ("),
        (b"", "wire.zip: is no zip archive that can be read ("),
        (zipped(x_pdf=b"%PDF"), "wire.zip: holds no reports"),
    ],
)
def test_what_is_no_archive_of_reports_is_one_error(write, read, content, said):
    (error,) = read(write("wire.zip", content))
    assert str(error).startswith(said)


def test_an_archive_with_a_password_is_told(write, read):
    data = bytearray(zipped(a_txt=TEXT))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (error,) = read(write("wire.zip", bytes(data)))
    assert str(error) == "wire.zip/a.txt: is locked with a password; unpack the archive with its password"


def test_a_file_without_a_name_is_told_and_the_rest_is_read(write, read):
    data = bytearray(zipped(a_txt=TEXT, b_txt=TEXT))
    data[data.index(b"a.txt", data.index(b"PK\x01\x02"))] = 0
    error, report = read(write("wire.zip", bytes(data)))
    assert str(error) == "wire.zip: holds a file without a name; fetch the archive again"
    assert report.id == "wire.zip/b.txt"


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 200), st.binary(min_size=1, max_size=6))
def test_a_damaged_archive_gives_bytes_or_report_errors(place, damage):
    data = bytearray(zipped(a_txt=TEXT * 3, b_txt=TEXT))
    data[place : place + len(damage)] = damage
    try:
        for _, member in read_members(io.BytesIO(data), "wire.zip"):
            if not isinstance(member, ReportError):
                member.read()
    except ReportError as error:
        assert error.where.startswith("wire.zip")
