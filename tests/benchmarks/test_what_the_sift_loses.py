"""What the sift costs is measured: sentences that are skipped, and claims that are lost with them or changed."""

import datetime as dt

import pytest
import run
import sift

from detente.reports import Report

MEETING = "France's foreign minister met his Malian counterpart in Bamako on Monday."
WEATHER = "Rain fell all day long and kept the crowds away."


def report(text):
    return Report("a.txt", text, dt.date(2023, 9, 9))


def test_skipped_sentences_without_claims_cost_nothing(reader):
    found = sift.loss([report(f"{WEATHER} {MEETING}")], reader)
    assert (found.sentences, found.skipped, found.lost, found.changed) == (2, 1, [], [])
    assert found.claims > 0


def test_a_claim_of_a_skipped_sentence_is_lost(reader, monkeypatch):
    monkeypatch.setattr("detente.claims.reading.sift", lambda *_: [])
    found = sift.loss([report(MEETING)], reader)
    assert (found.skipped, len(found.lost)) == (1, found.claims)
    assert next(sift.shown(found)).startswith("lost\ta.txt\t['France'")


def test_a_claim_whose_reference_was_skipped_is_changed(reader, monkeypatch):
    text = f"{MEETING} He also promised to send aid to Niger."
    real = sift.loss([report(text)], reader)
    monkeypatch.setattr("detente.claims.reading.sift", lambda cuts, hits, *_: _second(cuts, hits))
    found = sift.loss([report(text)], reader)
    assert found.claims == real.claims
    assert len(found.lost) + len(found.changed) == found.claims
    assert {claim.span[0] for claim in found.changed} <= {len(MEETING) + 1}


def _second(cuts, hits):
    from detente.claims.sentences.sift import with_names

    return list(with_names(cuts, hits))[1:]


@pytest.mark.parametrize(("claims", "expected"), [(0, 100.0), (380, 1.0), (38, 9.18)])
def test_nothing_lost_of_a_few_claims_proves_little(claims, expected):
    assert sift.Loss(claims=claims).most() == pytest.approx(expected, abs=0.02)


def test_the_sift_loses_at_most_one_percent_of_the_claims_of_the_examples():
    assert run.sift(run.politics(times=1))["% lost"] <= 1.0
