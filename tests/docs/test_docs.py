"""What the pages show is what really comes out: their commands, their Python, their figures and the picture."""

import difflib
import re

import pytest
from pages import name_of, pages, regenerated
from picture import PICTURE, drawn

PAGES = pages()
_FENCE = re.compile(r"^```(console|python)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ERROR = re.compile(r"^(?:Traceback|error: |Usage: )", re.MULTILINE)


def differences(shown, real, name):
    return "\n".join(difflib.unified_diff(shown.splitlines(), real.splitlines(), f"{name}, as written", "today", n=1))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_a_page_shows_is_what_comes_out_today(page, tmp_path, monkeypatch):
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    shown = page.read_text(encoding="utf-8")
    real = regenerated(shown, tmp_path)
    assert shown == real, f"run `make docs` and look at the diff:\n{differences(shown, real, name_of(page))}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_an_error_is_shown_only_where_it_is_meant(page):
    told = {
        body.split("\n")[0]
        for _, info, body in _FENCE.findall(page.read_text(encoding="utf-8"))
        if bool(_ERROR.search(body)) is not ("fails" in info.split())
    }
    assert not told, "an output tells of an error and its fence does not say `fails`, or the other way round"


def test_the_picture_shows_what_is_read_today():
    assert PICTURE.read_text(encoding="utf-8") == drawn(), "run `make docs` and look at docs/picture.svg"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_line_begins_with_a_mark_that_would_hide_its_markup(page):
    hidden = re.findall(
        r"^(?:\d+\. |- )?<!-- [^\n]*<!-- end -->\s*\S.*$", page.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert hidden == [], "Markdown takes a line that begins with a comment as HTML: put a word before it"


def test_the_picture_loads_nothing():
    loaded = re.findall(r"(?:url\(|href=)[\"']?(https?:[^\"')]+)", PICTURE.read_text(encoding="utf-8"))
    assert loaded == []
