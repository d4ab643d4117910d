"""What is surely not in English is set aside and named; what is English, or not sure, is read."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reports import Report, SetAside
from detente.reports.language import foreign_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der französische Präsident traf am Montag in Berlin seinen Amtskollegen; beide Seiten vereinbarten, die "
         "Gespräche über den gemeinsamen Haushalt im nächsten Jahr in Paris fortzusetzen.", "German"),
        ("Le président a rencontré lundi son homologue à Berlin, et les deux pays sont convenus de reprendre les "
         "négociations sur la frontière commune l'an prochain.", "French"),
        ("El presidente se reunió el lunes con su homólogo, y ambos países acordaron retomar las negociaciones el "
         "próximo año en Lima, según un comunicado.", "Spanish"),
        ("Presiden Indonesia bertemu dengan mitranya dari Jerman pada hari Senin, dan kedua negara sepakat untuk "
         "bertemu lagi tahun depan untuk membahas perdagangan.", "Indonesian"),
        ("Президент Франции встретился в понедельник в Берлине со своим немецким коллегой.", "Russian"),
        ("法国总统星期一在柏林会见了德国总统。", "Chinese"),
        ("التقى الرئيس الفرنسي يوم الاثنين في برلين بنظيره الألماني.", "Arabic"),
    ],
)  # fmt: skip
def test_another_language_is_named(text, language):
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "They met.",
        "NATO",
        "Macron, Merkel, Duda: Berlin.",
        "Peru thanked Chile.",
        "12 345 67 - 8.9 % 2023",
        "",
        "MINNEAPOLIS WHEAT MAY7 284 1/2 UP 1 JUL7 281 UP 2 SEP7 279 1/4 DOWN 1/2 " * 4,
        "“Wir schaffen das,” Germany's chancellor said in Berlin on Monday, when she met her counterpart from Austria, "
        "and called on Hungary to take in more of the refugees who had come over the border.",
    ],
)
def test_english_and_what_is_not_sure_is_read(text):
    assert foreign_language(text) is None


def test_a_report_in_another_language_is_set_aside_in_its_place(write, read):
    write("wire/1.txt", " date 2023-09-09 Президент Франции встретился в понедельник в Берлине со своим коллегой.")
    write("wire/2.txt", " date 2023-09-09 They met.")
    aside, report = read("wire")
    assert aside == SetAside("wire/1.txt", "Russian")
    assert isinstance(report, Report)


def test_a_thousand_reports_take_no_time():
    text = "France's president met his German counterpart in Berlin on Monday, officials said. " * 20
    foreign_language(text)
    began = time.process_time()
    for _ in range(1_000):
        foreign_language(text)
    assert time.process_time() - began < 1


@given(st.text())
def test_any_text_has_a_language_or_none(text):
    assert foreign_language(text) is None or foreign_language(text)
