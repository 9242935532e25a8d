"""Showing what was private: one's own point, or all the points of a private writing together.

Beside the showing of numbers the only code that reads across own streams.
"""

from dataclasses import dataclass

from ..audiences import DESK, ROOM, To, own_stream
from ..kinds import Id
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.admission import role_of
from ..people.persons import Attendee, each_attendee, find_person
from ..refused import Refused
from .hold_points import holds
from .items import Item, ItemAdded, id_free
from .point_rules import confirmation_needed, may_write, was_away
from .private_points import PrivateItem, PrivateItemShown
from .private_writing import PrivateWritingEnded, apart_in, running
from .said import said_by
from .write_privately import own_item


def _becomes(meeting: Meeting, writer: Attendee, item: PrivateItem, shown_as: str) -> list[To]:
    """The point a private one becomes, where any new point of its writer's would go now; the private one is gone."""
    speaker = find_person(meeting, item.speaker)
    held = speaker.child or holds(meeting, role_of(meeting, writer))
    answered = item.answers and meeting.room.get(Item, item.answers)
    answers = item.answers if answered and not answered.taken_back else None
    added = ItemAdded(
        **said_by(item, answers=answers),
        item=shown_as,
        held=held,
        confirmed=confirmation_needed(meeting, writer.person, item.speaker),
        recorded_by=writer.id,
        away=was_away(meeting, item.speaker),
    )
    own = own_stream(writer.id)
    streams = (own, DESK) if held else (ROOM,)
    # Cleared from the own stream: taken back later, its text must not be left lying there.
    return [*(To(stream, added) for stream in streams), To(own, PrivateItemShown(item.id, shown_as), item.sources)]


@dataclass(frozen=True, slots=True)
class ShowPrivate:
    """Show one's private point to everyone, as the new point `shown_as` (its own id will do). A child's words, and any
    point while the chair holds new ones, wait on the chair's desk first.

    Refused: `shown`, `apart` while private writing goes on there, `column_not_yours`, `id_taken`.
    """

    item: Id
    shown_as: Id

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """A point like any other; the private one is gone."""
        item = own_item(meeting, actor, self.item)
        if apart_in(meeting, item.column):
            raise Refused("apart", "Everybody is writing apart just now. You can show this when that is over.")
        may_write(meeting, actor, item.column, item.speaker)
        if self.shown_as != item.id:
            id_free(meeting, self.shown_as)
        return _becomes(meeting, actor.attendee, item, self.shown_as)


@dataclass(frozen=True, slots=True)
class ShowPrivateWriting:
    """Show all the points of the private writing together. A child's words wait on the chair's desk first, and so does
    what the chair holds. Somebody who was removed meanwhile has no say in the room: theirs stay unseen.

    Refused: `not_apart`.
    """

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Every point in one transaction, each under its own id and in the order of the ids, which are random: neither
        who was first nor who sat next to whom can be read from it."""
        round = running(meeting).round
        written = [
            (item, attendee)
            for attendee in each_attendee(meeting)
            if attendee.attendance != "removed"
            for item in meeting.board(own_stream(attendee.id)).each(PrivateItem)
            if item.apart == round
        ]
        shown = [
            to
            for item, writer in sorted(written, key=lambda one: one[0].id)
            for to in _becomes(meeting, writer, item, item.id)
        ]
        return [To(ROOM, PrivateWritingEnded(round, shown=True)), *shown]
