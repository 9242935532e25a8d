"""On PostgreSQL: room for the whole mark of a demo meeting. SQLite has never minded how long it is."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A longer text in the same place; no row is written."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("meetings", "demo", type_=sa.String(40))
