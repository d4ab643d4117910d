"""Exports of LexisNexis and Factiva, as text, rich text and Word: several articles a file, each with its own head.

The samples are written for these tests, after the layouts that the databases are known for.
"""

import datetime as dt
import gzip
import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import ReadingOptions, Report
from detente.reports.exports import database_of, read_document, read_export
from detente.reports.rtf import read_rtf
from detente.reports.word import read_docx

DAY = dt.date(2023, 9, 9)
ACADEMIC = """
                               1 of 2 DOCUMENTS


                               The Example Times

                          September 9, 2023 Saturday
                              Late Edition - Final

Two Ministers Meet in Khartoum

BYLINE: By ANA PEREZ

SECTION: Section A; Column 0; Foreign Desk; Pg. 1

LENGTH: 212 words

DATELINE: KHARTOUM, Sudan

BODY:

   Ethiopia's foreign minister met his Egyptian counterpart in Khartoum on
Friday, and both said that the talks would go on.

   Sudan welcomed the meeting.

URL: http://www.example.org

LOAD-DATE: September 9, 2023

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                  Copyright 2023 The Example Times Company
                             All Rights Reserved


                               2 of 2 DOCUMENTS


                                  Example Wire

                     September 10, 2023 Sunday 4:32 PM GMT

HEADLINE: Peru thanks Chile

LENGTH: 40 words

BODY:
Peru thanked Chile on Sunday.

LOAD-DATE: September 11, 2023
"""
UNI = """User Name: ana
Date and Time: Monday, September 11, 2023 9:14:00 AM EDT
Job Number: 203344
Documents (2)
1. Two Ministers Meet in Khartoum
2. Peru thanks Chile

Two Ministers Meet in Khartoum
The Example Times
September 9, 2023 Saturday
Late Edition - Final

Copyright 2023 The Example Times Company All Rights Reserved
Section: Section A; Column 0; Foreign Desk; Pg. 1
Length: 212 words
Byline: By Ana Perez
Dateline: KHARTOUM, Sudan
Highlight: Both said that talks would go on.
Body

Ethiopia's foreign minister met his Egyptian counterpart in Khartoum on Friday, and both said that the talks would go on.

Sudan welcomed the meeting.

Classification

Language: ENGLISH
Publication-Type: Newspaper
Load-Date: September 9, 2023

End of Document

Peru thanks Chile
Example Wire
September 10, 2023 Sunday

Copyright 2023 Example Wire
Length: 40 words
Body

Peru thanked Chile on Sunday.

Load-Date: September 11, 2023

End of Document
"""  # noqa: E501
FACTIVA = """Two Ministers Meet in Khartoum

By Ana Perez
212 words
9 September 2023
02:15
The Example Times
EXTIM
English
(c) 2023 The Example Times Company

KHARTOUM, Sept 8 (Example Wire) - Ethiopia's foreign minister met his Egyptian counterpart in Khartoum on Friday, and both said that the talks would go on.

Sudan welcomed the meeting.

Document EXTIM00020230909ej9900001

Peru thanks Chile
40 words
10 September 2023
Example Wire
EXWIR
English
(c) 2023 Example Wire

Peru thanked Chile on Sunday.

Document EXWIR00020230910ej9a00002

Search Summary
Text: Ethiopia or Peru
"""  # noqa: E501
CODED = """HD Two Ministers Meet in Khartoum
BY By Ana Perez
WC 212 words
PD 9 September 2023
ET 02:15
SN The Example Times
SC EXTIM
LA English
CY (c) 2023 The Example Times Company
LP
KHARTOUM, Sept 8 (Example Wire) - Ethiopia's foreign minister met his Egyptian counterpart in Khartoum on Friday, and both said that the talks would go on.
TD

Sudan welcomed the meeting.
NS gdip : International Relations
RE sudan : Sudan
AN Document EXTIM00020230909ej9900001

HD Peru thanks Chile
WC 40 words
PD 10 September 2023
SN Example Wire
SC EXWIR
LA English
LP Peru thanked Chile on Sunday.
AN Document EXWIR00020230910ej9a00002
"""  # noqa: E501
EXPORTS = {"Academic": ACADEMIC, "Uni": UNI, "Factiva": FACTIVA, "Factiva with codes": CODED}


