"""The tables, as portable SQLAlchemy Core: the log in the middle, plain tables around it."""

import sqlalchemy as sa

metadata = sa.MetaData()
_MANY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""A number that does not run out: SQLite's own integers have eight bytes already."""
_MARK = sa.String(10).with_variant(sa.String(40), "postgresql")
"""SQLite takes a text of any length, PostgreSQL holds us to it."""

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
row is written at every command: keep it short."""

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
"""What names a person, with a salt, apart from the chain, which holds a commitment to it: a name can be erased and the
chain still verifies, and one that was exchanged is found. Erased is empty, or gone."""

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
"""A browser holds several people (four demo links in four tabs): the cookie is the browser's, a seat one attendee's.
A seat with a `staff_session` was taken by signing in, and is good for as long as that session is."""

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
"""Who could have read what: one row for each snapshot, record and export, with stream:n pairs and never content; and
who asked for a family's earlier meetings, saw that, gave them or refused. `account` where somebody did it who signs in
and is not of that meeting; `attendee` is then the server's own id."""

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
"""Members of staff who sign in. `email` in lower case; `password` is an argon2id hash with its parameters. `version`
counts up with each change of it; an empty one opens nothing: its owner has not set it yet."""

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
"""Links by which the owner of an account sets its password: `kind` is invite or reset; no `made_by`: by a command."""

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
"""What all servers on this database know and nobody else: keys of hashes."""

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
template of its first meeting."""

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
"""What a member of staff wrote down of a meeting they made, beside what stands in its log. `joined_at` empty: it was
made with the reference of a family that its chair did not know, and stands beside that family's meetings."""

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
"""To whom a family's earlier meetings were given, by whom and until when. `given_by` empty: by whoever runs the server,
with their reason in `words`."""

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
"""Each meeting made with a reference asks for the family's earlier ones, for the account that chairs it, whether there
are any or not. `answer`: given or refused; whoever asked is never told that it was refused."""

meeting_accounts = sa.Table(
    "meeting_accounts",
    metadata,
    sa.Column("account", sa.String(36), sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("meeting", sa.String(36), sa.ForeignKey("meetings.id"), primary_key=True),
    sa.Column("attendee", sa.String(36), nullable=False),
    sa.Column("chairs", sa.Boolean, nullable=False, server_default=sa.true()),
)
"""Which attendee a signed-in account is. Their seat opens by signing in, and they have no link. `chairs` is false for
somebody else of a family in a sitting: the meeting's own page is not theirs."""

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
"""Which meeting has a slot in which sitting: in the order of `position`, whatever gaps it has."""

heartbeat = sa.Table(
    "heartbeat",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.BigInteger, nullable=False),
)
"""One row, written every two seconds (`services/health.py`): whether anything can be committed at all."""

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
"""Screens that show a code, for ten minutes. `taken` once the chair has typed it; the seat stands here once it is
theirs. `asked_from` is a hash of the address's share. Gone when `until` (ms) is over and another code is asked for."""
