# ruff: noqa: ARG001 (a fixture may be wanted only for what it makes)
"""`detente read` on what users really have: bad files among good ones, pages, JSON lines, standard input."""

import datetime as dt
import io
import json
import re
import sqlite3

import pytest

from detente.claims.claim import Claim
from detente.record import Record

MEETING = "France's president met his German counterpart in Berlin on Monday."
ATTACK = "Russia bombed Ukraine on Tuesday."
RECORD = ["--record", "claims.sqlite"]


@pytest.fixture
def write(tmp_path):
    def to(name, content=f" date 2023-09-09 {MEETING}"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return to


@pytest.fixture
def read(ask, with_reader):
    return lambda *args: ask("read", *args)


def kept(tmp_path):
    with Record(tmp_path / "claims.sqlite") as record:
        return record.count_reports(), list(record.claims())


def test_a_report_is_read_and_its_claims_are_kept(read, write, tmp_path):
    status, out, err = read(write("a.txt"), *RECORD)
    assert (status, out) == (0, b"")
    assert err.splitlines()[-1] == "1 read, 1 claim → claims.sqlite"
    count, (claim,) = kept(tmp_path)
    assert (count, claim.report_id, claim.type) == (1, "a.txt", "CONSULT")
    assert {party.country for party in claim.parties} == {"FRA", "DEU"}
    assert claim.happened.end == dt.date(2023, 9, 4)


def test_reading_again_changes_nothing(read, write, tmp_path):
    read(write("a.txt"), *RECORD)
    before = kept(tmp_path)
    status, _, err = read("a.txt", *RECORD)
    assert status == 0
    assert "0 read, 0 claims, 1 unchanged" in err
    assert kept(tmp_path) == before


def test_other_options_read_anew(read, write):
    read(write("a.txt"), *RECORD)
    _, _, err = read("a.txt", *RECORD, "--domestic")
    assert err.startswith("1 read")
    _, _, err = read("a.txt", *RECORD, "--domestic", "--threshold", "0.8")
    assert err.startswith("1 read")
    _, _, err = read("a.txt", *RECORD, "--domestic", "--threshold", "0.8")
    assert "1 unchanged" in err


def test_a_newer_coder_reads_anew_and_keeps_the_reviews(read, write, tmp_path, monkeypatch, reader):
    read(write("a.txt"), *RECORD)
    _, (claim,) = kept(tmp_path)
    with Record(tmp_path / "claims.sqlite") as record:
        record.review(claim.id, reviewer="ana", verdict="right")
    monkeypatch.setattr(reader, "coder", "detente 9.9.9 / lexicon 2099.1")
    assert read("a.txt", *RECORD)[2].startswith("1 read, 1 claim")
    with Record(tmp_path / "claims.sqlite") as record:
        assert [found.reader for found in record.claims()] == ["detente 9.9.9 / lexicon 2099.1"]
        assert record.reviews(claim.id) == [("ana", "right", None)]


@pytest.mark.parametrize(
    "part", [r"detente [\d.]+", r"lexicon [\d.]+", r"knowledge [0-9a-f]{8}", r"en_core_web_sm\S* [\d.]+"]
)
def test_another_version_of_any_part_of_the_reader_reads_anew(read, write, monkeypatch, reader, part):
    read(write("a.txt"), *RECORD)
    other, parts = re.subn(rf"\b{part}(?= /|$)", "another", reader.coder)
    assert parts == 1
    monkeypatch.setattr(reader, "coder", other)
    assert read("a.txt", *RECORD)[2].startswith("1 read")


def test_without_a_record_option_it_is_detente_sqlite_in_the_working_folder(read, write, tmp_path):
    read(write("a.txt"))
    assert (tmp_path / "detente.sqlite").is_file()


def test_of_a_hundred_files_three_are_bad_the_rest_is_read_and_the_status_is_three(read, write, tmp_path):
    for number in range(97):
        write(f"wire/{number:03}.txt", f" date 2023-09-09 Item {number}. {ATTACK}")
    write("wire/empty.txt", b"")
    write("wire/february.txt", f" date 2023-02-30 {ATTACK}")
    write("wire/undated.txt", ATTACK)
    status, _, err = read("wire", *RECORD)
    errors = [line for line in err.splitlines() if line.startswith("error: ")]
    assert status == 3
    assert [line.split(": ")[1] for line in errors] == ["wire/empty.txt", "wire/february.txt", "wire/undated.txt"]
    assert "97 read, 97 claims, 3 failed" in err
    assert kept(tmp_path)[0] == 97


def test_several_processes_write_what_one_writes(read, write, tmp_path, monkeypatch):
    lines = [{"date": "2023-09-09", "id": number, "text": f"Item {number}. {ATTACK}"} for number in range(70)]
    lines[8] = {"date": "2023-02-30", "id": 8, "text": ATTACK}
    write("wire.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    status, _, several = read("wire.jsonl", "--workers", "2", "--out", "several.jsonl", "--record", "several.sqlite")
    assert status == 3
    monkeypatch.setattr("detente.runs.reading.HANDFUL", 1000)
    _, _, one = read("wire.jsonl", "--out", "one.jsonl", "--record", "one.sqlite")
    assert several == one.replace("one.sqlite", "several.sqlite")
    assert (tmp_path / "several.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()
    dumps = [list(sqlite3.connect(tmp_path / name).iterdump()) for name in ("several.sqlite", "one.sqlite")]
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "is empty; remove it"),
        ("binary.txt", b"\x7fELF\x00\x01", "is a binary file, not text; convert it"),
        ("line.txt", b"a" * 50_000_000, "is too large for one report: more than 4,000,000 bytes"),
        ("line.jsonl", b'{"text": "' + b"a" * 50_000_000, ":1: the line is longer than 4,000,000 bytes"),
        ("february.txt", b" date 2023-02-30 They met.", "there is no date '2023-02-30'; write an existing day"),
        ("future.txt", b" date 2999-01-01 They met.", "lies in the future; correct the date"),
        ("undated.txt", b"They met.", "has no date; start its first line"),
        ("page.html", b"<html></html>", "holds no article"),
    ],
)
def test_a_bad_file_is_one_line_and_status_three(read, write, tmp_path, name, content, said):
    status, _, err = read(write(name, content), *RECORD)
    first, last = err.splitlines()
    assert status == 3
    assert first.startswith(f"error: {name}:")
    assert said in first
    assert "0 read, 0 claims, 1 failed" in last
    assert kept(tmp_path) == (0, [])


