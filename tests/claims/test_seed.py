"""The report the project began from: every row of its EXPECTED.md, field by field, and what must not be said.

The report lies beside the repository (`../shared/seed`); where it is not there, these tests are skipped. Nothing in
the reader is keyed to it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from detente import Reader
from detente.claims.claim import Claim, Party
from detente.knowledge.plover import CONFLICTUAL
from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.sources import read_reports

SEED = Path(__file__).parents[3] / "shared" / "seed"
TEXTS = sorted(SEED.glob("*.txt"))
PUBLISHED = dt.date(2023, 9, 9)
STATES = ("PRK", "RUS", "SUN", "CHN")
FURTHER = 6
"""How many claims the report may give beyond the expected rows."""

pytestmark = pytest.mark.skipif(not TEXTS, reason="../shared/seed is not beside this checkout")


@dataclass(frozen=True)
class Row:
    """One row of EXPECTED.md. Parties are `COUNTRY` or `COUNTRY SECTOR`; dates are a window the claim's must lie in."""

    number: int
    types: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    window: tuple[str, str] = ("2023-09-01", "2023-09-09")
    told_by: tuple[str, ...] = ()
    factuality: str = "CT+"
    also: dict[str, object] = field(default_factory=dict)


ROWS = (
    Row(1, "AGREE SUPPORT", ("RUS GOV",), ("PRK",), also={"front": "diplomatic", "office": "president"}),
    Row(2, "OBSERVE", ("PRK GOV",), also={"person": "Kim Jong-un", "year": 1948}),
    Row(3, "OBSERVE", ("PRK",), (), ("2023-09-08", "2023-09-08"), ("state media",), also={"front": "military"}),
    Row(4, "CONSULT", ("RUS GOV",), ("PRK",), ("2023-09-08", "2023-09-08"), ("state media",), also={"mode": "visit"}),
    Row(4, "CONSULT", ("RUS GOV",), ("PRK",), ("2023-09-08", "2023-09-08"), ("Korean Central News Agency",)),
    Row(5, "CONSULT", ("CHN GOV",), ("PRK",), ("2023-09-08", "2023-09-08"), ("state media",), also={"mode": "visit"}),
    Row(
        6,
        "MOBILIZE OBSERVE",
        ("PRK",),
        (),
        ("2023-09-08", "2023-09-08"),
        ("state media",),
        "PR- PS- CT-",
        {"front": "weapons of mass destruction", "auxiliary": "negation"},
    ),
    Row(
        7,
        "AGREE",
        ("RUS GOV",),
        ("PRK",),
        ("2023-09-07", "9999-12-31"),
        ("the Kremlin", "Vladimir Putin"),
        "PR+ CT+",
        {"auxiliary": "future", "quote": "strengthen... bilateral ties on all fronts"},
    ),
    Row(
        8,
        "SUPPORT AGREE",
        ("RUS GOV",),
        (),
        ("2023-09-07", "9999-12-31"),
        ("the Kremlin", "Vladimir Putin"),
        "CT+ PR+ PS+ Uu",
        {"quote": "security and stability"},
    ),
    Row(
        9,
        "SUPPORT",
        ("SUN",),
        ("PRK",),
        ("1945-01-01", "1990-12-31"),
        ("Vladimir Putin",),
        also={"auxiliary": "historical"},
    ),
    Row(10, "CONSULT", ("PRK GOV", "CHN GOV"), also={"reciprocal": True, "person": "Liu Guozhong"}),
    Row(11, "CONSULT", ("CHN GOV",), ("PRK",), ("2023-07-29", "2023-09-09"), also={"implied": "ordinal"}),
    Row(12, "CONCEDE RETREAT", ("PRK GOV",), factuality="PR+ PS+", also={"contexts": ("disease", "migration")}),
    Row(13, "AGREE", ("PRK", "CHN"), told_by=("Korean Central News Agency", "the two sides")),
    Row(
        14,
        "CONSULT COOPERATE",
        ("RUS MIL",),
        ("PRK",),
        ("2023-08-25", "2023-09-08"),
        ("Korean Central News Agency",),
        also={"front": "cultural", "geonames": 1871859},
    ),
    Row(15, "COOPERATE SUPPORT", ("RUS GOV",), ("PRK",), ("2023-08-09", "2023-09-08"), also={"front": "diplomatic"}),
    Row(
        16,
        "CONCEDE RETREAT COOPERATE",
        ("PRK GOV",),
        ("RUS GOV",),
        ("2023-09-04", "2023-09-09"),
        ("its Pyongyang embassy",),
        also={"quantity": 20},
    ),
    Row(
        17,
        "CONCEDE RETREAT COOPERATE",
        ("PRK GOV",),
        ("RUS GOV",),
        ("2019-01-01", "2019-12-31"),
        ("its Pyongyang embassy",),
        also={"implied": "since"},
    ),
)


