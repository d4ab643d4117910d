"""What many tests share: one reader a session, a fresh record, hand-made claims, a web server, the command."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from detente import Reader, Record
from detente.claims.claim import Claim
from detente.claims.outcome import Reading
from detente.reports import Report
from handmade import build_claim
from postgres import Server, started

sys.path.insert(0, str(Path(__file__).parent))

COMMAND = [sys.executable, "-c", "from detente.cli import main; main()"]

Command = Callable[..., "subprocess.CompletedProcess[str]"]
MakeClaim = Callable[..., Claim]
MakeReading = Callable[..., Reading]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server of the tests' own."""
    with started() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty record is, once on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "claims.sqlite")
    server: Server = request.getfixturevalue("server")
    return server.emptied()


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    """An empty record, once on each database."""
    with Record(address) as opened:
        yield opened


def environment(**more: str) -> dict[str, str]:
    """The environment of a command under test: no colours or record of whoever runs the tests."""
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "DETENTE_RECORD", "COLUMNS"}}
    return {**kept, "COLUMNS": "200", **more}


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs `detente ARGS...` in the test's own folder; its status and what it wrote come back."""

    def run(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        env = environment(**options.pop("env", {}))
        line = [*COMMAND, *map(str, args)]
        given = {"cwd": tmp_path, "env": env, "capture_output": True, "timeout": 100, "encoding": "utf-8"} | options
        return subprocess.run(line, check=False, **given)

    return run


@pytest.fixture
def make_claim() -> MakeClaim:
    """Builds a claim by hand from what a test is about: parties as codes, type and day; the rest is filled in."""
    return build_claim


@pytest.fixture
def make_reading() -> MakeReading:
    """A reading of one report that holds the given hand-made claims."""

    def build(*claims: Claim, report_id: str = "a.txt", text: str = "They met.", reader: str = "coder 1") -> Reading:
        return Reading(Report(report_id, text, dt.date(2023, 9, 9), "Example Wire"), claims, reader)

    return build


@dataclass
class Web:
    """A web server of the test's own: what it serves, and what it was asked.

    A page is its bytes, or a function that writes the answer with the handler's `answer(STATUS, BODY, HEADER=...)`.
    """

    address: str
    pages: dict[str, bytes | Callable[[Any], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def serve(self, path: str, page: bytes | Callable[[Any], None]) -> str:
        """Serves a page; its address."""
        self.pages[path] = page
        return self.address + path

    def asked_for(self, path: str) -> list[dict[str, str]]:
        """The headers of each request for a path."""
        return [headers for asked, headers in self.asked if asked == path]


@pytest.fixture
def web() -> Iterator[Web]:
    """A web server on this machine, asked without a pause."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            served.asked.append((self.path, dict(self.headers)))
            page = served.pages.get(self.path)
            if callable(page):
                with contextlib.suppress(OSError):
                    page(self)
            else:
                self.answer(200 if page is not None else 404, page or b"")

        do_HEAD = do_GET  # noqa: N815

        def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
            self.send_response(status)
            for name, value in {"Content_Length": str(len(body)), **headers}.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = Web(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()
