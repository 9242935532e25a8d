"""Writes the log: events are appended to streams with their number and hash, and cleared on one path only."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from ..domain import replay
from ..domain.audiences import To
from ..domain.board import Event, When
from ..domain.ending.ending import MeetingOpened
from ..domain.kinds import plain
from ..domain.people.corrections import PersonTakenOff
from ..domain.people.persons import known_person
from . import keys
from .event_log import COMMITTED, Entry, FoldedMeeting, LoggedEvent, names_row
from .prepared_statement import PreparedStatement
from .tables import events, meetings, people, streams

VERSION = 1
"""The version in which events are written. An older one is brought up to date when it is read."""

NOBODY = "00000000-0000-0000-0000-000000000000"
"""The actor of an UNSIGNED event: no file says who asked for a pause (decision 0009)."""

_INSERT = PreparedStatement(events.insert().inline(), [column.name for column in events.c if column.name != "id"])
_STREAM_STANDS_AT = PreparedStatement(streams.update().where(streams.c.id == sa.bindparam("of")), ("n", "head"))
_MEETING_STANDS_AT = PreparedStatement(
    meetings.update().where(meetings.c.id == sa.bindparam("of")), ("position", "state")
)
_OPENED_AT = PreparedStatement(meetings.update().where(meetings.c.id == sa.bindparam("of")), ("opened_at",))

_REDACT = PreparedStatement(
    events.update()
    .where(events.c.stream == sa.bindparam("of"), events.c.n == sa.bindparam("at"))
    .values(body=sa.null(), payload_hash=sa.null()),
    (),
)
"""The only path that clears what was written. Body and salt go, and with them the hash from which they could be
guessed.
"""


class Draft:
    """What one transaction appends to a meeting. Nothing is written before `write`, and nothing holds before the
    commit. `folded` is the meeting after that.
    """

    def __init__(self, connection: sa.Connection, folded: FoldedMeeting) -> None:
        self._connection = connection
        self.meeting, self.position, self._time = folded.meeting, folded.position, folded.time
        self._heads = dict(folded.heads)
        self.rows: list[dict[str, Any]] = []
        self.redacted: list[tuple[int, tuple[int, ...]]] = []
        self._touched: set[str] = set()
        self.opened_at: int | None = None

    @property
    def folded(self) -> FoldedMeeting:
        """Returns the meeting after everything that was added."""
        return FoldedMeeting(self.meeting, self.position, self._heads, self._time)

    @property
    def redacts(self) -> bool:
        """True if anything written before is cleared."""
        return any(numbers for _, numbers in self.redacted)

    def add(self, said: list[To], *, actor: str, command_id: str, payload: bytes, time: int) -> list[LoggedEvent]:
        """Adds a command's events. Returns each with its number and hash, the meeting after it, and its patch.

        The times of a meeting never go back, whatever the machine's clock does.
        """
        self._time = time = max(time, self._time)
        added = []
        for part, to in enumerate(said):
            stream, n, head = self._heads.get(to.stream) or self._new_stream(to.stream)
            self.position += 1
            when = When(n + 1, time, NOBODY if getattr(to.event, "UNSIGNED", False) else actor)
            row = _row(self.meeting.id, stream, to, when, head, self._names_kept(to.event)) | {
                "position": self.position,
                "command_id": command_id,
                "part": part,
                "payload_hash": payload,
            }
            self.rows.append(row)
            self.redacted.append((stream, to.redacts))
            self._touched.add(to.stream)
            self._heads[to.stream] = (stream, when.n, row["hash"])
            if isinstance(to.event, MeetingOpened):
                self.opened_at = time
            self.meeting, patch = replay.apply(self.meeting, to.stream, to.event, when)
            entry = Entry(to.stream, to.event, when)
            added.append(LoggedEvent(self.meeting, entry, patch, when.actor, command_id, payload, part))
        return added

    def _names_kept(self, event: Event) -> dict[str, str]:
        """Stores the names that an event keeps apart from it, and returns a commitment to them for the chain: so names
        that are exchanged in the database are found. The salt is stored with the names. If they are erased, no one can
        guess them.
        """
        if isinstance(event, PersonTakenOff):
            known = known_person(self.meeting, event.person)
            self._clear_names(event.person, known.version + 1 if known else 0)
        apart = getattr(event, "KEPT_APART", ())
        if not apart:
            return {}
        whole = plain(event)
        sealed, commitment = keys.seal({key: whole[key] for key in apart})
        person, version = whole["person"], whole.get("version", 0)
        row = people.insert().values(id=names_row(person, version), meeting=self.meeting.id, details=sealed)
        self._connection.execute(row)
        self._clear_names(person, version)
        return {COMMITTED: commitment.hex()}

    def _clear_names(self, person: str, before: int) -> None:
        """Clears the words that name a person no longer: those of each version before this one. The chain still
        verifies.
        """
        if before:
            rows = [names_row(person, version) for version in range(before)]
            cleared = people.update().where(people.c.meeting == self.meeting.id, people.c.id.in_(rows))
            self._connection.execute(cleared.values(details=b""))

    def _new_stream(self, audience: str) -> tuple[int, int, bytes]:
        row = streams.insert().values(meeting=self.meeting.id, audience=audience, n=0, head=keys.START)
        made = self._connection.execute(row)
        return int(made.inserted_primary_key[0]) if made.inserted_primary_key else made.lastrowid, 0, keys.START

    def streams(self) -> list[dict[str, Any]]:
        """Returns where the streams that got events stand now."""
        stand = (self._heads[audience] for audience in sorted(self._touched))
        return [{"of": stream, "n": n, "head": head} for stream, n, head in stand]


def write(connection: sa.Connection, drafts: Iterable[Draft]) -> None:
    """Writes everything inside the caller's transaction, with one statement for each table. Every draft has something
    to write. They come in the order of their meetings' ids, so that two processes never wait for each other.
    """
    drafts = list(drafts)
    redacted = [{"of": stream, "at": n} for one in drafts for stream, numbers in one.redacted for n in numbers]
    heads = [stream for one in drafts for stream in one.streams()]
    stand = [{"of": one.meeting.id, "position": one.position, "state": one.meeting.state} for one in drafts]
    _INSERT.run(connection, [row for one in drafts for row in one.rows])
    if redacted:
        _REDACT.run(connection, redacted)
    _STREAM_STANDS_AT.run(connection, heads)
    _MEETING_STANDS_AT.run(connection, stand)
    opened = [{"of": one.meeting.id, "opened_at": one.opened_at} for one in drafts if one.opened_at is not None]
    if opened:
        _OPENED_AT.run(connection, opened)


def _row(meeting_id: str, stream: int, to: To, when: When, head: bytes, names: dict[str, str]) -> dict[str, Any]:
    name = replay.wire_name(type(to.event))
    apart = getattr(to.event, "KEPT_APART", ())
    body = {key: value for key, value in plain(to.event).items() if key not in apart} | names
    sealed, commitment = keys.seal(body)
    link = keys.chain_hash(
        head,
        commitment,
        meeting=meeting_id,
        stream=to.stream,
        n=when.n,
        time=when.time,
        actor=when.actor,
        name=name,
        version=VERSION,
    )
    return {"stream": stream, "n": when.n, "meeting": meeting_id, "actor": when.actor, "name": name, "version": VERSION,
            "time": when.time, "body": sealed, "commitment": commitment, "previous": head, "hash": link}  # fmt: skip