def as_docx(text):
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(held := io.BytesIO())
    return held.getvalue()


def as_rtf(text):
    written = "".join(c if c < "\x80" else f"\\u{ord(c)}?" for c in text).replace("\n", "\\par\n")
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0\\fs20 " + written + "}").encode()


FORMATS = {"txt": str.encode, "docx": as_docx, "rtf": as_rtf}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("database", EXPORTS)
def test_each_article_is_a_report_with_its_day_outlet_title_and_place(write, read, database, format_):
    first, second = read(write(f"export.{format_}", FORMATS[format_](EXPORTS[database])))
    assert (first.published, second.published) == (dt.date(2023, 9, 9), dt.date(2023, 9, 10))
    assert (first.outlet, second.outlet) == ("The Example Times", "Example Wire")
    assert (first.title, second.title) == ("Two Ministers Meet in Khartoum", "Peru thanks Chile")
    assert first.dateline in {"Khartoum", "Khartoum, Sudan"}
    assert second.text == "Peru thanked Chile on Sunday."


def test_codes_in_a_table_of_rich_text(write, read):
    rows = "".join(
        f"\\trowd\\cellx900\\cellx9000 {line[:2]}\\cell {line[3:]}\\cell\\row\n"
        for line in CODED.replace("LP\n", "LP ").replace("TD\n\n", "TD ").splitlines()
        if line
    )
    first, second = read(write("export.rtf", "{\\rtf1\\ansi " + rows + "}"))
    assert (first.id, first.published) == ("export.rtf#EXTIM00020230909ej9900001", dt.date(2023, 9, 9))
    assert (second.text, second.outlet) == ("Peru thanked Chile on Sunday.", "Example Wire")


@pytest.mark.parametrize("database", ["Academic", "Uni"])
def test_the_text_is_the_article_in_paragraphs_and_nothing_around_it(write, read, database):
    first, _ = read(write("export.txt", EXPORTS[database]))
    assert first.text == (
        "Ethiopia's foreign minister met his Egyptian counterpart in Khartoum on Friday, and both said that the talks "
        "would go on.\n\nSudan welcomed the meeting."
    )


def test_reports_are_named_by_their_number_or_by_the_database_s_own(write, read):
    assert [report.id for report in read(write("uni.txt", UNI))] == ["uni.txt#1", "uni.txt#2"]
    assert [report.id for report in read(write("factiva.txt", FACTIVA))] == [
        "factiva.txt#EXTIM00020230909ej9900001",
        "factiva.txt#EXWIR00020230910ej9a00002",
    ]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("September 9, 2023 Saturday", "September 2023", "export.txt#1: has no date; export it with its day"),
        ("September 9, 2023 Saturday", "September 31, 2023 Sunday", "export.txt#1: there is no date '2023-9-31'"),
        ("September 9, 2023 Saturday", "September 9, 2999 Monday", "lies in the future"),
    ],
)
def test_a_bad_article_is_named_and_the_next_is_read(write, read, was, now, said):
    first, second = read(write("export.txt", UNI.replace(was, now)))
    assert said in str(first)
    assert isinstance(second, Report)


def test_an_export_larger_than_a_report_may_be_is_read_article_by_article(write, read):
    article = UNI[UNI.index("Peru thanks") :].replace("Peru thanked", "The talks went on. " * 3_000 + "Peru thanked")
    found = read(write("export.txt", article[article.index("Peru thanks Chile\nExample") :] * 100))
    assert len(found) == 100
    assert all(isinstance(item, Report) for item in found)


@pytest.mark.parametrize("database", EXPORTS)
def test_an_export_cut_short_is_read_as_far_as_it_goes(write, read, database):
    written = EXPORTS[database]
    first, second = read(write("export.txt", written[: written.rindex(" on Sunday.")]))
    assert isinstance(first, Report)
    assert second.text == "Peru thanked Chile"


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("database", EXPORTS)
def test_an_export_is_known_also_where_its_first_article_is_long(write, read, database, packed):
    long = EXPORTS[database].replace("Sudan welcomed", "The talks went on and on.\n\n" * 10_000 + "Sudan welcomed")
    assert len(read(write(f"export.txt{packed}", gzip.compress(long.encode()) if packed else long))) == 2


