"""Opening a record: a file or a URL, what each database needs to be shared, and the migrations up to today's tables.

Those who write wait for each other, on both databases: what one report changes depends on what the others have left.
Those who only ask never wait, and see the record as the last writer left it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from detente.errors import RecordError
from detente.record.errors import told, unusable
from detente.record.joining import join_pending
from detente.record.reindexing import index_claims_and_reports, index_events_and_ties

ONLY_READS = "only_reads"
"""The execution option of a connection that takes no write lock."""
WAIT_MS = 60_000
"""How long a writer waits for another before it gives up."""
CACHE_KB = 64_000
"""How much of an SQLite file a process holds in memory; a large record needs more than SQLite's own 2 MB."""
WRITERS_LOCK = 0x6465_7465_6E74_65
"""The number of the advisory lock that a writer holds on PostgreSQL: "detente" in ASCII."""


def open_engine(address: str | Path, *, must_exist: bool = False) -> Engine:
    """The engine of a record with its tables up to date.

    Raises:
        RecordError: the address cannot be opened, is no record, or was written by a newer version; or there is none
            where it must exist.
    """
    where = shown(address)
    file = file_of(address)
    if must_exist and file is not None and not file.is_file():
        raise _missing(where)
    with told(where):
        engine = create_engine(_url(address), pool_pre_ping=True)
        for moment, prepare in PREPARATIONS.get(engine.dialect.name, {}).items():
            event.listen(engine, moment, prepare)
        with engine.connect().execution_options(**{ONLY_READS: True}) as connection:
            made, ready = _is_made(connection, where), _is_ready(connection, where)
        if must_exist and not made:
            raise _missing(where)
        if not ready:
            with engine.begin() as connection:
                _migrate(connection, where)
    return engine


def shown(address: str | Path) -> str:
    """The address as messages show it: a URL's password is not for everyone's eyes."""
    if "://" not in str(address):
        return str(address)
    url = _url(address)
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


def file_of(address: str | Path) -> Path | None:
    """The file that an address means, None where it is a server's or in memory."""
    url = _url(address)
    in_file = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    return Path(str(url.database)) if in_file else None


def _url(address: str | Path) -> URL:
    written = str(address)
    if "://" not in written:
        return URL.create("sqlite", database=written)
    try:
        url = make_url(written)
    except (ArgumentError, ValueError) as fault:
        raise unusable(written.partition("://")[0] + "://...", fault) from None
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgresql", "postgres"} else url


def _missing(where: str) -> RecordError:
    return RecordError(
        where, "there is no such record", "make one with `detente read PATH...`, or name it with --record"
    )


def _prepare_sqlite(connection: Any, _record: Any) -> None:  # noqa: ANN401
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={WAIT_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA cache_size=-{CACHE_KB}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the lock at once, so two processes on one record wait instead of failing."""
    if not connection.get_execution_options().get(ONLY_READS):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_postgresql(connection: Connection) -> None:
    """Takes the lock of writers at once; those who only ask see one state of the record however many statements."""
    if connection.get_execution_options().get(ONLY_READS):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    else:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {WAIT_MS}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")


PREPARATIONS: dict[str, dict[str, Callable[..., None]]] = {
    "sqlite": {"connect": _prepare_sqlite, "begin": _begin_sqlite},
    "postgresql": {"begin": _begin_postgresql},
}


def _is_made(connection: Connection, where: str) -> bool:
    """Whether there are tables of a record."""
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None and inspect(connection).get_table_names():
        raise RecordError(where, "is a database of something else", "give another one with --record")
    return current is not None


def _is_ready(connection: Connection, where: str) -> bool:
    """Whether the tables are today's, which is found out without waiting for whoever writes."""
    scripts = ScriptDirectory.from_config(_config())
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise RecordError(where, "was written by a newer version of detente", "upgrade detente, or give another record")
    return current == scripts.get_current_head()


def _migrate(connection: Connection, where: str) -> None:
    """Brings the tables up to date; another process may have done so while this one waited for the lock."""
    if _is_ready(connection, where):
        return
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    index_claims_and_reports(connection)
    index_events_and_ties(connection)
    join_pending(connection)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("detente.record") / "migrations"))
    return config
