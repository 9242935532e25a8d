"""Letting in: who waits at the door comes into the room, and reads from then on what stands there.

It stands in this room and not with the door, because it looks at the words they would read.
"""

from dataclasses import dataclass
from typing import Annotated

from ..audiences import DESK, To
from ..kinds import Id
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.apart import apart_from
from ..people.lobby import DeviceMoved, joining, waiting_device
from ..people.persons import Attendee, attendee_of, find_attendee
from ..refused import Refused
from .childrens_words import childrens_words_for


def _meets(meeting: Meeting, attendee: Attendee) -> bool:
    """True if a person is here from whom this attendee's person is kept apart."""
    others = apart_from(meeting, attendee.person)
    return any((found := attendee_of(meeting, one)) and found.attendance == "here" for one in others)


@dataclass(frozen=True, slots=True)
class LetIn:
    """Let a waiting device in; its person joins the meeting if they were not here yet, or were without a device.

    Refused: `kept_apart` (a person from whom theirs is kept apart is here), unless `together` says that it was asked
    about once more. Two desks that each let in one of the two can't bring them together unseen. Refused:
    `childs_words` (a person of family or network would read a child's words, found safe for those who were here),
    until the chair says `still_safe` or the words are put aside.
    """

    device: Id
    together: Annotated[bool, "they are let in although one they are kept apart from is here"] = False
    still_safe: Annotated[bool, "the chair looked at the children's words: they are safe with this person too"] = False

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The device is in, and its person here."""
        device = waiting_device(meeting, self.device)
        attendee = find_attendee(meeting, device.attendee)
        if attendee and attendee.attendance != "here" and not self.together and _meets(meeting, attendee):
            raise Refused("kept_apart", "Somebody is here from whom they are kept apart. Ask first.")
        # Whether a child's words are safe to show is the chair's alone to say (D10).
        answered = self.still_safe and actor.may("steer")
        if attendee and not answered and childrens_words_for(meeting, attendee):
            raise Refused(
                "childs_words",
                "They would also read a child's own words. The chair first says that these are still safe, or they are "
                "put aside.",
            )
        here = joining(meeting, attendee) if attendee else []
        return [*here, To(DESK, DeviceMoved(device.id, "in"))]
