"""Writing for oneself: private points, before the meeting or in it, changed and dropped with nobody told."""

from dataclasses import dataclass
from typing import Annotated

from ..audiences import To, own_stream
from ..kinds import Count, Id, Text
from ..meeting import Meeting
from ..people.actor import Actor, look_for
from ..refused import Refused, not_found
from .items import Item, id_free
from .point_rules import Saying, said_of, speaker_of
from .private_points import PrivateItem, PrivateItemChanged, PrivateItemDropped, PrivateItemWritten
from .private_writing import apart_in


def own_item(meeting: Meeting, actor: Actor, id: str) -> PrivateItem:
    """One's own private point. Refused: `shown` when the room has it by now, else as not found."""
    item = meeting.board(own_stream(actor.id)).get(PrivateItem, id)
    if item is None:
        if next(look_for(meeting, actor, Item, id), None):
            raise Refused("shown", "The room has this point already. Change it on the board.")
        raise not_found()
    return item


@dataclass(frozen=True, slots=True)
class WritePrivately(Saying):
    """Write a point nobody else can see: to prepare, or for oneself first. The fields are those of `add_item`.

    With `apart` it is written in that private writing and shown with the others'; if that is over by the time it
    arrives, it stays its writer's alone. Refused: `unknown_column`, `unknown_category`, `unknown_child`,
    `unknown_language`, `may_not_type_for`, `may_not_detail`, `column_not_yours`, `how_obtained`, `id_taken`,
    `not_found`.
    """

    apart: Annotated[Id | None, "the private writing it is written in, or null to keep it for oneself"] = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The private point, in its writer's own stream and nowhere else."""
        speaker = speaker_of(meeting, actor, self)
        id_free(meeting, self.item)
        if self.answers is not None and meeting.room.get(Item, self.answers) is None:
            raise not_found()
        now = apart_in(meeting, self.column)
        apart = now.round if now and now.round == self.apart else None
        written = PrivateItemWritten(**said_of(meeting, self, speaker), item=self.item, apart=apart)
        return [To(own_stream(actor.id), written)]


@dataclass(frozen=True, slots=True)
class ChangePrivate:
    """Change the text of a private point. `version` is the one its writer was looking at: they may have two devices.

    Refused: `changed` (with the text and version as they are now), `shown`.
    """

    item: Id
    version: Count
    text: Text

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The new text, for its writer."""
        item = own_item(meeting, actor, self.item)
        if item.version != self.version:
            raise Refused(
                "changed", "You changed this on another device meanwhile.", text=item.text, version=item.version
            )
        return [To(own_stream(actor.id), PrivateItemChanged(item.id, self.text))]


@dataclass(frozen=True, slots=True)
class DropPrivate:
    """Drop a private point: its text goes for good, from the log too. Nobody is told that it was. Refused: `shown`."""

    item: Id

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """It is gone, and every event that held its text redacted."""
        item = own_item(meeting, actor, self.item)
        return [To(own_stream(actor.id), PrivateItemDropped(item.id), redacts=item.sources)]
