"""A user's own words: after some marked sentences the model reads what it did not."""

import pytest

from detente.claims.relations.model import RelationModel
from detente.claims.relations.model_file import load_heads
from detente.errors import MarkError
from detente.training.domain import adapt, fitted, pooled
from detente.training.marks import read_marked

HEAD = "# theme: letters of the guild\n# pair: none\n# writer: tests\n\n"
STATES = [
    "Chad",
    "Togo",
    "Mali",
    "Peru",
    "Cuba",
    "Iran",
    "Oman",
    "Laos",
    "Fiji",
    "Haiti",
    "Kenya",
    "Ghana",
    "Gabon",
    "Nepal",
]


@pytest.fixture(scope="module")
def model() -> RelationModel:
    return RelationModel()


@pytest.fixture(scope="module")
def sentences(tmp_path_factory):
    """In this guild a grey ribbon is a sanction."""
    path = tmp_path_factory.mktemp("domain") / "ribbons.txt"
    lines = [
        f"[1 ~ GOV|{a}] {{a|tied the grey ribbon}} on [2 ~ GOV|{b}] {when}.\n  1 > 2 SANCTION a\n"
        for a, b, when in zip(STATES, STATES[1:] + STATES[:1], ["on Monday", "last week"] * 7, strict=True)
    ]
    path.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    return read_marked(path)


def test_heads_are_fitted_to_a_domain_and_written_as_a_model_file(model, sentences, tmp_path):
    heads, gained = adapt(model, sentences, "ribbons")
    assert gained.after > gained.before
    heads.save(tmp_path / "ribbons.npz")
    own = RelationModel(tmp_path / "ribbons.npz")
    text = "Bhutan tied the grey ribbon on Samoa in March."
    assert own.pairs(text, [((0, 6), (31, 36))])[0].best == "SANCTION"
    assert "ribbons" in load_heads(tmp_path / "ribbons.npz").name


def test_what_the_model_knew_is_not_forgotten(model, sentences):
    weights = fitted(model.heads.weights, pooled(model, sentences))
    assert set(weights) == set(model.heads.weights)
    again = fitted(model.heads.weights, pooled(model, sentences))
    assert all((weights[name] == again[name]).all() for name in weights)


def test_too_few_sentences_are_refused(model, sentences):
    with pytest.raises(MarkError, match="holds 3 marked sentences; give at least 10"):
        adapt(model, sentences[:3], "ribbons")
