"""A team at case supervision, for the tests of the domain and of the record: the demo's family with workers of each kind.

Ines is the team manager, Tolly takes the minutes, Kit is the social worker, Zephyr and Morrow work with each side of the
abuse, Orla is the psychologist, and nobody comes for the children's own work.
"""

from collections.abc import Collection

from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.board import Event
from meeting_server.domain.ending.ending import MeetingOpened
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.add_person import PersonAdded
from meeting_server.domain.people.attendance import AttendanceStated, AttendeeInvited
from meeting_server.domain.people.lobby import DeviceArrived
from tests.scenes.builders import after, attendee, device, let_in, person, prepared

ROLES = {
    "zephyr": ("Zephyr Tolland", "victim_worker", "support"),
    "morrow": ("Morrow Kestwick", "perpetrator_worker", "police"),
    "orla": ("Orla Windsedge", "psychologist", "health"),
    "emlyn": ("Emlyn Harrow", "recovery_worker", "recovery"),
    "wren": ("Wren Ashby", "recovery_worker", "recovery"),
}
FAMILY = ("pip", "sorrel", "juniper", "marla")
EVERYBODY = ("ines", "tolly", "kit", *ROLES)
WORDS = "Her mood is low. We have a sleep plan, and go at her pace."
HALF = "I think she may"


def invited() -> Meeting:
    """The meeting as it was made: nobody is in yet."""
    said: list[Event] = []
    for key, (name, role, agency) in ROLES.items():
        said.append(PersonAdded(person(key), False, name, "", "", agency))
        said.append(AttendeeInvited(attendee(key), person(key), role, agency))
    meeting = prepared("supervision", family_present=False, only=("ines", "tolly", "kit", *FAMILY))
    return after(meeting, (To(ROOM, event) for event in said))


def team(*, opened: bool = True, absent: Collection[str] = ("orla",)) -> Meeting:
    """Everybody but those absent in the room, and the meeting open unless said otherwise."""
    meeting = let_in(invited(), *(key for key in EVERYBODY if key not in absent))
    return after(meeting, [To(ROOM, MeetingOpened())]) if opened else meeting


def at_the_door(meeting: Meeting, who: str, *, apologies: bool = False) -> Meeting:
    """The same once somebody opened their link on their one device, and waits."""
    sorry = [To(ROOM, AttendanceStated(attendee(who), "apologies"))] if apologies else []
    came = To(DESK, DeviceArrived(device(who), attendee(who), "computer", False, True, True))
    return after(meeting, [*sorry, came])
