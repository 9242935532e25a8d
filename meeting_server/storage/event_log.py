"""Reads the log back: folds a meeting from its events, and brings it up to date with those that came since."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID, uuid5

import sqlalchemy as sa

from ..domain import replay
from ..domain.board import Event, When
from ..domain.kinds import built
from ..domain.meeting import Meeting
from ..domain.template.template import Template
from . import keys
from .tables import events, kept_templates, people, streams

COMMITTED = "details"
"""The key under which a body has the salted commitment to the names that were kept apart from it, in hexadecimal
digits.
"""
NO_LONGER_NAMED = {"name": "No longer named"}
"""Stands for a person whose details were erased."""
_AFTER = (
    sa.select(events, streams.c.audience)
    .join(streams, streams.c.id == events.c.stream)
    .where(events.c.meeting == sa.bindparam("of"), events.c.position > sa.bindparam("after"))
    .order_by(events.c.position)
)


class Entry(NamedTuple):
    """An event in the log, or about to be. `event` is None once its text was redacted."""

    stream: str
    event: Event | None
    when: When


class LoggedEvent(NamedTuple):
    """An entry, the meeting right after it and its patch, with the command that caused it: who sent it, under which id,
    a hash of what was asked (None once redacted), and which of its events this is.
    """

    meeting: Meeting
    entry: Entry
    patch: dict[str, Any] | None
    actor: str
    command_id: str
    payload: bytes | None
    part: int


class FoldedMeeting(NamedTuple):
    """A meeting folded up to a position, with each stream's row id, number and last hash, and the last event's time."""

    meeting: Meeting
    position: int
    heads: dict[str, tuple[int, int, bytes]]
    time: int = 0


Hear = Callable[[LoggedEvent], None]


def load(connection: sa.Connection, meeting_id: str, hear: Hear = lambda _: None) -> FoldedMeeting | None:
    """Returns a meeting folded from its whole log, or None if there is no such meeting. `hear` gets every event."""
    kept = sa.select(kept_templates.c.template).where(kept_templates.c.meeting == meeting_id)
    found = connection.execute(kept).scalar_one_or_none()
    if found is None:
        return None
    return catch_up(connection, FoldedMeeting(Meeting(meeting_id, _template(found)), 0, {}), hear)


@lru_cache(maxsize=32)
def _template(kept: str) -> Template:
    """Returns a template. Meetings made of the same template share it."""
    template: Template = built(Template, json.loads(kept))
    return template


def catch_up(connection: sa.Connection, folded: FoldedMeeting, hear: Hear = lambda _: None) -> FoldedMeeting:
    """Returns the meeting with everything that has happened since `folded`. `hear` gets these events in order."""
    meeting, position, time = folded.meeting, folded.position, folded.time
    named = {
        row.id: keys.opened(row.details) if row.details else NO_LONGER_NAMED
        for row in connection.execute(sa.select(people).where(people.c.meeting == meeting.id))
    }
    for row in connection.execute(_AFTER, {"of": meeting.id, "after": folded.position}):
        position, time, patch = row.position, row.time, None
        event = _event(row, named)
        entry = Entry(row.audience, event, When(row.n, row.time, row.actor))
        if event is not None:
            meeting, patch = replay.apply(meeting, entry.stream, event, entry.when)
        hear(LoggedEvent(meeting, entry, patch, row.actor, row.command_id, row.payload_hash, row.part))
    heads = {
        row.audience: (row.id, row.n, row.head)
        for row in connection.execute(sa.select(streams).where(streams.c.meeting == meeting.id))
    }
    return FoldedMeeting(meeting, position, heads, time)


def names_row(person: str, version: int) -> str:
    """Returns the id of the row of the people table that has this version of the words that name a person."""
    return str(uuid5(UUID(person), str(version))) if version else person


def _event(row: Any, named: dict[str, Any]) -> Event | None:
    if row.body is None:
        return None
    body = keys.opened(row.body)
    cls = replay.EVENTS[row.name]
    if getattr(cls, "KEPT_APART", ()):
        body.pop(COMMITTED, None)
        body |= named.get(names_row(body["person"], body.get("version", 0)), NO_LONGER_NAMED)
    event: Event = built(cls, body)
    return event
