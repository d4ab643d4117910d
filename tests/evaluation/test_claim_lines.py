"""Gold in our own claim format, with its reports where they still are."""

import pytest

from detente.errors import GoldError
from detente.evaluation.claim_lines import read_claim_lines


@pytest.fixture
def gold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def to(*claims):
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(c if isinstance(c, str) else c.to_json() + "\n" for c in claims), encoding="utf-8")
        return path

    return to


def test_claims_come_by_report_each_as_an_event(gold, make_claim):
    claims = (
        make_claim("AID", ("USA",), ("UKR",), report_id="b"),
        make_claim("AGREE", report_id="a"),
        make_claim("OBSERVE", report_id="b"),
    )
    (a, in_a), (b, in_b) = read_claim_lines(gold(*claims))
    assert (a.id, [event.type for event in in_a]) == ("a", ["AGREE"])
    assert (b.id, [event.type for event in in_b]) == ("b", ["AID"])
    assert (in_b[0].actors, in_b[0].recipients) == (frozenset({"USA"}), frozenset({"UKR"}))


def test_the_report_is_read_from_its_file_where_that_is_there(gold, make_claim, tmp_path):
    (tmp_path / "a.txt").write_text(" date 2023-09-09 They met. Then they left.")
    ((report, _),) = read_claim_lines(gold(make_claim()))
    assert report.text == "They met. Then they left."


def test_else_it_is_made_of_the_gold_sentences(gold, make_claim):
    first, second = (
        make_claim("AID", sentence="They gave."),
        make_claim("AGREE", sentence="They agreed.", span=(40, 52)),
    )
    ((report, _),) = read_claim_lines(gold(second, first))
    assert report.text == "They gave.\n\nThey agreed."


def test_a_sentence_with_a_line_separator_stays_one_line(gold, make_claim):
    assert len(read_claim_lines(gold(make_claim(sentence="They met\u2028in Berlin.")))) == 1


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "holds no claim"),
        (["{}\n"], r"gold\.jsonl:1: is no claim \(id: Field required"),
        (["\n", "broken\n"], r"gold\.jsonl:2: is no claim"),
    ],
)
def test_a_file_of_another_shape_is_one_error(gold, lines, said):
    with pytest.raises(GoldError, match=said):
        read_claim_lines(gold(*lines))
