"""Audits: from which stratum a claim was drawn that people have checked by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Creates the table."""
    op.create_table(
        "audited",
        sa.Column("claim_id", sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql"), primary_key=True),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("outlet", sa.String),
        sa.Column("of", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Drops the table; the reviews stay."""
    op.drop_table("audited")
