"""What lists are walked by, words to search, and roll-ups of ties; all of it is filled in when the record is opened."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEYS = {
    "reports": ("id",),
    "claims": ("id", "report_id", "event_id", "neighbourhood"),
    "events": ("id",),
    "reviews": ("claim_id", "reviewer"),
}
"""Columns that are compared by code points from now on; on SQLite they always were."""
INDEXES = (
    ("claims_day", "claims", ("day", "id")),
    ("claims_type", "claims", ("type", "day", "id", "front", "factuality", "first_day")),
    ("claims_front", "claims", ("front", "day", "id", "type", "factuality", "first_day")),
    ("claims_factuality", "claims", ("factuality", "day", "id", "type", "front", "first_day")),
    ("events_origin", "events", ("origin", "day", "id")),
    ("events_type", "events", ("type", "day", "id", "front", "status", "factuality", "first_day")),
    ("events_front", "events", ("front", "day", "id", "type", "status", "factuality", "first_day")),
    ("events_status", "events", ("status", "day", "id", "type", "front", "factuality", "first_day")),
    ("events_factuality", "events", ("factuality", "day", "id", "type", "front", "status", "first_day")),
)
WORDS = ("claim_words", "report_words")
ON_SQLITE = (
    "CREATE VIRTUAL TABLE {0}_index USING fts5(words, content='{0}', content_rowid='number', tokenize='ascii')",
    "CREATE TRIGGER {0}_added AFTER INSERT ON {0} BEGIN "
    "INSERT INTO {0}_index(rowid, words) VALUES (new.number, new.words); END",
    "CREATE TRIGGER {0}_deleted AFTER DELETE ON {0} BEGIN "
    "INSERT INTO {0}_index({0}_index, rowid, words) VALUES ('delete', old.number, old.words); END",
)
ON_POSTGRESQL = (
    "ALTER TABLE {0} ADD COLUMN vector tsvector "
    "GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED",
    "CREATE INDEX {0}_index ON {0} USING gin (vector)",
)


def upgrade() -> None:
    """Creates the tables and indexes."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for table in ("parties", "event_parties", "tellers"):
        op.drop_table(table)
    if on_postgresql:
        _compare_by_code_points()
    _claims_and_events()
    for whole, prefix, of_events in (("claims", "claim", False), ("events", "event", True)):
        _parties(whole, "parties" if whole == "claims" else f"{prefix}_parties", of_events=of_events)
        _pairs(whole, f"{prefix}_pairs", of_events=of_events)
    _tellers()
    _tie_months()
    found_by = [sa.Column("day", sa.Date, nullable=False), *_asked()]
    for whole, name, columns in (("claims", "claim_words", found_by), ("reports", "report_words", [])):
        op.create_table(
            name,
            sa.Column("number", sa.Integer, primary_key=True),
            _belongs_to(whole, unique=True),
            sa.Column("words", sa.Text, nullable=False),
            *columns,
        )
        for statement in ON_POSTGRESQL if on_postgresql else ON_SQLITE:
            op.execute(statement.format(name))


def _compare_by_code_points() -> None:
    for table, columns in KEYS.items():
        for column in columns:
            op.execute(f'ALTER TABLE {table} ALTER COLUMN {column} TYPE varchar COLLATE "C"')


def _claims_and_events() -> None:
    for column in ("type", "front", "day"):
        op.drop_index(f"ix_claims_{column}", "claims")
    op.add_column("claims", sa.Column("first_day", sa.Date, nullable=False, server_default="0001-01-01"))
    op.execute("UPDATE claims SET first_day = coalesce(happened_start, day)")
    for column in ("happened_start", "happened_end", "sentence"):
        op.drop_column("claims", column)
    for name, table, columns in INDEXES:
        op.create_index(name, table, list(columns))


def _key(length: int | None = None) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _belongs_to(whole: str, *, primary_key: bool = False, unique: bool = False) -> sa.Column[str]:
    whose = sa.ForeignKey(f"{whole}.id", ondelete="CASCADE")
    return sa.Column("id", _key(40), whose, nullable=False, primary_key=primary_key, unique=unique or None)


def _asked(*, of_events: bool = False) -> list[sa.Column[Any]]:
    more = [sa.Column("status", sa.String(16), nullable=False), sa.Column("origin", sa.String(24))]
    return [
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("front", sa.String(40), nullable=False),
        sa.Column("factuality", sa.String(3), nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        *(more if of_events else []),
    ]


def _parties(whole: str, name: str, *, of_events: bool) -> None:
    op.create_table(
        name,
        sa.Column("code", _key(40), primary_key=True),
        sa.Column("role", sa.String(9), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        _belongs_to(whole, primary_key=True),
        sa.Column("sector", sa.String(3), primary_key=True),
        *_asked(of_events=of_events),
        sqlite_with_rowid=False,
    )
    op.create_index(f"{name}_id", name, ["id"])


def _pairs(whole: str, name: str, *, of_events: bool) -> None:
    op.create_table(
        name,
        sa.Column("one", _key(40), primary_key=True),
        sa.Column("other", _key(40), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        _belongs_to(whole, primary_key=True),
        sa.Column("way", sa.String(2), nullable=False),
        *_asked(of_events=of_events),
        sqlite_with_rowid=False,
    )
    op.create_index(f"{name}_id", name, ["id"])


def _tellers() -> None:
    op.create_table(
        "tellers",
        sa.Column("name", _key(), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        _belongs_to("claims", primary_key=True),
        sa.Column("country", _key(3)),
        *_asked(),
        sqlite_with_rowid=False,
    )
    op.create_index("tellers_id", "tellers", ["id"])
    op.create_index("tellers_country", "tellers", ["country", "day", "id"])
    op.create_table("voices", sa.Column("name", _key(), primary_key=True))


def _tie_months() -> None:
    op.create_table(
        "tie_months",
        sa.Column("one", _key(40), primary_key=True),
        sa.Column("other", _key(40), primary_key=True),
        sa.Column("month", sa.Date, primary_key=True),
        sa.Column("front", sa.String(40), primary_key=True),
        sa.Column("type", sa.String(16), primary_key=True),
        sa.Column("way", sa.String(2), primary_key=True),
        sa.Column("events", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
