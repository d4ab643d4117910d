"""From paths to reports: files, folders, globs, and what cannot be read named in its place."""

import datetime as dt
import io
import os
from pathlib import Path

import pytest

from detente.errors import ReportError
from detente.reports import ReadingOptions, Report
from detente.reports.sources import count_reports, find_files, name_of

TEXT = " date 2023-09-09 They met."
OPTIONS = ReadingOptions()


@pytest.fixture(autouse=True)
def _in_the_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_folder_stands_for_the_files_of_known_form_below_it(write):
    for name in (
        "wire/b.txt",
        "wire/a/deep.TXT",
        "wire/c.html",
        "wire/d.jsonl",
        "wire/noted",
        "wire/x.pdf",
        "wire/.git/a.txt",
        "wire/.b.txt",
    ):
        write(name)
    assert find_files(["wire"]) == ["wire/a/deep.TXT", "wire/b.txt", "wire/c.html", "wire/d.jsonl", "wire/noted"]


def test_globs_match_files_and_folders_and_each_file_counts_once(write):
    for name in ("wire/1.txt", "wire/2.txt", "wire/sub/3.txt"):
        write(name)
    assert find_files(["wire/*", "wire/1.txt", "wire/**/*.txt"]) == ["wire/1.txt", "wire/2.txt", "wire/sub/3.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(write):
    write("report[1].txt")
    assert find_files(["report[1].txt"]) == ["report[1].txt"]


def test_a_record_names_files_from_the_working_folder(tmp_path):
    assert name_of("wire/../a.txt") == "a.txt"
    assert name_of(str(tmp_path / "wire" / "a.txt")) == "wire/a.txt"
    assert name_of("/elsewhere/a.txt") == "/elsewhere/a.txt"


def test_a_file_name_that_is_no_utf_8_can_still_be_kept(tmp_path, read):
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_text(TEXT)
    (report,) = read(os.fsdecode(raw))
    assert report.id == "caf\ufffd.txt"


def test_a_page_is_known_by_its_first_bytes_too(write, read):
    page = (
        "<!doctype html><html><body><article><p>"
        + "They met in Berlin and spoke of trade. " * 12
        + "</p></article></body></html>"
    )
    (report,) = read(write("page", page), date=dt.date(2023, 9, 9))
    assert "<p>" not in report.text


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty.txt: is empty"),
        ("binary.txt", b"\x7fELF\x00\x00\x01\x02", "binary.txt: is a binary file"),
        ("february.txt", b" date 2023-02-30 They met.", "february.txt: there is no date '2023-02-30'"),
        ("future.txt", b" date 2999-01-01 They met.", "future.txt: its date 2999-01-01 lies in the future"),
        ("undated.txt", b"They met.", "undated.txt: has no date; "),
        ("line.txt", b"a" * 50_000_000, "line.txt: is too large for one report: more than 4,000,000 bytes"),
    ],
)
def test_a_bad_file_is_one_error_that_names_it(write, name, content, said, read):
    (error,) = read(write(name, content))
    assert isinstance(error, ReportError)
    assert str(error).startswith(said)


def test_a_line_of_fifty_megabytes_in_json_lines_is_one_error(write, read):
    (error,) = read(write("wire.jsonl", b'{"text": "' + b"a" * 50_000_000 + b'"}'))
    assert str(error).startswith("wire.jsonl:1: the line is longer than")


def test_paths_that_lead_nowhere_are_errors(tmp_path, read):
    (tmp_path / "dangling.txt").symlink_to("nowhere.txt")
    (tmp_path / "folder.txt").mkdir()
    found = read("missing.txt", "dangling.txt", "folder.txt", "no/*.match", "n" * 5000)
    assert [error.where for error in found] == ["missing.txt", "dangling.txt", "folder.txt", "no/*.match", "n" * 5000]
    assert "there is no such file" in str(found[0])
    assert "holds no reports" in str(found[2])


def test_a_link_to_nowhere_inside_a_folder_is_told(tmp_path, write, read):
    write("wire/a.txt")
    (tmp_path / "wire" / "b.txt").symlink_to("nowhere.txt")
    report, error = read("wire")
    assert isinstance(report, Report)
    assert error.where == "wire/b.txt"


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_error(write, read):
    path = write("closed.txt")
    Path(path).chmod(0)
    (error,) = read(path)
    assert "cannot be read (permission denied)" in str(error)


def test_a_file_that_fails_while_it_is_read_is_an_error(read):
    (error,) = read("/proc/self/mem")
    assert "cannot be read (" in str(error)


def test_of_a_hundred_files_three_are_bad_and_ninety_seven_read(write, read):
    for number in range(97):
        write(f"wire/{number:03}.txt", f" date 2023-09-09 They met, {number}.")
    write("wire/empty.txt", b"")
    write("wire/undated.txt", b"They met.")
    write("wire/binary.txt", b"\x00\x01\x02")
    found = read("wire")
    assert sum(isinstance(item, Report) for item in found) == 97
    assert {item.where for item in found if isinstance(item, ReportError)} == {
        "wire/empty.txt",
        "wire/undated.txt",
        "wire/binary.txt",
    }


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (b" date 2023-09-09 They met.", 1),
        (b'{"text": "They met.", "date": "2023-09-09"}\n{"text": "They parted.", "date": "2023-09-09"}', 2),
    ],
)
def test_standard_input_is_a_text_or_json_lines(monkeypatch, given, ids, read):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    found = read("-")
    assert len({report.id for report in found}) == ids
    assert all(report.id.startswith("stdin") for report in found)


def test_the_progress_bar_knows_how_many_reports_there_are(write):
    write("a.jsonl", b'{"a": 1}\n{"a": 2}\n')
    assert count_reports(["a.jsonl", "b.txt", "missing.jsonl"]) == 4
