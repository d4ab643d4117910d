"""A file's import as a whole: what is bad is kept aside and can be mended, the rest is there, once."""

import gzip
import zipfile

import pytest
from test_icews import HEADER, SHORT, row

from detente.errors import ExchangeError
from detente.exchange.imports import importing
from detente.exchange.imports.formats import FORMATS
from detente.exchange.imports.importing import Import, aside_of


def test_importing_twice_adds_nothing(imported, record):
    lines = (HEADER, row(), row(Event_ID="2"), row(Event_ID="2"))
    first, again = imported("icews", *lines), imported("icews", *lines)
    assert (first.added, first.known) == (2, 1)
    assert (again.added, again.known) == (0, 3)
    assert len(record.events()) == 2


def test_rejected_rows_can_be_mended_and_imported(imported, record, tmp_path):
    imported("icews", HEADER, row(), row(Event_ID="2", Event_Date="yesterday"))
    aside = tmp_path / "set.tsv.rejected.tsv"
    header, why, line = aside.read_text().splitlines()
    assert header == HEADER
    assert why == f"#rejected {tmp_path / 'set.tsv'}:3: 'yesterday' is no day"
    mended = line.replace("yesterday", "2016-03-01")
    outcome = imported("icews", header, why, mended, name="set.tsv.rejected.tsv")
    assert (outcome.added, outcome.rejected) == (1, 0)
    assert [event.origin.version for event in record.events()] == ["set.tsv", "set.tsv"]


def test_nothing_is_written_aside_where_nothing_is_bad(imported, tmp_path):
    imported("icews", HEADER, row())
    assert [path.name for path in tmp_path.glob("*rejected*")] == []


def test_an_empty_file_holds_no_event(imported):
    assert imported("icews").rows == 0


def test_rows_that_are_no_text_are_rejected_byte_for_byte(tmp_path, record):
    path = tmp_path / "set.tsv"
    bad = row(Event_ID="2").encode().replace(b"Chile", b"Chil\xe9")
    path.write_bytes(b"\n".join([HEADER.encode(), row().encode(), bad, row(Event_ID="3\x00").encode()]))
    outcome = Import(path, FORMATS["icews"], aside_of(path, "icews")).into(record)
    assert (outcome.added, outcome.rejected) == (1, 2)
    assert bad in aside_of(path, "icews").read_bytes()


@pytest.mark.parametrize("suffix", [".gz", ".zip"])
def test_packed_files_are_read(tmp_path, record, suffix):
    path = tmp_path / f"set.tsv{suffix}"
    text = f"{HEADER}\n{row()}\n"
    if suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("set.tsv", text)
    assert Import(path, FORMATS["icews"], aside_of(path, "icews")).into(record).added == 1


@pytest.mark.parametrize(("name", "held"), [("none.tsv", None), ("bad.gz", b"no gzip"), ("bad.zip", b"no zip")])
def test_what_cannot_be_opened_is_told(tmp_path, record, name, held):
    path = tmp_path / name
    if held is not None:
        path.write_bytes(held)
    with pytest.raises(ExchangeError, match="cannot be read"):
        Import(path, FORMATS["icews"], aside_of(path, "icews")).into(record)


def test_each_batch_is_kept_at_once(tmp_path, record, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 2)
    path = tmp_path / "set.tsv"
    lines = [SHORT, *(f"x\t2011-08-{day:02}\tMalta\tvisit\t042\tItaly" for day in range(1, 6))]
    path.write_text("\n".join(lines))
    seen = []
    Import(path, FORMATS["icews"], aside_of(path, "icews"), step=lambda done: seen.append(done.added)).into(record)
    assert seen == [2, 4, 5]
