"""Opening a record: a file or a URL, the pragmas SQLite needs, and the migrations up to today's tables."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from detente.errors import RecordError
from detente.record.errors import told

ONLY_READS = "only_reads"
"""The execution option of a connection that takes no write lock."""
WAIT_MS = 60_000
"""How long a writer waits for another before it gives up."""


def open_engine(address: str | Path) -> Engine:
    """The engine of a record with its tables up to date.

    Raises:
        RecordError: the address cannot be opened, is no record, or was written by a newer version.
    """
    where = str(address)
    with told(where):
        engine = create_engine(_url(where))
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        with engine.begin() as connection:
            _migrate(connection, where)
    return engine


def _url(where: str) -> str:
    if "://" in where:
        make_url(where)
        return where
    return f"sqlite:///{Path(where)}"


def _prepare_sqlite(connection: Any, _record: Any) -> None:
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


def _migrate(connection: Connection, where: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(files("detente.record") / "migrations"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    if current == scripts.get_current_head():
        return
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise RecordError(where, "was written by a newer version of detente", "upgrade detente, or give another record")
    command.upgrade(config, "head")
