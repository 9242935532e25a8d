"""Answering: a goal answers a danger, a good thing helps with a worry, an action serves a goal (L6, D7, U6)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from ..audiences import To
from ..board import Board, Change, When
from ..kinds import Id
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused, not_found
from ..template.template import Template
from .items import Item, not_held, writable

_GOOD = frozenset({"strength", "safety"})


@dataclass(frozen=True, slots=True)
class ItemAnswers:
    """It was said which point this one answers, or that it answers none."""

    item: Id
    answers: Id | None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = board.get(Item, self.item)
        if item and item.taken_back is None:
            yield Change("items", item.id, replace(item, answers=self.answers))


def is_good_thing(template: Template, item: Item) -> bool:
    """True if it stands where good things do, sorted or not. A good thing helps with a danger and is no goal that
    answers it (D7): it may be there already, and the danger still be feared."""
    category, column = template.category(item.column, item.category), template.column(item.column)
    if category:
        return category.role in _GOOD
    return column is not None and any(one.role in _GOOD for one in column.categories)


def answerable(board: Board, item: str, answers: str | None) -> None:
    """Refuses what a point can't answer: one that is not on its own board, itself, or one that answers it in turn."""
    seen = {item}
    if answers in seen:
        raise Refused("answers_itself", "A point can't answer itself.")
    if answers is not None and board.get(Item, answers) is None:
        raise not_found()
    following = answers
    while following is not None:
        if following in seen:
            raise Refused("answers_in_a_ring", "That point answers this one already. It can't be both ways round.")
        seen.add(following)
        on = board.get(Item, following)
        following = on.answers if on else None


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """Say which point this one answers: a goal its danger, a good thing the worry it helps with, an action its goal.

    `answers` None takes the link off. Both stand on the same board. For whoever may change the point. Refused:
    `not_found`, `taken_back`, `not_yours`, `held`, `answers_itself`, `answers_in_a_ring`.
    """

    item: Id
    answers: Annotated[Id | None, "the point this one answers, or none"] = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The link."""
        stream, item = writable(meeting, actor, self.item)
        not_held(item)
        board = meeting.board(stream)
        answerable(board, item.id, self.answers)
        to = board.get(Item, self.answers) if self.answers else None
        if to and to.taken_back:
            raise Refused("taken_back", "This point was taken back.")
        return [To(stream, ItemAnswers(item.id, self.answers))]
