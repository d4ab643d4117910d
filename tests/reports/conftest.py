"""What tests of many forms share: a folder of their own to write files into and read them from, and a web server."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from detente.reports import ReadingOptions, read_reports


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes a file into the test's folder, which is the working folder, and gives its name."""
    monkeypatch.chdir(tmp_path)

    def to(name, content=" date 2023-09-09 They met."):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    return to


@pytest.fixture
def read():
    """Reads files into all that is found in them."""
    return lambda *paths, **options: list(
        read_reports([str(path) for path in paths], options=ReadingOptions(**options))
    )


@dataclass
class Web:
    """A web server of the test's own: what it serves, and what it was asked.

    A page is its bytes, or a function that writes the whole answer through the handler.
    """

    address: str
    pages: dict[str, bytes | Callable] = field(default_factory=dict)
    asked: list = field(default_factory=list)

    def serve(self, path, page):
        self.pages[path] = page
        return self.address + path


@pytest.fixture
def web():
    """A local web server."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            served.asked.append((self.path, dict(self.headers)))
            page = served.pages.get(self.path)
            if callable(page):
                page(self)
            else:
                answer(self, 200 if page is not None else 404, page or b"")

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = Web(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()


def answer(handler, status, body=b"", **headers):
    handler.send_response(status)
    for name, value in {"Content_Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)
