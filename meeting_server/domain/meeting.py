"""The folded meeting: its template and one board for each stream."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rpds import HashTrieMap

from .audiences import DESK, ROOM
from .board import Board, Change, Event, When
from .facts import MeetingFacts, State
from .refused import not_found
from .template.template import Template

_BLANK = Board()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as its log says it is now. Immutable; `after` costs the same however long the meeting has run.

    `room` is what the whole room has been told, `desk` what is on the chair's desk: both are among `boards`, and
    asked for a dozen times at every command.
    """

    id: str
    template: Template
    boards: HashTrieMap[str, Board] = field(default_factory=HashTrieMap)
    room: Board = _BLANK
    desk: Board = _BLANK

    def board(self, stream: str) -> Board:
        """The board of a stream, blank if nothing was said there."""
        return self.boards.get(stream, _BLANK)

    @property
    def facts(self) -> MeetingFacts:
        """State, setting and occasion of the meeting."""
        facts = self.room.get(MeetingFacts, "meeting")
        if facts is None:
            raise not_found()
        return facts

    @property
    def state(self) -> State:
        """Where the meeting stands. It is `finished` when its record is locked."""
        return self.facts.state

    @property
    def is_over(self) -> bool:
        """True if the meeting has ended: who was there is settled, and who works on its record is not attendance."""
        return self.state in ("ended", "finished")

    def after(self, stream: str, event: Event, when: When) -> tuple[Meeting, list[Change]]:
        """This meeting once `event` stands in `stream`, and what changed on that stream's board."""
        board, changed = self.board(stream).after(event, when)
        return self.with_board(stream, board), changed

    def with_board(self, stream: str, board: Board) -> Meeting:
        """This meeting with another board in the place of that stream's."""
        room = board if stream == ROOM else self.room
        desk = board if stream == DESK else self.desk
        return Meeting(self.id, self.template, self.boards.insert(stream, board), room, desk)

    def children(self) -> list[str]:
        """Ids of the children the meeting is about, in the order they were named."""
        return list(self.facts.children)

    def taken(self, cls: type[Any], id: str) -> bool:
        """True if this id is in use anywhere in the meeting. Costs the number of streams, not of things."""
        return any(board.get(cls, id) is not None for board in self.boards.values())
