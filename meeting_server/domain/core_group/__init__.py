"""What a core group looks at: visits, what agencies tell, triggers."""

from ..audiences import ROOM
from ..rules import SAID, TALK, Rule
from . import agency_updates, triggers, visits

COMMANDS: dict[type, Rule] = {
    visits.NoteVisit: Rule("detail", TALK),
    visits.TakeBackVisit: Rule("detail", SAID),
    agency_updates.GiveUpdate: Rule("detail", TALK),
    agency_updates.ClearUpdate: Rule("detail", SAID),
    triggers.AnswerTrigger: Rule("finish", SAID),
}
AFTER_YES: frozenset[type] = frozenset({agency_updates.GiveUpdate, visits.NoteVisit})
EVENTS: tuple[type, ...] = (
    visits.VisitNoted,
    visits.VisitTakenBack,
    agency_updates.UpdateGiven,
    agency_updates.UpdateCleared,
    triggers.TriggerAnswered,
)
THINGS: dict[type, tuple[str, ...]] = {
    visits.Visit: (ROOM,),
    agency_updates.Update: (ROOM,),
    triggers.TriggerAnswer: (ROOM,),
}
