"""The tables of a record: reports, their claims, the events these tell of, what both are searched by, and reviews.

A claim or an event is kept whole, as its JSON; the columns beside it are only what filters and orders need. Nothing
here holds a time of writing, so that reading the same reports gives the same rows whatever happened on the way.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
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
    Column("id", String(40), primary_key=True),
    Column("report_id", String, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("published", Date, nullable=False),
    Column("type", String(16), nullable=False, index=True),
    Column("front", String(40), nullable=False, index=True),
    Column("factuality", String(3), nullable=False),
    Column("happened_start", Date),
    Column("happened_end", Date),
    Column("day", Date, nullable=False, index=True),
    Column("confidence", Float, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("json", Text, nullable=False),
    Column("event_id", String(20), index=True),
    Column("neighbourhood", String(40), index=True),
)

parties = Table(
    "parties",
    metadata,
    Column("claim_id", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(9), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("country", String(3)),
    Column("organisation", String(40)),
    Column("sector", String(3)),
    Column("name", String, nullable=False),
    Column("day", Date),
)

tellers = Table(
    "tellers",
    metadata,
    Column("claim_id", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("country", String(3)),
    Column("kind", String(12), nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("type", String(16), nullable=False),
    Column("front", String(40), nullable=False),
    Column("quad", String(24)),
    Column("factuality", String(3), nullable=False),
    Column("status", String(16), nullable=False),
    Column("sources", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("day", Date, nullable=False),
    Column("confidence", Float),
    Column("origin", String(24)),
    Column("json", Text, nullable=False),
)
"""`first_day` and `day` are the days between which it happened; it is counted under `day`. `origin` is the data set
that it was imported from."""

event_parties = Table(
    "event_parties",
    metadata,
    Column("event_id", String(20), ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(9), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("code", String(40)),
    Column("sector", String(3)),
    Column("name", String, nullable=False),
    Column("day", Date, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("claim_id", String(40), primary_key=True),
    Column("reviewer", String, primary_key=True),
    Column("verdict", String(8), nullable=False),
    Column("note", Text),
)
"""Kept by claim id and not deleted with the claim: the same claim read again by a newer coder has the same id."""

Index("parties_country_day", parties.c.country, parties.c.day, parties.c.claim_id)
Index("parties_organisation_day", parties.c.organisation, parties.c.day, parties.c.claim_id)
Index("events_day_id", events.c.day, events.c.id)
Index("event_parties_code_day", event_parties.c.code, event_parties.c.day, event_parties.c.event_id)
