"""What tests of many forms share: a folder of their own to write files into and read them from."""

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
