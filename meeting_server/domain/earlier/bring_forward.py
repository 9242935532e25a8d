"""Bringing forward: what the chair chooses of an earlier meeting reaches the room as new things that say where from.

Nothing comes by itself. Who is in the room may not have been in that one, so the desk says who, before
the chair presses. People who are only named by it are named to the room then, and not before.
"""

from dataclasses import dataclass
from typing import Annotated

from ..audiences import DESK, ROOM, To
from ..board import Event
from ..kinds import Id, PersonId
from ..meeting import Meeting
from ..people.actor import Actor
from ..points.provenance import FamilyTold
from ..refused import Refused, not_found
from .carry_over import Bringing
from .desk import EarlierBrought, EarlierMeeting
from .said_without import check_told, family_reads


@dataclass(frozen=True, slots=True)
class BringPoint:
    """A worry, goal or action of an earlier meeting, and the id of the new point it becomes."""

    earlier: Id
    item: Id


@dataclass(frozen=True, slots=True)
class BringAsking:
    """The numbers of one asking for one child, both by the ids they had."""

    asking: Id
    child: PersonId


@dataclass(frozen=True, slots=True)
class BringForward:
    """Show everyone these things of an earlier meeting, which the chair has chosen: points, numbers, last ratings.

    `points` name each point and the id it gets here; `ratings` the children, by the ids they had; `family_rating` is
    that of the family, where it was rated as one. Say first who is who (`match_people`). What was said in a meeting
    without the family is brought to them one thing at a time, with `told`: who told them, and when. Refused:
    `not_matched`, `brought`, `nothing_chosen`, `no_place`, `id_taken`, `not_found`, `one_at_a_time`, `family_not_told`,
    `unknown_person`.
    """

    meeting: Id
    points: tuple[BringPoint, ...] = ()
    askings: tuple[BringAsking, ...] = ()
    ratings: Annotated[tuple[PersonId, ...], "children, by the ids they had there"] = ()
    family_rating: bool = False
    told: Annotated[FamilyTold | None, "how the family came to know what was said without them"] = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """New things for everyone, the people they name, and on the desk that they were brought."""
        earlier = meeting.desk.get(EarlierMeeting, self.meeting)
        if earlier is None:
            raise not_found()
        if not (self.points or self.askings or self.ratings or self.family_rating):
            raise Refused("nothing_chosen", "Choose what to bring forward.")
        bringing = Bringing(meeting, actor, earlier, self.told)
        said: list[Event] = [bringing.numbers(one.asking, one.child) for one in self.askings]
        said.extend(bringing.rating(child) for child in self.ratings)
        said += [bringing.rating(None)] if self.family_rating else []
        for one in self.points:
            said += bringing.point(one.earlier, one.item)
        if bringing.without and family_reads(meeting):
            check_told(meeting, len(bringing.keys), self.told)
        shown = [To(ROOM, event) for event in (*bringing.named(), *said)]
        return [*shown, To(DESK, EarlierBrought(earlier.id, tuple(bringing.keys)))]
