"""Meetings with everybody in, made through the board's own services before a server has the data."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path
from uuid import uuid4

from meeting_server.domain.ending import OpenMeeting
from meeting_server.domain.items import AddItem
from meeting_server.domain.lobby import LetIn
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.services.scheduling import Plan, PlannedPerson, prepare
from meeting_server.services.seats import Invited, take_seat
from meeting_server.services.writer import Told
from meeting_server.storage.database import Database
from meeting_server.storage.template_files import load_templates

from .cases import Case

TEMPLATE, COLUMN = "three-column-map", "worries"
TEXT = "A point about as long as people write them at a meeting, in a sentence or two, and read out."
ROLES = ("lead_social_worker", "health", "school", "police", "professional", "parent", "network")


@dataclass(frozen=True, slots=True)
class Gathered:
    """Somebody who is in: the number of their meeting, their page's seat and their browser's cookie."""

    meeting: int
    seat: str
    cookie: str


@contextmanager
def opened(data_dir: Path) -> Iterator[LiveMeetings]:
    """The meetings of a data folder inside this process, while no server has it."""
    database = Database(data_dir)
    live = LiveMeetings(database, lambda: time.time_ns() // 1_000_000)
    # Nobody pulls the plug while these are made, and thousands of waits for the disk add up.
    live.writer.run(lambda connection: connection.exec_driver_sql("PRAGMA synchronous=OFF").close())
    try:
        yield live
    finally:
        live.writer.stop()
        database.close()


def gather(live: LiveMeetings, meeting: int, people: int) -> tuple[list[Gathered], list[Seat]]:
    """One open meeting with so many people in: the first is the chair, who let the others in."""
    template = load_templates()[TEMPLATE]
    roles = islice(cycle(ROLES), people - 1)
    planned = (
        PlannedPerson("child", "A child", child=True),
        PlannedPerson("p0", "Person 0", role="chair", agency="social_care"),
        *(PlannedPerson(f"p{n}", f"Person {n}", role=role) for n, role in enumerate(roles, start=1)),
    )
    made = prepare(
        live, Plan("A made-up conference", template, "First conference", "both", True, "2026-11-20", planned)
    )
    gathered: list[Gathered] = []
    seats: list[Seat] = []
    for key, attendee in made.attendees.items():
        cookie, seat = take_seat(live, Invited(live.meeting(made.meeting), "", attendee), None)
        live.arrive(seat, "computer", others_connected=False)
        if key == "p0":
            live.handle(seat, str(uuid4()), OpenMeeting())
        else:
            live.handle(seats[0], str(uuid4()), LetIn(seat.device))
        gathered.append(Gathered(meeting, seat.selector, cookie))
        seats.append(seat)
    return gathered, seats


def gather_all(case: Case, data_dir: Path) -> list[Gathered]:
    """Everybody of a case; the data stays in the folder."""
    with opened(data_dir) as live:
        return [one for meeting in range(case.meetings) for one in gather(live, meeting, case.people)[0]]


def gathered_copy(case: Case, kept: Path, data_dir: Path) -> list[Gathered]:
    """As `gather_all`, made once in the folder `kept` and copied from there."""
    folder, known = kept / case.name, kept / f"{case.name}.json"
    if not known.exists():
        known.write_text(json.dumps([asdict(one) for one in gather_all(case, folder)]), "utf-8")
    shutil.copytree(folder, data_dir, dirs_exist_ok=True)
    return [Gathered(**one) for one in json.loads(known.read_text("utf-8"))]


def packet_size(data_dir: Path) -> int:
    """How many bytes the board's packet about a new point has, for servers that are to send as much."""
    heard: list[Told] = []
    with opened(data_dir) as live:
        live.listen(heard.extend)
        _, seats = gather(live, 0, 2)
        heard.clear()
        live.handle(seats[1], str(uuid4()), AddItem(str(uuid4()), COLUMN, TEXT))
    (told,) = heard
    return len(json.dumps(["patch", told.patch], separators=(",", ":"), ensure_ascii=False).encode()) + len("42")
