"""Reading against marked sentences, end to end."""

from detente.training.end_to_end import at_threshold, curve, outcomes
from detente.training.marks import read_marked

HEAD = "# theme: t\n# pair: none\n# writer: tests\n\n"


def marked(path, body):
    path.write_text(HEAD + body, encoding="utf-8")
    return read_marked(path)


def told(found):
    return [(o.gold, o.read) for o in found]


def test_a_pair_is_right_where_both_parties_and_the_type_are(tmp_path, reader):
    body = "[1 FRA GOV|France] {a|condemned} [2 IRN GOV|Iran].\n  1 > 2 ACCUSE a\n"
    assert told(outcomes(marked(tmp_path / "a.txt", body), reader)) == [("ACCUSE", "ACCUSE")]


def test_another_type_is_wrong_and_leaves_the_marked_one_missed(tmp_path, reader):
    body = "[1 FRA GOV|France] {a|condemned} [2 IRN GOV|Iran].\n  1 > 2 AID a\n"
    assert told(outcomes(marked(tmp_path / "a.txt", body), reader)) == [(None, "ACCUSE"), ("AID", None)]


def test_the_other_direction_is_wrong(tmp_path, reader):
    body = "[1 FRA GOV|France] {a|condemned} [2 IRN GOV|Iran].\n  2 > 1 ACCUSE a\n"
    assert told(outcomes(marked(tmp_path / "a.txt", body), reader)) == [(None, "ACCUSE"), ("ACCUSE", None)]


def test_what_is_done_together_counts_in_both_directions(tmp_path, reader):
    body = "[1 FRA GOV|France] and [2 IRN GOV|Iran] {a|signed a treaty}.\n  1 & 2 SUPPORT a\n"
    assert told(outcomes(marked(tmp_path / "a.txt", body), reader)) == [("SUPPORT", "SUPPORT")] * 2


def test_a_higher_threshold_misses_more(tmp_path, reader):
    body = "[1 FRA GOV|France] {a|condemned} [2 IRN GOV|Iran].\n  1 > 2 ACCUSE a\n"
    found = outcomes(marked(tmp_path / "a.txt", body), reader)
    low, high = curve(found, (0.1, 1.01))
    assert (low.precision, low.recall, low.f1) == (1, 1, 1)
    assert (high.recall, high.f1) == (0, 0)
    assert told(at_threshold(found, 1.01)) == [("ACCUSE", None)]