@pytest.fixture(scope="module")
def claims(shipped: Reader) -> list[Claim]:
    found = read_reports([str(path) for path in TEXTS], options=ReadingOptions())
    return [claim for report in found if isinstance(report, Report) for claim in shipped.read_report(report).claims]


def matches(party: Party, wanted: str) -> bool:
    country, _, sector = wanted.partition(" ")
    return party.country == country and sector in {"", party.sector}


def faults(claim: Claim, row: Row) -> list[str]:
    """The fields of a claim that differ from a row, in words."""
    start, end = (dt.date.fromisoformat(day) for day in row.window)
    happened = claim.happened
    within = (happened.start or happened.end or start) >= start and (happened.end or start) <= end
    sides = (*claim.actors, *claim.recipients) if claim.reciprocal else claim.actors
    tellers = tuple(teller.name.lower() for teller in claim.told_by)
    checks = {
        "type": claim.type in row.types.split(),
        "actors": all(any(matches(p, wanted) for p in sides) for wanted in row.actors),
        "recipients": all(any(matches(p, wanted) for p in claim.recipients) for wanted in row.recipients),
        "dates": within,
        "told_by": tellers == tuple(name.lower() for name in row.told_by),
        "factuality": claim.factuality in row.factuality.split(),
        **{name: _detail(claim, name, wanted) for name, wanted in row.also.items()},
    }
    return [name for name, right in checks.items() if not right]


def _detail(claim: Claim, name: str, wanted: object) -> bool:
    found = {
        "front": lambda: claim.front == wanted,
        "mode": lambda: claim.mode == wanted,
        "office": lambda: any(p.office == wanted for p in claim.actors),
        "person": lambda: any(p.person == wanted for p in claim.parties),
        "year": lambda: claim.commemorates is not None and claim.commemorates.year == wanted,
        "auxiliary": lambda: wanted in claim.auxiliary,
        "quote": lambda: claim.quote is not None and str(wanted) in claim.quote.text,
        "reciprocal": lambda: claim.reciprocal,
        "implied": lambda: claim.implied_by == wanted,
        "contexts": lambda: set(wanted) <= set(claim.contexts),  # type: ignore[call-overload]
        "geonames": lambda: claim.place is not None and claim.place.geonames_id == wanted,
        "quantity": lambda: claim.quantity is not None and claim.quantity.number == wanted,
    }
    return bool(found[name]())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row {row.number}")
def test_every_row_is_read(claims: list[Claim], row: Row) -> None:
    nearest = min(claims, key=lambda claim: (len(faults(claim, row)), "type" in faults(claim, row)))
    wrong = faults(nearest, row)
    assert not wrong, f"row {row.number} fails in {', '.join(wrong)}; nearest: {nearest.to_json()}"


def test_at_most_six_further_claims(claims: list[Claim]) -> None:
    further = [c for c in claims if all(faults(c, row) for row in ROWS)]
    assert len(further) <= FURTHER, [f"{c.type} {c.trigger.text}" for c in further]


def test_nothing_on_the_must_not_say_list(claims: list[Claim]) -> None:
    for claim in claims:
        countries = {p.country for p in claim.parties}
        assert not (claim.type in {"MOBILIZE", "OBSERVE"} and "weaponry" in claim.trigger.text) or (
            claim.factuality.endswith("-")
        ), "North Korea showed its weapons"
        assert not {"CHN", "RUS"} <= countries, "China and Russia did something together"
        assert "SUN" not in countries or (claim.happened.end and claim.happened.end.year < 2023), "the SU acts in 2023"
        assert not any("embassy" in p.text and p.country == "PRK" for p in claim.parties), "the embassy is Russia's"
        assert claim.type not in CONFLICTUAL or len(countries & set(STATES)) < 2, f"a conflict: {claim.to_json()}"
