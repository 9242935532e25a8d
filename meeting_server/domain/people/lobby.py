"""The lobby: devices that arrive, wait, and are let in or turned away by the chair's desk."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import DESK, ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Id, Stamp
from ..meeting import Meeting
from ..refused import Refused, not_found
from .actor import Actor
from .attendance import AttendanceStated
from .door_words import door_word
from .persons import Attendee, is_screen
from .removals import is_shut_out


@dataclass(frozen=True, slots=True)
class Device:
    """One browser of one attendee, on the chair's desk. `second` marks that another of theirs is in already, `first`
    that no other of theirs had come to the door before it."""

    KIND: ClassVar[str] = "devices"
    id: Id
    attendee: AttendeeId
    state: Literal["waiting", "in", "turned_away", "gone"]
    looks_like: Literal["phone", "computer"]
    second: bool
    at: Stamp
    first: bool = False
    signed_in: Annotated[bool, "they came by signing in and not by a link"] = False
    word: Annotated[str, "tells it from other devices of its attendee; its own screen shows it too"] = ""


@dataclass(frozen=True, slots=True)
class DeviceArrived:
    """A device opened the link and waits (or goes straight in, for those who need not wait)."""

    device: Id
    attendee: AttendeeId
    looks_like: Literal["phone", "computer"]
    second: bool
    waits: bool
    first: bool = False
    signed_in: bool = False
    word: str = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        state: Literal["waiting", "in"] = "waiting" if self.waits else "in"
        device = Device(
            self.device,
            self.attendee,
            state,
            self.looks_like,
            self.second,
            when.time,
            self.first,
            self.signed_in,
            self.word,
        )
        yield Change("devices", self.device, device)


@dataclass(frozen=True, slots=True)
class DeviceMoved:
    """A device was let in, turned away, or left."""

    MEMBERSHIP: ClassVar[bool] = True
    device: Id
    state: Literal["in", "turned_away", "gone"]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        device = board.get(Device, self.device)
        if device:
            yield Change("devices", device.id, replace(device, state=self.state, at=when.time))


@dataclass(frozen=True, slots=True)
class Arrive:
    """A device of an attendee opened its link. Asked by the server itself when a browser connects.

    `others_connected`: whether another device of theirs is connected now; those who need not wait (the chair) then wait
    all the same, so that a forwarded link does not hand over the controls (T2). `signed_in`: whether they came by
    signing in and not by a link. A link is dead once the meeting has ended; whoever signs in comes back to the draft,
    and to the locked record to add to it, unless the chair has removed them. That changes nothing of who was there.
    """

    device: Id
    looks_like: Literal["phone", "computer"] = "computer"
    others_connected: bool = False
    signed_in: bool = False

    def arrive(self, meeting: Meeting, attendee: Attendee) -> list[To]:
        """The device waits on the chair's desk, or goes in."""
        if meeting.is_over and (not self.signed_in or is_shut_out(meeting, attendee)):
            raise Refused("ended", "This meeting has ended.")
        # A big screen is let in with its one device; no other ever comes to the door as it.
        if meeting.taken(Device, self.device) or is_screen(meeting.template, attendee):
            raise not_found()
        waits = self._waits(meeting, attendee)
        theirs = [one for one in meeting.desk.each(Device) if one.attendee == attendee.id]
        second = any(one.state == "in" for one in theirs)
        word = door_word(self.device, {one.word for one in theirs if one.state in ("waiting", "in")})
        arrived = DeviceArrived(
            self.device, attendee.id, self.looks_like, second, waits, not theirs, self.signed_in, word
        )
        said = [To(DESK, arrived)]
        if not waits:
            said += joining(meeting, attendee)
        return said

    def _waits(self, meeting: Meeting, attendee: Attendee) -> bool:
        if meeting.state == "finished":
            # Nobody is at a desk any more to let anybody in.
            return False
        expected = self.signed_in and is_expected(meeting, attendee)
        if self.others_connected:
            # After the end nobody waits at the door: who may not come in at once is told that it has ended.
            return not (expected and meeting.is_over)
        return meeting.template.role(attendee.role).waits and not expected


def is_expected(meeting: Meeting, attendee: Attendee) -> bool:
    """True if an attendee who signs in comes straight in: on the list of a sitting's family that is open now, or back
    to the draft of one they were at (W3). Everybody else waits for a person to let them in."""
    if meeting.facts.slot is None or not may_come_in(meeting, attendee):
        return False
    return meeting.state in ("open", "paused") or (meeting.state == "ended" and attendee.joined_at is not None)


def may_come_in(meeting: Meeting, attendee: Attendee) -> bool:
    """True unless they were removed or turned away here: signing in again does not undo that."""
    devices = meeting.desk.each(Device)
    away = any(one.attendee == attendee.id and one.state == "turned_away" for one in devices)
    return not is_shut_out(meeting, attendee) and not away


def joining(meeting: Meeting, attendee: Attendee) -> list[To]:
    """That somebody who comes in is here: said if they were not here yet, or were without a device, and never after the
    end, when who was at the meeting is settled."""
    if meeting.is_over or (attendee.attendance == "here" and attendee.device):
        return []
    return [To(ROOM, AttendanceStated(attendee.id, "here"))]


def waiting_device(meeting: Meeting, id: str) -> Device:
    """Returns the device that waits at the door under this id; refused if none does."""
    device = meeting.desk.get(Device, id)
    if device is None or device.state != "waiting":
        raise not_found()
    return device


@dataclass(frozen=True, slots=True)
class TurnAway:
    """Not this meeting: the waiting device sees a blank page and whom to ring."""

    device: Id

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The device is turned away; the room hears nothing of it."""
        return [To(DESK, DeviceMoved(waiting_device(meeting, self.device).id, "turned_away"))]


def find_device(meeting: Meeting, attendee: str, device: str) -> Device | None:
    """An attendee's device as the chair's desk knows it, or None."""
    found = meeting.desk.get(Device, device)
    return found if found and found.attendee == attendee else None
