"""The demo: today's conference and review of an invented family, made by real commands through the one door."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid4, uuid5
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from ..demo import CASE, STATES, State, people_at, run
from ..demo.people import CaseMeeting
from ..domain.people.leave import Leave
from ..domain.people.lobby import Arrive
from ..domain.people.persons import each_attendee, find_person, is_screen
from ..domain.replay import Command
from ..domain.template.template import Template
from ..storage.tables import meetings
from .live_meeting import LiveMeetings, Seat
from .prepare_meeting import Plan, PlannedPerson, Prepared, invite, prepare

__all__ = ["STATES", "Demo", "DemoAttendee", "DemoMeeting", "demo_meetings", "links_text"]


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
    today = datetime.now(ZoneInfo("Europe/London")).date()
    found = []
    for case in CASE.meetings:
        if case.shown:
            id = _made_before(live, f"{state}:{case.key}", today) or _make(
                live, templates[case.template], case, state, today
            )
            found.append(_with_links(live, id, case.title, url))
    return Demo(url, tuple(found))


def _made_before(live: LiveMeetings, mark: str, today: date) -> str | None:
    with live.database.reading() as connection:
        rows = connection.execute(sa.select(meetings.c.id).where(meetings.c.demo == mark)).scalars().all()
    return next((id for id in rows if live.meeting(id).facts.date == today.isoformat()), None)


class _DemoIds:
    """The ids that the script asks for: people and attendees as they were made, everything else by name."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared

    def person(self, key: str) -> str:
        return self._prepared.people[key]

    def attendee(self, key: str) -> str:
        return self._prepared.attendees[key]

    def new(self, name: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{self._prepared.meeting}/{name}"))


def _make(live: LiveMeetings, template: Template, case: CaseMeeting, state: State, today: date) -> str:
    """Makes one meeting by real commands, each from the device of the person who would send it. At the end everyone
    leaves, so that a person who opens a link afterwards comes as the first device.
    """
    planned = tuple(
        PlannedPerson(one.key, one.name, one.child, one.relationship, one.age, one.agency, one.role, one.called)
        for one in people_at(case)
    )
    mark, day = f"{state}:{case.key}", today.isoformat()
    prepared = prepare(live, Plan(case.title, template, case.occasion, case.setting, True, day, planned, mark))
    seats: dict[str, Seat] = {}

    def do(who: str, command: Command | Arrive) -> None:
        if isinstance(command, Arrive):
            seats[who] = Seat("", prepared.meeting, prepared.attendees[who], command.device)
            live.arrive(seats[who], command.looks_like, others_connected=False)
        else:
            live.handle(seats[who], str(uuid4()), command)

    run(state, _DemoIds(prepared), do, template=template, day=today)
    for who in reversed(seats):
        do(who, Leave())
    return prepared.meeting


def _with_links(live: LiveMeetings, id: str, title: str, url: str) -> DemoMeeting:
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


def links_text(demo: Demo) -> str:
    """Returns the links for a person at a terminal: three to start with, then everyone's."""
    first = demo.meetings[0]
    wanted = {"Chair": ("chair",), "A parent, on a phone": ("parent",), "A professional": ("health", "school")}
    lines = [f"Start here: {first.title}. Let people in from the chair's screen."]
    for words, roles in wanted.items():
        one = next((one for one in first.attendees if one.role in roles), None)
        lines += [f"  {words:22}{one.link}"] if one else []
    for meeting in demo.meetings:
        lines += ["", f"Everyone's link: {meeting.title} ({meeting.id})"]
        lines += [f"  {one.name + ', ' + one.role:44}{one.link}" for one in meeting.attendees]
    return "\n".join(lines) + "\n"
