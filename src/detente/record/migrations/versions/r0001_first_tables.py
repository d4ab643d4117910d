"""The first tables: reports, claims, parties, tellers, reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates the tables."""
    op.create_table(
        "reports",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("outlet", sa.String),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("title", sa.String),
        sa.Column("dateline", sa.String),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("reader", sa.String, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("report_id", sa.String, sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("type", sa.String(16), nullable=False, index=True),
        sa.Column("front", sa.String(40), nullable=False, index=True),
        sa.Column("factuality", sa.String(3), nullable=False),
        sa.Column("happened_start", sa.Date),
        sa.Column("happened_end", sa.Date),
        sa.Column("day", sa.Date, nullable=False, index=True),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_table(
        "parties",
        sa.Column("claim_id", sa.String(40), sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", sa.String(9), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("country", sa.String(3)),
        sa.Column("organisation", sa.String(40)),
        sa.Column("sector", sa.String(3)),
        sa.Column("name", sa.String, nullable=False),
    )
    op.create_index("parties_country_claim", "parties", ["country", "claim_id"])
    op.create_index("parties_organisation_claim", "parties", ["organisation", "claim_id"])
    op.create_table(
        "tellers",
        sa.Column("claim_id", sa.String(40), sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False, index=True),
        sa.Column("country", sa.String(3)),
        sa.Column("kind", sa.String(12), nullable=False),
    )
    op.create_table(
        "reviews",
        sa.Column("claim_id", sa.String(40), primary_key=True),
        sa.Column("reviewer", sa.String, primary_key=True),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("note", sa.Text),
    )


def downgrade() -> None:
    """Drops them."""
    for table in ("reviews", "tellers", "parties", "claims", "reports"):
        op.drop_table(table)
