"""The tables, as portable SQLAlchemy Core: the log in the middle, plain tables around it."""

import sqlalchemy as sa

metadata = sa.MetaData()
_MANY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""A number that does not run out. SQLite's own integers already have eight bytes."""
_MARK = sa.String(10).with_variant(sa.String(40), "postgresql")
"""SQLite accepts a text of any length; PostgreSQL enforces the limit."""

meetings = sa.Table(
    "meetings",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("title", sa.String(300), nullable=False),
    sa.Column("demo", _MARK, nullable=False, server_default=""),
    sa.Column("position", sa.Integer, nullable=False, server_default="0"),
    sa.Column("state", sa.String(10), nullable=False, server_default="prepared"),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("opened_at", sa.BigInteger),
)
"""`position` counts the meeting's events over all streams; it is the order of replay and never leaves the server. This
row is written at every command: keep it short.
"""

kept_templates = sa.Table(
    "kept_templates",
    metadata,
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
    sa.Column("template", sa.Text, nullable=False),
)
"""Each meeting's template as it was when the meeting was made, so that a council's later edit changes no old record."""

streams = sa.Table(
    "streams",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
    sa.Column("audience", sa.String(60), nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    sa.Column("head", sa.LargeBinary(32), nullable=False),
    sa.UniqueConstraint("meeting", "audience"),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", _MANY, primary_key=True),
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

people = sa.Table(
    "people",
    metadata,
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("details", sa.LargeBinary, nullable=False),
)
"""The names of a person, with a salt, outside the chain. The chain has a commitment to them, so that a name can be
erased while the chain still verifies, and an exchanged name is found. An erased one is empty, or gone.
"""

invitations = sa.Table(
    "invitations",
    metadata,
    sa.Column("token_hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
    sa.Column("attendee", sa.String(36), nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("revoked_at", sa.BigInteger),
)

browser_sessions = sa.Table(
    "browser_sessions",
    metadata,
    sa.Column("id_hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("revoked_at", sa.BigInteger),
)

seats = sa.Table(
    "seats",
    metadata,
    sa.Column("selector", sa.String(36), primary_key=True),
    sa.Column("session", sa.LargeBinary(32), sa.ForeignKey("browser_sessions.id_hash"), nullable=False, index=True),
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
    sa.Column("attendee", sa.String(36), nullable=False),
    sa.Column("device", sa.String(36), nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("staff_session", sa.LargeBinary(32)),
    sa.UniqueConstraint("session", "meeting", "attendee"),
)
"""A browser holds several people (four demo links in four tabs): the cookie belongs to the browser, a seat to one
attendee. A seat with a `staff_session` was taken by signing in, and is good as long as that session is.
"""

read_log = sa.Table(
    "read_log",
    metadata,
    sa.Column("id", _MANY, primary_key=True),
    sa.Column("time", sa.BigInteger, nullable=False),
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False),
    sa.Column("attendee", sa.String(36), nullable=False),
    sa.Column("action", sa.String(20), nullable=False),
    sa.Column("streams", sa.Text, nullable=False),
    sa.Column("account", sa.String(36)),
)
"""Who could have read what: one row for each snapshot, record and export, with stream:n pairs and never content. Also
who asked for a family's earlier meetings, saw that, gave them or refused. `account` is set for a signed-in person who
is not of that meeting; then `attendee` is the server's own id.
"""

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("email", sa.String(254), nullable=False, unique=True),
    sa.Column("password", sa.String(200), nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("disabled_at", sa.BigInteger),
    sa.Column("version", sa.Integer, nullable=False, server_default="0"),
)
"""Members of staff who sign in. `email` is in lower case. `password` is an argon2id hash with its parameters; an empty
one opens nothing, because its owner has not set it yet. `version` counts up with each change of it.
"""

failures = sa.Table(
    "failures",
    metadata,
    sa.Column("key_hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("window", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("n", sa.Integer, nullable=False),
)
"""Failures to sign in by what they are counted for, under a keyed hash, and the time in ms at which a slice began."""

account_links = sa.Table(
    "account_links",
    metadata,
    sa.Column("token_hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False, index=True),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("made_by", sa.String(36), sa.ForeignKey("accounts.id")),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("until", sa.BigInteger, nullable=False),
    sa.Column("used_at", sa.BigInteger),
    sa.Column("stopped_at", sa.BigInteger),
)
"""Links by which the owner of an account sets its password. `kind` is invite or reset. An empty `made_by` means: by a
command.
"""

access_changes = sa.Table(
    "access_changes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("n", sa.BigInteger, nullable=False),
)
"""One row: how often a session ended, or an account was closed or reopened. Every server looks at it."""

server_secrets = sa.Table(
    "server_secrets",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)
"""Secrets that only the servers on this database know: keys of hashes."""

staff_sessions = sa.Table(
    "staff_sessions",
    metadata,
    sa.Column("id_hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False, index=True),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("seen_at", sa.BigInteger, nullable=False),
    sa.Column("revoked_at", sa.BigInteger),
)

families = sa.Table(
    "families",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("reference", sa.String(60), nullable=False, unique=True),
    sa.Column("template", sa.String(40), nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
)
"""A family by the reference of the council's own system, in capitals, and never by name. `template` is the key of the
template of its first meeting.
"""

meeting_plans = sa.Table(
    "meeting_plans",
    metadata,
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
    sa.Column("family", sa.String(36), sa.ForeignKey("families.id"), nullable=False),
    sa.Column("made_by", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False, index=True),
    sa.Column("date", sa.String(10), nullable=False),
    sa.Column("starts", sa.String(5), nullable=False),
    sa.Column("place", sa.String(200), nullable=False),
    sa.Column("joined_at", sa.BigInteger),
)
"""What a member of staff wrote down of a meeting they made, beside what stands in its log. An empty `joined_at` means
that the chair did not know the family of its reference: the meeting stands beside that family's meetings.
"""

family_access = sa.Table(
    "family_access",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("family", sa.String(36), sa.ForeignKey("families.id"), nullable=False, index=True),
    sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False, index=True),
    sa.Column("given_by", sa.String(36), sa.ForeignKey("accounts.id")),
    sa.Column("given_at", sa.BigInteger, nullable=False),
    sa.Column("until", sa.BigInteger, nullable=False),
    sa.Column("words", sa.String(200), nullable=False, server_default=""),
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id")),
)
"""The accounts to which a family's earlier meetings were given, by whom and until when. An empty `given_by` means: by
the administrator of the server, with their reason in `words`.
"""

family_asks = sa.Table(
    "family_asks",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("family", sa.String(36), sa.ForeignKey("families.id"), nullable=False, index=True),
    sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), nullable=False, unique=True),
    sa.Column("asked_at", sa.BigInteger, nullable=False),
    sa.Column("answered_at", sa.BigInteger),
    sa.Column("answered_by", sa.String(36), sa.ForeignKey("accounts.id")),
    sa.Column("answer", sa.String(10)),
)
"""Each meeting made with a reference asks for the family's earlier ones, for the account that chairs it, even if there
are none. `answer` is given or refused. The asker is never told of a refusal.
"""

meeting_accounts = sa.Table(
    "meeting_accounts",
    metadata,
    sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
    sa.Column("attendee", sa.String(36), nullable=False),
    sa.Column("chairs", sa.Boolean, nullable=False, server_default=sa.true()),
)
"""The attendee that a signed-in account is. Their seat opens by signing in, and they have no link. `chairs` is false
for another person of a family in a sitting: the meeting's own page is not theirs.
"""

sittings = sa.Table(
    "sittings",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("made_by", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("team_manager", sa.String(36), sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("deputy", sa.String(36), sa.ForeignKey("accounts.id")),
    sa.Column("minute_taker", sa.String(36), sa.ForeignKey("accounts.id")),
    sa.Column("date", sa.String(10), nullable=False),
    sa.Column("starts", sa.String(5), nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("place", sa.String(200), nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
)
"""Several families one after another, with one team manager. `minutes` is planned for each, from `starts` on."""

sitting_families = sa.Table(
    "sitting_families",
    metadata,
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
    sa.Column("sitting", sa.String(36), sa.ForeignKey("sittings.id"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
)
"""The sitting in which a meeting has a slot, in the order of `position`, which may have gaps."""

heartbeat = sa.Table(
    "heartbeat",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.BigInteger, nullable=False),
)
"""One row, written every two seconds (`services/health.py`), to know if anything can be committed at all."""

screens_waiting = sa.Table(
    "screens_waiting",
    metadata,
    sa.Column("ticket_hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("code_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("until", sa.BigInteger, nullable=False),
    sa.Column("taken", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("selector", sa.String(36)),
    sa.Column("meeting", sa.String(36)),
    sa.Column("attendee", sa.String(36)),
    sa.Column("device", sa.String(36)),
    sa.Column("asked_from", sa.LargeBinary(32)),
)
"""Screens that show a code, for ten minutes. `taken` is true once the chair has typed it; the seat stands here once the
screen has it. `asked_from` is a hash of the address's share. A row is gone when `until` (ms) is over and another code
is asked for.
"""
