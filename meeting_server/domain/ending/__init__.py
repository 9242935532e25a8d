"""The checks before the end, the end, the lock, and what is added after it."""

from ..audiences import DESK, ROOM
from ..rules import ENDED, FINISHED, PREPARED, TALK, Rule
from . import addenda, cancel, ending

COMMANDS: dict[type, Rule] = {
    ending.OpenMeeting: Rule("steer", PREPARED),
    ending.EndMeeting: Rule("steer", TALK),
    ending.FinishMeeting: Rule("finish", ENDED),
    addenda.AddAddendum: Rule("minute", FINISHED),
}
EVENTS: tuple[type, ...] = (
    ending.MeetingOpened,
    ending.MeetingEnded,
    ending.ReasonsKept,
    ending.MeetingFinished,
    ending.OwnStreamCleared,
    addenda.AddendumAdded,
    cancel.MeetingCancelled,
    cancel.MeetingPutBack,
)
THINGS: dict[type, tuple[str, ...]] = {
    addenda.Addendum: (ROOM,),
    ending.CheckAnswer: (ROOM, DESK),
}
