"""What a finished meeting's log still takes: addenda, and the devices of people who come to add one.

Who was at the meeting is settled with its end, so attendance is no longer among them.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TRIGGER = """
    CREATE TRIGGER finished_meetings_take_addenda_only BEFORE INSERT ON events
    WHEN NEW.name NOT IN ('addendum_added', 'device_arrived', 'device_moved')
      AND (SELECT state FROM meetings WHERE id = NEW.meeting) = 'finished'
    BEGIN SELECT RAISE(ABORT, 'the meeting is finished'); END
"""


def upgrade() -> None:
    """Makes the trigger again."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER finished_meetings_take_addenda_only")
        op.execute(TRIGGER)
