"""A brief: sentences that each name their sources, phases parted by silence, both sides of what is disputed."""

import datetime as dt
import io
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.claims.claim import Happened, Teller
from detente.events.assembly import event_of
from detente.events.event import Origin
from detente.events.sources import Told
from detente.reports.copies import fingerprint
from detente.ties.brief import brief
from detente.ties.brief_formats import docx, html, markdown, source
from detente.ties.charts import timeline
from detente.ties.counts import count
from detente.ties.summary import summarise
from handmade import build_claim


def told(*claims):
    return event_of([Told(claim, fingerprint(claim.report_id * 9)) for claim in claims])


def claim(day, type_="CONSULT", *, report="a", mode="visit", **fields):
    return build_claim(type_, ("CHN",), ("USA",), day=day, report_id=report, mode=mode, **fields)


def of(*events):
    claims = {c.id: c for event in events for c in event[1]}
    return brief("CHN", "USA", [event[0] for event in events], claims)


def event(*claims):
    return told(*claims), claims


def sentences(written):
    return [told.words for phase in written.phases for told in phase.sentences]


VISIT = event(claim("2023-09-08"))


def test_an_event_in_a_sentence_with_its_source():
    written = of(VISIT)
    assert sentences(written) == ["On 8 September 2023 China visited the United States (“met”)."]
    assert [phase.heading for phase in written.phases] == ["September 2023"]
    assert [held[0].report_id for held in written.cited] == ["a"]


def test_silence_parts_phases_and_one_day_is_said_once():
    later = event(claim("2024-02-01", "SANCTION", mode=None, report="b"))
    same = event(claim("2024-02-01", "ACCUSE", mode=None, report="c"))
    written = of(VISIT, later, same)
    assert [phase.heading for phase in written.phases] == ["September 2023", "February 2024"]
    assert sentences(written)[1] == "The record has 2 events on one day: 2 of conflict."
    assert sorted(s.split(" ")[0] for s in sentences(written)[2:]) == ["China", "On"]


def test_both_sides_of_what_is_disputed():
    def by(country, value, report):
        teller = Teller(
            text="They", span=(0, 4), name=country, country=country, kind="state", cue="said", quotation="indirect"
        )
        made = claim("2023-09-08", "ASSAULT", mode=None, report=report, factuality=value)
        return made.model_copy(update={"told_by": (teller,)})

    written = of(event(by("USA", "CT+", "a"), by("CHN", "CT-", "b")))
    assert sentences(written) == ["On 8 September 2023 China attacked the United States (“met”); China denied it."]
    assert [s.words.split(":")[0] for s in written.disputed] == ["USA say that it is", "CHN say that it is not so"]


def test_what_is_only_planned_or_denied_is_said_to_be():
    ahead = event(claim("2023-09-08", factuality="PR+", auxiliary=("future",)))
    denied = event(claim("2023-09-08", "AID", mode=None, factuality="CT-"))
    assert "this was said to lie ahead" in sentences(of(ahead))[0]
    assert "this is told only as not so" in sentences(of(denied))[0]


def imported(day, row, code="040"):
    made, _ = event(claim(day))
    origin = Origin(set="icews", version="visits.tsv", row=row, code=code)
    of_a_set = {"id": f"e_{row}", "status": "imported", "claims": (), "sources": (), "origin": origin}
    return made.model_copy(update=of_a_set)


def test_an_imported_event_cites_its_row():
    written = of((imported("2023-09-08", "17", "042"), ()), (imported("2023-09-12", "18", None), ()))
    assert sentences(written)[1:] == [
        "On 8 September 2023 China visited the United States (coded 042).",
        "On 12 September 2023 China visited the United States.",
    ]
    assert [source(cited) for cited in written.cited] == [
        "icews, visits.tsv, row 17, coded 042 (e_17)",
        "icews, visits.tsv, row 18 (e_18)",
    ]
    assert [told.cites for told in written.phases[0].sentences] == [(1, 2), (1,), (2,)]


def test_an_imported_event_of_a_month_lies_in_it():
    month = Happened(start=dt.date(2023, 9, 1), end=dt.date(2023, 9, 30), precision="month")
    written = of((imported("2023-09-30", "17").model_copy(update={"happened": month}), ()))
    assert sentences(written)[0].startswith("Between 1 September 2023 and 30 September 2023 China visited")


def test_rows_and_sentences_are_numbered_together():
    written = of((imported("2023-09-01", "17"), ()), VISIT)
    assert [told.cites for told in written.phases[0].sentences] == [(1, 2), (1,), (2,)]
    assert source(written.cited[1]).startswith("Unnamed outlet, 2023-09-09")


days = st.dates(dt.date(2023, 1, 1), dt.date(2024, 12, 31)).map(dt.date.isoformat)
types = st.sampled_from(["CONSULT", "AID", "ACCUSE", "ASSAULT", "OBSERVE"])
made = st.lists(st.tuples(days, types, st.text("xyz", min_size=3, max_size=4)), max_size=6, unique_by=lambda m: m[2])


@settings(max_examples=40, deadline=None)
@given(made, st.randoms(use_true_random=False))
def test_no_sentence_without_a_source_and_the_same_in_any_order(rows, rng):
    events = [event(claim(day, type_, mode=None, report=report)) for day, type_, report in rows]
    written = of(*events)
    for phase in written.phases:
        assert all(told.cites and max(told.cites) <= len(written.cited) for told in phase.sentences)
    shuffled = list(events)
    rng.shuffle(shuffled)
    assert of(*shuffled) == written


def test_markdown_html_and_word():
    hostile = event(claim("2023-09-08", sentence="<script>alert(1)</script> [x](javascript:1) *met*"))
    written = of(hostile)
    assert "<script>" not in html(written)
    assert 'href="javascript' not in html(written)
    assert markdown(written).startswith("# China and the United States\n\n## September 2023\n\nOn 8 September 2023")
    words = [paragraph.text for paragraph in Document(io.BytesIO(docx(written))).paragraphs]
    assert words[:2] == ["China and the United States", "September 2023"]
    assert any("<script>" in paragraph for paragraph in words)


def test_the_chart_stands_below_the_title():
    written = of(VISIT)
    counts = count([VISIT[0]], frozenset({"CHN"}), frozenset({"USA"}), "month")
    chart = timeline(summarise(counts, "CHN", "USA", "month"))
    assert "</h1>\n<figure><svg" in html(written, chart)
    (picture,) = Document(io.BytesIO(docx(written, chart))).inline_shapes
    assert picture._inline.docPr.get("descr").startswith("China and the United States: 1 event")


def test_the_same_brief_is_the_same_word_document():
    with zipfile.ZipFile(io.BytesIO(docx(of(VISIT)))) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_record_without_events_says_so():
    assert markdown(brief("CHN", "USA", [], {})).endswith("The record has no event between them.\n")


@pytest.mark.parametrize("day", ["2023-09-08"])
def test_precedents_are_told_where_earlier_events_bear_them_out(day):
    from detente.events.precedents import precedents

    earlier, now = told(claim("2023-07-28")), told(claim(day, report="b"))
    with_precedents = now.model_copy(update={"precedents": precedents(now, [earlier], dt.date(2020, 1, 1))})
    written = of((earlier, (claim("2023-07-28"),)), (with_precedents, (claim(day, report="b"),)))
    assert sentences(written)[-1].endswith("; the second visit from China to the United States in six weeks.")
