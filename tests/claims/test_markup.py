"""A reading as HTML: the evidence is marked where it stands, and nothing of a report gets out of its element."""

import datetime as dt
import re
from html import unescape
from itertools import pairwise

from detente import Reader
from detente.claims.markup import headline, marks
from detente.claims.outcome import Reading
from detente.reports import Report

TEXT = "On Monday, Niger expelled the French ambassador in Niamey, state radio said."


def read(reader: Reader, text: str) -> Reading:
    return reader.read(text, date="2023-08-30", report_id="niger.txt")


def marked(html: str) -> dict[str, str]:
    return {unescape(words): what for what, words in re.findall(r"<mark[^>]*title='(\w+)'>([^<]*)</mark>", html)}


def test_the_evidence_is_marked_for_what_it_is(reader):
    html = read(reader, TEXT)._repr_html_()
    found = marked(html)
    assert found["Niger"] == "actor"
    assert found["state radio"] == "teller"
    assert found["Monday"] == "time"


def test_the_sentence_stays_whole(reader):
    html = read(reader, TEXT)._repr_html_()
    assert TEXT in unescape(re.sub(r"<[^>]*>", "", html))


def test_marks_are_in_order_and_none_stands_in_another(reader):
    for claim in read(reader, TEXT).claims:
        spans = [span for span, _ in marks(claim)]
        assert spans == sorted(spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_headline_says_who_did_what_to_whom_when(make_claim):
    claim = make_claim("SANCTION", ("FRA",), ("NER",), day="2023-08-28", sector="GOV")
    assert headline(claim) == "FRA GOV SANCTION → NER GOV · 2023-08-28 · CT+"


def test_a_headline_without_a_day_says_so(make_claim):
    assert "· … ·" in headline(make_claim("SANCTION", ("FRA",), ("NER",), day=None))


def test_hostile_text_is_escaped(reader):
    text = "Niger expelled <script>alert(1)</script> the French ambassador & “his <b>wife</b>” on Monday."
    html = read(reader, text)._repr_html_()
    assert "<script" not in html
    assert "<b>wife" not in html


def test_hostile_titles_and_reasons_are_escaped(make_claim):
    claim = make_claim(because=("<img src=x onerror=alert(1)>",), sentence="They <i>met</i> here.")
    report = Report("x", "They <i>met</i> here.", claim.published, title="<script>alert(1)</script>")
    html = Reading(report, (claim,), "coder 1")._repr_html_()
    assert "<img" not in html
    assert "<script" not in html
    assert "<i>" not in html


def test_a_report_without_claims_says_so():
    report = Report("empty.txt", "", dt.date(2000, 1, 1))
    assert "0 claims" in Reading(report, (), "coder 1")._repr_html_()
