"""Who may do what, when: a table. Every command stands here, or it is refused; the registry test holds that."""

from typing import NamedTuple

from . import (
    actions,
    addenda,
    agreed,
    ending,
    held_numbers,
    items,
    leaving,
    lobby,
    moving,
    people,
    placing,
    ratings,
    releasing,
    rounds,
    showing,
    statements,
    taking_back,
)
from .meeting import Actor, Meeting
from .refused import Refused
from .template import Power


class Rule(NamedTuple):
    """The power a command needs (None: anyone who is in the room) and the states of the meeting it is allowed in."""

    power: Power | None
    states: frozenset[str]


_OPEN = frozenset({"open"})
_RUNNING = frozenset({"prepared", "open", "paused"})
_DRAFT = frozenset({"open", "ended"})
_LIVE = frozenset({"prepared", "open", "paused", "ended"})
_ALWAYS = _LIVE | {"finished"}

PERMISSIONS: dict[type, Rule] = {
    lobby.LetIn: Rule("minute", _LIVE),
    lobby.TurnAway: Rule("minute", _LIVE),
    leaving.RemoveAttendee: Rule("steer", _LIVE),
    leaving.Leave: Rule(None, _ALWAYS),
    people.AddPerson: Rule("type_for", _DRAFT | _RUNNING),
    items.AddItem: Rule("contribute", _OPEN),
    items.ChangeItem: Rule("contribute", _DRAFT),
    moving.MoveItem: Rule("contribute", _DRAFT),
    taking_back.TakeBackItem: Rule("contribute", _DRAFT),
    releasing.ReleaseItem: Rule("steer", _DRAFT),
    statements.AgreeItem: Rule("contribute", _DRAFT),
    statements.SeeDifferently: Rule("contribute", _DRAFT),
    statements.TakeBackView: Rule("contribute", _DRAFT),
    statements.ConfirmWords: Rule(None, _DRAFT),
    actions.SetAction: Rule("contribute", _DRAFT),
    actions.AcceptAction: Rule(None, _DRAFT),
    rounds.AskNumbers: Rule("steer", _OPEN),
    placing.SaveNumber: Rule("contribute", _OPEN),
    showing.ShowNumbers: Rule("steer", _OPEN),
    showing.HideNumbers: Rule("steer", _DRAFT),
    held_numbers.ReleaseNumber: Rule("steer", _DRAFT),
    agreed.AgreeNumber: Rule("steer", _DRAFT),
    ratings.SetRating: Rule("finish", _DRAFT),
    ratings.ShowRating: Rule("finish", _DRAFT),
    ratings.RateDifferently: Rule("contribute", _DRAFT),
    ending.OpenMeeting: Rule("steer", frozenset({"prepared"})),
    ending.EndMeeting: Rule("steer", frozenset({"open", "paused"})),
    ending.FinishMeeting: Rule("finish", frozenset({"ended"})),
    addenda.AddAddendum: Rule("minute", frozenset({"finished"})),
}

_WRONG_STATE = {
    "prepared": "The meeting has not started yet.",
    "open": "The meeting is still going on.",
    "paused": "The meeting is paused.",
    "ended": "The meeting has ended, so nothing new can be added.",
    "finished": "The record is finished and locked. It can only be added to.",
}


def allow(meeting: Meeting, actor: Actor, command: object) -> None:
    """Refuses (`may_not`, `wrong_state`) unless the table lets this attendee do this now."""
    rule = PERMISSIONS.get(type(command))
    if rule is None or (rule.power is not None and not actor.may(rule.power)):
        raise Refused("may_not", "Your role in this meeting can't do that.")
    if meeting.state not in rule.states:
        raise Refused("wrong_state", _WRONG_STATE[meeting.state])
