"""A council for tests: a database with accounts, where meetings are made and run by commands of their chairs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from meeting_server.domain.earlier.desk import EarlierMeeting
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, OpenMeeting, Reason
from meeting_server.domain.people.persons import Attendee
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.points.write_privately import WritePrivately
from meeting_server.domain.replay import Command
from meeting_server.services.accounts import Account
from meeting_server.services.earlier import read_earlier
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting
from tests.scenes.builders import templates
from tests.scenes.sitting import make_accounts
from tests.servers.served import opened
from tests.servers.stores import hurry

SAID, PRIVATE = "Sorrel is losing weight.", "A guess for myself."


class Council:
    """Asha is who makes and chairs a meeting unless somebody else is named; Bel and Cal have accounts too."""

    def __init__(self, live: LiveMeetings) -> None:
        self.live = live
        self.account, self.bel, self.cal = make_accounts(live, "Asha Chairperson", "Bel Otherside", "Cal Third")

    def made(
        self,
        reference: str = "FAM 1",
        child: str = "Sorrel",
        date: str = "2026-03-19",
        chair: Account | None = None,
        made_by: Account | None = None,
    ) -> str:
        """A new meeting's id."""
        chair = chair or self.account
        people = (
            PlannedPerson("child", child, child=True),
            PlannedPerson("nell", "Nell Ashgrove", agency="health", role="health"),
            PlannedPerson(CHAIR, chair.name, agency="social_care", role="chair"),
        )
        plan = Plan(
            "A meeting", templates()["three-column-map"], "A meeting", "room", True, date, people, id=str(uuid4())
        )
        return make_meeting(self.live, plan, MeetingRequest(reference, "10:00", "", chair, made_by or chair))

    def chair(self, meeting: str) -> Seat:
        """The chair's seat, come in."""
        attendee = next(one.id for one in self.attendees(meeting) if one.role == "chair")
        seat = Seat("", meeting, attendee, str(uuid4()), b"signed in")
        self.live.arrive(seat, "computer", others_connected=False)
        return seat

    def opens_the_board(self, meeting: str) -> Seat:
        """The chair opens the board by signing in."""
        seat = self.chair(meeting)
        read_earlier(self.live, meeting, seat.attendee)
        return seat

    def attendees(self, meeting: str) -> list[Attendee]:
        """Everybody invited."""
        return list(self.live.meeting(meeting).room.each(Attendee))

    def do(self, seat: Seat, *commands: Command) -> None:
        """Asks for these one after another."""
        for command in commands:
            self.live.handle(seat, str(uuid4()), command)

    def held(self, text: str = SAID, *, lock: bool = True, **more: Any) -> str:
        """A meeting in which this was said, ended and locked."""
        meeting = self.made(**more)
        seat = self.chair(meeting)
        reasons = tuple(Reason(one.key, "Said aloud.") for one in self.live.meeting(meeting).template.checks)
        self.do(seat, WritePrivately(str(uuid4()), "worries", PRIVATE), OpenMeeting())
        self.do(seat, AddItem(str(uuid4()), "worries", text), EndMeeting(reasons))
        if lock:
            self.do(seat, FinishMeeting("FINISH"))
        return meeting

    def on_desk(self, meeting: str) -> list[EarlierMeeting]:
        """What the desk of this meeting has of earlier ones."""
        return list(self.live.meeting(meeting).desk.each(EarlierMeeting))


@contextmanager
def council_in(folder: Path) -> Iterator[Council]:
    """A council in a data folder that no server has."""
    with opened(folder) as live:
        hurry(live)
        yield Council(live)
