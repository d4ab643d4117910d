"""Imported events: the data set that an event comes from, and room for those that say nothing of how sure they are."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the origin and lets confidence be null; SQLite does that only to a new column."""
    op.add_column("events", sa.Column("origin", sa.String(24)))
    _renew_confidence()


def downgrade() -> None:
    """Drops what was imported, and the column."""
    op.execute("DELETE FROM events WHERE origin IS NOT NULL")
    op.drop_column("events", "origin")
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("events", "confidence", nullable=False)


def _renew_confidence() -> None:
    op.add_column("events", sa.Column("renewed", sa.Float))
    op.execute("UPDATE events SET renewed = confidence")
    op.drop_column("events", "confidence")
    op.execute("ALTER TABLE events RENAME COLUMN renewed TO confidence")
