"""Packed files and addresses: read as if they lay open here, and every fault of a disk or a network is told."""

import bz2
import gzip
import io
import lzma
import random
import time
import tracemalloc

import fsspec
import polars as pl
import pytest
from backports.zstd import compress as zstd_compress
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import ReadingOptions, Report, opening
from detente.reports.jsonl import read_jsonl
from detente.reports.opening import unpacked, without_password

TEXT = b" date 2023-09-09 They met."
LINES = b"".join(b'{"text": "They met %d times.", "date": "2023-09-09"}\n' % n for n in range(4_000))
TWO = 2 * LINES.index(b"\n") + 2
"""Bytes of the first two lines."""
PACKERS = {".gz": gzip.compress, ".zst": zstd_compress, ".bz2": bz2.compress, ".xz": lzma.compress}


@pytest.mark.parametrize("packing", PACKERS)
@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", TEXT), ("a.jsonl", LINES), ("a.csv", b"date,text\n2023-09-09,x")]
)
def test_a_packed_file_is_read_as_if_it_were_not(write, read, packing, name, content):
    plain = read(write(name, content))
    assert all(isinstance(item, Report) for item in plain)
    packed = read(write(name + packing, PACKERS[packing](content)))
    assert [item.id.replace(packing, "") for item in packed] == [item.id for item in plain]


@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_several_packed_streams_in_one_file_are_all_read(write, read, packing):
    pack = PACKERS[packing]
    assert len(read(write("a.jsonl" + packing, pack(LINES[:TWO]) + pack(LINES[TWO:])))) == 4_000


@pytest.mark.parametrize("packing", PACKERS)
def test_a_packed_file_cut_short_is_read_up_to_there_and_the_row_is_named(write, read, packing):
    noise = random.Random(7)
    lines = b"".join(
        b'{"text": "They met %d times.", "date": "2023-09-09"}\n' % noise.getrandbits(90) for _ in range(40_000)
    )
    packed = PACKERS[packing](lines)
    *reports, error = read(write("a.jsonl" + packing, packed[: len(packed) // 2]))
    assert len(reports) > 100
    assert all(isinstance(item, Report) for item in reports)
    assert str(error).startswith(f"a.jsonl{packing}:{len(reports) + 1}: is damaged from here on (")
    assert str(error).endswith("fetch or pack the file again")


@pytest.mark.parametrize("packing", PACKERS)
def test_what_is_not_packed_though_its_name_says_so_is_one_error(write, read, packing):
    (error,) = read(write("a.txt" + packing, TEXT))
    assert str(error).startswith(f"a.txt{packing}: is damaged from here on (")


@pytest.mark.parametrize("packing", PACKERS)
def test_a_bomb_is_refused_before_it_is_unpacked(write, read, packing, monkeypatch):
    monkeypatch.setattr(opening, "UNPACKED_FREELY", 1_000_000)
    bomb = PACKERS[packing](b"[" * 50_000_000)
    assert len(bomb) < 60_000
    write("bomb.jsonl" + packing, bomb)
    tracemalloc.start()
    error = read("bomb.jsonl" + packing)[-1]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "unpacks to more than 200 times its size; leave it out" in str(error)
    assert peak < 30_000_000


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(PACKERS)), st.integers(0, 150), st.binary(min_size=1, max_size=6))
def test_a_damaged_packed_file_gives_reports_or_report_errors(packing, place, damage):
    data = bytearray(PACKERS[packing](LINES[:2_000]))
    data[place : place + len(damage)] = damage
    try:
        for item in read_jsonl(unpacked(io.BytesIO(data), packing, "a.gz"), "a.gz", ReadingOptions()):
            assert isinstance(item, Report | ReportError)
    except ReportError as error:
        assert error.where.startswith("a.gz")


def test_an_address_on_the_web_names_its_reports(web, read):
    address = web.serve("/wire/a.jsonl.gz", gzip.compress(LINES[:TWO]))
    assert [report.id for report in read(address)] == [f"{address}#1", f"{address}#2"]
    assert all(headers["User-Agent"].startswith("detente/") for _, headers in web.asked)


def test_a_file_with_columns_at_an_address(web, read):
    pl.DataFrame({"text": ["They met."], "date": ["2023-09-09"]}).write_parquet(held := io.BytesIO())
    assert [report.text for report in read(web.serve("/a.parquet", held.getvalue()))] == ["They met."]


def test_a_store_s_folder_and_pattern_mean_the_files_in_it(read):
    store = fsspec.filesystem("memory")
    for name in ("1.txt", "2.txt", "notes.pdf"):
        store.pipe(f"/intake/{name}", TEXT)
    assert [report.id for report in read("memory://intake/")] == ["memory:///intake/1.txt", "memory:///intake/2.txt"]
    assert [report.id for report in read("memory://intake/2*")] == ["memory:///intake/2.txt"]


def test_a_password_in_an_address_is_not_shown():
    assert without_password("https://ana:secret@example.org/a.txt?page=2") == "https://example.org/a.txt?page=2"


def redirected(handler):
    handler.answer(302, Location=handler.path)


def cut_off(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b" date 2023-09-09 They")
    handler.close_connection = True


def slowly(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(1_000):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (None, "there is nothing at this address; check the address"),
        (redirected, "cannot be fetched ("),
        (cut_off, "cannot be fetched ("),
        (slowly, "is sent too slowly ("),
    ],
)
def test_an_address_that_does_not_serve_is_one_error(web, read, monkeypatch, page, said):
    monkeypatch.setattr(opening, "PATIENCE", 0.5)
    address = web.address + "/a.txt"
    if page:
        web.serve("/a.txt", page)
    (error,) = read(address)
    assert str(error).startswith(f"{address}: {said}")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:1/a.txt", "cannot be fetched ("),
        ("nowhere://a.txt", "is no address that can be read ("),
        ("memory://no-such-file.txt", "there is nothing at this address"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_error(read, address, said):
    (error,) = read(address)
    assert said in str(error)


def test_no_room_for_a_copy_is_told(write, read, monkeypatch):
    monkeypatch.setattr("shutil.copyfileobj", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    (error,) = read(write("a.parquet.gz", gzip.compress(b"PAR1")))
    assert "cannot be copied to " in str(error)
    assert "no space left on device" in str(error)
    assert "make room there, or set TMPDIR" in str(error)
