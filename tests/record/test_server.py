"""A record on a PostgreSQL server: several at once, and what is said when the server does not do as it should."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest

from detente.claims.outcome import Reading
from detente.errors import RecordError
from detente.record import Record, engine
from detente.reports import Report


@pytest.fixture
def fresh(server):
    """The URL of a database with nothing in it."""
    return server.new_database()


def reading(make_claim, number):
    """One report of many that all tell of one visit."""
    name = f"{number}.txt"
    claim = make_claim(report_id=name, sentence="The minister visited Paris.", recipients=("DEU",))
    return Reading(
        Report(name, f"The minister visited Paris. {number}", dt.date(2023, 9, 9), f"Wire {number}"),
        (claim,),
        "coder 1",
    )


def test_an_empty_database_becomes_a_record_and_opens_again(fresh, make_claim):
    with Record(fresh) as record:
        record.keep(reading(make_claim, 1))
    with Record(fresh, must_exist=True) as record:
        assert len(record.claims()) == 1


def test_those_who_only_ask_make_no_record(fresh):
    with pytest.raises(RecordError, match=r"there is no such record; make one with `detente read PATH\.\.\.`"):
        Record(fresh, must_exist=True)
    with psycopg.connect(fresh) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_a_database_of_something_else_is_left_alone(fresh):
    with psycopg.connect(fresh) as connection:
        connection.execute("CREATE TABLE songs (name text)")
    with pytest.raises(RecordError, match="is a database of something else"):
        Record(fresh)


def test_two_who_open_a_new_record_at_once_make_it_once(fresh):
    with ThreadPoolExecutor(4) as pool:
        for record in pool.map(lambda _: Record(fresh), range(4)):
            assert record.count_reports() == 0
            record.close()


def test_writers_at_once_join_what_belongs_together(address, make_claim):
    """However their reports interleave, what comes out is what one writer after the other gives."""
    start = Barrier(4)

    def write(numbers):
        with Record(address) as record:
            start.wait()
            for number in numbers:
                record.keep(reading(make_claim, number))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, [range(first, 24, 4) for first in range(4)]))
    with Record(address) as record:
        (event,) = record.events()
        assert len(event.claims) == len(record.claims()) == 24


def test_a_report_that_two_keep_at_once_is_kept_once(address, make_claim):
    with ThreadPoolExecutor(4) as pool, Record(address) as record:
        kept = list(pool.map(lambda _: record.keep(reading(make_claim, 1)), range(8)))
        assert sorted(kept) == ["added", *["unchanged"] * 7]


def test_asking_waits_for_no_writer_and_a_writer_only_so_long(address, make_claim, monkeypatch):
    monkeypatch.setattr(engine, "WAIT_MS", 200)
    with Record(address) as record, Record(address) as other:
        with record._engine.begin():
            assert len(other.claims()) == 0
            with pytest.raises(RecordError, match="another process has held the record for too long; wait for it"):
                other.keep(reading(make_claim, 1))
        other.keep(reading(make_claim, 1))
        assert record.count_reports() == 1


def test_a_lost_connection_is_told_in_one_line_and_the_record_goes_on(fresh, make_claim, monkeypatch):
    from detente.record import store

    def lose(connection, *_):
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    with Record(fresh) as record:
        record.keep(reading(make_claim, 1))
        with monkeypatch.context() as during:
            during.setattr(store, "join_new", lose)
            with pytest.raises(RecordError, match="the connection to the server was lost; see that the server runs"):
                record.keep(reading(make_claim, 2))
        assert record.count_reports() == 1
        record.keep(reading(make_claim, 2))
        assert record.count_reports() == 2


def test_a_connection_that_was_lost_in_between_is_made_anew(fresh, server, make_claim):
    with Record(fresh) as record:
        with psycopg.connect(server.url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [fresh.split("/")[3].split("?")[0]],
            )
        record.keep(reading(make_claim, 1))
        assert record.count_reports() == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://ana@/{}", "there is no such database or user; make it with createdb"),
        ("postgresql://postgres@/none{}", "there is no such database or user; make it with createdb"),
        ("postgresql://ana:secret@localhost:1/claims", "the server cannot be reached; see that it runs"),
        ("postgresql://ana:secret@no.such.host.invalid/claims", "the server cannot be reached; check the host"),
    ],
)
def test_a_server_that_cannot_be_used_is_one_line(address, said, server):
    with pytest.raises(RecordError, match=said) as caught:
        Record(address.format(server.url[server.url.index("?") :]))
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_user_who_may_only_read_can_ask_and_is_told_that_writing_is_not_allowed(fresh, make_claim):
    with Record(fresh) as record:
        record.keep(reading(make_claim, 1))
    with psycopg.connect(fresh) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
    with Record(fresh.replace("postgres@", "guest@"), must_exist=True) as record:
        assert len(record.claims()) == 1
        with pytest.raises(RecordError, match="the user may not do this in the database; let its owner GRANT it"):
            record.keep(reading(make_claim, 2))
    with psycopg.connect(fresh) as connection:
        connection.execute("DROP OWNED BY guest")
        connection.execute("DROP ROLE guest")
