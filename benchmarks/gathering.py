"""Makes meetings with everyone in, through the board's own services, before a server has the data."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from uuid import uuid4

from meeting_server.clock import day_of
from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.template.template import Template
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.services.prepare_meeting import Plan, PlannedPerson, prepare
from meeting_server.services.seats import Invited, take_seat
from meeting_server.storage.database import open_database
from meeting_server.storage.template_files import load_templates

from .cases import Case

COLUMN = "worries"
TEXT = "A point about as long as people write them at a meeting, in a sentence or two, and read out."
ROLES = ("lead_social_worker", "health", "school", "police", "professional", "parent", "network")


@dataclass(frozen=True, slots=True)
class Gathered:
    """A person who is let in: the number of their meeting (-1: not one that is measured), their page's seat and
    cookie.
    """

    meeting: int
    seat: str
    cookie: str


Making = Callable[[LiveMeetings], list[Gathered]]
"""Makes meetings in an empty database, and returns the people who come to them."""


@contextmanager
def opened(folder: Path, url: str = "") -> Iterator[LiveMeetings]:
    """Opens the meetings of a data folder, or of the PostgreSQL at `url`, inside this process, while no server has
    them.
    """
    database = open_database(folder, url)
    live = LiveMeetings(database, lambda: time.time_ns() // 1_000_000)
    # No power fails while these are made, and thousands of waits for the disk add up.
    hurry = "SET synchronous_commit = off" if url else "PRAGMA synchronous=OFF"
    live.writer.run(lambda connection: connection.exec_driver_sql(hurry).close())
    try:
        yield live
    finally:
        live.writer.stop()
        database.close()


class Room:
    """One open meeting with so many people in. The first is the chair, who let the others in."""

    def __init__(self, live: LiveMeetings, people: int) -> None:
        self._live = live
        self._seats: list[Seat] = []
        self._cookies: list[str] = []
        roles = islice(cycle(ROLES), people - 1)
        planned = (
            PlannedPerson("child", "A child", child=True),
            PlannedPerson("p0", "Person 0", role="chair", agency="social_care"),
            *(PlannedPerson(f"p{n}", f"Person {n}", role=role) for n, role in enumerate(roles, start=1)),
        )
        # Seats taken by a link end with the day after the meeting's.
        day = day_of(live.clock()).isoformat()
        made = prepare(live, Plan("A meeting", _template(), "First conference", "both", True, day, planned))
        for attendee in made.attendees.values():
            cookie, seat = take_seat(live, Invited(live.meeting(made.meeting), "", attendee), None)
            live.arrive(seat, "computer", others_connected=False)
            self._seats.append(seat)
            self._cookies.append(cookie)
            self.say(0, OpenMeeting() if len(self._seats) == 1 else LetIn(seat.device))

    def say(self, person: int, command: Any) -> None:
        """Sends one command of one of them."""
        self._live.handle(self._seats[person], str(uuid4()), command)

    def fill(self, points: int, changes: int = 0) -> "Room":
        """Adds so many points, by turns. Then changes them so many times in all, one after the other."""
        items = [str(uuid4()) for _ in range(points)]
        people = len(self._seats)

        def add(number: int) -> None:
            self.say(number % people, AddItem(items[number], COLUMN, TEXT))

        def change(number: int) -> None:
            turn = number % points
            self.say(turn % people, ChangeItem(items[turn], number // points + 1, f"{TEXT} {number}"))

        # Many at once share a commit, but only one change of a point at a time.
        with ThreadPoolExecutor(min(32, points)) as pool:
            list(pool.map(add, range(points)))
            for begin in range(0, changes, points):
                list(pool.map(change, range(begin, min(begin + points, changes))))
        return self

    def gathered(self, meeting: int) -> list[Gathered]:
        """Returns everyone, as people of the measured meeting of this number."""
        return [
            Gathered(meeting, seat.selector, cookie) for seat, cookie in zip(self._seats, self._cookies, strict=True)
        ]


@cache
def _template() -> Template:
    return load_templates()["three-column-map"]


def meetings_of(case: Case) -> Making:
    """Returns what makes the meetings of a case."""

    def make(live: LiveMeetings) -> list[Gathered]:
        return [one for n in range(case.meetings) for one in Room(live, case.people).gathered(n)]

    return make
