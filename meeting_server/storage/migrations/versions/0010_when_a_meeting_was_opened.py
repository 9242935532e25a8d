"""The time at which a meeting was opened, beside its state: a meeting that was forgotten open keeps no one signed in
for ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a column, filled from the log for the meetings that are open now."""
    op.add_column("meetings", sa.Column("opened_at", sa.BigInteger))
    op.execute(
        "UPDATE meetings SET opened_at = (SELECT min(events.time) FROM events WHERE events.meeting = meetings.id"
        " AND events.name = 'meeting_opened') WHERE state IN ('open', 'paused')"
    )
