"""From bytes to text: UTF-8 and UTF-16 by their marks, other encodings as detected, binary files refused."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from detente.errors import ReportError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536
"""Bytes looked at to detect an encoding."""
CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\x1b\x1a")))
BINARY_SHARE = 0.01
FOREIGN_SHARE = 0.2
TRUSTED = ("cp125", "iso8859", "latin", "mac_cyr", "koi8")
"""Families of encodings in which a detection is believed."""
WESTERN = "cp1252"
"""What text of one byte a character is taken for where detection says no more: Latin-1 and its Windows form."""


def decode(data: bytes, where: str) -> str:
    """The text of some bytes, with line feeds as its line ends.

    Raises:
        ReportError: there is nothing in them, or they are no text.
    """
    if not data.strip():
        raise ReportError(where, "is empty", "remove it or put a report into it")
    text = decoded(data, where)
    if not text.strip():
        raise ReportError(where, "is empty", "remove it or put a report into it")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(sample: bytes, where: str) -> str:
    """The encoding that the first bytes of a text show: that of its mark, UTF-16, else UTF-8, which it may not be.

    Raises:
        ReportError: it is no text.
    """
    for mark, name in MARKS:
        if sample.startswith(mark):
            return name
    wide = _unmarked_utf16(sample)
    if wide is None and _is_binary(sample):
        raise ReportError(where, "is a binary file, not text", "convert it to text, HTML or JSONL first")
    return wide or "utf-8"


def decoded(data: bytes, where: str) -> str:
    """The text of some bytes as it stands there; it may be blank.

    Raises:
        ReportError: they are no text.
    """
    encoding = encoding_of(data, where)
    if encoding != "utf-8":
        return _strict(data, encoding, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _detected(data, where)


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ReportError(where, f"is damaged {encoding} text", "save it again as UTF-8") from None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark shows in Western text as every second byte being zero."""
    sample = data[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 8:
        return None
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _is_binary(data: bytes) -> bool:
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return 0 in sample or controls > BINARY_SHARE * len(sample)


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes (a file cut short) is still UTF-8: in other encodings hardly a letter fits."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return text if whole > 4 * broken else None


def _detected(data: bytes, where: str) -> str:
    for encoding in (*_guessed(data[:SAMPLE]), WESTERN, "latin-1"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ReportError(where, "is in an unknown encoding", "save it again as UTF-8")


def _guessed(sample: bytes) -> list[str]:
    """A detected encoding, where enough is beyond ASCII to tell: the few accents of an English text say little."""
    if sum(byte > 127 for byte in sample) < FOREIGN_SHARE * len(sample):
        return []
    found = from_bytes(sample).best()
    return [found.encoding] if found is not None and found.encoding.startswith(TRUSTED) else []
