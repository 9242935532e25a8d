"""Room for the whole mark of a demo meeting on PostgreSQL. SQLite accepts any length."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Allows a longer text in the same column; no row is written."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("meetings", "demo", type_=sa.String(40))
