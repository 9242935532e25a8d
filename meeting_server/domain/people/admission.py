"""Admission: who may act now, from which device, and as what."""

from dataclasses import replace

from ..facts import RUNNING
from ..meeting import Meeting
from ..template.template import Power, Role, discipline_of
from .actor import Actor
from .chair_controls import Controls, role_now
from .lobby import find_device, may_come_in
from .minute_taking import MinuteTaking, role_with_minutes
from .persons import Attendee, find_attendee

PREPARES_WITH = ("contribute", "detail")
"""What a role may do in the lobby, of what it may do: no name of anybody is known there, so nobody is typed for."""


def role_of(meeting: Meeting, attendee: Attendee) -> Role:
    """What this attendee may do, hear and see now: their role, who takes the minutes, and who has the chair's
    controls. `template.role` is what they were invited as."""
    taking = meeting.room.get(MinuteTaking, "minute_taking")
    role = role_with_minutes(meeting.template, taking, attendee.id, meeting.template.role(attendee.role))
    return role_now(meeting.template, meeting.room.get(Controls, "controls"), attendee.id, role)


def actor_of(meeting: Meeting, attendee: str, device: str) -> Actor | None:
    """The one who may act from this device now: let in, not removed, and the meeting not finished. Then those with
    the minute-taker's power stay, for addenda and the record, if they signed in: a link opens no locked record. The
    chair has no link but in the demo. None otherwise, whatever the reason."""
    who, on = find_attendee(meeting, attendee), find_device(meeting, attendee, device)
    if who is None or on is None or on.state != "in" or not (meeting.is_over or who.attendance == "here"):
        return None
    actor = Actor(who, device, role_of(meeting, who))
    if meeting.state != "finished":
        return actor
    by_name = on.signed_in or "steer" in meeting.template.role(who.role).powers
    return actor if by_name and actor.may("minute") else None


def preparer_of(meeting: Meeting, attendee: str, device: str) -> Actor | None:
    """The one who may prepare from this device now though nobody has let it in: before the meeting, on the first
    device that opened their link, and nothing but points for themselves (decision 0017) and their own summary. Who
    sent apologies may write that too (0026). They hold their own stream alone. None otherwise."""
    who, on = find_attendee(meeting, attendee), find_device(meeting, attendee, device)
    if who is None or on is None or meeting.state != "prepared":
        return None
    role = meeting.template.role(who.role)
    excused = who.attendance == "apologies" and discipline_of(meeting.template, role.key) is not None
    if who.attendance != "invited" and not excused:
        return None
    if on.state != "waiting" or not on.first or "contribute" not in role.powers:
        return None
    powers: tuple[Power, ...] = tuple(one for one in role.powers if one in PREPARES_WITH)
    return Actor(who, device, replace(role, powers=powers, audiences=()))


def actor_at_the_door(meeting: Meeting, attendee: str, device: str) -> Actor | None:
    """Returns an actor for an attendee who signed in and waits on this device while the meeting goes on, unless they
    were turned away. They hear nothing; they may take over where no one steers. None otherwise."""
    who, on = find_attendee(meeting, attendee), find_device(meeting, attendee, device)
    waits = on is not None and on.state == "waiting" and on.signed_in
    if who is None or not waits or meeting.state not in RUNNING or not may_come_in(meeting, who):
        return None
    return Actor(who, device, replace(meeting.template.role(who.role), audiences=()))
