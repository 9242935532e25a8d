"""Reading back: words typed for somebody are read to them, and what they answer aloud is kept (S14)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..audiences import To
from ..board import Board, Change, When
from ..kinds import Id
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import find_attendee
from ..people.speaking_for import how_to_speak
from ..refused import Refused
from .items import Item
from .views import standing


@dataclass(frozen=True, slots=True)
class WordsReadBack:
    """Words typed for somebody were read back to them, and they answered aloud."""

    item: Id
    right: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = board.get(Item, self.item)
        if item and item.taken_back is None:
            answered = replace(
                item, confirmed="yes" if self.right else "no", read_back_at=when.time, read_back_by=when.actor
            )
            yield Change("items", item.id, answered)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Read back, said yes (or not right): what the speaker answered aloud about words typed for them.

    For those who are here without a device, or were not invited and are asked on the telephone, by the chair, the
    minute-taker or whoever they named to type for them, who does not confirm what they typed themselves; what somebody
    answered on a device of their own stands. Refused: `own_words` (the speaker typed them, or it is you who spoke),
    `answered_already`, `own_device`, `away`, `may_not_type_for`, `taken_back`, `held`.
    """

    item: Id
    right: bool

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The speaker's answer, where the point is."""
        stream, item = standing(meeting, actor, self.item)
        typist = find_attendee(meeting, item.recorded_by)
        if item.speaker == actor.person or (item.confirmed == "none" and typist and typist.person == item.speaker):
            raise Refused("own_words", "Reading back is for words that were typed for somebody else.")
        if item.confirmed in ("yes", "no") and item.read_back_at is None:
            raise Refused("answered_already", "They have answered this themselves. Their answer stands.")
        how_to_speak(meeting, actor, item.speaker, "read_back", typed=item.recorded_by == actor.id)
        return [To(stream, WordsReadBack(item.id, self.right))]
