"""CAMEO and PLOVER: every code has a known type, mode and contexts, and every coding finds a code that says it."""

import pytest

from detente.exchange.cameo import Coding, cameo, code_for, codes
from detente.knowledge.fronts import contexts
from detente.knowledge.plover import EXTENSION, TYPES, modes


@pytest.mark.parametrize(
    ("code", "type_", "mode"),
    [
        ("036", "AGREE", None),
        ("042", "CONSULT", "visit"),
        ("0231", "REQUEST", "assist"),
        ("057", "SUPPORT", None),
        ("072", "AID", "military"),
        ("0841", "CONCEDE", "release"),
        ("0871", "RETREAT", "ceasefire"),
        ("112", "ACCUSE", "allege"),
        ("125", "REJECT", "meet"),
        ("138", "THREATEN", None),
        ("145", "PROTEST", "riot"),
        ("154", "MOBILIZE", "troops"),
        ("161", "SANCTION", "discontinue"),
        ("173", "COERCE", "arrest"),
        ("1831", "ASSAULT", "explosives"),
        ("204", "ASSAULT", "unconventional"),
    ],
)
def test_a_code_has_a_type_and_a_mode(code, type_, mode):
    coding = cameo(code).coding
    assert (coding.type, coding.mode) == (type_, mode)


@pytest.mark.parametrize("code", ["010", "011", "012", "013", "014", "015"])
def test_a_mere_statement_has_no_type(code):
    assert cameo(code).coding is None


def test_a_code_is_known_without_its_leading_zero():
    assert cameo("43") is cameo("043")
    assert cameo("999") is None


def test_whoever_hosts_a_visit_is_visited():
    assert cameo("043").coding.turned
    assert not cameo("042").coding.turned


def test_every_coding_is_one_of_plovers():
    known = {context.name for context in contexts()}
    for entry in codes().values():
        if entry.coding is not None:
            assert entry.coding.type in TYPES
            assert entry.coding.mode is None or entry.coding.mode in modes()[entry.coding.type]
            assert set(entry.coding.contexts) <= known


def test_every_code_but_the_host_goes_there_and_back():
    for entry in codes().values():
        if entry.coding is not None and not entry.coding.turned:
            assert code_for(entry.coding).coding == entry.coding


@pytest.mark.parametrize("type_", [type_ for type_ in TYPES if type_ != EXTENSION])
def test_every_type_has_a_code(type_):
    assert code_for(Coding(type_, None, ())).coding.type == type_


def test_a_context_that_no_code_has_leaves_type_and_mode():
    assert code_for(Coding("COERCE", "arrest", ("disease",))).code == "173"
