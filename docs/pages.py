"""The pages of the documentation, and what they show: commands, Python and generated parts, run and compared.

A page is a session in a folder of its own that holds a copy of `examples/`:

- a fence that ends in `file=NAME` is written to that file;
- in a `console` fence each line after `$ ` is run, `detente` alone at once and all else by bash, and what it writes
  follows it; an id of a claim or event that is not listed any more is replaced by the last one listed above it;
- in a `python` fence each `>>>` is run, all fences of a page in one namespace, and what it prints follows it;
- a fence whose output tells of an error says so with `fails` after its kind;
- between `<!-- NAME -->` and `<!-- end -->` stands what `generated.py` makes under that name.

Other fences are left as they are.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import generated

ROOT = Path(__file__).parent.parent
WIDTH = 118
"""Columns of the terminal that the pages show."""
LONGEST_RUN = 120
"""Seconds after which a shown command is given up."""
OWN_SETTINGS = ("DETENTE_RECORD", "FORCE_COLOR")
_FENCE = re.compile(r"^```(?P<kind>\w+)(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_ID = re.compile(r"\b[ce]_[0-9a-f]+")
_MARKED = re.compile(r"<!-- (?P<name>[a-z][\w. -]*?) -->(?P<body>.*?)<!-- end -->", re.DOTALL)


def pages() -> list[Path]:
    """Every page whose outputs are kept true: the README and what lies in `docs/`."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def name_of(page: Path) -> str:
    """How messages name a page."""
    return page.relative_to(ROOT).as_posix()


def regenerated(written: str, folder: Path) -> str:
    """The text of a page with every shown output as it comes out today.

    Args:
        written: the page as it is.
        folder: an empty folder to run its commands in.
    """
    lay_examples(folder)
    namespace: dict[str, Any] = {}
    ids: list[str] = []
    made = _MARKED.sub(lambda m: f"<!-- {m['name']} -->{generated.made(m['name'])}<!-- end -->", written)
    return _FENCE.sub(lambda m: _fence(m, folder, namespace, ids), made)


def lay_examples(folder: Path) -> None:
    """Lays the copy of `examples/` that a page is a session with into its folder."""
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


def _fence(found: re.Match[str], folder: Path, namespace: dict[str, Any], ids: list[str]) -> str:
    kind, info, body = found["kind"], found["info"], found["body"]
    file = re.search(r"\bfile=(\S+)", info)
    if file is not None:
        path = folder / file[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
        return found[0]
    run: Callable[[str], str] | None = {
        "console": lambda shown: _console(shown, folder, ids),
        "python": lambda shown: _python(shown, folder, namespace),
    }.get(kind)
    return found[0] if run is None else f"```{kind}{info}\n{run(body)}```"


def _console(body: str, folder: Path, ids: list[str]) -> str:
    shown: list[str] = []
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        if part.startswith("$ "):
            command = _with_known_ids(_command(part), ids)
            output = ran(command, folder)
            ids += _ID.findall(output)
            shown.append(f"$ {command}\n{output}")
    return "".join(shown)


def _with_known_ids(command: str, ids: list[str]) -> str:
    """The command with each claim's id that no claim shown above begins with any more as the last one shown."""

    def known(found: re.Match[str]) -> str:
        return found[0] if not ids or any(shown.startswith(found[0]) for shown in ids) else ids[-1]

    return _ID.sub(known, command)


def _command(part: str) -> str:
    """The command without its output; a line that ends in a backslash goes on in the next."""
    lines = part[2:].splitlines()
    last = next(index for index, line in enumerate(lines) if not line.endswith("\\"))
    return "\n".join(lines[: last + 1])


def ran(command: str, folder: Path) -> str:
    """What a command writes, standard output and standard error as they come."""
    plain = re.fullmatch(r"detente [^|;&<>$`*?\\\n]+", command)
    return _tidy(_detente(shlex.split(command), folder) if plain else _bash(command, folder))


def _detente(words: list[str], folder: Path) -> str:
    """The command alone needs no process of its own, and so loads the parser but once."""
    from detente.cli import console, main

    console.out.width = console.err.width = WIDTH
    written = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with (
        contextlib.chdir(folder),
        mock.patch.dict(os.environ, _environment(), clear=True),
        mock.patch.object(sys, "argv", words),
        contextlib.redirect_stdout(written),
        contextlib.redirect_stderr(written),
        contextlib.suppress(SystemExit),
    ):
        main()
    return written.detach().getvalue().decode("utf-8")  # type: ignore[attr-defined]


def _bash(command: str, folder: Path) -> str:
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=LONGEST_RUN,
        check=False,
    ).stdout


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OWN_SETTINGS}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**kept, "PATH": path, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}


def _python(body: str, folder: Path, namespace: dict[str, Any]) -> str:
    shown: list[str] = []
    with contextlib.chdir(folder):
        for part in doctest.DocTestParser().parse(body):
            if isinstance(part, str):
                shown.append("\n" * part.count("\n"))
                continue
            first, *more = part.source.splitlines()
            prompted = "\n".join((f">>> {first}", *(f"... {line}".rstrip() for line in more)))
            shown.append(f"{prompted}\n{_printed(part.source, namespace)}")
    return "".join(shown)


def _printed(source: str, namespace: dict[str, Any]) -> str:
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        try:
            exec(compile(source, "<page>", "single"), namespace)
        except Exception as error:
            told = "".join(traceback.format_exception_only(error))
            written.write(f"Traceback (most recent call last):\n    ...\n{told}")
    return re.sub(r"^$(?=\n)", "<BLANKLINE>", _tidy(written.getvalue()), flags=re.MULTILINE)


def _tidy(output: str) -> str:
    """An output without the blanks at the ends of its lines, each line closed."""
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())
