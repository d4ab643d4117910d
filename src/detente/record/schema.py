"""The tables of a record: reports, their claims, the events these tell of, what both are found by, reviews, audits.

A claim or an event is kept whole, as its JSON; all else is what filters and orders need. What a list can be asked for
stands beside every key by which it can be walked, so that a page of it is one walk over one index. Nothing here holds
a time of writing, so that reading the same reports gives the same rows whatever happened on the way.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text
from sqlalchemy.types import TypeEngine

metadata = MetaData()


def key(length: int | None = None) -> TypeEngine[str]:
    """Text that is compared by its code points on every server, whatever its language."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def asked(*more: Column[Any]) -> list[Column[Any]]:
    """What both claims and events are filtered by."""
    return [
        Column("type", String(16), nullable=False),
        Column("front", String(40), nullable=False),
        Column("factuality", String(3), nullable=False),
        Column("first_day", Date, nullable=False),
        *more,
    ]


def asked_of_events() -> list[Column[Any]]:
    """What only events are filtered by."""
    return [Column("status", String(16), nullable=False), Column("origin", String(24))]


def belongs_to(whole: str, **how: Any) -> Column[str]:  # noqa: ANN401
    """The id of the claim, event or report that a row is about, and goes with."""
    return Column("id", key(40), ForeignKey(f"{whole}.id", ondelete="CASCADE"), nullable=False, **how)


def parties_of(whole: str, name: str, *more: Column[Any]) -> Table:
    """One row a code of a party and its part; a party of two codes, a group and its country, has two."""
    return Table(
        name,
        metadata,
        Column("code", key(40), primary_key=True),
        Column("role", String(9), primary_key=True),
        Column("day", Date, primary_key=True),
        belongs_to(whole, primary_key=True),
        Column("sector", String(3), primary_key=True),
        *asked(*more),
        Index(f"{name}_id", "id"),
        sqlite_with_rowid=False,
    )


def pairs_of(whole: str, name: str, *more: Column[Any]) -> Table:
    """One row a pair of codes, the first in the alphabet as `one`, and which way it goes between them."""
    return Table(
        name,
        metadata,
        Column("one", key(40), primary_key=True),
        Column("other", key(40), primary_key=True),
        Column("day", Date, primary_key=True),
        belongs_to(whole, primary_key=True),
        Column("way", String(2), nullable=False),
        *asked(*more),
        Index(f"{name}_id", "id"),
        sqlite_with_rowid=False,
    )


def words_of(whole: str, name: str, *more: Column[Any]) -> Table:
    """The words of a text as `words` writes them; each database keeps an index of them, which the migrations make."""
    return Table(
        name,
        metadata,
        Column("number", Integer, primary_key=True),
        belongs_to(whole, unique=True),
        Column("words", Text, nullable=False),
        *more,
    )


reports = Table(
    "reports",
    metadata,
    Column("id", key(), primary_key=True),
    Column("outlet", String),
    Column("published", Date, nullable=False),
    Column("title", String),
    Column("dateline", String),
    Column("text", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("reader", String, nullable=False),
    Column("fingerprint", LargeBinary),
)

claims = Table(
    "claims",
    metadata,
    Column("id", key(40), primary_key=True),
    Column("report_id", key(), ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("published", Date, nullable=False),
    *asked(),
    Column("day", Date, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("json", Text, nullable=False),
    Column("event_id", key(20), index=True),
    Column("neighbourhood", key(40), index=True),
    Index("claims_day", "day", "id"),
    Index("claims_type", "type", "day", "id", "front", "factuality", "first_day"),
    Index("claims_front", "front", "day", "id", "type", "factuality", "first_day"),
    Index("claims_factuality", "factuality", "day", "id", "type", "front", "first_day"),
)
"""`first_day` and `day` are the days between which it happened; it is found under `day`."""

parties = parties_of("claims", "parties")
claim_pairs = pairs_of("claims", "claim_pairs")
claim_words = words_of("claims", "claim_words", Column("day", Date, nullable=False), *asked())
report_words = words_of("reports", "report_words")

tellers = Table(
    "tellers",
    metadata,
    Column("name", key(), primary_key=True),
    Column("day", Date, primary_key=True),
    belongs_to("claims", primary_key=True),
    Column("country", key(3)),
    *asked(),
    Index("tellers_id", "id"),
    Index("tellers_country", "country", "day", "id"),
    sqlite_with_rowid=False,
)
"""Who tells a claim, by the name in small letters."""

voices = Table("voices", metadata, Column("name", key(), primary_key=True))
"""Each name that ever was a teller's, once, so that a part of it is soon found."""

events = Table(
    "events",
    metadata,
    Column("id", key(20), primary_key=True),
    Column("quad", String(24)),
    *asked(*asked_of_events()),
    Column("sources", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("confidence", Float),
    Column("json", Text, nullable=False),
    Index("events_day_id", "day", "id"),
    Index("events_type", "type", "day", "id", "front", "status", "factuality", "first_day"),
    Index("events_front", "front", "day", "id", "type", "status", "factuality", "first_day"),
    Index("events_status", "status", "day", "id", "type", "front", "factuality", "first_day"),
    Index("events_origin", "origin", "day", "id"),
    Index("events_factuality", "factuality", "day", "id", "type", "front", "status", "first_day"),
)
"""`first_day` and `day` are the days between which it happened; it is counted under `day`. `origin` is the data set
that it was imported from."""

event_parties = parties_of("events", "event_parties", *asked_of_events())
event_pairs = pairs_of("events", "event_pairs", *asked_of_events())

tie_months = Table(
    "tie_months",
    metadata,
    Column("one", key(40), primary_key=True),
    Column("other", key(40), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("front", String(40), primary_key=True),
    Column("type", String(16), primary_key=True),
    Column("way", String(2), primary_key=True),
    Column("events", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many events of each kind a month held between two parties; those told only as denied are not counted."""

reviews = Table(
    "reviews",
    metadata,
    Column("claim_id", key(40), primary_key=True),
    Column("reviewer", key(), primary_key=True),
    Column("verdict", String(8), nullable=False),
    Column("note", Text),
)
"""Kept by claim id and not deleted with the claim: the same claim read again by a newer coder has the same id."""

audited = Table(
    "audited",
    metadata,
    Column("claim_id", key(40), primary_key=True),
    Column("type", String(16), nullable=False),
    Column("outlet", String),
    Column("of", Integer, nullable=False),
)
"""The claims whose reviews are those of a sample: the stratum each was drawn from, and how many claims that held.
As reviews are, they are kept when the claim goes."""
