"""Failures to sign in, counted for all servers; the servers' own secrets; a number for the password of an account."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds two tables, and a column that starts at 0."""
    op.create_table(
        "failures",
        sa.Column("key_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("window", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("n", sa.Integer, nullable=False),
    )
    op.create_table(
        "server_secrets",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
    op.add_column("accounts", sa.Column("version", sa.Integer, nullable=False, server_default="0"))
