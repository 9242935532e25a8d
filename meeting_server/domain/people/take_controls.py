"""Taking the chair's controls: the named deputy, the chair again, or whoever signed in when nobody steers any more.

The chair's browser is gone and no deputy was named. Who is connected is in no log: the server says with the command
whether whoever steers has been gone for a while (`Actor.unsteered`), as it says of an arriving device whether another
is connected. What comes of it is an event like any other, with the name of whoever took over.
"""

from dataclasses import dataclass

from ..audiences import DESK, ROOM, To
from ..facts import RUNNING
from ..meeting import Meeting
from ..refused import Refused
from .actor import Actor
from .chair_controls import Controls, ControlsMoved, may_stand_in
from .lobby import Device, DeviceMoved, find_device, joining


@dataclass(frozen=True, slots=True)
class TakeControls:
    """Take the chair's controls, as the named deputy; take them back, as the chair; or take over, having signed in as
    one of the professionals, while whoever has them is gone. Who takes over from the door comes in with it.

    Refused: `not_deputy`, `has_controls`; `steered` where whoever has them is connected, or was a moment ago.
    """

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The controls with whoever asked; the one who had them has them no more."""
        now = meeting.room.get(Controls, "controls")
        chair = "steer" in meeting.template.role(actor.attendee.role).powers
        device = find_device(meeting, actor.id, actor.device)
        named = chair or (now is not None and now.deputy == actor.id)
        holder = None if chair else actor.id
        if (now.holder if now else None) == holder:
            raise Refused("has_controls", "You have the chair's controls already.")
        outside = device is not None and device.state == "waiting"
        if not named or outside:
            _check_stand_in(meeting, actor, device)
        comes_in = [*joining(meeting, actor.attendee), To(DESK, DeviceMoved(actor.device, "in"))]
        return [*(comes_in if outside else []), To(ROOM, ControlsMoved(holder, stood_in=not named))]


def _check_stand_in(meeting: Meeting, actor: Actor, device: Device | None) -> None:
    if not can_stand_in(meeting, actor, device):
        raise Refused("not_deputy", "Only the deputy whom the chair named can take the controls.")
    if not actor.unsteered:
        raise Refused("steered", "Whoever has the chair's controls is connected. Ask them.")


def can_stand_in(meeting: Meeting, actor: Actor, device: Device | None) -> bool:
    """True if this is somebody who could take over if nobody steered: signed in, one of the professionals who hear what
    professionals hear, in a meeting that is going on. A link is not enough: it may be in other hands."""
    role = meeting.template.role(actor.attendee.role)
    return meeting.state in RUNNING and device is not None and device.signed_in and may_stand_in(role)
