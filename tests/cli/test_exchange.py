"""`detente import` and `detente export`: what they write, say and end with."""

import json

import pytest

from detente.record import Record

HEADER = "set\tdate\tsource\trelation\tcameo\ttarget"
VISIT = "x\t2011-08-09\tMalta\tvisit\t042\tItaly"
STATEMENT = "x\t2011-08-10\tMalta\tsay\t010\tItaly"
BAD = "x\t2011-08-99\tMalta\tvisit\t042\tItaly"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "visits.tsv"
    path.write_text(f"{HEADER}\n{VISIT}\n{STATEMENT}\n")
    return path


def test_importing_says_what_came_of_it(ask, table):
    status, out, said = ask("import", "icews", table, "--record", "r.sqlite")
    assert (status, out) == (0, b"")
    assert said.splitlines() == [
        "visits.tsv: 1 event added, 1 left out",
        "  left out, PLOVER has no type for it: CAMEO 010 (make statement, not specified below), 1 row",
        "→ r.sqlite",
    ]
    assert "0 events added, 1 known, 1 left out" in ask("import", "icews", table, "--record", "r.sqlite")[2]


def test_bad_rows_end_with_status_3_and_are_kept_aside(ask, table, tmp_path):
    table.write_text(f"{HEADER}\n{VISIT}\n{BAD}\n")
    status, _, said = ask("import", "icews", "visits.tsv", "--record", "r.sqlite")
    assert status == 3
    assert "rejected: visits.tsv:3: '2011-08-99' is no day" in said
    assert "rejected rows are in visits.tsv.rejected.tsv" in said
    assert BAD in (tmp_path / "visits.tsv.rejected.tsv").read_text()


def test_of_many_bad_rows_some_are_told(ask, table):
    table.write_text("\n".join([HEADER, *[BAD] * 25]))
    _, _, said = ask("import", "icews", table, "--record", "r.sqlite", "--rejects", "wrong.tsv")
    assert said.count("is no day") == 10
    assert "rejected: 15 more" in said


def test_a_file_that_is_of_no_such_set_does_not_stop_the_others(ask, table):
    status, _, said = ask("import", "gdelt", table, "no-such.csv", "--record", "r.sqlite")
    assert status == 3
    assert "visits.tsv: has 6 columns, not GDELT's" in said
    assert "no-such.csv: cannot be read" in said


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["one.tsv", "two.tsv", "--rejects", "x"], "names one file for several"),
        (["one.tsv", "--rejects", "one.tsv"], "names the file that is imported"),
    ],
)
def test_rejected_rows_overwrite_nothing(ask, args, said):
    status, _, told = ask("import", "icews", *args)
    assert status == 2
    assert said in told


@pytest.fixture
def kept(tmp_path, make_claim, make_reading):
    with Record(tmp_path / "r.sqlite") as record:
        aid = make_claim("AID", ("JPN",), ("VUT",), day="2001-02-03")
        record.keep(make_reading(aid, make_claim("OBSERVE", ("JPN",), day="2005-01-01")))


@pytest.mark.usefixtures("kept")
def test_exporting_says_what_was_left_out(ask, tmp_path):
    status, out, said = ask("export", "plover", "-o", "events.jsonl", "--record", "r.sqlite")
    assert (status, out) == (0, b"")
    assert said.splitlines() == ["1 event → events.jsonl", "  left out, OBSERVE is no type of PLOVER's: 1 event"]
    (line,) = (tmp_path / "events.jsonl").read_text().splitlines()
    assert json.loads(line)["event_type"] == "AID"
    assert list(tmp_path.glob("*.partial")) == list(tmp_path.glob(".*.partial")) == []


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("form", ["plover", "icews", "csv", "graphml", "graphml-events", "jsonld", "panel"])
def test_every_form_of_text_goes_to_standard_output_too(ask, form):
    status, out, _ = ask("export", form, "-o", "-", "--record", "r.sqlite")
    assert status == 0
    assert "JPN" in out.decode() or "Japan" in out.decode()


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("filters", "events"),
    [
        ([], 2),
        (["--pair", "JPN", "VUT"], 1),
        (["--type", "AID"], 1),
        (["--status", "imported"], 0),
        (["--origin", "icews"], 0),
        (["--since", "2004-01-01"], 1),
        (["--limit", "1"], 1),
    ],
)
def test_filters_are_those_of_events(ask, filters, events):
    _, out, _ = ask("export", "csv", "-o", "-", "--record", "r.sqlite", *filters)
    assert len(out.splitlines()) == 1 + events


@pytest.mark.usefixtures("kept")
def test_an_unknown_filter_leaves_the_file_as_it_was(ask, tmp_path):
    (tmp_path / "events.parquet").write_text("before")
    status, _, said = ask("export", "parquet", "-o", "events.parquet", "--record", "r.sqlite", "--type", "HUG")
    assert status == 2
    assert "type 'HUG' does not exist" in said
    assert (tmp_path / "events.parquet").read_text() == "before"


@pytest.mark.usefixtures("kept")
def test_a_folder_that_is_not_there_is_told(ask):
    status, _, said = ask("export", "csv", "-o", "no/such/events.csv", "--record", "r.sqlite")
    assert status == 1
    assert "no/such/events.csv: cannot be written" in said


def test_an_imported_event_is_listed_and_shown_with_its_origin(ask, table):
    ask("import", "icews", table, "--record", "r.sqlite")
    assert "imported from icews" in ask("events", "--record", "r.sqlite", "--origin", "icews")[1].decode()
    shown = ask("show", "e_", "--record", "r.sqlite")[1].decode().splitlines()
    assert shown[0] == "MLT CONSULT → ITA · 2011-08-09 · CT+"
    assert shown[1].startswith("imported, 2011-08-09")
    assert shown[2] == (
        "  imported from icews (visits.tsv), row 2011-08-09 | Malta | visit | 042 | Italy, which codes it 042"
    )
    assert shown[3] == "  the first visit from Malta to Italy in the record, which reaches back to August 2011"
