# ruff: noqa: ARG001 (a fixture may be wanted only for what it makes)
"""`detente evaluate` on small gold files: the figures, the errors and the predictions."""

import csv
import json

import pytest

from detente.claims.claim import Claim

ROWS = [
    ("1", "<s>Russia</s> bombed <t>Ukraine</t>.", "ASSAULT"),
    ("2", "<s>China</s> sent food aid to <t>Syria</t>.", "AID"),
    ("3", "<s>France</s> condemned <t>Iran</t>.", "AID"),
]


@pytest.fixture
def evaluate(ask, with_reader):
    return lambda *args: ask("evaluate", *args)


@pytest.fixture
def relations(tmp_path):
    lines = [f"{uid}\t{marked}\t{marked}\t\t\t{root}\n" for uid, marked, root in ROWS]
    (tmp_path / "gold.tsv").write_text("uid\tsentence\tmarked_sentence\tsource\ttarget\tgold_root\n" + "".join(lines))


def table(path):
    with path.open(newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_relations_as_json(evaluate, relations):
    status, out, _ = evaluate("relations", "gold.tsv", "--json")
    figures = json.loads(out)
    assert status == 0
    assert (figures["gold"], figures["predicted"], figures["accuracy"]) == (3, 3, 0.6667)
    assert figures["per_type"]["AID"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "support": 2}
    assert figures["per_type"]["ACCUSE"]["support"] == 0
    assert figures["macro_f1"] == round((1 + 2 / 3) / 2, 4)


def test_relations_for_people(evaluate, relations):
    out = evaluate("relations", "gold.tsv")[1].decode()
    assert "macro-F1 0.833 · micro-F1 0.667 · accuracy 0.667 · 3 gold, 3 predicted" in out
    assert "1 × AID read as ACCUSE" in out


def test_relations_errors_and_predictions(evaluate, relations, tmp_path):
    evaluate("relations", "gold.tsv", "--errors", "wrong.tsv", "--predictions", "said.tsv")
    (wrong,) = table(tmp_path / "wrong.tsv")
    assert (wrong["uid"], wrong["gold"], wrong["predicted"], wrong["sentence"]) == (
        "3",
        "AID",
        "ACCUSE",
        "France condemned Iran.",
    )
    said = table(tmp_path / "said.tsv")
    assert [(row["uid"], row["root"]) for row in said] == [("1", "ASSAULT"), ("2", "AID"), ("3", "ACCUSE")]
    assert all(0 <= float(row["confidence"]) <= 1 for row in said)


@pytest.fixture
def records(tmp_path):
    """A right one, a wrong type, and a happening that no one can read out of the text."""
    rows = [
        {
            "id": "a",
            "text": "Russia bombed Ukraine.",
            "date": "2023-09-09",
            "source": "RUSMIL",
            "target": "UKR",
            "event": "FIGHT",
        },
        {
            "id": "b",
            "text": "France condemned Iran.",
            "date": "2023-09-09",
            "source": "FRA",
            "target": "IRN",
            "event": "AID",
        },
        {
            "id": "c",
            "text": "Nothing is told here.",
            "date": "2023-09-09",
            "source": "USA",
            "target": "CHN",
            "event": "AGREE",
        },
    ]
    (tmp_path / "gold.json").write_text(json.dumps(rows))


def test_claims_from_records(evaluate, records, tmp_path):
    status, out, _ = evaluate("claims", "gold.json", "--json", "--errors", "wrong.tsv", "--predictions", "said.jsonl")
    figures = json.loads(out)
    assert status == 0
    assert (figures["gold"], figures["predicted"], figures["accuracy"]) == (3, 2, 0.3333)
    assert figures["per_type"]["ASSAULT"]["f1"] == 1.0
    assert figures["macro_f1"] == 0.3333
    assert {"gold": "AGREE", "predicted": None, "count": 1} in figures["confusion"]
    wrong = table(tmp_path / "wrong.tsv")
    assert {(row["uid"], row["gold"], row["predicted"]) for row in wrong} == {
        ("b", "AID", "ACCUSE"),
        ("c", "AGREE", ""),
    }
    said = [json.loads(line) for line in (tmp_path / "said.jsonl").read_text().splitlines()]
    assert [(row["id"], row["source"], row["target"], row["event"]) for row in said] == [
        ("b", "FRA", "IRN", "ACCUSE"),
        ("a", "RUS", "UKR", "ASSAULT"),
    ]


def test_predictions_in_the_gold_s_own_shape_score_full_marks_as_gold(evaluate, records):
    evaluate("claims", "gold.json", "--predictions", "said.jsonl")
    assert json.loads(evaluate("claims", "said.jsonl", "--json")[1])["macro_f1"] == 1.0


def test_claims_from_our_own_lines(evaluate, ask, tmp_path):
    (tmp_path / "a.txt").write_text(" date 2023-09-09 Russia bombed Ukraine. France condemned Iran.")
    out = ask("read", "a.txt", "--out", "-")[1]
    right, other = map(Claim.model_validate_json, out.splitlines())
    corrected = other.model_copy(update={"type": "AID"})
    (tmp_path / "gold.jsonl").write_text(right.to_json() + "\n" + corrected.to_json() + "\n")
    figures = json.loads(evaluate("claims", "gold.jsonl", "--json")[1])
    assert (figures["gold"], figures["predicted"], figures["accuracy"], figures["macro_f1"]) == (2, 2, 0.5, 0.5)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["relations", "missing.tsv"], "missing.tsv: cannot be read"),
        (["relations", "gold.json"], "gold.json: has no column"),
        (["claims", "missing.json"], "missing.json: cannot be read"),
        (["claims", "missing.jsonl"], "missing.jsonl: cannot be read"),
        (
            ["claims", "gold.json", "--errors", "no/folder.tsv"],
            "no/folder.tsv: cannot be written (no such file or directory)",
        ),
        (
            ["claims", "gold.json", "--predictions", "/dev/full"],
            "/dev/full: cannot be written (no space left on device)",
        ),
    ],
)
def test_what_cannot_be_read_or_written_is_one_line_and_a_status(evaluate, records, args, said):
    status, _, err = evaluate(*args)
    assert status == (1 if "cannot be written" in said else 2)
    assert said in err
    assert "Traceback" not in err


