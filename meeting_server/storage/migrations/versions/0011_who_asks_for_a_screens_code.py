"""Which address a big screen's code was asked from, as a hash: strangers take no room from other addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column beside those of ten minutes ago, which do without."""
    op.add_column("screens_waiting", sa.Column("asked_from", sa.LargeBinary(32)))
