"""Sittings of several families, and the accounts of people who come to one without chairing it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds two tables beside the log. Every account that a meeting has had until now chairs it."""
    op.create_table(
        "sittings",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("made_by", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("team_manager", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("deputy", sa.String(36), sa.ForeignKey("accounts.id")),
        sa.Column("minute_taker", sa.String(36), sa.ForeignKey("accounts.id")),
        sa.Column("date", sa.String(10), nullable=False),
        sa.Column("starts", sa.String(5), nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "sitting_families",
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
        sa.Column("sitting", sa.String(36), sa.ForeignKey("sittings.id"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.add_column("meeting_accounts", sa.Column("chairs", sa.Boolean, nullable=False, server_default=sa.true()))
