"""Taking a point back: its text goes for good, the mark stays."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..audiences import DESK, ROOM, To, own_stream
from ..board import Board, Change, When
from ..kinds import AttendeeId, Id, Key, Line, PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from .items import Item, Order, TakenBack, said_here
from .said import unsaid


@dataclass(frozen=True, slots=True)
class ItemTakenBack:
    """It was taken back. Says enough of itself to stand alone once the text before it is redacted."""

    item: Id
    column: Key
    children: tuple[PersonId, ...]
    speaker: PersonId
    recorded_by: AttendeeId
    why: Line
    order: Order
    said_at: Stamp

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        gone = TakenBack(when.actor, when.time, self.why)
        item = Item(
            **unsaid(self.column, self.children, self.speaker),
            id=self.item,
            recorded_by=self.recorded_by,
            order=self.order,
            at=self.said_at,
            version=0,
            taken_back=gone,
        )
        yield Change("items", self.item, item)


@dataclass(frozen=True, slots=True)
class TakeBackItem:
    """Take a point back: its text goes from every screen, the log, the record and the exports at once.

    That something was taken back, by whom and `why`, stays. Of a child's words, both the held and the shown one go. By
    the speaker; of words typed for them by whoever typed them or the minute-taker, until the speaker has said yes.
    Refused: `not_found`, `taken_back`, `not_yours`.
    """

    item: Id
    why: Line = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """A mark in place of the point, and the redaction of every event that held its text."""
        stream, item = said_here(meeting, actor, self.item, "take_back")
        return [self._mark(one, held) for one, held in everywhere(meeting, stream, item)]

    def _mark(self, stream: str, item: Item) -> To:
        back = ItemTakenBack(
            item.id, item.column, item.children, item.speaker, item.recorded_by, self.why, item.order, item.at
        )
        return To(stream, back, redacts=item.sources)


def everywhere(meeting: Meeting, stream: str, item: Item) -> Iterable[tuple[str, Item]]:
    """This point and its copies, each with its stream: of a child's words the held and the shown one."""
    yield stream, item
    ids = {item.id} | ({item.shown_as} if item.shown_as else set())
    desk = meeting.desk
    held = next((one for one in desk.each(Item) if one.shown_as == item.id), None) if stream == ROOM else None
    for id in ids | ({held.id} if held else set()):
        for other in (ROOM, DESK, own_stream(item.recorded_by)):
            found = meeting.board(other).get(Item, id)
            if found and other != stream and found.taken_back is None:
                yield other, found
