# ruff: noqa: ARG001 (a fixture may be wanted only for what it makes)
"""`detente evaluate attribution|factuality|dates|places` on a line of gold each: figures, errors, predictions."""

import csv
import json

import pytest

TEXT = "On Friday Peru refused to meet Chile in Lima, officials said."
GOLD = {
    "attribution": {
        "attributions": [{"source": [[46, 55]], "cue": [[56, 60]], "content": [[0, 44]], "source_head": [46, 55]}]
    },
    "factuality": {"event": {"s": 26, "e": 30}, "value": -3.0, "set": "news"},
    "dates": {"dct": "1995-02-06", "timexes": [{"s": 3, "e": 9, "type": "DATE", "value": "1995-02-03"}]},
    "places": {"toponyms": [{"s": 40, "e": 44, "lat": -12.0, "lon": -77.0, "country_name": "Peru"}]},
}
PREDICTED = {"attribution": "attributions", "factuality": "value", "dates": "timexes", "places": "toponyms"}


@pytest.fixture(params=GOLD)
def kind(request, tmp_path):
    line = {"id": "a", "text": TEXT} | GOLD[request.param]
    (tmp_path / "gold.jsonl").write_text(json.dumps(line) + "\n")
    return request.param


def test_what_is_read_right_scores_full_marks(ask, with_reader, kind):
    status, out, _ = ask("evaluate", kind, "gold.jsonl", "--json")
    figures = json.loads(out)
    full = {
        "attribution": lambda: figures["found"]["f1"] * figures["source_head_found"],
        "factuality": lambda: figures["sign_acc"] * figures["not_factual"]["f1"],
        "dates": lambda: figures["value_f1"],
        "places": lambda: figures["overlap"]["r"] * figures["acc161"] * figures["country_acc"],
    }
    assert status == 0
    assert full[kind]() == 1


def test_figures_for_people(ask, with_reader, kind):
    out = ask("evaluate", kind, "gold.jsonl")[1].decode()
    last = {
        "attribution": "source's head found 1.000 · no source, rightly -",
        "factuality": "Pearson - · mean error 0.500 · signs right 1.000",
        "dates": "types right 1.000 · values right 1.000 · value F1 1.000",
        "places": "within 161 km 1.000 · country right 1.000 · GeoNames id right - · found and within 161 km 1.000",
    }
    assert last[kind] in out


def test_predictions_have_the_gold_s_own_shape(ask, with_reader, kind, tmp_path):
    ask("evaluate", kind, "gold.jsonl", "--predictions", "said.jsonl", "--errors", "wrong.tsv")
    said = json.loads((tmp_path / "said.jsonl").read_text())
    assert said["id"] == "a"
    assert said["text"] == TEXT
    assert said[PREDICTED[kind]]
    with (tmp_path / "wrong.tsv").open(newline="") as lines:
        assert csv.DictReader(lines, delimiter="\t").fieldnames[0] == "id"


def test_one_set_only(ask, with_reader, tmp_path):
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "text": TEXT} | GOLD["factuality"]))
    assert ask("evaluate", "factuality", "gold.jsonl", "--set", "news")[0] == 0
    status, _, err = ask("evaluate", "factuality", "gold.jsonl", "--set", "web")
    assert status == 2
    assert "gold.jsonl: holds no set 'web'; it holds news" in err


@pytest.mark.parametrize("kind", GOLD)
def test_a_line_of_another_shape_is_named(ask, with_reader, kind, tmp_path):
    (tmp_path / "gold.jsonl").write_text('{"id": "a"}')
    status, _, err = ask("evaluate", kind, "gold.jsonl")
    assert status == 2
    assert "gold.jsonl:1: has another shape" in err
