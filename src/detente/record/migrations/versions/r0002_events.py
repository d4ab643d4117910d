"""Events: what claims are joined to, and the fingerprints of reports by which copies are known."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Creates the tables of events; claims kept before are joined when the record is opened."""
    op.add_column("reports", sa.Column("fingerprint", sa.LargeBinary))
    op.add_column("claims", sa.Column("event_id", sa.String(20)))
    op.add_column("claims", sa.Column("neighbourhood", sa.String(40)))
    op.add_column("parties", sa.Column("day", sa.Date))
    op.execute("UPDATE parties SET day = (SELECT claims.day FROM claims WHERE claims.id = parties.claim_id)")
    for column in ("country", "organisation"):
        op.drop_index(f"parties_{column}_claim", "parties")
        op.create_index(f"parties_{column}_day", "parties", [column, "day", "claim_id"])
    op.create_index("ix_claims_event_id", "claims", ["event_id"])
    op.create_index("ix_claims_neighbourhood", "claims", ["neighbourhood"])
    op.create_table(
        "events",
        sa.Column("id", sa.String(20), primary_key=True),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("front", sa.String(40), nullable=False),
        sa.Column("quad", sa.String(24)),
        sa.Column("factuality", sa.String(3), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_index("events_day_id", "events", ["day", "id"])
    op.create_table(
        "event_parties",
        sa.Column("event_id", sa.String(20), sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", sa.String(9), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(40)),
        sa.Column("sector", sa.String(3)),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
    )
    op.create_index("event_parties_code_day", "event_parties", ["code", "day", "event_id"])


def downgrade() -> None:
    """Drops them."""
    op.drop_table("event_parties")
    op.drop_table("events")
    for column in ("country", "organisation"):
        op.drop_index(f"parties_{column}_day", "parties")
        op.create_index(f"parties_{column}_claim", "parties", [column, "claim_id"])
    op.drop_column("parties", "day")
    op.drop_index("ix_claims_neighbourhood", "claims")
    op.drop_index("ix_claims_event_id", "claims")
    op.drop_column("claims", "neighbourhood")
    op.drop_column("claims", "event_id")
    op.drop_column("reports", "fingerprint")
