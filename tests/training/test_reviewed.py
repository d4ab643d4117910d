"""Corrected claims become marked sentences."""

import pytest

from detente.errors import MarkError
from detente.training.reviewed import read_domain, read_reviewed

TEXT = "France condemned Iran on Friday."


@pytest.fixture
def reviewed(tmp_path, reader):
    [claim] = reader.read(TEXT, date="2019-06-03").claims
    (tmp_path / "checked.jsonl").write_text(claim.to_json() + "\n", encoding="utf-8")
    return tmp_path


def test_a_claim_is_a_relation_between_its_parties(reviewed):
    [sentence] = read_domain(reviewed)
    assert sentence.text == TEXT
    assert [TEXT[slice(*party.span)] for party in sentence.parties] == ["France", "Iran"]
    [relation] = sentence.relations
    assert (relation.type, list(relation.pairs())) == ("ACCUSE", [(1, 2)])
    assert TEXT[slice(*relation.trigger)] == "condemned"


def test_a_type_that_a_person_set_to_none_says_that_there_is_no_relation(reviewed):
    path = reviewed / "checked.jsonl"
    path.write_text(
        path.read_text().replace('"type":"ACCUSE"', '"type":"none"').replace('"type": "ACCUSE"', '"type": "none"')
    )
    [sentence] = read_reviewed(path)
    assert len(sentence.parties) == 2
    assert sentence.relations == ()


def test_a_line_that_is_no_claim_is_named(reviewed):
    with (reviewed / "checked.jsonl").open("a") as lines:
        lines.write("{}\n")
    with pytest.raises(MarkError, match=r"checked\.jsonl:2: is no claim"):
        read_domain(reviewed)
