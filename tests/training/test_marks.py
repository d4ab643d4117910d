"""The marking format reads as people write it, and whatever is not as the guide says is named by its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import MarkError
from detente.training.marks import MarkedSentence, read_corpus, read_marked, read_split

HEAD = "# theme: cold waters\n# pair: ISL GBR\n# writer: tests\n\n"
SEIZED = (
    "[1 ISL GOV|Iceland's coast guard] {a|seized} [2 GBR BUS|a trawler] on Friday, [3 ISL MED|state radio] said.\n"
    "  1 > 2 COERCE/seize a legal,resource CT+ historical by 3\n"
)


def marked(path, body) -> list[MarkedSentence]:
    path.write_text(HEAD + body, encoding="utf-8")
    return read_marked(path)


def test_a_sentence_is_as_it_stands_in_a_report_with_what_was_read_in_it(tmp_path):
    [sentence] = marked(tmp_path / "a.txt", SEIZED)
    assert sentence.text == "Iceland's coast guard seized a trawler on Friday, state radio said."
    assert [sentence.text[slice(*party.span)] for party in sentence.parties] == [
        "Iceland's coast guard",
        "a trawler",
        "state radio",
    ]
    [relation] = sentence.relations
    assert (relation.type, relation.mode, list(relation.pairs())) == ("COERCE", "seize", [(1, 2)])
    assert sentence.text[slice(*relation.trigger)] == "seized"
    assert (relation.contexts, relation.factuality) == (("legal", "resource"), "CT+")
    assert (relation.auxiliary, relation.tellers) == (("historical",), (3,))


def test_what_is_done_together_holds_in_every_direction(tmp_path):
    [sentence] = marked(
        tmp_path / "a.txt",
        "[1 FRA GOV|Paris], [2 DEU GOV|Bonn] and [3 ITA GOV|Rome] {a|met}.\n  1 & 2 & 3 CONSULT/meet a\n",
    )
    assert set(sentence.relations[0].pairs()) == {(1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)}


def test_none_says_that_nothing_is_claimed(tmp_path):
    [sentence] = marked(tmp_path / "a.txt", "[1 FRA CVL|France] beat [2 BRA CVL|Brazil] by two goals.\n  none\n")
    assert sentence.relations == ()


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("[1 FRA GOV|Paris] {a|sued}.\n", 5, "no line of relations"),
        ("[1 FRA GOV|Paris] {a|sued} [2 XQX GOV|Bonn].\n  1 > 2 ACCUSE a\n", 5, "'XQX'"),
        ("[1 FRA KING|Paris] wept.\n  none\n", 5, "'KING'"),
        ("[1 FRA GOV|Paris] and [1 DEU GOV|Bonn] wept.\n  none\n", 5, "two parties are number 1"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 > 2 HUG a\n", 6, "'HUG'"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 > 2 ACCUSE/visit a\n", 6, "'visit'"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 > 3 ACCUSE a\n", 6, "party 3"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 > 1 ACCUSE a\n", 6, "acts on itself"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 > 2 ACCUSE b\n", 6, "'b' is not marked"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 & 2 ACCUSE a\n", 6, "not done together"),
        ("[1 FRA GOV|Paris] {a|met} [2 DEU GOV|Bonn].\n  1 CONSULT a\n", 6, "either"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 > 2 ACCUSE a space\n", 6, "'space'"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  1 > 2 ACCUSE a by 9\n", 6, "'9'"),
        ("[1 FRA GOV|Paris] {a|sued} [2 DEU GOV|Bonn].\n  none\n", 5, "'a' is in no relation"),
        ("[1 FRA GOV|Paris {a|sued}] [2 DEU GOV|Bonn].\n  1 > 2 ACCUSE a\n", 5, "outside a mark"),
        ("[1 FRA GOV| Paris] wept.\n  none\n", 5, "blanks"),
    ],
)
def test_an_error_names_the_file_and_the_line(tmp_path, body, line, says):
    with pytest.raises(MarkError) as fault:
        marked(tmp_path / "a.txt", body)
    assert f"a.txt:{line}: " in str(fault.value)
    assert says in str(fault.value)


def test_a_file_begins_with_its_theme(tmp_path):
    (tmp_path / "a.txt").write_text(SEIZED, encoding="utf-8")
    with pytest.raises(MarkError, match="# theme"):
        read_marked(tmp_path / "a.txt")


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MarkError, match=r"a\.txt: cannot be read"):
        read_marked(tmp_path / "a.txt")


def test_an_empty_folder_is_no_corpus(tmp_path):
    with pytest.raises(MarkError, match="no marked sentences"):
        read_corpus(tmp_path)


def test_the_corpus_is_split_by_theme(tmp_path):
    for name in ("seas", "skies"):
        marked(tmp_path / f"{name}.txt", SEIZED)
    named = tmp_path / "development"
    named.write_text("skies\n", encoding="utf-8")
    train, development = read_split(tmp_path, named)
    assert (len(train), len(development)) == (1, 1)
    named.write_text("moons\n", encoding="utf-8")
    with pytest.raises(MarkError, match="'moons'"):
        read_split(tmp_path, named)


@given(st.text(alphabet="[]{}|12 >&aFRGOVnoe\n#", max_size=60))
def test_any_text_is_read_or_refused_with_its_line(tmp_path_factory, body):
    path = tmp_path_factory.mktemp("marks") / "any.txt"
    try:
        for sentence in marked(path, body):
            assert not set("[]{}|") & set(sentence.text)
    except MarkError as fault:
        assert "any.txt" in str(fault)
