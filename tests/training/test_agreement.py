"""Two readers of the same sentences: what they agree on beyond chance."""

from pathlib import Path

import pytest

from detente.errors import MarkError
from detente.training.agreement import blind, compare, kappa, main, sampled
from detente.training.marks import read_corpus, read_marked

TRAINING = Path(__file__).parents[2] / "training"

HEAD = "# theme: t\n# pair: none\n# writer: tests\n\n"
FIRST = (
    "[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 > 2 ACCUSE/lawsuit a\n\n"
    "[1 FRA GOV|Paris] {a|met} [2 ITA GOV|Rome].\n  1 & 2 CONSULT/meet a\n"
)


def read(path, body):
    path.write_text(HEAD + body, encoding="utf-8")
    return read_marked(path)


def test_kappa_is_one_for_the_same_readings_and_none_for_chance():
    assert kappa([("AID", "AID"), ("none", "none")]) == 1
    assert kappa([("AID", "AID"), ("AID", "none"), ("none", "AID"), ("none", "none")]) == 0


def test_a_textbook_table_gives_its_kappa():
    table = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(table) == pytest.approx(0.4)


def test_a_second_reader_sees_the_parties_and_nothing_else(tmp_path):
    [first, _] = read(tmp_path / "a.txt", FIRST)
    assert blind(first) == "[1 FRA GOV|Paris] sued [2 DEU GOV|Bonn]."


def test_readings_are_compared_pair_by_pair(tmp_path):
    first = read(tmp_path / "a.txt", FIRST)
    second = read(tmp_path / "b.txt", FIRST.replace("ACCUSE/lawsuit", "REJECT"))
    found = compare(first, second)
    assert found.pairs == 4
    [other] = found.disagreements
    assert (other.first, other.second, other.pair) == ("ACCUSE", "REJECT", (1, 2))


def test_readings_of_other_sentences_cannot_be_compared(tmp_path):
    first = read(tmp_path / "a.txt", FIRST)
    with pytest.raises(MarkError, match="no sentence of the first"):
        compare(first, read(tmp_path / "b.txt", "[1 FRA GOV|Paris] wept.\n  none\n"))


def test_the_sample_stays_the_same_when_sentences_are_added(tmp_path):
    body = "\n".join(f"[1 FRA GOV|Paris] paid {n} francs.\n  none\n" for n in range(200))
    sentences = read(tmp_path / "a.txt", body)
    assert 5 < len(sampled(sentences)) < 40
    assert sampled(sentences[:100]) == [s for s in sampled(sentences) if s in sentences[:100]]


def test_the_commands_write_a_sample_and_compare_what_comes_back(tmp_path, capsys):
    corpus, second = tmp_path / "corpus", tmp_path / "second"
    corpus.mkdir()
    read(corpus / "a.txt", "\n".join(f"[1 FRA GOV|Paris] paid {n} francs.\n  none\n" for n in range(60)))
    assert main(["blind", str(corpus), str(second)]) == 0
    written = (second / "second-01.txt").read_text(encoding="utf-8")
    (second / "second-01.txt").write_text(written.replace("francs.", "francs.\n  none"), encoding="utf-8")
    assert main([str(corpus), str(second)]) == 0
    assert "kappa" in capsys.readouterr().out
    assert main([str(tmp_path / "nowhere"), str(second)]) == 1


def test_two_readers_of_the_corpus_agree():
    first, second = (read_corpus(TRAINING / name) for name in ("corpus", "second-reader"))
    texts = {sentence.text for sentence in second}
    assert all(sentence.text in texts for sentence in sampled(first))
    found = compare(first, second)
    assert found.kappa >= 0.8
    assert found.kappa_of_types >= 0.8
