"""Actions: the points under "What needs to happen?" once they have an owner (D12). There are not two lists."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from ..audiences import To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Date, Id, Line, PersonId
from ..meeting import Meeting
from ..people.actor import Actor, find_thing
from ..people.persons import find_person
from ..people.speaking_for import speaking_for
from ..refused import Refused
from .answer_link import answerable
from .items import Action, Consent, Item, not_held, writable


@dataclass(frozen=True, slots=True)
class ActionAgreed:
    """A point became an action, or the action changed: who does it, by when, how we will know, what if not, and which
    danger or goal it serves."""

    item: Id
    owners: tuple[PersonId, ...]
    by: Date | None
    measure: Line
    if_not: Line
    answers: Id | None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # An owner who had accepted has still accepted, unless what or when changed.
        item = board.get(Item, self.item)
        if not item or item.taken_back:
            return
        old = item.action
        same = old is not None and (old.by, old.measure) == (self.by, self.measure)
        accepted = tuple(one for one in old.accepted if one.person in self.owners) if old and same else ()
        action = Action(self.owners, self.by, self.measure, self.if_not, accepted) if self.owners else None
        sources = (*item.sources, when.n)
        yield Change("items", item.id, replace(item, action=action, answers=self.answers, sources=sources))


@dataclass(frozen=True, slots=True)
class ActionAccepted:
    """An owner said they will do it."""

    item: Id
    person: PersonId
    typed_by: AttendeeId | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = board.get(Item, self.item)
        if item and item.action and all(one.person != self.person for one in item.action.accepted):
            accepted = (*item.action.accepted, Consent(self.person, self.typed_by or when.actor, when.time))
            yield Change("items", item.id, replace(item, action=replace(item.action, accepted=accepted)))


@dataclass(frozen=True, slots=True)
class SetAction:
    """Give a point an owner, which makes it an action; no owners makes it a plain point again.

    `owners`: any people, at the meeting or not. `by` is a day. `answers`: the danger or goal it serves, in the same
    audience. Refused: `not_an_action_column`, `not_found`, `not_yours`, `held`, `answers_itself`, `answers_in_a_ring`.
    """

    item: Id
    owners: tuple[PersonId, ...]
    by: Date | None = None
    measure: Annotated[Line, "how we will know"] = ""
    if_not: Annotated[Line, "what happens if it is not done"] = ""
    answers: Id | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The action as agreed."""
        stream, item = writable(meeting, actor, self.item)
        column = meeting.template.column(item.column)
        if column is None or not column.actions:
            raise Refused("not_an_action_column", "Only a point about what needs to happen can have an owner.")
        not_held(item)
        owners = tuple(dict.fromkeys(find_person(meeting, owner).id for owner in self.owners))
        answerable(meeting.board(stream), item.id, self.answers)
        return [To(stream, ActionAgreed(item.id, owners, self.by, self.measure, self.if_not, self.answers))]


@dataclass(frozen=True, slots=True)
class AcceptAction:
    """An owner accepts: on their own device, or aloud where they have none. Refused: `not_the_owner`, `own_device`,
    `away`, `may_not_type_for`.
    """

    item: Id
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The owner's acceptance."""
        stream, item = find_thing(meeting, actor, Item, self.item)
        person = self.person or actor.person
        if item.action is None or person not in item.action.owners:
            raise Refused("not_the_owner", "Only somebody who is to do this can accept it.")
        speaking_for(meeting, actor, person, "position")
        return [To(stream, ActionAccepted(item.id, person, actor.typed_by))]
