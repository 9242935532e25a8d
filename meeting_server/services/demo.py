"""The demo: today's conference and review of an invented family, made by real commands through the one door."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid4, uuid5
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from ..demo import CASE, STATES, State, people_at, run
from ..demo.people import CaseMeeting
from ..domain.audiences import DESK, To
from ..domain.people.leave import Leave
from ..domain.people.lobby import Arrive, DeviceMoved
from ..domain.people.persons import each_attendee, find_person, is_screen
from ..domain.replay import Command
from ..domain.template.template import Template
from ..storage.tables import meetings
from .batch import PendingCommand
from .live_meeting import LiveMeetings, Seat
from .prepare_meeting import Plan, PlannedPerson, Prepared, invite, prepare

__all__ = ["STATES", "Demo", "DemoAttendee", "DemoMeeting", "demo_meetings", "demo_text", "start_lines"]


@dataclass(frozen=True, slots=True)
class DemoAttendee:
    """One person's way in. `link` works until new links are made."""

    id: str
    name: str
    role: str
    agency: str
    audiences: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class DemoMeeting:
    """One demo meeting and everyone's link."""

    id: str
    title: str
    template: str
    attendees: tuple[DemoAttendee, ...]


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo, as `demo --json` prints it."""

    url: str
    meetings: tuple[DemoMeeting, ...]


def demo_meetings(live: LiveMeetings, templates: dict[str, Template], state: State, url: str) -> Demo:
    """Returns today's demo meetings in this state, with new links. Makes the meetings that are not there yet."""
    day = today()
    found = []
    for case in CASE.meetings:
        if case.shown:
            template = templates[case.template]
            id = made_before(live, f"{state}:{case.key}", day) or _make(live, template, case, state, day)
            found.append(with_links(live, id, case.title, url))
    return Demo(url, tuple(found))


def today() -> date:
    """Returns the day of the demo."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def made_before(live: LiveMeetings, mark: str, day: date) -> str | None:
    """Returns the demo meeting of this day that bears the mark, or None."""
    with live.database.reading() as connection:
        rows = connection.execute(sa.select(meetings.c.id).where(meetings.c.demo == mark)).scalars().all()
    return next((id for id in rows if live.meeting(id).facts.date == day.isoformat()), None)


class DemoIds:
    """The ids that the script asks for: people and attendees as they were made, everything else by name."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared

    def person(self, key: str) -> str:
        return self._prepared.people[key]

    def attendee(self, key: str) -> str:
        return self._prepared.attendees[key]

    def new(self, name: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{self._prepared.meeting}/{name}"))


class Players:
    """Sends commands of a demo meeting through the one door, each from the device of the person who would send it."""

    def __init__(self, live: LiveMeetings, prepared: Prepared) -> None:
        self._live = live
        self._prepared = prepared
        self._seats: dict[str, Seat] = {}

    def do(self, who: str, command: Command | Arrive) -> None:
        """Lets this person of the case arrive, or send a command."""
        if isinstance(command, Arrive):
            seat = Seat("", self._prepared.meeting, self._prepared.attendees[who], command.device)
            self._seats[who] = seat
            self._live.arrive(seat, command.looks_like, others_connected=False)
        else:
            self._live.handle(self._seats[who], str(uuid4()), command)

    def leave(self) -> None:
        """Lets everyone leave, so that a person who opens a link afterwards comes as the first device."""
        for who in reversed(self._seats):
            self.do(who, Leave())

    def go_home(self, who: str) -> None:
        """Takes the device of a person who was never let in off the door, as the server itself put it there."""
        seat = self._seats[who]
        gone = [To(DESK, DeviceMoved(seat.device, "gone"))]
        self._live.writer.ask(PendingCommand(seat.meeting, seat.attendee, str(uuid4()), b"", lambda _meeting: gone))


def planned(case: CaseMeeting) -> tuple[PlannedPerson, ...]:
    """Returns the people of the case as they are invited to this meeting."""
    return tuple(
        PlannedPerson(one.key, one.name, one.child, one.relationship, one.age, one.agency, one.role, one.called)
        for one in people_at(case)
    )


def _make(live: LiveMeetings, template: Template, case: CaseMeeting, state: State, day: date) -> str:
    plan = Plan(
        case.title, template, case.occasion, case.setting, True, day.isoformat(), planned(case), f"{state}:{case.key}"
    )
    prepared = prepare(live, plan)
    players = Players(live, prepared)
    run(state, DemoIds(prepared), players.do, template=template, day=day)
    players.leave()
    return prepared.meeting


def with_links(live: LiveMeetings, id: str, title: str, url: str) -> DemoMeeting:
    """Returns a demo meeting with new links for everyone who is invited."""
    meeting = live.meeting(id)
    agencies = {agency.key: agency.label for agency in meeting.template.agencies}
    attendees = [one for one in each_attendee(meeting) if not is_screen(meeting.template, one)]
    order = [role.key for role in meeting.template.roles]
    attendees.sort(key=lambda one: (order.index(one.role), find_person(meeting, one.person).name))
    tokens = invite(live, id, [one.id for one in attendees])
    return DemoMeeting(
        id,
        title,
        meeting.template.key,
        tuple(
            DemoAttendee(
                one.id,
                find_person(meeting, one.person).name,
                one.role,
                agencies.get(one.agency, ""),
                (*meeting.template.role(one.role).audiences, "own"),
                f"{url}/join#{tokens[one.id]}",
            )
            for one in attendees
        ),
    )


def start_lines(demo: Demo) -> list[tuple[str, str]]:
    """Returns where to start: what it is, and the link."""
    first, *others = demo.meetings
    found = [(f"{first.title}, the chair", _link(first, "chair"))]
    found.append((f"{first.title}, a parent on a phone", _link(first, "parent")))
    if not others[1:]:
        found.append((f"{first.title}, a professional", _link(first, "health", "school")))
    return [*found, *((f"{one.title}, the chair", _link(one, "chair")) for one in others)]


def _link(meeting: DemoMeeting, *roles: str) -> str:
    """Returns the link of the first person of the case who has one of these roles there."""
    order = [one.name for one in CASE.people]
    return min((one for one in meeting.attendees if one.role in roles), key=lambda one: order.index(one.name)).link


def demo_text(demo: Demo, start: list[tuple[str, str]] | None = None, page: str = "") -> str:
    """Returns it for a person at a terminal: where to start, then everyone's link. `page` is the address of the page
    that lists all of it.
    """
    start = start or start_lines(demo)
    listed = f" Or open {page}, which lists all of it." if page else ""
    wide = max(len(words) for words, _ in start) + 2
    lines = [f"Start here. The chair's screen lets the others in.{listed}"]
    lines += [f"  {words:{wide}}{link}" for words, link in start]
    for meeting in demo.meetings:
        lines += ["", f"Everyone's link: {meeting.title} ({meeting.id})"]
        lines += [f"  {one.name + ', ' + one.role:44}{one.link}" for one in meeting.attendees]
    return "\n".join(lines) + "\n"
