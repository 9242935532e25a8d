"""Permissions: who may do what, and when; the rooms' rules as one table. A command that no room lists is refused."""

from . import agenda, asides, core_group, deciding, earlier, ending, numbers, people, points, supervision
from .meeting import Meeting
from .people.actor import Actor
from .refused import Refused, sentence
from .rules import Rule, joined

PERMISSIONS: dict[type, Rule] = joined(
    people.COMMANDS,
    agenda.COMMANDS,
    points.COMMANDS,
    numbers.COMMANDS,
    deciding.COMMANDS,
    core_group.COMMANDS,
    supervision.COMMANDS,
    earlier.COMMANDS,
    asides.COMMANDS,
    ending.COMMANDS,
)

PREPARING = points.PREPARING | supervision.PREPARING
"""What may be asked from the lobby before the meeting: what stays one's own, the word that it is ready, and one's own
summary, which is everyone's once it is finished (decision 0026)."""

AFTER_YES = points.AFTER_YES | numbers.AFTER_YES | deciding.AFTER_YES | core_group.AFTER_YES | supervision.AFTER_YES
"""Positions: typed for somebody who asked for it, they count once that person has said yes."""

_WRONG_STATE = {
    "prepared": sentence("The meeting has not started yet."),
    "open": sentence("The meeting is still going on."),
    "paused": sentence("The meeting is paused."),
    "ended": sentence("The meeting has ended, so nothing new can be added."),
    "finished": sentence("The record is finished and locked. It can only be added to."),
    "cancelled": sentence("This meeting will not take place."),
}


def allow(meeting: Meeting, actor: Actor, command: object) -> None:
    """Refuses (`may_not`, `wrong_state`) unless the table lets this attendee do this now."""
    rule = PERMISSIONS.get(type(command))
    if actor.role.screen == "projector":
        # Its address stands in front of the whole room, on a computer that belongs to nobody there.
        raise Refused("may_not", "The big screen only shows.")
    if rule is None or (rule.power is not None and not actor.may(rule.power)):
        raise Refused("may_not", "Your role in this meeting can't do that.")
    if meeting.state not in rule.states:
        raise Refused("wrong_state", _WRONG_STATE[meeting.state])
