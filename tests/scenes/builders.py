"""Given a room, when somebody asks for something, then: pure helpers for tests of the domain.

    asked = given(room()).when("ines", AskNumbers(new("round"), scale(meeting), (person("pip"),)))
    assert asked.refused is None

The people are those of the demo (`meeting_server/demo/case.toml`), named by their keys: ines is the chair, tolly the
minute-taker, marla the mother, juniper, pip and sorrel the children. Ids are made from names, so a failing test fails
the same way twice.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from meeting_server.demo import CASE, people_at
from meeting_server.domain import replay
from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.board import Event, When
from meeting_server.domain.ending.ending import MeetingOpened
from meeting_server.domain.facts import MeetingPrepared, Setting
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.actor import Actor
from meeting_server.domain.people.add_person import PersonAdded
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.attendance import AttendanceStated, AttendeeInvited
from meeting_server.domain.people.lobby import DeviceArrived, DeviceMoved
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.points.items import ItemAdded
from meeting_server.domain.refused import Refused
from meeting_server.domain.replay import Command
from meeting_server.domain.template.template import Template
from meeting_server.storage.template_files import load_templates

SERVER = "00000000-0000-0000-0000-000000000000"
"""The actor of what the server itself sets down."""
START = 1_773_914_400_000
"""10:00 on 19 March 2026, in milliseconds: when every meeting of the tests begins."""
DAY = "2026-03-19"
LATER = 60_000
"""How much later, in milliseconds, each `when` is than the one before."""


def new(name: str) -> str:
    """A UUID for this name, the same every time."""
    return str(uuid5(NAMESPACE_OID, f"common-ground:{name}"))


def person(key: str) -> str:
    """The id of a person of the demo cast."""
    return new(f"person:{key}")


def attendee(key: str) -> str:
    """The id of an attendee of the demo cast."""
    return new(f"attendee:{key}")


def device(key: str) -> str:
    """The id of the one device an attendee is let in on."""
    return new(f"device:{key}")


@cache
def templates() -> dict[str, Template]:
    """Our own templates, read once."""
    return load_templates()


def after(meeting: Meeting, tos: Iterable[To], time: int = START, actor: str = SERVER) -> Meeting:
    """The meeting after these events, each given the next number of its own stream."""
    for to in tos:
        when = When(meeting.board(to.stream).n + 1, time, actor)
        meeting, _ = replay.apply(meeting, to.stream, to.event, when)
    return meeting


def added(item: str, column: str, text: str, speaker: str, recorded_by: str, **more: Any) -> ItemAdded:
    """A point that was added, with nothing said of it but what is in `more`."""
    nothing = {"category": None, "children": (), "basis": None, "source": "", "when": "", "exact": False,
               "obtained": None, "confirmed": "none", "held": False}  # fmt: skip
    said = {"item": item, "column": column, "text": text, "speaker": speaker, "recorded_by": recorded_by}
    return ItemAdded(**{**nothing, **said, **more})


def actor(meeting: Meeting, who: str, on: str | None = None) -> Actor:
    """The attendee with this key, on their device or on the one named; fails if they are not in the room."""
    found = actor_of(meeting, attendee(who), on or device(who))
    assert found is not None, f"{who} is not in the room"
    return found


def prepared(
    template: str | Template = "three-column-map",
    *,
    setting: Setting = "both",
    family_present: bool = True,
    only: Collection[str] | None = None,
) -> Meeting:
    """A meeting as it was made, nobody in yet. `only`: the keys of the people it is about and those invited."""
    chosen = templates()[template] if isinstance(template, str) else template
    known = {one.key for one in chosen.roles}
    cast = [one for one in people_at(CASE.meetings[0]) if only is None or one.key in only]
    said: list[Event] = [MeetingPrepared("First conference", setting, family_present, DAY)]
    for one in cast:
        agency = one.agency if any(one.agency == agency.key for agency in chosen.agencies) else None
        said.append(PersonAdded(person(one.key), one.child, one.name, one.relationship, one.age, agency, one.called))
        if one.role in known:
            at = agency or chosen.agencies[0].key
            said.append(AttendeeInvited(attendee(one.key), person(one.key), str(one.role), at))
    return after(Meeting(new("meeting"), chosen), (To(ROOM, event) for event in said))


def let_in(meeting: Meeting, *who: str) -> Meeting:
    """The meeting once these attendees are in the room, each on their device."""
    for key in who:
        invited = find_attendee(meeting, attendee(key))
        assert invited is not None, f"{key} is not invited"
        waits = meeting.template.role(invited.role).waits
        said = [To(DESK, DeviceArrived(device(key), invited.id, "computer", False, waits))]
        said += [To(DESK, DeviceMoved(device(key), "in"))] if waits else []
        meeting = after(meeting, [*said, To(ROOM, AttendanceStated(invited.id, "here"))])
    return meeting


def without_device(meeting: Meeting, *who: str) -> Meeting:
    """The meeting once these attendees are here without a device: what is said for them is said aloud."""
    stated = (AttendanceStated(attendee(key), "here", device=False) for key in who)
    return after(meeting, [To(ROOM, one) for one in stated])


def room(
    template: str | Template = "three-column-map",
    *,
    opened: bool = True,
    absent: Collection[str] = (),
    only: Collection[str] | None = None,
    setting: Setting = "both",
    family_present: bool = True,
) -> Meeting:
    """A meeting of the demo cast with everybody in it, and open unless said otherwise.

    `absent`: keys of people who are invited and not here. `only`: keys of people to make it with, for a small room.
    """
    meeting = prepared(template, setting=setting, family_present=family_present, only=only)
    keys = [one.key for one in CASE.people if find_attendee(meeting, attendee(one.key)) and one.key not in absent]
    meeting = let_in(meeting, *keys)
    return after(meeting, [To(ROOM, MeetingOpened())]) if opened else meeting


@dataclass(frozen=True)
class Outcome:
    """What came of a command: its events each with its stream, the meeting after them, or why it was refused.

    `patches` are what was sent, each with the stream it went to: `[(stream, patch)]`.
    """

    meeting: Meeting
    time: int
    said: list[To] = field(default_factory=list)
    refused: Refused | None = None
    patches: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def events(self) -> list[Event]:
        """The events alone."""
        return [to.event for to in self.said]

    @property
    def streams(self) -> list[str]:
        """The streams the events went to, in order."""
        return [to.stream for to in self.said]

    @property
    def code(self) -> str | None:
        """Why it was refused, for programs; None when it was not."""
        return self.refused.code if self.refused else None

    def when(self, who: str, command: Command, on: str | None = None) -> "Outcome":
        """The next command, a minute later, on the meeting as it now stands. A refusal before it stays unseen, so use
        `ok` where all that went before must have worked."""
        return Given(self.meeting, self.time + LATER).when(who, command, on)

    def ok(self) -> "Outcome":
        """This outcome; fails if the command was refused."""
        assert self.refused is None, f"refused: {self.refused.code}: {self.refused.message} {self.refused.more}"
        return self


@dataclass(frozen=True)
class Given:
    """A meeting, and the time it is."""

    meeting: Meeting
    time: int = START

    def when(self, who: str, command: Command, on: str | None = None) -> Outcome:
        """What comes of `command`, asked by the attendee with the key `who` on their device (or the device `on`)."""
        by = actor_of(self.meeting, attendee(who), on or device(who))
        if by is None:
            return Outcome(self.meeting, self.time, refused=Refused("not_here", "You are not in this meeting."))
        try:
            said = replay.decide(self.meeting, by, command)
        except Refused as refused:
            return Outcome(self.meeting, self.time, refused=refused)
        meeting, patches = self.meeting, []
        for to in said:
            when = When(meeting.board(to.stream).n + 1, self.time, by.id)
            meeting, patch = replay.apply(meeting, to.stream, to.event, when)
            patches.append((to.stream, patch))
        return Outcome(meeting, self.time, said, None, patches)


def given(meeting: Meeting, time: int = START + LATER) -> Given:
    """A meeting to ask something of."""
    return Given(meeting, time)
