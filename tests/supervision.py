"""A case supervision in the middle of its work, for the tests of the domain and of the record: Ines is its team manager,
Kit the social worker, Zara works with victims, Bex on recovery. Marla and Dorran are spoken of and not there."""

from meeting_server.domain.adult_views import ViewAdult
from meeting_server.domain.attendance import AttendeeInvited
from meeting_server.domain.audiences import EVERYONE, To
from meeting_server.domain.behaviours import AddBehaviour
from meeting_server.domain.meeting import Meeting
from tests.builders import Outcome, after, attendee, given, let_in, new, person, room

MARLA, DORRAN = person("marla"), person("dorran")
DRINK = new("behaviour:drink")
RANG, OFF = "I rang Bex at 6am.", "I want off it."
WORKERS = {"zara": ("victim_worker", "support"), "bex": ("recovery_worker", "recovery")}


def supervision(**more: object) -> Meeting:
    """A supervision with everybody in it who is invited."""
    meeting = room("supervision", **more)  # type: ignore[arg-type]
    for who, (role, agency) in WORKERS.items():
        invited = AttendeeInvited(attendee(who), person(who), role, agency)
        meeting = let_in(after(meeting, [To(EVERYONE, invited)]), who)
    return meeting


def drink(answer: str = "action", **more: object) -> ViewAdult:
    """A view of Marla and alcohol."""
    return ViewAdult("ready", MARLA, answer, DRINK, **more)  # type: ignore[arg-type]


def busy() -> Outcome:
    """Two people see Marla and alcohol differently; of the others nobody has said anything."""
    said = given(supervision()).when("kit", AddBehaviour(DRINK, MARLA, "Alcohol")).ok()
    said = said.when("bex", drink(lapse=True, why="9 of 10 sessions.", quote=RANG, talk="steps")).ok()
    return said.when("kit", drink("contemplation", why="She says it is her business.")).ok()
