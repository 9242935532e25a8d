"""Requests for a family's earlier meetings, the accounts that have them, and the meetings known to be the family's."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds two tables beside the log. Of the existing meetings, those are the family's that have the same chair as its
    first one: until now anybody could make a meeting with its reference.
    """
    op.create_table(
        "family_access",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("family", sa.String(36), sa.ForeignKey("families.id"), nullable=False, index=True),
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False, index=True),
        sa.Column("given_by", sa.String(36), sa.ForeignKey("accounts.id")),
        sa.Column("given_at", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("words", sa.String(200), nullable=False, server_default=""),
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id")),
    )
    op.create_table(
        "family_asks",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("family", sa.String(36), sa.ForeignKey("families.id"), nullable=False, index=True),
        sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False, unique=True),
        sa.Column("asked_at", sa.BigInteger, nullable=False),
        sa.Column("answered_at", sa.BigInteger),
        sa.Column("answered_by", sa.String(36), sa.ForeignKey("accounts.id")),
        sa.Column("answer", sa.String(10)),
    )
    op.add_column("meeting_plans", sa.Column("joined_at", sa.BigInteger))
    op.add_column("read_log", sa.Column("account", sa.String(36)))
    op.execute(
        "UPDATE meeting_plans SET joined_at = (SELECT made_at FROM meetings WHERE meetings.id = meeting_plans.meeting) "
        "WHERE EXISTS (SELECT 1 FROM meeting_accounts mine "
        "JOIN meeting_accounts firsts ON firsts.account = mine.account "
        "WHERE mine.meeting = meeting_plans.meeting AND mine.chairs AND firsts.chairs AND firsts.meeting = ("
        "SELECT plans.meeting FROM meeting_plans plans JOIN meetings made ON made.id = plans.meeting "
        "WHERE plans.family = meeting_plans.family ORDER BY made.made_at, made.id LIMIT 1))"
    )