def test_paths_that_cannot_be_read_are_named(read, tmp_path):
    (tmp_path / "dangling.txt").symlink_to("nowhere.txt")
    (tmp_path / "folder.txt").mkdir()
    status, _, err = read("dangling.txt", "folder.txt", "/proc/self/mem", "none/*.txt", *RECORD)
    assert status == 3
    assert [line.split(": ")[1] for line in err.splitlines()[:-1]] == [
        "dangling.txt",
        "folder.txt",
        "/proc/self/mem",
        "none/*.txt",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_claim_is_the_same_in_every_encoding(read, write, encoding):
    status, out, _ = read(
        write("a.txt", f" date 2023-09-09 {MEETING} Señor Núñez agreed.".encode(encoding)), "--out", "-"
    )
    (claim,) = map(Claim.model_validate_json, out.splitlines())
    assert (status, claim.sentence) == (0, MEETING)


def test_a_page_brings_its_own_date_and_outlet(read, write, tmp_path):
    filler = "The talks lasted two hours and were held behind closed doors in a small room near the river. " * 4
    write(
        "page.html",
        f"""<!DOCTYPE html><html><head><title>Talks</title><meta property="og:site_name" content="Example Wire">
        <meta property="article:published_time" content="2023-09-09T08:00:00Z"></head>
        <body><script>alert(1)</script><article><p>{MEETING}</p><p>{filler}</p></article></body></html>""",
    )
    assert read("page.html", *RECORD)[0] == 0
    claims = kept(tmp_path)[1]
    assert {(claim.outlet, claim.published) for claim in claims} == {("Example Wire", dt.date(2023, 9, 9))}
    assert MEETING in {claim.sentence for claim in claims}


def test_json_lines_with_their_own_field_names_and_a_bad_line(read, write, tmp_path):
    rows = [
        {"nr": 1, "day": "2023-09-09", "body": MEETING},
        {"nr": 2, "body": ATTACK},
        {"nr": 3, "day": "2023-09-09", "body": ATTACK},
    ]
    write("wire.jsonl", "\n".join(json.dumps(row) for row in rows))
    status, _, err = read("wire.jsonl", *RECORD, "--field", "text=body", "--field", "date=day", "--field", "id=nr")
    assert status == 3
    assert err.startswith("error: wire.jsonl:2: has no date; give it a date field (--field date=NAME")
    assert "begin its text with a dateline" in err
    assert "or give --date YYYY-MM-DD" in err
    assert {claim.report_id for claim in kept(tmp_path)[1]} == {"wire.jsonl#1", "wire.jsonl#3"}


def test_a_glob_that_the_shell_did_not_expand(read, write, tmp_path):
    write("wire/1.txt")
    write("wire/2.txt")
    write("wire/3.jsonl", "{}")
    assert read("wire/*.txt", *RECORD)[0] == 0
    assert kept(tmp_path)[0] == 2


def test_standard_input_and_a_date_for_it(read, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(MEETING.encode())))
    status, out, _ = read("-", "--date", "2023-09-09", "--outlet", "Example Wire", "--out", "-")
    (claim,) = map(Claim.model_validate_json, out.splitlines())
    assert status == 0
    assert (claim.outlet, claim.published) == ("Example Wire", dt.date(2023, 9, 9))


