"""Makes the log on PostgreSQL append-only in the database itself, as on SQLite, with numbers that do not run out."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE FUNCTION events_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        -- Only the clearing of body and payload hash gets through.
        IF TG_OP = 'UPDATE' THEN
            IF NEW.body IS NULL AND NEW.payload_hash IS NULL
               AND (NEW.id, NEW.stream, NEW.n, NEW.meeting, NEW.position, NEW.actor, NEW.command_id, NEW.part, NEW.name,
                    NEW.version, NEW.time, NEW.commitment, NEW.previous, NEW.hash)
                   IS NOT DISTINCT FROM
                   (OLD.id, OLD.stream, OLD.n, OLD.meeting, OLD.position, OLD.actor, OLD.command_id, OLD.part, OLD.name,
                    OLD.version, OLD.time, OLD.commitment, OLD.previous, OLD.hash)
            THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION 'events are append-only';
    END $$
    """,
    """
    CREATE TRIGGER events_are_not_changed BEFORE UPDATE OR DELETE ON events
    FOR EACH ROW EXECUTE FUNCTION events_are_append_only()
    """,
    """
    CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events
    FOR EACH STATEMENT EXECUTE FUNCTION events_are_append_only()
    """,
    """
    CREATE FUNCTION finished_meetings_take_addenda_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.name NOT IN ('addendum_added', 'device_arrived', 'device_moved')
           AND (SELECT state FROM meetings WHERE id = NEW.meeting) = 'finished'
        THEN RAISE EXCEPTION 'the meeting is finished'; END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER finished_meetings_take_addenda_only BEFORE INSERT ON events
    FOR EACH ROW EXECUTE FUNCTION finished_meetings_take_addenda_only()
    """,
    # Redacted text stays in the table until its rows are cleared away: at the first fifty rows, not at a fifth of all.
    "ALTER TABLE events SET (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0)",
)


def upgrade() -> None:
    """Adds the triggers. SQLite has them since 0001 and 0003, and its numbers have room."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in ("events", "read_log"):
        op.alter_column(table, "id", type_=sa.BigInteger)
        op.execute(f"ALTER SEQUENCE {table}_id_seq AS bigint")
    for statement in STATEMENTS:
        op.execute(statement)
