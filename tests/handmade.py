"""Claims made by hand from what a test is about; the rest is filled in."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from detente.claims.claim import Claim, Happened, Party, Teller, Trigger, claim_id
from detente.knowledge.plover import quad


def build_claim(
    type_: str = "CONSULT",
    actors: tuple[str, ...] = ("FRA",),
    recipients: tuple[str, ...] = (),
    *,
    day: str | None = "2023-09-08",
    report_id: str = "a.txt",
    told_by: tuple[str, ...] = (),
    sector: str | None = None,
    **fields: Any,
) -> Claim:
    happened = dt.date.fromisoformat(day) if day else None
    sentence = fields.pop("sentence", "They met.")
    parties = "+".join((*actors, ">", *recipients))
    filled: dict[str, Any] = {
        "id": claim_id(report_id, (5, 8), type_, parties),
        "report_id": report_id,
        "published": dt.date(2023, 9, 9),
        "sentence": sentence,
        "span": (0, len(sentence)),
        "trigger": Trigger(text="met", span=(5, 8)),
        "type": type_,
        "front": "diplomatic",
        "quad": quad(type_),
        "actors": tuple(build_party(code, sector) for code in actors),
        "recipients": tuple(build_party(code, sector) for code in recipients),
        "happened": Happened(start=happened, end=happened, precision="day", text="Friday" if day else None),
        "told_by": tuple(build_teller(name) for name in told_by),
        "confidence": 0.9,
        "reader": "detente test",
    }
    return Claim(**{**filled, **fields})


def build_party(code: str, sector: str | None = None) -> Party:
    """A party of a three-letter country, or of an organisation where the code is none."""
    country = code if len(code) == 3 else None
    return Party(
        text="They", span=(0, 4), name=code, country=country, organisation=None if country else code, sector=sector
    )


def stateless(*names: str) -> tuple[Party, ...]:
    """Parties of no known state."""
    return tuple(Party(text=name, span=(0, 4), name=name) for name in names)


def build_teller(name: str) -> Teller:
    return Teller(text="They", span=(0, 4), name=name, kind="media", cue="said", quotation="indirect")


def told(report, day, type_="CONSULT", actors=("FRA",), recipients=("MLI",), *, verb="met", words=None, **fields):
    """A claim of a report that gives the day, or, with None, says nothing of it."""
    published = dt.date(2023, 9, 9)
    span = (len(report) * 7, len(report) * 7 + len(verb))
    happened = Happened(start=published - dt.timedelta(2), end=published, precision="vague") if day is None else None
    given_day = {} if happened is None else {"happened": happened}
    return build_claim(
        type_,
        actors,
        recipients,
        day=day or "2023-09-09",
        report_id=report,
        id=claim_id(report, span, type_, f"{actors}{recipients}{verb}"),
        trigger=Trigger(text=verb, span=span),
        sentence=words or f"They {verb} about the border.",
        **given_day,
        **fields,
    )


DAYS = [None, "2023-09-05", "2023-09-07", "2023-09-08", "2023-09-09"]
claims = st.builds(
    told,
    st.text("abcdefgh", min_size=1, max_size=3),
    st.sampled_from(DAYS),
    st.sampled_from(["CONSULT", "AGREE", "ACCUSE", "REJECT"]),
    st.sampled_from([("FRA",), ("MLI",), ("FRA", "ESP")]),
    st.sampled_from([("MLI",), ("FRA",), ()]),
    verb=st.sampled_from(["met", "visited", "condemned", "rejected"]),
)