def test_out_writes_one_claim_a_line_and_keeps_no_record(read, write, tmp_path):
    write("a.txt", f" date 2023-09-09 {MEETING} {ATTACK}")
    status, out, _ = read("a.txt", "--out", "-")
    claims = [Claim.model_validate_json(line) for line in out.decode().splitlines()]
    assert status == 0
    assert [claim.type for claim in claims] == ["CONSULT", "ASSAULT"]
    assert list(tmp_path.glob("*.sqlite")) == []
    for claim in claims:
        start, end = claim.trigger.span
        assert f"{MEETING} {ATTACK}"[start:end] == claim.trigger.text


def test_out_keeps_no_record_that_only_the_environment_names(read, write, tmp_path, monkeypatch):
    monkeypatch.setenv("DETENTE_RECORD", "claims.sqlite")
    assert read(write("a.txt"), "--out", "-")[2] == "1 read, 1 claim\n"
    assert list(tmp_path.glob("*.sqlite")) == []
    assert read("a.txt")[2] == "1 read, 1 claim → claims.sqlite\n"


def test_out_and_a_record_together_write_the_same_claims(read, write, tmp_path):
    read(write("a.txt"), "--out", "claims.jsonl", *RECORD)
    written = [Claim.model_validate_json(line) for line in (tmp_path / "claims.jsonl").read_text().splitlines()]
    assert written == kept(tmp_path)[1]


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        ([], 2, "Missing argument"),
        (["a.txt", "--date", "2023-02-30"], 2, "--date '2023-02-30' is no day of the calendar; write an existing day"),
        (["a.txt", "--date", "2999-01-01"], 2, "--date '2999-01-01' lies in the future; correct"),
        (["a.txt", "--field", "colour=red"], 2, "is not OURS=THEIRS"),
        (["a.txt", "--field", "text"], 2, "is not OURS=THEIRS"),
        (["a.txt", "--threshold", "7"], 2, "--threshold"),
        (["a.txt", "--record", "no/folder/claims.sqlite"], 4, "no/folder/claims.sqlite: the record cannot be opened"),
        (["a.txt", "--record", "a.txt"], 4, "a.txt: the file is not a record"),
        (["a.txt", "--out", "no/folder/claims.jsonl"], 1, "no/folder/claims.jsonl: cannot be written"),
        (["a.txt", "--out", "/dev/full"], 1, "/dev/full: cannot be written (no space left on device)"),
    ],
)
def test_wrong_usage_and_places_that_cannot_be_written(read, write, args, status, said):
    write("a.txt", f" date 2023-09-09 {MEETING} " + "Nothing more. " * 20)
    ended, _, err = read(*args)
    assert ended == status
    assert said in err
    assert "Traceback" not in err


def test_what_is_guessed_and_what_is_set_aside_is_said(read, write, tmp_path):
    german = "Der französische Präsident traf am Montag in Berlin seinen Amtskollegen und sprach mit ihm lange. "
    rows = [f"2023-09-09,{MEETING}", f"2023-09-10,{german * 3}", f"2023-09-11,{german * 2}"]
    write("news.csv", "published_at,body\n" + "\n".join(rows))
    status, _, err = read("news.csv", *RECORD)
    assert status == 0
    assert err.splitlines() == [
        "news.csv: text from “body”, date from “published_at”",
        "2 reports set aside: 2 German",
        "1 read, 1 claim → claims.sqlite",
    ]
    assert kept(tmp_path)[0] == 1


def test_field_names_from_a_file_and_one_given_otherwise(read, write, tmp_path):
    write("mapping.toml", 'text = "Inhalt"\ndate = "Tag"\ndate_format = "%d.%m.%Y"\nid = "Nr"\n')
    write("news.csv", f"Nr;Nummer;Tag;Inhalt\n1;a;09.09.2023;{MEETING}\n")
    status, _, err = read("news.csv", "--fields", "mapping.toml", "--field", "id=Nummer", *RECORD)
    assert (status, err) == (0, "1 read, 1 claim → claims.sqlite\n")
    (claim,) = kept(tmp_path)[1]
    assert (claim.report_id, claim.published) == ("news.csv#a", dt.date(2023, 9, 9))


def test_a_file_of_field_names_that_is_none(read, write):
    status, _, err = read(write("news.csv"), "--fields", write("mapping.toml", "text: body"))
    assert status == 2
    assert "mapping.toml: is no TOML (" in err
