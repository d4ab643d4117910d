"""What the notebooks print is what really comes out."""

import pytest
from notebooks import executed, notebooks, printed
from pages import name_of


@pytest.mark.parametrize("notebook", notebooks(), ids=name_of)
def test_what_a_notebook_prints_is_what_comes_out_today(notebook, tmp_path, monkeypatch):
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    shown = notebook.read_text(encoding="utf-8")
    assert printed(shown) == printed(executed(shown, tmp_path)), "run `make docs` and look at the diff"
