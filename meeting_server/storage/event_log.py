"""The log: events appended to streams with their number and hash, read back, redacted by one path, and verified."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from ..domain import replay
from ..domain.audiences import To
from ..domain.board import Event, When
from ..domain.kinds import built, plain
from ..domain.meeting import Meeting
from ..domain.template import Template
from . import keys
from .tables import events, meetings, people, streams

VERSION = 1
"""The version events are written in; an older one is brought up to date where it is read."""


NOBODY = "00000000-0000-0000-0000-000000000000"
"""Who an UNSIGNED event is written down as: who asked for a pause stands in no file (decision 0009)."""

# Made once: to build a statement costs more than to run it, and these run for every command.
_INSERT = events.insert()
_STREAM_STANDS_AT = streams.update().where(streams.c.id == sa.bindparam("of"))
_MEETING_STANDS_AT = meetings.update().where(meetings.c.id == sa.bindparam("of"))
_ANSWERED = (
    sa.select(streams.c.audience, events.c.n, events.c.payload_hash)
    .join(streams, streams.c.id == events.c.stream)
    .where(
        events.c.meeting == sa.bindparam("of"),
        events.c.actor.in_([sa.bindparam("by"), NOBODY]),
        events.c.command_id == sa.bindparam("command"),
        events.c.part == 0,
    )
)


class Entry(NamedTuple):
    """An event as it stands in the log, or is about to."""

    stream: str
    event: Event | None
    when: When


class Folded(NamedTuple):
    """A meeting folded up to a position, with each stream's row id, number and last hash."""

    meeting: Meeting
    position: int
    heads: dict[str, tuple[int, int, bytes]]


def load(connection: sa.Connection, meeting_id: str) -> Folded | None:
    """A meeting folded from its whole log, or None if there is no such meeting."""
    row = connection.execute(sa.select(meetings).where(meetings.c.id == meeting_id)).one_or_none()
    if row is None:
        return None
    template = built(Template, json.loads(row.template))
    return catch_up(connection, Folded(Meeting(meeting_id, template), 0, {}))


def catch_up(connection: sa.Connection, folded: Folded) -> Folded:
    """The meeting with everything that has happened since `folded` was folded."""
    meeting, position = folded.meeting, folded.position
    for at, entry in _entries(connection, meeting.id, folded.position):
        position = at
        if entry.event is not None:
            meeting, _ = replay.apply(meeting, entry.stream, entry.event, entry.when)
    heads = {
        row.audience: (row.id, row.n, row.head)
        for row in connection.execute(sa.select(streams).where(streams.c.meeting == meeting.id))
    }
    return Folded(meeting, position, heads)


def _entries(connection: sa.Connection, meeting_id: str, after: int) -> Iterator[tuple[int, Entry]]:
    named = {
        row.id: keys.opened(row.details)
        for row in connection.execute(sa.select(people).where(people.c.meeting == meeting_id))
    }
    wanted = (
        sa.select(events, streams.c.audience)
        .join(streams, streams.c.id == events.c.stream)
        .where(events.c.meeting == meeting_id, events.c.position > after)
        .order_by(events.c.position)
    )
    for row in connection.execute(wanted):
        event = None
        if row.body is not None:
            body = keys.opened(row.body)
            cls = replay.EVENTS[row.name]
            names = named.get(body["person"], {}) if getattr(cls, "KEPT_APART", ()) else {}
            event = built(cls, {**body, **names})
        yield row.position, Entry(row.audience, event, When(row.n, row.time, row.actor))


def append(
    connection: sa.Connection,
    folded: Folded,
    said: list[To],
    *,
    actor: str,
    command_id: str,
    payload: bytes,
    time: int,
) -> tuple[Folded, list[Entry], list[dict[str, Any]]]:
    """Appends a command's events inside the caller's transaction: the meeting after them, the entries, their patches.

    Nothing is sent from here; the caller commits first.
    """
    meeting, position, heads = folded.meeting, folded.position, dict(folded.heads)
    entries, patches, rows = [], [], []
    for part, to in enumerate(said):
        stream, n, head = heads.get(to.stream) or (
            _new_stream(connection, meeting.id, to.stream),
            0,
            keys.START,
        )
        position += 1
        when = When(n + 1, time, NOBODY if getattr(to.event, "UNSIGNED", False) else actor)
        row = _row(meeting.id, stream, to, when, head) | {
            "position": position, "command_id": command_id, "part": part, "payload_hash": payload
        }  # fmt: skip
        rows.append(row)
        _keep_names(connection, meeting.id, to.event)
        heads[to.stream] = (stream, when.n, row["hash"])
        meeting, patch = replay.apply(meeting, to.stream, to.event, when)
        entries.append(Entry(to.stream, to.event, when))
        patches.append(patch)
    connection.execute(_INSERT, rows)
    for to in said:
        redact(connection, heads[to.stream][0], to.redacts)
    for audience in {to.stream for to in said}:
        stream, n, head = heads[audience]
        connection.execute(_STREAM_STANDS_AT, {"of": stream, "n": n, "head": head})
    connection.execute(_MEETING_STANDS_AT, {"of": meeting.id, "position": position, "state": meeting.state})
    return Folded(meeting, position, heads), entries, patches


def _new_stream(connection: sa.Connection, meeting_id: str, audience: str) -> int:
    made = connection.execute(streams.insert().values(meeting=meeting_id, audience=audience, n=0, head=keys.START))
    return int(made.inserted_primary_key[0]) if made.inserted_primary_key else made.lastrowid


def _row(meeting_id: str, stream: int, to: To, when: When, head: bytes) -> dict[str, Any]:
    name = replay.wire_name(type(to.event))
    apart = getattr(to.event, "KEPT_APART", ())
    body = {key: value for key, value in plain(to.event).items() if key not in apart}
    sealed, commitment = keys.seal(body)
    link = keys.chain_hash(head, commitment, meeting=meeting_id, stream=to.stream, n=when.n, time=when.time,
                           actor=when.actor, name=name, version=VERSION)  # fmt: skip
    return {"stream": stream, "n": when.n, "meeting": meeting_id, "actor": when.actor, "name": name, "version": VERSION,
            "time": when.time, "body": sealed, "commitment": commitment, "previous": head, "hash": link}  # fmt: skip


def _keep_names(connection: sa.Connection, meeting_id: str, event: Event) -> None:
    apart = getattr(event, "KEPT_APART", ())
    if apart:
        whole = plain(event)
        sealed, _ = keys.seal({key: whole[key] for key in apart})
        connection.execute(people.insert().values(id=whole["person"], meeting=meeting_id, details=sealed))


def redact(connection: sa.Connection, stream: int, numbers: tuple[int, ...]) -> None:
    """The one path that clears what was written: body and salt go, and with them the hash that could be guessed at."""
    if numbers:
        cleared = events.update().where(events.c.stream == stream, events.c.n.in_(numbers))
        connection.execute(cleared.values(body=None, payload_hash=None))


def answered(connection: sa.Connection, meeting_id: str, actor: str, command_id: str) -> Any:
    """The first event of a command that was answered before (audience, n, payload_hash), or None."""
    asked = {"of": meeting_id, "by": actor, "command": command_id}
    return connection.execute(_ANSWERED, asked).one_or_none()
