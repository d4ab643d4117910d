"""Joining on 150 groups of reports that tell of the same happenings and of look-alikes, written for it."""

from pathlib import Path

import pytest

from detente.claims.reading import Reader
from detente.evaluation.happenings import joined_claims, read_claims, read_groups, score

HERE = Path(__file__).parent
FILES = ("africa", "asia", "atlantic")


@pytest.fixture(scope="module")
def marked():
    reports = [report for name in FILES for report in read_groups(HERE / f"{name}.txt")]
    return read_claims(reports, Reader(domestic=True, threshold=0))


def test_there_are_150_groups_of_one_to_five_reports():
    assert sum((HERE / f"{name}.txt").read_text().count("# group: ") for name in FILES) == 150


def test_joining_agrees_with_the_marks_and_beats_not_joining(marked):
    scores = score(marked, joined_claims(marked))
    apart = score(marked, [[claim.id] for claim in marked.claims])
    assert scores.f1 >= 0.90
    assert scores.precision >= 0.95
    assert scores.recall - apart.recall >= 0.10