def test_relations_with_sides_only(evaluate, tmp_path):
    lines = ["<s>Russia</s> bombed <t>Ukraine</t>.\t1\n", "<s>China</s> sent food aid to <t>Syria</t>.\t0\n"]
    rows = "".join(line.replace("\t", "\t\t\t").replace("<s>", "<s>") for line in lines)
    header = "marked_sentence\tsource\ttarget\tgold_binary\tsentence\n"
    (tmp_path / "sides.tsv").write_text(header + rows.replace("\n", "\t-\n"))
    status, out, _ = evaluate("relations", "sides.tsv", "--json")
    assert status == 0
    assert json.loads(out)["macro_f1"] == 1


def test_a_side_that_is_neither_is_named(evaluate, tmp_path):
    header = "marked_sentence\tsource\ttarget\tgold_binary\tsentence\n"
    (tmp_path / "sides.tsv").write_text(header + "<s>Russia</s> bombed <t>Ukraine</t>.\t\t\t2\t-\n")
    status, _, said = evaluate("relations", "sides.tsv")
    assert status == 2
    assert "sides.tsv:2: has no side '2'; 0 for cooperation or 1 for conflict" in said


MARKED = (
    "# theme: t\n# pair: none\n# writer: tests\n\n"
    "[1 FRA GOV|France] {a|condemned} [2 IRN GOV|Iran].\n  1 > 2 ACCUSE a\n\n"
    "[1 CHN GOV|China] {a|sent food aid to} [2 SYR GOV|Syria].\n  1 > 2 AID a\n"
)


def test_sentences_end_to_end(evaluate, tmp_path):
    (tmp_path / "marked.txt").write_text(MARKED)
    status, out, _ = evaluate("sentences", "marked.txt", "--json", "--errors", "wrong.tsv", "--predictions", "said.tsv")
    figures = json.loads(out)
    assert status == 0
    assert (figures["gold"], figures["micro_f1"]) == (2, 1)
    assert figures["curve"][0]["recall"] == 1
    assert len(table(tmp_path / "said.tsv")) == 2
    assert table(tmp_path / "wrong.tsv") == []
    assert "threshold  precision  recall" in evaluate("sentences", "marked.txt")[1].decode()


def test_sentences_of_some_files_of_a_folder(evaluate, tmp_path):
    (tmp_path / "corpus").mkdir()
    for name in ("one", "two"):
        (tmp_path / "corpus" / f"{name}.txt").write_text(MARKED)
    (tmp_path / "only").write_text("two\n")
    status, out, _ = evaluate("sentences", "corpus", "--only", "only", "--json")
    assert (status, json.loads(out)["gold"]) == (0, 2)
