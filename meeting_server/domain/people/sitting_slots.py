"""A meeting as one family's slot in a sitting: its number, the call to its people, and who comes in with its opening.

One specialist serves many families of a sitting and signs in once, so each is let in to each family by itself (W3):
whoever is on a family's list and has signed in needs nobody's hand to come in, and only while that family is open.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from ..audiences import DESK, ROOM, To
from ..board import Board, Change, When
from ..facts import MeetingFacts, Slot
from ..kinds import Count, Date, Line
from ..meeting import Meeting
from ..refused import Refused
from .lobby import Device, DeviceMoved, is_expected, joining
from .persons import find_attendee


@dataclass(frozen=True, slots=True)
class SlotGiven:
    """The meeting is a family's slot in a sitting, or its number there has changed. Said by the server.

    It may have come to another sitting, and then other walls hold.
    """

    MEMBERSHIP: ClassVar[bool] = True
    number: Count
    of: Count
    starts: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # A family whose people were called stays called.
        facts = board.get(MeetingFacts, "meeting")
        if facts:
            called = facts.slot.called_at if facts.slot else None
            slot = Slot(self.number, self.of, self.starts, called)
            yield Change("meeting", "meeting", replace(facts, slot=slot))


@dataclass(frozen=True, slots=True)
class FamilyCalled:
    """This family is next: its people are asked to come. Those who wait at its door are told."""

    MEMBERSHIP: ClassVar[bool] = True

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The first call stays.
        facts = board.get(MeetingFacts, "meeting")
        if facts and facts.slot and facts.slot.called_at is None:
            slot = replace(facts.slot, called_at=when.time)
            yield Change("meeting", "meeting", replace(facts, slot=slot))


@dataclass(frozen=True, slots=True)
class MeetingMoved:
    """The meeting was put off to another day before it began. Whoever was called is not called any more."""

    MEMBERSHIP: ClassVar[bool] = True
    date: Date

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # Every date that follows from its day moves with it.
        facts = board.get(MeetingFacts, "meeting")
        if facts:
            slot = replace(facts.slot, called_at=None) if facts.slot else None
            yield Change("meeting", "meeting", replace(facts, date=self.date, slot=slot))


def call(meeting: Meeting) -> list[To]:
    """The call to a family's people. Refused: `no_sitting`; `not_waiting` once the meeting has begun; `called`."""
    slot = meeting.facts.slot
    if slot is None:
        raise Refused("no_sitting", "This meeting is not part of a sitting.")
    if meeting.state != "prepared":
        raise Refused("not_waiting", "This family's time has begun already.")
    if slot.called_at is not None:
        raise Refused("called", "This family's people have been called.")
    return [To(ROOM, FamilyCalled())]


def come_in(meeting: Meeting, device: str) -> list[To]:
    """Lets in a device that waits, whose person signed in and is on this family's list, now that the family is open.

    Asked by the server for a line that is open now: who wrote a summary at the door and went home is not here. Refused,
    `not_expected`, for everybody else: they wait for a person.
    """
    found = meeting.desk.get(Device, device)
    attendee = find_attendee(meeting, found.attendee) if found else None
    waits = found is not None and found.state == "waiting" and found.signed_in
    if attendee is None or not waits or not is_expected(meeting, attendee):
        raise Refused("not_expected", "You wait here until somebody lets you in.")
    return [*joining(meeting, attendee), To(DESK, DeviceMoved(device, "in"))]
