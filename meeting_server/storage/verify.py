"""Checks a meeting's chain: every number is there, every hash is right, every body is what the chain says it was."""

from dataclasses import dataclass

import sqlalchemy as sa

from ..domain import replay
from . import keys
from .event_log import COMMITTED, names_row
from .tables import events, meetings, people, streams

_KEEP_APART = tuple(name for name, cls in replay.EVENTS.items() if getattr(cls, "KEPT_APART", ()))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result for one meeting. `wrong` names what does not hold, as `stream n: why`. `redacted` counts bodies
    cleared by the one path. `erased` counts people no longer named. `uncovered` counts people added by a release whose
    chain did not hold the names yet.
    """

    events: int
    redacted: int
    wrong: tuple[str, ...]
    erased: int = 0
    uncovered: int = 0


def verify(connection: sa.Connection, meeting_id: str) -> Verdict:
    """Reads every stream of the meeting from its first event and compares it with its hashes."""
    wrong: list[str] = []
    total = redacted = 0
    for stream in connection.execute(sa.select(streams).where(streams.c.meeting == meeting_id).order_by(streams.c.id)):
        head, n = keys.START, 0
        rows = connection.execute(sa.select(events).where(events.c.stream == stream.id).order_by(events.c.n))
        for row in rows:
            n, total, redacted = n + 1, total + 1, redacted + (row.body is None)
            wrong += [f"{stream.audience} {row.n}: {why}" for why in _faults(row, stream.audience, n, head)]
            head = row.hash
        if (n, head) != (stream.n, stream.head):
            wrong.append(f"{stream.audience} {n}: the stream does not end where it should")
    erased, uncovered, exchanged = _names(connection, meeting_id)
    return Verdict(total, redacted, (*wrong, *_out_of_order(connection, meeting_id), *exchanged), erased, uncovered)


def _names(connection: sa.Connection, meeting_id: str) -> tuple[int, int, list[str]]:
    """Returns how many people are no longer named, how many names the chain does not hold, and which differ from those
    it holds.
    """
    kept = sa.select(people.c.id, people.c.details).where(people.c.meeting == meeting_id)
    details = {row.id: row.details for row in connection.execute(kept)}
    added = (
        sa.select(events.c.n, events.c.body, events.c.commitment, streams.c.audience)
        .join(streams, streams.c.id == events.c.stream)
        .where(events.c.meeting == meeting_id, events.c.name.in_(_KEEP_APART), events.c.body.is_not(None))
        .order_by(events.c.position)
    )
    # Words that were put right are cleared: a person is erased only if the last of theirs are.
    gone: dict[str, bool] = {}
    uncovered, wrong = 0, []
    for row in connection.execute(added):
        if keys.commitment_of(row.body) != row.commitment:
            continue  # Found elsewhere, as an event with a text that is not what was written.
        body = keys.opened(row.body)
        sealed = details.get(names_row(body["person"], body.get("version", 0)))
        gone[body["person"]] = not sealed
        if not sealed:
            continue
        if COMMITTED not in body:
            uncovered += 1
        elif keys.commitment_of(sealed).hex() != body[COMMITTED]:
            wrong.append(f"{row.audience} {row.n}: the name kept for this person is not the one that was written")
    return sum(gone.values()), uncovered, wrong


def _out_of_order(connection: sa.Connection, meeting_id: str) -> list[str]:
    """Checks the order of replay. It lies outside the chain, which would otherwise link the streams. It must be 1, 2, 3
    over the meeting and rise with the numbers of each stream: that finds a dropped stream and a re-ordered replay.
    """
    found = connection.execute(
        sa.select(events.c.position, events.c.stream, events.c.n)
        .where(events.c.meeting == meeting_id)
        .order_by(events.c.position)
    ).all()
    last = connection.execute(sa.select(meetings.c.position).where(meetings.c.id == meeting_id)).scalar_one()
    wrong = []
    if [row.position for row in found] != list(range(1, last + 1)):
        wrong.append("the meeting: events are missing")
    known = set(connection.execute(sa.select(streams.c.id).where(streams.c.meeting == meeting_id)).scalars())
    if {row.stream for row in found} - known:
        wrong.append("the meeting: a stream is missing")
    at: dict[int, int] = {}
    for row in found:
        if at.get(row.stream, 0) + 1 != row.n:
            wrong.append(f"the meeting: event {row.position} is out of order")
        at[row.stream] = row.n
    return wrong


def _faults(row: sa.Row[tuple[object, ...]], audience: str, n: int, head: bytes) -> list[str]:
    found = []
    if row.n != n:
        found.append(f"number {n} is missing")
    if row.previous != head:
        found.append("it does not follow the event before it")
    if row.body is not None and keys.commitment_of(row.body) != row.commitment:
        found.append("its text is not what was written")
    facts = {
        "meeting": row.meeting,
        "stream": audience,
        "n": row.n,
        "time": row.time,
        "actor": row.actor,
        "name": row.name,
        "version": row.version,
    }
    if keys.chain_hash(row.previous, row.commitment, **facts) != row.hash:
        found.append("its hash is wrong")
    return found
