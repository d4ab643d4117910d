"""Opening a record: what is none, or none of ours, is one clear error."""

import os
import sqlite3

import pytest

from detente.errors import RecordError
from detente.record import Record


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and long enough to be no database header." * 20)
    with pytest.raises(RecordError, match=r"notes\.txt: the file is not a record; give another file with --record"):
        Record(path)
    assert path.read_text().startswith("These are notes")


def test_a_database_of_something_else_is_left_alone(tmp_path):
    path = tmp_path / "songs.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name)")
    with pytest.raises(RecordError, match="is a database of something else"):
        Record(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]


def test_a_record_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "claims.sqlite"
    Record(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="was written by a newer version of detente; upgrade detente"):
        Record(path)


def test_a_record_in_a_missing_folder_or_a_folder_itself_cannot_be_opened(tmp_path):
    for path in (tmp_path / "none" / "claims.sqlite", tmp_path):
        with pytest.raises(RecordError, match="the record cannot be opened; check that the folder exists"):
            Record(path)


def test_those_who_only_ask_make_no_record(tmp_path):
    path = tmp_path / "claims.sqlite"
    for address in (path, f"sqlite:///{path}"):
        with pytest.raises(RecordError, match=r"there is no such record; make one with `detente read PATH\.\.\.`"):
            Record(address, must_exist=True)
    assert not path.exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nosuch://host/claims", "the address cannot be used"),
        ("postgresql://ana:secret@localhost:port/claims", "the address cannot be used"),
        ("mysql://ana:secret@localhost/claims", "needs the package MySQLdb, which is not installed"),
    ],
)
def test_an_address_that_cannot_be_used_is_one_line_without_its_password(address, said):
    with pytest.raises(RecordError, match=said) as caught:
        Record(address)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_asking_does_not_wait_for_a_writer(tmp_path):
    path = tmp_path / "claims.sqlite"
    Record(path).close()
    writer = sqlite3.connect(path)
    writer.execute("BEGIN IMMEDIATE")
    with Record(path, must_exist=True) as record:
        assert len(record.claims()) == 0
    writer.close()


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everything")
def test_a_record_that_cannot_be_written_says_so(tmp_path, make_reading):
    path = tmp_path / "claims.sqlite"
    Record(path).close()
    path.chmod(0o400)
    with Record(path) as record, pytest.raises(RecordError, match="cannot be written"):
        record.keep(make_reading())


def test_the_migrations_make_the_tables_that_the_code_knows(tmp_path):
    from detente.record.schema import metadata

    Record(tmp_path / "claims.sqlite").close()
    with sqlite3.connect(tmp_path / "claims.sqlite") as connection:
        for table in metadata.sorted_tables:
            made = {(name, kind) for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table.name})")}
            assert made == {(column.name, str(column.type)) for column in table.columns}
            indexes = {row[1] for row in connection.execute(f"PRAGMA index_list({table.name})") if row[3] == "c"}
            assert indexes == {index.name for index in table.indexes}
