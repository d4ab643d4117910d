"""Relations with the pair given: the gold file's shape, and the spans its marks mean."""

import pytest

from detente.errors import GoldError
from detente.evaluation.relations import GoldPair, judge, read_gold, scores

HEADER = "uid\tsentence\tmarked_sentence\tsource\ttarget\tgold_root\n"
SENTENCE = "Russia bombed Ukraine."


@pytest.fixture
def gold(tmp_path):
    def to(*rows, header=HEADER, encoding="utf-8"):
        path = tmp_path / "gold.tsv"
        path.write_text(header + "".join("\t".join(row) + "\n" for row in rows), encoding=encoding)
        return path

    return to


def row(uid="u1", marked="<s>Russia</s> bombed <t>Ukraine</t>.", root="ASSAULT"):
    return uid, SENTENCE, marked, "Russia", "Ukraine", root


def test_marks_become_spans_of_the_bare_sentence(gold):
    (pair,) = read_gold(gold(row()))
    assert pair == GoldPair("u1", SENTENCE, (0, 6), (14, 21), "ASSAULT")
    assert pair.sentence[slice(*pair.target)] == "Ukraine"


def test_a_mark_within_a_mark_and_spaces_inside(gold):
    (pair,) = read_gold(gold(row(marked="<s> the <t>Iranian</t> army </s> fired")))
    assert pair.sentence[slice(*pair.source)] == "the Iranian army"
    assert pair.sentence[slice(*pair.target)] == "Iranian"


def test_one_party_is_enough(gold):
    (pair,) = read_gold(gold(row(marked="<s>Russia</s> bombed.")))
    assert (pair.source, pair.target) == ((0, 6), None)


@pytest.mark.parametrize(
    ("written", "root"),
    [("concede", "YIELD"), ("RETREAT", "YIELD"), ("YIELD", "YIELD"), ("FIGHT", "ASSAULT"), (" Aid ", "AID")],
)
def test_roots_are_merged_and_older_names_known(gold, written, root):
    assert read_gold(gold(row(root=written)))[0].root == root


def test_a_file_with_a_byte_order_mark_and_without_uids(gold):
    path = gold(row()[1:], header=HEADER.removeprefix("uid\t"), encoding="utf-8-sig")
    assert read_gold(path)[0].uid == "1"


@pytest.mark.parametrize(
    ("rows", "header", "said"),
    [
        ([], "sentence\ttext\n", "has no column marked_sentence, source, target, gold_root"),
        ([row(marked=SENTENCE)], HEADER, r"gold\.tsv:2: marks neither <s>"),
        ([row(), row(root="HUG")], HEADER, r"gold\.tsv:3: has no root 'HUG'; one of: AGREE"),
        ([row(root="OBSERVE")], HEADER, "has no root 'OBSERVE'"),
        ([row(), ("u2",)], HEADER, r"gold\.tsv:3: marks neither"),
        ([row(marked="<s>" + "a" * 200_000)], HEADER, "cannot be read"),
    ],
)
def test_a_gold_file_of_another_shape_is_one_error(gold, rows, header, said):
    with pytest.raises(GoldError, match=said):
        read_gold(gold(*rows, header=header))


def test_a_gold_file_that_is_not_there_or_no_text(tmp_path):
    (tmp_path / "gold.tsv").write_bytes(b"\xff\xfe\x00")
    for name in ("gold.tsv", "missing.tsv"):
        with pytest.raises(GoldError, match="cannot be read"):
            read_gold(tmp_path / name)


def test_the_reader_judges_each_pair(gold, reader):
    pairs = read_gold(
        gold(
            row("1"),
            row("2", "<s>China</s> sent food aid to <t>Syria</t>.", "AID"),
            row("3", "<s>France</s> condemned <t>Iran</t>.", "AID"),
        )
    )
    judged = list(judge(pairs, reader))
    assert [found.root for found in judged] == ["ASSAULT", "AID", "ACCUSE"]
    assert scores(judged).accuracy == pytest.approx(2 / 3)
