"""A case supervision in the middle of its work, for the tests of the domain and of the record: Ines is its team manager,
Kit the social worker, Zara works with victims, Bex on recovery. Marla and Dorran are spoken of and not there."""

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.earlier.desk import EarlierPerson
from meeting_server.domain.earlier.match_people import MatchPeople, Same
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.kinds import Colour
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.attendance import AttendeeInvited
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.supervision.adult_views import ViewAdult
from meeting_server.domain.supervision.behaviours import AddBehaviour
from tests.scenes.builders import CASE, Outcome, after, attendee, given, let_in, new, person, room
from tests.scenes.earlier import then, told

MARLA, DORRAN = person("marla"), person("dorran")
DRINK = new("behaviour:drink")
RANG, OFF = "I rang Bex at 6am.", "I want off it."
WORKERS = {"zara": ("victim_worker", "support"), "bex": ("recovery_worker", "recovery")}


def supervision(**more: object) -> Meeting:
    """A supervision with everybody in it who is invited."""
    meeting = room("supervision", family_present=False, **more)  # type: ignore[arg-type]
    for who, (role, agency) in WORKERS.items():
        invited = AttendeeInvited(attendee(who), person(who), role, agency)
        meeting = let_in(after(meeting, [To(ROOM, invited)]), who)
    return meeting


def drink(answer: str = "action", **more: object) -> ViewAdult:
    """A view of Marla and alcohol."""
    return ViewAdult("ready", MARLA, answer, DRINK, **more)  # type: ignore[arg-type]


def busy() -> Outcome:
    """Two people see Marla and alcohol differently; of the others nobody has said anything."""
    said = given(supervision()).when("kit", AddBehaviour(DRINK, MARLA, "Alcohol")).ok()
    said = said.when("bex", drink(lapse=True, why="9 of 10 sessions.", quote=RANG, talk="steps")).ok()
    return said.when("kit", drink("contemplation", why="She says it is her business.")).ok()


REASON = "Juniper sings again, Pip sleeps, and Sorrel gains weight; the bail ends soon."
TELLS = AddItem(new("tells"), "hearing", "Kit rings Marla.")


def rated(said: Outcome, colour: Colour | None = "amber", name: str = "rating") -> Outcome:
    """The manager has rated the family and shown it."""
    said = said.when("ines", SetRating(new(name), None, colour, REASON, "Another month.")).ok()
    return said.when("ines", ShowRating(new(name))).ok()


def told_when(said: Outcome) -> Outcome:
    """Somebody is to tell the family, on a day."""
    return said.when("kit", TELLS).ok().when("kit", SetAction(new("tells"), (person("kit"),), "2026-03-20")).ok()


def met_before() -> Meeting:
    """A supervision of the same family whose record is locked; the family was red."""
    return ended(rated(told_when(given(supervision())), "red")).ok().when("ines", FinishMeeting("FINISH")).ok().meeting


def next_one(*left_out: str) -> Outcome:
    """The next supervision, with the one before on its desk. `left_out`: children who are nobody here."""
    meeting = after(supervision(), told(met_before()))
    wanted = [one.id for one in meeting.desk.each(EarlierPerson)]
    here = {then(person(one.key)): person(one.key) for one in CASE.people if one.key not in left_out}
    return given(meeting).when("ines", MatchPeople(tuple(Same(one, here.get(one)) for one in wanted))).ok()


def ended(said: Outcome) -> Outcome:
    """The meeting has ended, with a reason for whatever is still open."""
    every = tuple(Reason(one.key, "Said aloud.") for one in said.meeting.template.checks)
    return said.when("ines", EndMeeting(every))
