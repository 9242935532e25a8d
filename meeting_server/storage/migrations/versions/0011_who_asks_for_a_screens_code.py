"""The address from which a big screen's code was asked, as a hash: strangers take no room from other addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a column. The screens of the last ten minutes have none."""
    op.add_column("screens_waiting", sa.Column("asked_from", sa.LargeBinary(32)))
