"""Opening a record: a file or a URL, the pragmas SQLite needs, and the migrations up to today's tables."""

from __future__ import annotations

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

ONLY_READS = "only_reads"
"""The execution option of a connection that takes no write lock."""
WAIT_MS = 60_000
"""How long a writer waits for another before it gives up."""


def open_engine(address: str | Path) -> Engine:
    """The engine of a record with its tables up to date.

    Raises:
        RecordError: the address cannot be opened, is no record, or was written by a newer version.
    """
    where = shown(address)
    with told(where):
        engine = create_engine(_url(address))
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        with engine.connect().execution_options(**{ONLY_READS: True}) as connection:
            ready = _is_ready(connection, where)
        if not ready:
            with engine.begin() as connection:
                _migrate(connection, where)
    return engine


def shown(address: str | Path) -> str:
    """The address as messages show it: a URL's password is not for everyone's eyes."""
    return _url(address).render_as_string(hide_password=True) if "://" in str(address) else str(address)


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
        return make_url(written)
    except (ArgumentError, ValueError) as fault:
        raise unusable(written.partition("://")[0] + "://...", fault) from None


def _prepare_sqlite(connection: Any, _record: Any) -> None:  # noqa: ANN401
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={WAIT_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the lock at once, so two processes on one record wait instead of failing."""
    if not connection.get_execution_options().get(ONLY_READS):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _is_ready(connection: Connection, where: str) -> bool:
    """Whether the tables are today's, which is found out without waiting for whoever writes."""
    scripts = ScriptDirectory.from_config(_config())
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None and inspect(connection).get_table_names():
        raise RecordError(where, "is a database of something else", "give another file with --record")
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
    join_pending(connection)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("detente.record") / "migrations"))
    return config
