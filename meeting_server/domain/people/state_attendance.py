"""Stating who is here: what the minute-taker sees in the room, where no device says it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from ..audiences import DESK, ROOM, To
from ..kinds import AttendeeId, Stamp
from ..meeting import Meeting
from ..refused import Refused, not_found
from .actor import Actor
from .admission import role_of
from .attendance import AttendanceStated
from .hands_up import hand_down
from .lobby import Device, DeviceMoved
from .persons import Attendee, find_attendee, is_screen

_DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class StateAttendance:
    """State that somebody is here, has left, sent apologies, or has not come after all; or put their times right.

    `here` with `device` false: they are in the room without a device and have no line; a device of theirs may still
    come through the lobby. Who is in on a device is asked about first (`has_device`): with `anyway` their line ends, as
    where their phone is flat, and the time stands in the log. `left` ends their devices, as Leave does. `at`: when they
    came (`here`) or went (`left`). Refused: `has_device` and `no_device` where `device` is not what the lobby knows;
    `not_yourself`; `holds_controls`; `never_came`; `bad_times`; `removed` (the chair ended their part: the chair alone
    says that they are back).
    """

    attendee: AttendeeId
    attendance: Literal["here", "left", "apologies", "invited"]
    device: bool = True
    at: Annotated[Stamp | None, "null: now; and who is here already first came when they came"] = None
    joined_at: Annotated[Stamp | None, "with `left`: puts right when they came"] = None
    anyway: Annotated[bool, "with `here` and no device: end the line of the device they are in on"] = False

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Their attendance for everyone, and the end of their devices on the chair's desk."""
        found = find_attendee(meeting, self.attendee)
        if found is None or is_screen(meeting.template, found):
            raise not_found()
        inside = [one for one in meeting.desk.each(Device) if one.attendee == found.id and one.state == "in"]
        self._check_who(meeting, actor, found)
        self._check_devices(meeting, found, inside)
        self._check_times(meeting, found)
        stated = AttendanceStated(found.id, self.attendance, self.device, self.at, self.joined_at)
        without = self.attendance == "here" and not self.device
        gone = inside if self.attendance == "left" or without else []
        hand = [] if self.attendance == "here" else hand_down(meeting, found.person)
        return [To(ROOM, stated), *(To(DESK, DeviceMoved(one.id, "gone")) for one in gone), *hand]

    def _check_who(self, meeting: Meeting, actor: Actor, found: Attendee) -> None:
        if found.id == actor.id and self.attendance != "here":
            raise Refused("not_yourself", "You are here. To go, use Leave.")
        if found.attendance == "removed" and not (self.attendance == "here" and actor.may("steer")):
            raise Refused(
                "removed", "The chair ended their part in this meeting. Only the chair can say that they are back."
            )
        if self.attendance == "left" and found.joined_at is None and self.joined_at is None:
            raise Refused("never_came", "They have not been here yet. Say first that they are here.")

    def _check_devices(self, meeting: Meeting, found: Attendee, inside: list[Device]) -> None:
        if self.attendance == "here" and self.device and not inside:
            raise Refused("no_device", "No device of theirs has been let in. Say that they are here with no device.")
        if inside and self.attendance in ("apologies", "invited"):
            raise Refused("has_device", "They are here on a device of their own.")
        without = self.attendance == "here" and not self.device
        if inside and without and not self.anyway:
            raise Refused("has_device", "They are here on a device of their own. Is it no longer any use to them?")
        # To state that whoever steers has left would be a way to take the meeting from them.
        if inside and (self.attendance == "left" or without) and "steer" in role_of(meeting, found).powers:
            raise Refused("holds_controls", "They have the chair's controls here. They leave with Leave.")

    def _check_times(self, meeting: Meeting, found: Attendee) -> None:
        came = self.joined_at or found.joined_at
        if self.attendance == "left" and self.at is not None and came is not None and self.at < came:
            raise Refused("bad_times", "They can't have left before they came. Look at the times again.")
        opened = meeting.facts.opened_at
        if opened is not None and any(one is not None and one < opened - _DAY for one in (self.at, self.joined_at)):
            raise Refused("bad_times", "That is before the day of the meeting. Look at the times again.")
