"""Leaving the meeting: of one's own accord, or removed by the chair.

What somebody said stays when they go.
"""

from dataclasses import dataclass
from typing import Annotated

from ..audiences import DESK, ROOM, To
from ..kinds import AttendeeId, Line
from ..meeting import Meeting
from ..refused import Refused, not_found
from .actor import Actor
from .attendance import AttendanceStated
from .hands_up import hand_down
from .lobby import Device, DeviceMoved
from .minute_taking import MinutesHanded, MinuteTaking
from .persons import Attendee, find_attendee
from .removals import RemovalExplained


@dataclass(frozen=True, slots=True)
class RemoveAttendee:
    """Remove somebody at once, on all their devices, and stop their link; the reason stays on the chair's desk.

    Whoever is not here is turned away for good, and their attendance stays as it is. After the end they are shut out of
    the draft or the locked record, and were at the meeting all the same. Refused: `not_yourself`; `the_chair`, so that
    nobody who has the controls can keep them from the chair.
    """

    attendee: AttendeeId
    reason: Annotated[Line, "why, for the chair's desk only"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Their attendance ends for everyone, their devices on the chair's desk."""
        found = find_attendee(meeting, self.attendee)
        if found is None:
            raise not_found()
        if found.id == actor.id:
            raise Refused("not_yourself", "You can't remove yourself. Use Leave.")
        if "steer" in meeting.template.role(found.role).powers:
            raise Refused("the_chair", "The chair can't be removed from their own meeting.")
        was_here = found.attendance == "here" and not meeting.is_over
        return [
            *([To(ROOM, AttendanceStated(found.id, "removed"))] if was_here else _lays_down(meeting, found)),
            *(
                To(DESK, DeviceMoved(device.id, "gone"))
                for device in meeting.desk.each(Device)
                if device.attendee == found.id and device.state in ("in", "waiting")
            ),
            To(DESK, RemovalExplained(found.id, self.reason)),
            *hand_down(meeting, found.person),
        ]


def _lays_down(meeting: Meeting, found: Attendee) -> list[To]:
    """The minutes of the draft, if they have them: with their attendance, which stays, those would not go."""
    minutes = meeting.room.get(MinuteTaking, "minute_taking")
    writes = meeting.state == "ended" and minutes is not None and minutes.holder == found.id
    return [To(ROOM, MinutesHanded(None))] if writes else []


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave on this device. With the last of their devices the person has left the meeting; what they said stays.

    Whoever closes the board after the end was there to the end.
    """

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """This device is gone; perhaps its person too."""
        others = any(
            one.attendee == actor.id and one.state == "in" and one.id != actor.device
            for one in meeting.desk.each(Device)
        )
        said = [To(DESK, DeviceMoved(actor.device, "gone"))]
        if not others and not meeting.is_over:
            said.insert(0, To(ROOM, AttendanceStated(actor.id, "left")))
            said += hand_down(meeting, actor.person)
        return said
