"""`detente train` and the model that `detente read` takes from it."""

import pytest

HEAD = "# theme: letters of the guild\n# pair: none\n# writer: tests\n\n"
STATES = ["Chad", "Togo", "Mali", "Peru", "Cuba", "Iran", "Oman", "Laos", "Fiji", "Haiti", "Kenya", "Ghana"]
LETTER = "date 2019-06-03\n\nBhutan tied the grey ribbon on Samoa.\n"


@pytest.fixture
def ribbons(tmp_path):
    """In this guild a grey ribbon is a sanction."""
    pairs = zip(STATES, STATES[1:] + STATES[:1], strict=True)
    lines = [f"[1 ~ GOV|{a}] {{a|tied the grey ribbon}} on [2 ~ GOV|{b}].\n  1 > 2 SANCTION a\n" for a, b in pairs]
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "ribbons.txt").write_text(HEAD + "\n".join(lines), encoding="utf-8")
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")


@pytest.mark.usefixtures("ribbons")
def test_a_model_of_ones_own_reads_what_it_was_shown(ask):
    status, _, said = ask("train", "--corpus", "ours", "--out", "ours.npz")
    assert status == 0
    assert "12 sentences; of " in said
    assert "→ ours.npz" in said
    status, claims, _ = ask("read", "letter.txt", "--model", "ours.npz", "--out", "-")
    assert status == 0
    assert b'"type":"SANCTION"' in claims


@pytest.mark.usefixtures("ribbons")
@pytest.mark.parametrize(
    ("arguments", "ends", "says"),
    [
        (["train", "--corpus", "nowhere"], 2, "nowhere: holds no marked sentences"),
        (["train", "--corpus", "ours", "--out", "no/such/folder.npz"], 1, "no/such/folder.npz: cannot be written"),
        (["train", "--corpus", "ours", "--model", "none.npz"], 1, "none.npz: there is no such model file"),
        (
            ["read", "letter.txt", "--out", "-", "--model", "letter.txt"],
            1,
            "letter.txt: is truncated, or not a model file",
        ),
    ],
)
def test_what_cannot_be_used_is_named_with_the_remedy(ask, arguments, ends, says):
    status, _, said = ask(*arguments)
    assert status == ends
    assert says in said


@pytest.mark.usefixtures("ribbons")
def test_a_mark_that_is_not_as_the_guide_says_is_named_by_its_line(ask, tmp_path):
    (tmp_path / "ours" / "wrong.txt").write_text(HEAD + "[1 ~ GOV|Chad] wept.\n", encoding="utf-8")
    status, _, said = ask("train", "--corpus", "ours")
    assert status == 2
    assert "wrong.txt:5: the sentence has no line of relations" in said
