"""Accounts of staff and their sessions, families, and what is kept of a meeting that a member of staff makes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds tables beside the log. The log's own tables and triggers stay as they are."""
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("email", sa.String(254), nullable=False, unique=True),
        sa.Column("password", sa.String(200), nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("disabled_at", sa.BigInteger),
    )
    op.create_table(
        "staff_sessions",
        sa.Column("id_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False, index=True),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("seen_at", sa.BigInteger, nullable=False),
        sa.Column("revoked_at", sa.BigInteger),
    )
    op.create_table(
        "families",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("reference", sa.String(60), nullable=False, unique=True),
        sa.Column("template", sa.String(40), nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "meeting_plans",
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
        sa.Column("family", sa.String(36), sa.ForeignKey("families.id"), nullable=False),
        sa.Column("made_by", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False, index=True),
        sa.Column("date", sa.String(10), nullable=False),
        sa.Column("starts", sa.String(5), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
    )
    op.create_table(
        "meeting_accounts",
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
        sa.Column("attendee", sa.String(36), nullable=False),
    )
    op.add_column("seats", sa.Column("staff_session", sa.LargeBinary(32)))
