"""The log, append-only in the database itself, and the plain tables around it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TRIGGERS = (
    # A log that its own server can rewrite proves nothing. Only the clearing of body and payload hash is allowed.
    """
    CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    WHEN NEW.body IS NOT NULL OR NEW.payload_hash IS NOT NULL
      OR (NEW.id, NEW.stream, NEW.n, NEW.meeting, NEW.position, NEW.actor, NEW.command_id, NEW.part, NEW.name,
          NEW.version, NEW.time, NEW.commitment, NEW.previous, NEW.hash)
      IS NOT (OLD.id, OLD.stream, OLD.n, OLD.meeting, OLD.position, OLD.actor, OLD.command_id, OLD.part, OLD.name,
          OLD.version, OLD.time, OLD.commitment, OLD.previous, OLD.hash)
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    """
    CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    # INSERT OR REPLACE deletes without firing the trigger above.
    """
    CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND n = NEW.n)
      OR EXISTS (SELECT 1 FROM events WHERE meeting = NEW.meeting AND position = NEW.position)
      OR EXISTS (SELECT 1 FROM events WHERE meeting = NEW.meeting AND actor = NEW.actor
                 AND command_id = NEW.command_id AND part = NEW.part)
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    """
    CREATE TRIGGER finished_meetings_take_addenda_only BEFORE INSERT ON events
    WHEN NEW.name NOT IN ('addendum_added', 'device_moved', 'attendance_stated')
      AND (SELECT state FROM meetings WHERE id = NEW.meeting) = 'finished'
    BEGIN SELECT RAISE(ABORT, 'the meeting is finished'); END
    """,
)


def upgrade() -> None:
    """Makes the first tables."""
    op.create_table(
        "meetings",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("template", sa.Text, nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("demo", sa.String(10), nullable=False, server_default=""),
        sa.Column("position", sa.Integer, nullable=False, server_default="0"),
        sa.Column("state", sa.String(10), nullable=False, server_default="prepared"),
        sa.Column("made_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "streams",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
        sa.Column("audience", sa.String(60), nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("head", sa.LargeBinary(32), nullable=False),
        sa.UniqueConstraint("meeting", "audience"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("stream", sa.Integer, sa.ForeignKey("streams.id"), nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("actor", sa.String(36), nullable=False),
        sa.Column("command_id", sa.String(36), nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("payload_hash", sa.LargeBinary(32)),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("time", sa.BigInteger, nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.Column("commitment", sa.LargeBinary(32), nullable=False),
        sa.Column("previous", sa.LargeBinary(32), nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.UniqueConstraint("stream", "n"),
        sa.UniqueConstraint("meeting", "actor", "command_id", "part"),
        sa.UniqueConstraint("meeting", "position"),
    )
    op.create_table(
        "people",
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("details", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
        sa.Column("attendee", sa.String(36), nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("revoked_at", sa.BigInteger),
    )
    op.create_table(
        "browser_sessions",
        sa.Column("id_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("revoked_at", sa.BigInteger),
    )
    op.create_table(
        "seats",
        sa.Column("selector", sa.String(36), primary_key=True),
        sa.Column("session", sa.LargeBinary(32), sa.ForeignKey("browser_sessions.id_hash"), nullable=False, index=True),
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
        sa.Column("attendee", sa.String(36), nullable=False),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("session", "meeting", "attendee"),
    )
    op.create_table(
        "read_log",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("time", sa.BigInteger, nullable=False),
        sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
        sa.Column("attendee", sa.String(36), nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("streams", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for trigger in TRIGGERS:
            op.execute(trigger)
