"""What the corpus holds is counted, and its own promises are kept."""

from pathlib import Path

from detente.knowledge.plover import TYPES
from detente.training.census import census, has_unrelated, is_complex, near_duplicates, state_pairs
from detente.training.marks import MarkedSentence, read_corpus

CORPUS = Path(__file__).parents[2] / "training" / "corpus"


def plain(text: str) -> MarkedSentence:
    return MarkedSentence("t", 1, text, (), ())


def test_sentences_that_differ_in_a_word_are_near_duplicates():
    one = "Chad's army said on Monday that it had taken back the town of Fada from the rebels after a week of fighting"
    pairs = near_duplicates([plain(one), plain(one.replace("Fada", "Bardai")), plain("Nothing of the kind was said.")])
    assert len(pairs) == 1


def test_the_corpus_is_what_it_promises():
    sentences = read_corpus(CORPUS)
    assert len(sentences) >= 5_000
    relations = [relation.type for sentence in sentences for relation in sentence.relations]
    assert min(relations.count(name) for name in TYPES) >= 200
    assert sum(map(has_unrelated, sentences)) >= 1_200
    assert sum(map(is_complex, sentences)) >= 1_000
    pairs = [pair for sentence in sentences for pair in state_pairs(sentence)]
    assert sum(pairs.count(pair) >= 30 for pair in set(pairs)) >= 40
    assert len(near_duplicates(sentences)) < len(sentences) / 100
    assert "relations by type" in census(sentences)
