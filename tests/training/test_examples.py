"""What the network is shown of a marked sentence."""

import random

import pytest

from detente.claims.relations.encoder import encoder
from detente.claims.relations.heads import labels
from detente.training.examples import Renaming, epoch, marked, single
from detente.training.marks import read_marked

HEAD = "# theme: t\n# pair: none\n# writer: tests\n\n"
BODY = (
    "[1 TCD GOV|Chad's foreign minister] {a|thanked} [2 LBY GOV|Libya] in [3 EGY GOV|Cairo].\n"
    "  1 > 2 SUPPORT a diplomatic\n\n"
    "[1 PER GOV|Peru] {a|met} [2 CHL GOV|Chile's envoy].\n  1 & 2 CONSULT/meet a\n"
)


@pytest.fixture
def sentences(tmp_path):
    (tmp_path / "a.txt").write_text(HEAD + BODY, encoding="utf-8")
    return read_marked(tmp_path / "a.txt")


@pytest.fixture(scope="module")
def tokenizer():
    return encoder().tokenizer


def types(example) -> list[str]:
    return [labels().types[pair.types.index(max(pair.types))] for pair in example.pairs]


def test_every_ordered_pair_is_an_example_and_so_is_each_party_with_nobody(tokenizer, sentences):
    example = single(tokenizer, sentences[0])
    assert len(example.pairs) == 9
    assert types(example).count("SUPPORT") == 1
    assert types(example).count("none") == 8


def test_what_is_done_together_holds_both_ways(tokenizer, sentences):
    assert types(single(tokenizer, sentences[1])).count("CONSULT") == 2


def test_the_pieces_of_parties_are_tagged(tokenizer, sentences):
    example = single(tokenizer, sentences[1])
    words = [tokenizer.id_to_token(id_) for id_ in example.ids]
    tagged = [word for word, tag in zip(words, example.tags, strict=True) if tag]
    assert tagged == ["peru", "chile", "'", "s", "envoy"]


def test_a_marked_pair_is_one_example(tokenizer, sentences):
    shown = marked(tokenizer, sentences[0], random.Random(1))
    assert "SUPPORT" in types(shown[0])
    assert all(len(example.pairs) == 1 for example in shown)


def test_renamed_parties_keep_the_trigger_and_the_relation(sentences):
    renaming = Renaming(sentences)
    for seed in range(20):
        renamed = renaming(sentences[1], random.Random(seed))
        assert renamed.text[slice(*renamed.relations[0].trigger)] == "met"
        assert {renamed.text[slice(*party.span)] for party in renamed.parties} <= {
            "Peru", "Libya", "Cairo", "Chile's envoy", "Chad's foreign minister",
        }  # fmt: skip


def test_a_round_is_the_same_for_the_same_seed(tokenizer, sentences):
    renaming = Renaming(sentences)
    rounds = [epoch(sentences, tokenizer, renaming, random.Random(7)) for _ in range(2)]
    assert rounds[0] == rounds[1]
