"""How an action from an earlier meeting is coming along: done, partly, not yet, or changed because it didn't help.

Beside it stand how we know, what difference it makes for each child, and who looks after it, which can pass from a
worker to the family's network (L7). It is no rating, and nothing is worked out from it. Earlier answers are
kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from ..audiences import To
from ..board import Board, Change, When
from ..kinds import CLEARED, AttendeeId, Count, Id, Line, PersonId
from ..meeting import Meeting
from ..people.actor import Actor, find_thing
from ..people.persons import find_person
from ..people.speaking_for import how_to_speak, not_a_childs, speaking_for
from ..refused import Refused, not_found
from .items import Item, not_held
from .provenance import Difference, Progress, State


@dataclass(frozen=True, slots=True)
class ProgressNoted:
    """A person said how an action is coming along."""

    item: Id
    person: PersonId
    state: State
    evidence: Line
    differences: tuple[Difference, ...]
    monitors: tuple[PersonId, ...]
    typed_by: AttendeeId | None = None
    source: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = board.get(Item, self.item)
        if item and item.action and item.taken_back is None:
            said = Progress(
                self.person,
                self.typed_by or when.actor,
                self.state,
                self.evidence,
                self.differences,
                self.monitors,
                when.time,
                when.n,
                source=self.source,
            )
            yield Change("items", item.id, with_answer(item, said))


@dataclass(frozen=True, slots=True)
class ProgressCleared:
    """The words of one answer were taken back; who answered what and when stays. `progress`: what is left of it."""

    item: Id
    progress: Progress

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = board.get(Item, self.item)
        if item and item.action and item.taken_back is None:
            left = with_answer(item, self.progress)
            yield Change("items", item.id, replace(left, sources=(*left.sources, when.n)))


def with_answer(item: Item, one: Progress) -> Item:
    """The point with this answer in its place. Sorted, because a log whose words were cleared tells of it later."""
    known = {said.n: said for said in item.progress} | {one.n: one}
    said = tuple(known[n] for n in sorted(known))
    return replace(item, progress=said, sources=tuple(sorted({*item.sources, one.n})))


def _brought(meeting: Meeting, actor: Actor, id: str) -> tuple[str, Item]:
    stream, item = find_thing(meeting, actor, Item, id)
    if item.taken_back:
        raise Refused("taken_back", "This point was taken back.")
    not_held(item)
    if item.action is None or item.came is None:
        raise Refused("not_brought", "Only an action from an earlier meeting can have come some way already.")
    return stream, item


@dataclass(frozen=True, slots=True)
class NoteProgress:
    """Say how an action from an earlier meeting is coming along: for oneself, or typed for another, who says it aloud
    or sent it.

    `evidence`: how we know. `differences`: what difference it makes, for each child it is about, and for no other.
    `monitors`: who looks after it from now on. Said again, what stood before is kept. Refused: `not_brought`,
    `unknown_child`, `childs_words`, `taken_back`, `held`, `own_device`, `away`, `may_not_type_for`, `source_due`.
    """

    item: Id
    state: State
    evidence: Annotated[Line, "how we know"] = ""
    differences: tuple[Difference, ...] = ()
    monitors: Annotated[tuple[PersonId, ...], "who looks after it"] = ()
    person: PersonId | None = None
    source: Annotated[Line, "where it came from, when they sent it: an e-mail of which day, a report"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The answer, where the action is."""
        stream, item = _brought(meeting, actor, self.item)
        not_a_childs(meeting, self.person or actor.person)
        person = speaking_for(meeting, actor, self.person, "update", self.source)
        about = item.children or tuple(meeting.children())
        children = [one.child for one in self.differences]
        if not set(children) <= set(about) or len(set(children)) != len(children):
            raise Refused("unknown_child", "Say what difference it makes once for each child it is about.")
        monitors = tuple(dict.fromkeys(find_person(meeting, one).id for one in self.monitors))
        said = tuple(one for one in self.differences if one.says)
        noted = ProgressNoted(item.id, person, self.state, self.evidence, said, monitors, actor.typed_by, self.source)
        return [To(stream, noted)]


@dataclass(frozen=True, slots=True)
class ClearProgress:
    """Take back the words of one answer about an action: they go for good, from every screen, the log and the record.
    That it was answered, and what, stays. `n` says which. By whose answer it is, or by whoever typed it for somebody
    without a device. Refused: `not_found`, `not_yours`, `not_brought`, `taken_back`, `held`.
    """

    item: Id
    n: Count

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """What is left of the answer, and the redaction of its words."""
        stream, item = _brought(meeting, actor, self.item)
        found = next((one for one in item.progress if one.n == self.n), None)
        if found is None or found.cleared:
            raise not_found()
        how_to_speak(meeting, actor, found.person, "clear", typed=found.by == actor.id)
        left = replace(found, evidence=CLEARED if found.evidence else "", differences=(), cleared=True)
        return [To(stream, ProgressCleared(item.id, left), redacts=(found.n,))]