@pytest.mark.parametrize("format_", ["docx", "rtf"])
def test_a_document_that_is_no_export_is_one_report(write, read, format_):
    text = "GENEVA, Nov. 21, 1985 - The two leaders met.\nThey agreed to meet again; “soon”."
    (report,) = read(write(f"note.{format_}", FORMATS[format_](text)))
    assert (report.published, report.dateline) == (dt.date(1985, 11, 21), "Geneva")
    assert "“soon”" in report.text


def bomb():
    held = io.BytesIO()
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    document = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "aaaaaaaaaa">{entities}]><w:document xmlns:w='
        '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    with (
        zipfile.ZipFile(io.BytesIO(as_docx("They met."))) as good,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for part in good.infolist():
            bad.writestr(part, document if part.filename == "word/document.xml" else good.read(part))
    return held.getvalue()


def swollen():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bad:
        bad.writestr("word/document.xml", b" " * 200_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("a.docx", lambda: b"", "is no Word document that can be read ("),
        ("a.docx", lambda: b"They met.", "is no Word document that can be read ("),
        ("a.docx", lambda: as_docx("They met.")[:-200], "is no Word document that can be read ("),
        ("a.docx", swollen, "is too large: 200,000,000 bytes unpacked, at most 128,000,000"),
        ("a.docx", lambda: as_docx("They met."), "has no date"),
        ("a.docx", lambda: as_docx(""), "is empty"),
        ("a.rtf", lambda: b"", "is no rich text"),
        ("a.rtf", lambda: b"They met.", "is no rich text"),
        ("a.rtf", lambda: as_rtf("They met."), "has no date"),
    ],
)
def test_a_bad_document_is_one_error(write, read, name, make, said):
    (error,) = read(write(name, make()))
    assert isinstance(error, ReportError)
    assert str(error).startswith(f"{name}: {said}")


def test_entities_that_multiply_are_not_unfolded(write, read):
    (error,) = read(write("a.docx", bomb()))
    assert isinstance(error, ReportError)


lines = st.sampled_from([line for text in EXPORTS.values() for line in text.splitlines()]) | st.text(max_size=20)


@given(st.lists(lines, max_size=60))
def test_any_lines_give_reports_or_report_errors(held):
    try:
        found = list(read_document("\n".join(held), "export.txt", ReadingOptions()))
    except ReportError as error:
        assert error.where == "export.txt"
        return
    assert all(isinstance(item, Report | ReportError) for item in found)


@pytest.mark.parametrize("database", EXPORTS)
def test_articles_come_before_the_export_is_read_to_its_end(database):
    read = []

    def endless():
        for _ in range(5_000):
            for line in EXPORTS[database].splitlines():
                read.append(line)
                yield line

    split = database_of(EXPORTS[database])
    assert isinstance(next(read_export(split(endless()), "export.txt", ReadingOptions())), Report)
    assert len(read) < 5_000


@pytest.mark.parametrize("piece", ["\n", " ", "1 of ", "a\n", "Body\n", "HD\n", "Document A"])
@pytest.mark.parametrize("head", ["x", "T\nWire\nSeptember 9, 2023\nLength: 4 words\nBody\n", "4 words\n9 May 2023\n"])
def test_a_hostile_text_is_done_with(head, piece):
    """With time by the square of its length, this would not end in hours."""
    for found in read_document(head + piece * (900_000 // len(piece)), "export.txt", ReadingOptions(date=DAY)):
        assert isinstance(found, Report | ReportError)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["docx", "rtf"]), st.integers(0, 40_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_document_gives_reports_or_report_errors(format_, place, damage):
    data = bytearray(FORMATS[format_](UNI))
    data[place % len(data) : place % len(data) + len(damage)] = damage
    reader = {"docx": read_docx, "rtf": read_rtf}[format_]
    try:
        found = list(reader(io.BytesIO(data), "export", ReadingOptions()))
    except ReportError as error:
        assert error.where == "export"
        return
    assert all(isinstance(item, Report | ReportError) for item in found)
