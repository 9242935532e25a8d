"""Big screens that wait for their code to be typed: the chair's page may ask another server than the screen's."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds one table beside the log."""
    op.create_table(
        "screens_waiting",
        sa.Column("ticket_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("code_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("taken", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("selector", sa.String(36)),
        sa.Column("meeting", sa.String(36)),
        sa.Column("attendee", sa.String(36)),
        sa.Column("device", sa.String(36)),
    )
