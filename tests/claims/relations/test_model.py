"""The model file: what it answers, and what is said of one that is absent, truncated or of another version."""

import json
import shutil
from dataclasses import replace

import numpy as np
import pytest

from detente.claims.relations import encoder as module
from detente.claims.relations.encoder import encoder, encoder_hash
from detente.claims.relations.model import RelationModel
from detente.claims.relations.model_file import HEADS, load_heads
from detente.errors import ModelError

TEXT = "Kenya condemned Sudan on Monday while Malawi donated tents to Zambia."
KENYA, SUDAN, MALAWI, ZAMBIA = (0, 5), (16, 21), (38, 44), (62, 68)


@pytest.fixture(scope="module")
def shipped_model() -> RelationModel:
    return RelationModel()


def test_one_pass_answers_every_ordered_pair_and_each_party_with_nobody(shipped_model):
    said = shipped_model.all_pairs(shipped_model.read([TEXT])[0], [KENYA, SUDAN, MALAWI, ZAMBIA])
    assert len(said) == 16
    assert said[0, 1].best == "ACCUSE"
    assert said[2, 3].best == "AID"
    assert said[3, 1].best == "none"
    assert said[1, 0].best == "none"


def test_it_points_at_the_trigger(shipped_model):
    said = shipped_model.all_pairs(shipped_model.read([TEXT])[0], [KENYA, SUDAN])[0, 1]
    assert TEXT[slice(*said.trigger)] in "condemned"


def test_it_finds_parties_that_no_table_knows(shipped_model):
    text = "The families of nine drowned miners sued a diamond company in Kimberley."
    found = [text[slice(*named.span)] for named in shipped_model.read([text])[0].parties()]
    assert found[:2] == ["The families of nine drowned miners", "a diamond company"]


def test_a_marked_pair_has_a_direction(shipped_model):
    text = "Togo was bombed by Benin."
    togo, benin = (0, 4), (19, 24)
    assert shipped_model.pairs(text, [(benin, togo)])[0].best == "ASSAULT"
    assert shipped_model.pairs(text, [(togo, benin)])[0].best == "none"


def test_the_same_words_get_the_same_answer(shipped_model):
    again = RelationModel()
    assert shipped_model.pairs(TEXT, [(KENYA, SUDAN)]) == again.pairs(TEXT, [(KENYA, SUDAN)])


def test_probabilities_add_up(shipped_model):
    said = shipped_model.pairs(TEXT, [(KENYA, SUDAN)])[0]
    assert sum(said.types.values()) == pytest.approx(1, abs=1e-4)
    assert sum(said.with_second(said).types.values()) == pytest.approx(1, abs=1e-4)


def test_a_saved_model_is_read_back(shipped_model, tmp_path):
    replace(shipped_model.heads, name="mine").save(tmp_path / "mine.npz")
    heads = load_heads(tmp_path / "mine.npz")
    assert heads.name == "mine"
    assert heads.calibration == shipped_model.heads.calibration


def test_an_absent_model_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"none\.npz: there is no such model file; install detente again"):
        load_heads(tmp_path / "none.npz")


@pytest.mark.parametrize("length", [0, 10, 5_000, 200_000])
def test_a_truncated_model_is_named(tmp_path, length):
    (tmp_path / "short.npz").write_bytes(HEADS.read_bytes()[:length])
    with pytest.raises(ModelError, match=r"short\.npz: is truncated, or not a model file; train it again"):
        load_heads(tmp_path / "short.npz")


@pytest.mark.parametrize("changed", [{"format": 0}, {"encoder": "another"}, {"types": ["none", "HUG"]}])
def test_a_model_of_another_version_is_refused(tmp_path, changed):
    with np.load(HEADS) as held:
        arrays = {name: held[name] for name in held.files}
    about = json.loads(str(arrays["about"])) | changed
    np.savez(tmp_path / "old.npz", **{**arrays, "about": np.array(json.dumps(about))})
    with pytest.raises(ModelError, match=r"old\.npz: was made for another version of detente; train it again"):
        load_heads(tmp_path / "old.npz")


@pytest.fixture
def other_folder(tmp_path, monkeypatch):
    """A copy of the model's folder in place of the shipped one, which a test may damage."""
    folder = tmp_path / "model"
    shutil.copytree(module.FOLDER, folder)
    monkeypatch.setattr(module, "FOLDER", folder)
    for cached in (encoder, encoder_hash, module._card):
        cached.cache_clear()
    yield folder
    for cached in (encoder, encoder_hash, module._card):
        cached.cache_clear()


def test_a_truncated_encoder_is_named(other_folder):
    (other_folder / "encoder.onnx").write_bytes(b"only a beginning")
    with pytest.raises(ModelError, match=r"encoder\.onnx: is truncated, or of another version; install detente again"):
        encoder()


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "encoder.json"])
def test_an_absent_part_is_named(other_folder, name):
    (other_folder / name).unlink()
    with pytest.raises(ModelError, match="install detente again"):
        encoder()
