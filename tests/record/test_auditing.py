"""Verdicts on a sample: one a person and claim however often the sheet comes, and kept when the claim goes."""

import pytest

from detente.errors import QueryError
from detente.record import Judged, Stratum, Verdict

WIRE = Stratum("CONSULT", "Example Wire")


@pytest.fixture
def claims(record, make_claim, make_reading):
    """Two kept claims of one stratum."""
    made = [make_claim("CONSULT", ("FRA",), (code,)) for code in ("DEU", "ITA")]
    record.keep(make_reading(*made))
    return made


def test_a_sheet_recorded_twice_is_one_verdict_a_person_and_claim(record, claims):
    first, second = (claim.id for claim in claims)
    verdicts = [Verdict(first, "right", None, 2), Verdict(second, "unsure", "who?", 2)]
    assert [record.keep_verdicts(verdicts, reviewer="ana") for _ in range(2)] == [2, 2]
    record.keep_verdicts([Verdict(second, "wrong", None, 2)], reviewer="ana")
    record.keep_verdicts(verdicts[:1], reviewer="bo")
    assert record.reviews(first) == [("ana", "right", None), ("bo", "right", None)]
    assert record.judged(reviewer="ana") == sorted(
        [Judged(first, WIRE, 2, "right", is_kept=True), Judged(second, WIRE, 2, "wrong", is_kept=True)],
        key=lambda one: one.claim_id,
    )
    assert len(record.judged()) == 3


def test_claims_of_another_record_are_left_out(record, claims):
    verdicts = [Verdict("c_none", "right", None, 2), Verdict(claims[0].id, "right", None, 2)]
    assert record.keep_verdicts(verdicts, reviewer="ana") == 1
    assert [one.claim_id for one in record.judged()] == [claims[0].id]
    assert record.keep_verdicts([], reviewer="ana") == 0


def test_a_verdict_that_does_not_exist_is_refused_with_all_others(record, claims):
    verdicts = [Verdict(claims[0].id, "right", None, 2), Verdict(claims[1].id, "maybe", None, 2)]
    with pytest.raises(QueryError, match="one of: right, wrong, unsure"):
        record.keep_verdicts(verdicts, reviewer="ana")
    assert record.judged() == []


def test_a_review_of_a_claim_that_was_not_drawn_is_none_of_the_sample(record, claims):
    record.review(claims[0].id, reviewer="ana", verdict="right")
    assert record.judged() == []


def test_verdicts_stay_when_the_claim_goes(record, claims, make_reading):
    gone = claims[0].id
    record.keep_verdicts([Verdict(gone, "wrong", None, 2)], reviewer="ana")
    record.keep(make_reading(claims[1], reader="coder 2"))
    assert record.judged() == [Judged(gone, WIRE, 2, "wrong", is_kept=False)]


def test_claims_are_found_by_their_ids(record, claims):
    assert record.claims_with([claims[1].id, "c_none"]) == {claims[1].id: claims[1]}
