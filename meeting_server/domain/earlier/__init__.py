"""Earlier meetings of a family on the chair's desk, and bringing forward."""

from ..audiences import DESK, ROOM
from ..rules import RUNNING, Rule
from . import bring_forward, brought, desk, match_people

COMMANDS: dict[type, Rule] = {
    match_people.MatchPeople: Rule("steer", RUNNING),
    bring_forward.BringForward: Rule("steer", RUNNING),
}
EVENTS: tuple[type, ...] = (
    desk.EarlierMeetingRead,
    desk.EarlierPersonNamed,
    desk.EarlierBrought,
    match_people.EarlierPeopleMatched,
    brought.EarlierNumbersShown,
    brought.EarlierRatingShown,
)
THINGS: dict[type, tuple[str, ...]] = {
    desk.EarlierMeeting: (DESK,),
    desk.EarlierPerson: (DESK,),
    brought.EarlierNumbers: (ROOM,),
    brought.EarlierRating: (ROOM,),
}
