"""Who tells an event, on whose word, and what that makes of it."""

import pytest

from detente.claims.claim import Factuality, Teller
from detente.events.sources import Told, sources_of, status_of
from detente.reports.copies import fingerprint
from handmade import build_claim

TEXTS = {
    "a": "The French minister arrived in Bamako on Friday for talks about the withdrawal of the last garrison there.",
    "copy": "The French minister arrived in Bamako on Friday for talks about the withdrawal of the last garrison.",
    "b": "France's envoy came to Mali to speak of the soldiers who are still in Gao, two papers wrote.",
    "c": "Bamako has had a visitor from Paris; nobody would say what about, and the airport road was closed all day.",
}


def claim(report, outlet=None, told_by=(), factuality=Factuality.CERTAIN):
    tellers = tuple(
        Teller(text=name, span=(0, 4), name=name, country=country, kind=kind, cue="said", quotation="indirect")
        for name, country, kind in told_by
    )
    made = build_claim("CONSULT", ("FRA",), ("MLI",), report_id=report, outlet=outlet, factuality=factuality)
    return Told(made.model_copy(update={"told_by": tellers}), fingerprint(TEXTS[report]))


PARIS, BAMAKO = ("the Elysee", "FRA", "state"), ("Mali's junta", "MLI", "state")
OFFICIALS, KCNA = ("officials", None, "anonymous"), ("Korean Central News Agency", "PRK", "media")


@pytest.mark.parametrize(
    ("told", "count", "status"),
    [
        pytest.param([claim("a")], 1, "single-sourced", id="one report"),
        pytest.param([claim("a", "X"), claim("b", "Y")], 2, "corroborated", id="two texts of two outlets"),
        pytest.param([claim("a", "X"), claim("copy", "Y")], 1, "single-sourced", id="a copy under another name"),
        pytest.param([claim("a", "X"), claim("b", "X")], 1, "single-sourced", id="one outlet twice"),
        pytest.param([claim("a", "X", [PARIS]), claim("b", "Y", [PARIS])], 1, "single-sourced", id="one ministry"),
        pytest.param([claim("a", "X", [PARIS]), claim("b", "Y", [BAMAKO])], 2, "corroborated", id="both sides"),
        pytest.param([claim("a", "X", [OFFICIALS]), claim("b", "Y", [OFFICIALS])], 2, "corroborated", id="unnamed"),
        pytest.param(
            [claim("a", "X", [PARIS]), claim("b", "Y", [BAMAKO], Factuality.CERTAINLY_NOT)], 2, "disputed", id="denied"
        ),
        pytest.param([claim("a", "X", [BAMAKO], Factuality.CERTAINLY_NOT)], 1, "single-sourced", id="denied only"),
    ],
)
def test_independence(told, count, status):
    sources = sources_of(told, frozenset({"FRA", "MLI"}))
    assert len(sources) == count
    assert status_of(sources) == status


def test_a_source_says_on_whose_word():
    (source,) = sources_of([claim("a", "X", [PARIS]), claim("b", "Y", [PARIS])], frozenset({"FRA", "MLI"}))
    assert (source.outlets, source.word_of, source.sides) == (("X", "Y"), ("the Elysee",), ("FRA",))
    assert not source.state_media


def test_state_media_are_told_apart():
    (source,) = sources_of([claim("a", "X", [KCNA])], frozenset({"PRK", "CHN"}))
    assert source.state_media
    assert source.sides == ("PRK",)
