"""Bytes to text: whatever a user's files hold, it is text or one clear error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports.encoding import decode

WORDS = "Élysée: le président a rencontré son homologue à Berlin. L’“accord” coûte 3 000 €."
LATIN = "Die französische Präsidentin traf in Köln ihren früheren Amtskollegen, sagte Außenminister Müller."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_in_any_common_encoding_is_read_as_written(encoding):
    assert decode(WORDS.encode(encoding), "a.txt") == WORDS


def test_latin_1_is_read_as_written():
    assert decode(LATIN.encode("latin-1"), "a.txt") == LATIN


def test_utf_16_big_endian_with_its_mark():
    assert decode(b"\xfe\xff" + WORDS.encode("utf-16-be"), "a.txt") == WORDS


def test_line_ends_become_line_feeds():
    assert decode(b"one\r\ntwo\rthree\n", "a.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize("nothing", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \n".encode("utf-16-le")])
def test_an_empty_file_is_named_as_empty(nothing):
    with pytest.raises(ReportError, match=r"^a\.txt: is empty; "):
        decode(nothing, "a.txt")


@pytest.mark.parametrize(
    "binary", [b"\x7fELF\x02\x01\x01\x00\x00", b"%PDF-1.7\n\x00\x01\x02\x03", bytes(range(32)) * 50]
)
def test_a_binary_file_is_refused(binary):
    with pytest.raises(ReportError, match=r"is a binary file, not text; convert it"):
        decode(binary, "a.bin")


def test_utf_16_cut_in_the_middle_of_a_character_is_damaged():
    with pytest.raises(ReportError, match="is damaged utf-16 text"):
        decode(WORDS.encode("utf-16")[:-1], "a.txt")


def test_utf_8_with_one_broken_byte_keeps_all_its_other_letters():
    broken = WORDS.encode() + b" \xc3"
    assert decode(broken, "a.txt") == WORDS + " \ufffd"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_report_error(data):
    try:
        text = decode(data, "a.txt")
    except ReportError as error:
        assert str(error).startswith("a.txt: ")
    else:
        assert text.strip()
        assert "\r" not in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_any_printed_text_comes_back_from_utf_8(text):
    assert decode(text.encode("utf-8-sig"), "a.txt") == text


def test_a_text_mostly_beyond_ascii_is_read_in_the_encoding_it_shows():
    russian = (
        "Президент Франции встретился в понедельник в Берлине со своим немецким коллегой, сообщило агентство. " * 5
    )
    assert decode(russian.encode("cp1251"), "a.txt") == russian
