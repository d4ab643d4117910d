"""Attributions against gold: how they are paired, and what counts as found."""

import pytest

from detente.evaluation.attributions import AttributedText, GoldAttributions, Told, read, score, wrong

TEXT = "The envoy said talks would resume. Officials denied that, according to state radio."
ENVOY = Told(source=((0, 9),), cue=((10, 14),), content=((15, 33),), source_head=(4, 9))
OFFICIALS = Told(source=((35, 44),), cue=((45, 51),), content=((52, 56),), source_head=(35, 44))
RADIO = Told(source=((71, 82),), cue=((58, 70),), content=((35, 56),), source_head=(77, 82))


def text(*predicted, gold=(ENVOY, OFFICIALS, RADIO)):
    return AttributedText(GoldAttributions(id="a", text=TEXT, attributions=gold), predicted)


def test_a_pair_shares_a_word_of_the_cue_or_of_what_is_told():
    other = Told(source=((0, 9),), cue=((20, 25),), content=((45, 51),))
    assert text(ENVOY, other, RADIO).pairs == {0: 0, 2: 2}


def test_the_most_alike_are_paired_first():
    outer = Told(source=((71, 82),), content=((35, 56),))
    assert text(outer, OFFICIALS).pairs == {1: 1, 2: 0}


def test_roles_heads_and_unnamed_sources():
    unnamed = Told(cue=((10, 14),), content=((15, 33),))
    scores = score([text(ENVOY, RADIO), text(unnamed, gold=(unnamed, OFFICIALS))])
    assert scores.found.f1 == pytest.approx(2 * 3 / (3 + 5))
    assert (scores.heads, scores.heads_found, scores.unnamed, scores.unnamed_agreed) == (4, 2, 1, 1)
    assert scores.token["source"].recall == pytest.approx(4 / 6)
    assert scores.exact["content"].precision == 1


def test_what_is_wrong_names_both_sources():
    radio = Told(source=((71, 82),), cue=((10, 14),), content=((15, 33),))
    invented = Told(source=((0, 9),), cue=((20, 25),), content=())
    rows = list(wrong([text(radio, OFFICIALS, invented)]))
    assert [row[1:3] for row in rows] == [
        ("another source", "The envoy | state radio"),
        ("missed", "state radio"),
        ("invented", "The envoy"),
    ]


def test_every_sentence_is_read_whether_it_names_a_state_or_not(reader):
    (found,) = read([GoldAttributions(id="a", text=TEXT, attributions=())], reader)
    assert [TEXT[slice(*told.source[0])] for told in found.predicted] == ["The envoy", "state radio"]
