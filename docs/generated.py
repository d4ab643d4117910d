"""The parts of the pages that are made and not written: options of the command, figures, the first claim.

A part is named in a page as `<!-- NAME -->...<!-- end -->`; the name's first word says which function here makes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import typer.main

from detente import __version__

FIGURES = Path(__file__).with_name("figures.json")
FIRST = (
    "Ethiopia's foreign minister met his Egyptian counterpart in Khartoum on Saturday, state media said.",
    "2012-05-14",
)
"""The report of one sentence that shows what a claim is, and its date."""
FIRST_FIELDS = {
    "id": True, "sentence": True, "trigger": True, "type": True, "mode": True, "front": True,
    "actors": {"__all__": {"text", "span", "name", "country", "sector", "office"}},
    "reciprocal": True, "happened": True, "place": True, "told_by": True, "factuality": True, "confidence": True,
}  # fmt: skip
MOST_CONFUSIONS = 12


def made(name: str) -> str:
    """What stands under a name.

    Raises:
        KeyError: nothing is made under that name.
    """
    kind, *rest = name.split()
    return MAKERS[kind](*rest)


def first_claim() -> str:
    """The first claim as JSON, shortened: nulls and some fields left out."""
    from detente import Reader

    text, date = FIRST
    claim = Reader().read(text, date=date, report_id="khartoum.txt").claims[0]
    fields = claim.model_dump(mode="json", include=FIRST_FIELDS, exclude_none=True)
    lines = ",\n ".join(_field(name, value) for name, value in fields.items())
    return f"\n```json\n{{{lines}}}\n```\n"


def _field(name: str, value: Any) -> str:  # noqa: ANN401 (any JSON)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        between = ",\n" + " " * (len(name) + 6)
        return f'"{name}": [{between.join(json.dumps(item, ensure_ascii=False) for item in value)}]'
    return f'"{name}": {json.dumps(value, ensure_ascii=False)}'


def commands() -> dict[str, Any]:
    """Every command with its full name, the root under `detente`."""
    from detente.cli import app

    root = typer.main.get_command(app)
    return dict(_commands_below("detente", root))


def _commands_below(name: str, command: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 (Typer's own kind of Command)
    inner = getattr(command, "commands", {})
    return [(name, command), *(found for key, sub in inner.items() for found in _commands_below(f"{name} {key}", sub))]


def options(*words: str) -> str:
    """The arguments and options of a command as a table, from its own help."""
    parameters = commands()[" ".join(words)].params
    if not parameters:
        return "\nIt has no options of its own.\n"
    lines = ["| option | what it does |", "|---|---|"]
    for parameter in parameters:
        if getattr(parameter, "hidden", False):
            continue
        written = ", ".join(f"`{form}`" for form in sorted(parameter.opts, key=len, reverse=True))
        metavar = _metavar(parameter)
        if parameter.param_type_name == "argument":
            written = f"`{metavar}`"
        elif metavar:
            written += f" `{metavar}`"
        lines.append(f"| {written} | {_help(parameter)} |")
    return "\n" + "\n".join(lines) + "\n"


def _metavar(parameter: Any) -> str:  # noqa: ANN401 (Typer's own kind of parameter)
    """What an option is followed by: its own word, the values it can take, or the kind of value."""
    if parameter.metavar:
        return str(parameter.metavar)
    if getattr(parameter, "is_flag", False):
        return ""
    annotation = parameter.type_descriptor.annotation
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return " or ".join(str(choice.value) for choice in annotation)
    return {str: "TEXT", int: "NUMBER", float: "NUMBER"}.get(annotation, "TEXT")


def _help(parameter: Any) -> str:  # noqa: ANN401
    said = " ".join((parameter.help or "").split()).replace("|", "\\|")
    if isinstance(parameter.default, str | int | float) and not isinstance(parameter.default, bool):
        said += f" Default: `{getattr(parameter.default, 'value', parameter.default)}`."
    return said + (f" Environment: `{parameter.envvar}`." if parameter.envvar else "")


@cache
def figures() -> dict[str, Any]:
    """What `figures.py` has measured last."""
    held: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8"))
    return held


def figure(path: str) -> str:
    """One figure by its path in `figures.json`, rates with two decimals."""
    if path == "version":
        return __version__
    value: Any = figures()
    for key in path.split("."):
        value = value[key]
    return f"{value:.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def types() -> str:
    """Precision, recall and F1 of each type with the pair given."""
    rows = figures()["relations"]["per_type"]
    lines = ["| type | precision | recall | F1 | gold |", "|---|---|---|---|---|"]
    lines += [
        f"| {name} | {row['precision']:.2f} | {row['recall']:.2f} | {row['f1']:.2f} | {row['support']} |"
        for name, row in rows.items()
    ]
    return "\n" + "\n".join(lines) + "\n"


def confusions() -> str:
    """The commonest confusions with the pair given."""
    wrong = [row for row in figures()["relations"]["confusion"] if row["gold"] != row["predicted"]]
    lines = ["| count | gold | read as |", "|---|---|---|"]
    lines += [f"| {row['count']} | {row['gold']} | {row['predicted']} |" for row in wrong[:MOST_CONFUSIONS]]
    return "\n" + "\n".join(lines) + "\n"


def parts() -> str:
    """What each part of the relation reader adds."""
    names = ("macro_f1", "accuracy", "precision", "recall", "f1")
    lines = [
        "| parts | pair given: macro-F1 | accuracy | end to end: precision | recall | F1 |",
        "|---|---|---|---|---|---|",
    ]
    for row in figures()["parts"]:
        shown = " | ".join("–" if row[name] is None else f"{row[name]:.3f}" for name in names)
        lines.append(f"| {row['parts']} | {shown} |")
    return "\n" + "\n".join(lines) + "\n"


def curve() -> str:
    """Precision and recall by threshold."""
    lines = ["| threshold | precision | recall | F1 |", "|---|---|---|---|"]
    lines += [
        f"| {p['threshold']:.1f} | {p['precision']:.3f} | {p['recall']:.3f} | {p['f1']:.3f} |"
        for p in figures()["sentences"]["curve"]
    ]
    return "\n" + "\n".join(lines) + "\n"


MAKERS: dict[str, Callable[..., str]] = {
    "first-claim": first_claim,
    "options": options,
    "figure": figure,
    "types": types,
    "confusions": confusions,
    "parts": parts,
    "curve": curve,
}
