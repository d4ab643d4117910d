"""The notebooks of the documentation, run cell by cell and their outputs compared, as those of the pages are.

A notebook is a session in a folder of its own that holds a copy of `examples/`. Its code cells share one namespace; a
cell of lines that begin with `!` runs these as commands. What is printed is kept as text; what the last expression of
a cell shows itself as (a chart as SVG) is kept beside it.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

from pages import ROOT, lay_examples, ran

Cell = dict[str, Any]


def notebooks() -> list[Path]:
    """Every notebook whose outputs are kept true."""
    return sorted((ROOT / "docs").glob("*.ipynb"))


def executed(written: str, folder: Path) -> str:
    """A notebook's JSON with every output as it comes out today.

    Args:
        written: the notebook as it is.
        folder: an empty folder to run it in.
    """
    notebook = json.loads(written)
    lay_examples(folder)
    namespace: dict[str, Any] = {}
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(code, 1):
        cell["execution_count"] = number
        cell["outputs"] = _outputs("".join(cell["source"]), number, folder, namespace)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def printed(written: str) -> list[tuple[str, str]]:
    """The code of each cell with the text that it prints; pictures are left out."""
    cells = (cell for cell in json.loads(written)["cells"] if cell["cell_type"] == "code")
    return [("".join(cell["source"]), _text(cell)) for cell in cells]


def _text(cell: Cell) -> str:
    return "".join(line for output in cell["outputs"] for line in output.get("text", ()))


def _outputs(source: str, number: int, folder: Path, namespace: dict[str, Any]) -> list[Cell]:
    if source.startswith("!"):
        text = "".join(ran(line.removeprefix("!").strip(), folder) for line in source.splitlines())
        return [_stream(text)]
    written = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(written):
        shown = _run(source, namespace)
    text = written.getvalue()
    return [*([_stream(text)] if text else []), *([_displayed(shown, number)] if shown else [])]


def _run(source: str, namespace: dict[str, Any]) -> dict[str, str]:
    """Runs a cell and gives the forms in which its last expression shows itself."""
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, type_ignores=[]), "<cell>", "exec"), namespace)
    if not isinstance(last, ast.Expr):
        return {}
    value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), namespace)
    forms = getattr(value, "_repr_mimebundle_", dict)()
    return dict(forms[0] if isinstance(forms, tuple) else forms)


def _stream(text: str) -> Cell:
    return {"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)}


def _displayed(shown: dict[str, str], number: int) -> Cell:
    data = {form: value.splitlines(keepends=True) for form, value in shown.items()}
    return {"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"}
