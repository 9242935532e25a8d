"""A meeting in this process, with its people seated, for tests of the log."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, OpenMeeting, Reason
from meeting_server.domain.kinds import plain
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.refused import Refused
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.services.snapshots import snapshot
from meeting_server.storage.verify import verify
from tests.servers.served import make_room
from tests.servers.stores import database_for, open_store

CANARY = "taken-back-canary"


class Table:
    """A meeting in this process, its people seated, and every event that was told with the patch of it."""

    def __init__(self, data_dir, clock=lambda: time.time_ns() // 1_000_000, template=None):
        self.database = open_store(data_dir)
        self.live = LiveMeetings(self.database, clock)
        self.told = []
        self.live.listen(self.told.extend)
        self.room = make_room(self.live, template=template)
        self.seats = {}
        for key in ("chair", "worker", "nurse", "mum", "juno"):
            self.sit(key)
        self.do("chair", OpenMeeting())

    def sit(self, key):
        seat = self.seats[key] = Seat("x", self.room.id, self.room.attendees[key], str(uuid4()))
        self.live.arrive(seat, "computer", others_connected=False)
        if key != "chair":
            self.do("chair", LetIn(seat.device))

    def do(self, key, command, id=None):
        return self.live.handle(self.seats[key], id or str(uuid4()), command)

    def add(self, key="worker", text="A point.", **more):
        id = str(uuid4())
        self.do(key, AddItem(id, "worries", text, **more))
        return id

    @property
    def meeting(self):
        return self.live.meeting(self.room.id)

    def boards(self, key, live=None):
        meeting = (live or self.live).meeting(self.room.id)
        actor = actor_of(meeting, self.seats[key].attendee, self.seats[key].device)
        return plain(snapshot(meeting, actor, "r", 0)["boards"]) if actor else None

    def replayed(self):
        """The boards of everyone as a server that starts now folds them from the log."""
        again = LiveMeetings(self.database, lambda: 0)
        try:
            return {key: self.boards(key, again) for key in self.seats}
        finally:
            again.writer.stop()

    def verdict(self):
        with self.database.reading() as connection:
            return verify(connection, self.room.id)

    def close(self):
        self.live.writer.stop()
        self.database.close()


@contextmanager
def table_on_postgresql(data_dir: Path) -> Iterator[Table]:
    """A table whose folder is on PostgreSQL, whatever the others are on."""
    database_for(data_dir)
    made = Table(data_dir)
    try:
        yield made
    finally:
        made.close()


def raw(table):
    """A connection of a stranger with write access, who goes by no code of ours."""
    return closing(sqlite3.connect(table.database.path))


def finish(table):
    """Ends the meeting, with a reason for whatever a check finds missing, and locks its record."""
    try:
        table.do("chair", EndMeeting())
    except Refused as refused:
        reasons = tuple(Reason(check, "Not today.") for check in refused.more["fields"])
        table.do("chair", EndMeeting(reasons))
    table.do("chair", FinishMeeting("FINISH"))
