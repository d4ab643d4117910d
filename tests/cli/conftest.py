"""The command without a process of its own, with the session's reader: for tests that need many runs."""

import pytest

from detente.cli import console


@pytest.fixture
def ask(monkeypatch, tmp_path, capsysbinary):
    """Runs `detente ARGS...` in the test's folder: status, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    for stream in (console.out, console.err):
        monkeypatch.setattr(stream, "width", 200)
    for name in ("NO_COLOR", "FORCE_COLOR", "DETENTE_RECORD"):
        monkeypatch.delenv(name, raising=False)

    def run(*args):
        from detente.cli import main

        monkeypatch.setattr("sys.argv", ["detente", *map(str, args)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsysbinary.readouterr()
        return ended.value.code or 0, written.out, written.err.decode()

    return run


@pytest.fixture
def with_reader(monkeypatch, reader):
    """Lets the command use the reader that the session has loaded already."""

    def made(*, domestic=False, threshold=0.5, relations=None):
        monkeypatch.setattr(reader, "domestic", domestic)
        monkeypatch.setattr(reader, "relations", relations or reader.relations)
        monkeypatch.setattr(reader, "threshold", threshold)
        return reader

    monkeypatch.setattr("detente.claims.reading.Reader", made)
