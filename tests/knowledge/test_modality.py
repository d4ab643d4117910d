"""The tables of cues, predicates and modals say what they must, and only in the words that the reader knows."""

from collections import Counter

import pytest

from detente.knowledge.modality import COMMITMENTS, PLACES, VALUES, cues, modals, signature, stances
from detente.knowledge.tables import rows, several
from detente.knowledge.words import words

FORMS = {"inf", "that", "whether", "ing", "noun", "compound", "chance", "telling"}
PARTICLES = {
    "about",
    "at",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
    "out of",
    "over",
    "to",
    "against",
    "with",
    "like",
    "than",
}


@pytest.mark.parametrize(
    ("word", "pos", "under", "affirmed", "negated"),
    [
        ("fail", "v", "inf", "CT-", "CT+"),
        ("manage", "v", "inf", "CT+", "CT-"),
        ("forget", "v", "inf", "CT-", "CT+"),
        ("forget", "v", "that", "CT+", "CT+"),
        ("deny", "v", "that", "CT-", "CT+"),
        ("believe", "v", "that", "PR+", "PR-"),
        ("doubt", "v", "that", "PR-", "PR+"),
        ("want", "v", "inf", "Uu", "Uu"),
        ("prevent", "v", "from", "CT-", "CT+"),
        ("succeed", "v", "in", "CT+", "CT-"),
        ("unlikely", "a", "inf", "PR-", "PR+"),
        ("evidence", "n", "that", "PR+", "PR-"),
        ("denial", "n", "that", "CT-", "CT+"),
        ("without", "p", "ing", "CT-", "CT-"),
    ],
)
def test_predicates_have_the_signature_of_their_complement(word, pos, under, affirmed, negated):
    found = signature((word,), pos, (under,))
    assert found is not None
    assert (found.value(negated=False), found.value(negated=True)) == (affirmed, negated)


def test_the_most_specific_form_is_looked_up_first():
    assert signature(("call off", "call"), "v", ("noun",)) == signature(("call off",), "v", ("noun",))


def test_a_predicate_without_a_signature_has_none():
    assert signature(("yodel",), "v", ("inf", "that")) is None


def test_only_factives_presuppose():
    know, say = signature(("know",), "v", ("that",)), signature(("confirm",), "v", ("that",))
    assert know is not None
    assert say is not None
    assert (know.presupposes, say.presupposes) == (True, False)


def test_every_row_of_the_predicates_is_of_a_known_kind():
    for row in rows("embedding"):
        assert {row["affirmed"], row["negated"]} <= VALUES, row
        assert set(several(row["under"])) <= FORMS | PARTICLES, row
        assert row["pos"] in {"v", "n", "a", "p"}, row
        assert row["auxiliary"] in {"", "future", "hypothetical"}, row


def test_no_predicate_has_two_signatures_for_one_complement():
    counted = Counter((row["word"], row["pos"], under) for row in rows("embedding") for under in several(row["under"]))
    assert [key for key, count in counted.items() if count > 1] == []


def test_the_predicates_are_many_and_in_order():
    keys = [(row["word"], row["pos"]) for row in rows("embedding")]
    assert keys == sorted(keys)
    assert len(set(keys)) > 700


def test_every_cue_says_how_far_its_teller_stands_behind_it_and_where_its_content_is():
    for key, cue in cues().items():
        assert cue.commitment in COMMITMENTS, key


def test_every_stance_says_where_its_matter_is_and_once():
    places = PLACES | PARTICLES | words("slot prepositions")
    for key, cue in stances().items():
        assert cue.takes | cue.about, key
        assert cue.takes | cue.about <= places, key
        assert not cue.takes & cue.about, key


def test_modals_have_both_values():
    assert all(row["affirmed"] and row["negated"] for row in rows("modals"))
    assert modals()["would have"].affirmed == "CT-"


def test_every_table_names_its_sources():
    for table in ("speech", "embedding", "modals", "contexts"):
        assert all(row["source"] for row in rows(table)), table
