"""Runs that do not end well: killed, interrupted, out of space, two at once. The record is then as after a good one."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

COMMAND = [sys.executable, "-c", "from detente.cli import main; main()"]
REPORTS = 150
TABLES = ("reports", "claims", "parties", "tellers", "reviews")
NAMES = ("France", "Germany", "Japan", "Brazil", "Kenya", "Canada", "Poland", "Chile", "Egypt", "India", "Turkey")
TEXT = (
    " date 2023-{month:02}-{day:02} {a} and {b} signed a trade agreement on Monday, officials said. "
    "{c} condemned {a} for it. “We will impose sanctions on {b},” {c}'s foreign minister said. "
    "{a} sent food aid to {d} after the earthquake last week. "
    "The president of {d} met his counterpart from {b} in Geneva on Tuesday."
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A folder of reports, with the record of an undisturbed run beside them."""
    folder = tmp_path_factory.mktemp("archive")
    (folder / "wire").mkdir()
    for n in range(REPORTS):
        a, b, c, d = (NAMES[(n + k * (1 + n // len(NAMES) % 3)) % len(NAMES)] for k in range(4))
        text = TEXT.format(month=n % 12 + 1, day=n % 28 + 1, a=a, b=b, c=c, d=d)
        (folder / "wire" / f"{n:03}.txt").write_text(text, encoding="utf-8")
    assert start(folder, "undisturbed.sqlite").wait() == 0
    return folder


@pytest.fixture(scope="module")
def undisturbed(archive):
    held = rows(archive / "undisturbed.sqlite")
    assert len(held["reports"]) == REPORTS
    assert len(held["claims"]) > REPORTS
    return held


def start(archive, record, **options):
    """Starts reading the archive into a record, as a process of its own that can be interrupted."""
    line = [*COMMAND, "read", "wire", "--record", str(record)]
    plain = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    ready = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    return subprocess.Popen(line, cwd=archive, **{**plain, **ready, **options})


def count(path):
    """How many reports are kept so far, 0 while there is no table."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path, timeout=10)
    try:
        return connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def wait_for(path, number, process):
    """Waits until some reports are kept."""
    until = time.monotonic() + 60
    while count(path) < number:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.005)


def rows(path):
    """All rows of all tables, in order."""
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES}
    finally:
        connection.close()


def limited(size):
    """For a process: no file may grow beyond a size, and writing further is an error, not a signal."""

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    return limit


def test_killed_twice_and_run_again_the_record_is_that_of_an_undisturbed_run(archive, undisturbed, tmp_path):
    path = tmp_path / "claims.sqlite"
    for number in (10, 60):
        process = start(archive, path)
        wait_for(path, number, process)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert number <= count(path) < REPORTS
    assert start(archive, path).wait() == 0
    assert rows(path) == undisturbed


def test_interrupted_it_keeps_what_is_done_and_goes_on_from_there(archive, undisturbed, tmp_path):
    path = tmp_path / "claims.sqlite"
    process = start(archive, path)
    wait_for(path, 10, process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    done = count(path)
    assert process.returncode == 130
    assert "interrupted; what was read is kept, and the same command goes on from there" in err
    assert "Traceback" not in err
    assert 10 <= done < REPORTS
    again = start(archive, path)
    _, err = again.communicate()
    assert f"{REPORTS - done} read" in err
    assert f"{done} unchanged" in err
    assert rows(path) == undisturbed


def test_interrupted_before_it_has_begun_it_ends_quietly(archive, tmp_path):
    process = start(archive, tmp_path / "claims.sqlite")
    until = time.monotonic() + 30
    while not (tmp_path / "claims.sqlite").exists() and time.monotonic() < until:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in err


def test_two_at_once_both_succeed_and_the_record_is_that_of_one(archive, undisturbed, tmp_path):
    path = tmp_path / "claims.sqlite"
    both = [start(archive, path), start(archive, path)]
    told = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert rows(path) == undisturbed


def test_out_of_space_it_says_so_in_a_line_and_a_later_run_completes_the_record(archive, undisturbed, tmp_path):
    path = tmp_path / "claims.sqlite"
    process = start(archive, path, preexec_fn=limited(600_000))
    _, err = process.communicate()
    assert process.returncode == 4
    assert err.splitlines()[-1].startswith(f"error: {path}: the disk ")
    assert "free some space and run the same command again; what was kept is safe" in err
    assert "Traceback" not in err
    done = rows(path)["reports"]
    assert 0 < len(done) < REPORTS
    assert set(done) <= set(undisturbed["reports"])
    assert start(archive, path).wait() == 0
    assert rows(path) == undisturbed


def test_without_space_for_even_an_empty_record(archive, tmp_path):
    process = start(archive, tmp_path / "claims.sqlite", preexec_fn=limited(10_000))
    _, err = process.communicate()
    assert process.returncode == 4
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own with less than a megabyte, where one can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.getuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", folder], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_on_a_full_disk_it_says_so_and_goes_on_when_there_is_room(archive, undisturbed, small_disk):
    path = small_disk / "claims.sqlite"
    process = start(archive, path)
    _, err = process.communicate()
    assert process.returncode == 4
    assert "the disk " in err.splitlines()[-1]
    assert 0 < count(path) < REPORTS
    subprocess.run(["mount", "-o", "remount,size=50m", small_disk], check=True)
    assert start(archive, path).wait() == 0
    assert rows(path) == undisturbed
