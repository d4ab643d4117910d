"""The help of the command: every verb shows an example; colours only where they are wanted."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from detente.version import __version__

VERBS = [
    ["read"],
    ["watch"],
    ["claims"],
    ["show"],
    ["ties"],
    ["import"],
    ["export"],
    ["plot"],
    ["plot", "tie"],
    ["plot", "dyads"],
    ["plot", "network"],
    ["audit"],
    ["audit", "draw"],
    ["audit", "record"],
    ["audit", "report"],
    ["evaluate"],
    ["evaluate", "relations"],
    ["evaluate", "claims"],
]


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_every_verb_s_help_has_an_example_of_it(command, verb):
    ended = command(*verb, "--help")
    assert ended.returncode == 0
    words = " ".join(ended.stdout.split())
    assert "Example" in words
    assert f"detente {' '.join(verb)} " in words.partition("Example")[2]


def test_the_command_s_help_names_verbs_and_exit_statuses(command):
    said = " ".join(command("--help").stdout.split())
    assert all(f" {verb} " in said for verb in ("read", "watch", "claims", "show", "ties", "plot", "evaluate"))
    assert "3 some inputs could not be read" in said


@pytest.mark.parametrize("verb", [[], *VERBS], ids=" ".join)
def test_help_says_what_to_type_and_no_python_types(command, verb):
    said = command(*verb, "--help").stdout
    assert re.findall(r"<\w[^>]*>|[{}]", said) == []


def test_help_waits_for_nothing_that_only_reading_needs():
    slow = ("spacy", "sqlalchemy", "polars", "pydantic", "altair")
    loaded = f"import sys, detente.cli; print([m for m in {slow} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_version(command):
    assert command("--version").stdout == f"detente {__version__}\n"


def test_the_shell_can_complete_verbs():
    script = Path(sys.executable).with_name("detente")
    env = {**os.environ, "_DETENTE_COMPLETE": "complete_bash", "COMP_WORDS": "detente cl", "COMP_CWORD": "1"}
    ended = subprocess.run([script], env=env, capture_output=True, text=True, check=False)
    assert ended.stdout.split() == ["claims"]


@pytest.mark.parametrize(
    ("env", "coloured"), [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({}, False)]
)
def test_colours_are_left_out_where_no_color_is_set(command, tmp_path, make_claim, make_reading, env, coloured):
    from detente.record import Record

    claim = make_claim()
    with Record(tmp_path / "claims.sqlite") as record:
        record.keep(make_reading(claim))
    shown = command("show", claim.id, "--record", "claims.sqlite", env=env)
    assert shown.returncode == 0
    assert bool(re.search(r"\x1b\[[\d;]*3\dm", shown.stdout)) is coloured
