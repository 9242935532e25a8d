"""Items, which people call points: one statement on the board, who said it, how we know, and what became of it.

A point belongs to one audience for good. Who may change its words is `speaking_for.py`; everyone else says "I see it
differently" (`statements.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import DESK, ROOM, To, own_stream
from ..board import Board, Change, Event, When
from ..kinds import AttendeeId, Count, Date, Id, Key, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor, find_thing
from ..people.persons import find_attendee
from ..people.speaking_for import how_to_speak
from ..refused import Refused, not_found
from .hold_points import holds
from .point_rules import Saying, confirmation_needed, said_of, speaker_of, was_away
from .private_points import PrivateItem, PrivateItemWritten
from .private_writing import apart_in
from .provenance import Came, Progress
from .said import Said, said_by

Order = Annotated[tuple[int, ...], "sorts points in a column: compare as lists of whole numbers, a shorter one first"]


@dataclass(frozen=True, slots=True)
class Refiled:
    """A point was somewhere else before: a good thing that became safety keeps its history (D6)."""

    column: Key
    category: Key | None
    children: tuple[PersonId, ...]
    by: AttendeeId
    at: Stamp


@dataclass(frozen=True, slots=True)
class TakenBack:
    """That something was taken back, by whom and why, stays; its text is gone. `put_aside`: the chair or the
    minute-taker took it off every screen; what became of it since is said by its mark among `asides`."""

    by: AttendeeId
    at: Stamp
    why: Line
    put_aside: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """A person agreed with a point, or took an action on. `typed_by`: the attendee who typed it, they themselves or
    another. `withdrawn_at`: when they no longer did."""

    person: PersonId
    typed_by: AttendeeId
    at: Stamp
    withdrawn_at: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What makes a point an action (D12, S9): who does it, by when, how we will know, what if not."""

    owners: tuple[PersonId, ...]
    by: Date | None
    measure: Line
    if_not: Line
    accepted: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Said):
    """One point.

    `recorded_by` is the attendee who typed it. `confirmed`: `none` when nobody needs to confirm, else `waiting`,
    `yes` or `no` ("Not what I said"). `read_back_at`: that answer was given aloud when the words were read back, to
    somebody without a device (S14). `held`: it waits on the chair's desk; `shown_as` is the id of the point the
    room sees once it was shown. `version` counts changes of the text. `sources` are the stream's events that hold
    its text. `came`: it was brought forward from an earlier meeting; `progress` is how its action is coming along
    since, oldest answer first. `agreed_before`: who agreed with it as it is and no longer does. `read_back_by`: the
    attendee who read it back. `away`: the speaker was invited and not here when it was typed.
    """

    KIND: ClassVar[str] = "items"
    id: Id
    recorded_by: AttendeeId
    order: Order
    at: Stamp
    version: Count = 1
    confirmed: Literal["none", "waiting", "yes", "no"] = "none"
    changed_by: AttendeeId | None = None
    changed_at: Stamp | None = None
    agreed_by: tuple[Consent, ...] = ()
    refiled: tuple[Refiled, ...] = ()
    action: Action | None = None
    held: bool = False
    shown_as: Id | None = None
    taken_back: TakenBack | None = None
    sources: tuple[Count, ...] = ()
    read_back_at: Stamp | None = None
    came: Came | None = None
    progress: tuple[Progress, ...] = ()
    agreed_before: tuple[Consent, ...] = ()
    read_back_by: AttendeeId | None = None
    away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAdded(Said):
    """A point was said."""

    text: Text
    item: Id
    confirmed: Literal["none", "waiting"]
    held: bool
    recorded_by: AttendeeId
    came: Came | None = None
    away: bool = False

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = Item(
            **said_by(self), id=self.item, recorded_by=self.recorded_by, order=(when.n,), at=when.time,
            confirmed=self.confirmed, held=self.held, sources=(when.n,), came=self.came, away=self.away,
        )  # fmt: skip
        yield Change("items", self.item, item)


@dataclass(frozen=True, slots=True)
class ItemChanged:
    """Its text was put right."""

    item: Id
    text: Text
    confirmed: Literal["none", "waiting"]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # Agreement was with the old text and starts again.
        item = board.get(Item, self.item)
        if item and item.taken_back is None:
            changed = replace(
                item, text=self.text, version=item.version + 1, confirmed=self.confirmed, agreed_by=(),
                agreed_before=(), changed_by=when.actor, changed_at=when.time, sources=(*item.sources, when.n),
                read_back_at=None, read_back_by=None,
            )  # fmt: skip
            yield Change("items", item.id, changed)


def said_here(meeting: Meeting, actor: Actor, id: str, act: Literal["change", "take_back"]) -> tuple[str, Item]:
    """The stream and the point whose words this person may change or take back: their own, or what was typed for
    another and is not theirs yet. Refused as not found, taken back, or not theirs."""
    stream, item = find_thing(meeting, actor, Item, id)
    if item.taken_back:
        raise Refused("taken_back", "This point was taken back.")
    typist = find_attendee(meeting, item.recorded_by)
    agreed = item.confirmed == "yes" or (typist is not None and typist.person == item.speaker)
    how_to_speak(meeting, actor, item.speaker, act, typed=item.recorded_by == actor.id, agreed=agreed)
    return stream, item


def writable(meeting: Meeting, actor: Actor, id: str) -> tuple[str, Item]:
    """The stream and the point this person may move, link or give an owner, none of which touches its words; refused as
    not found, taken back, or not theirs."""
    stream, item = find_thing(meeting, actor, Item, id)
    if item.taken_back:
        raise Refused("taken_back", "This point was taken back.")
    if not (item.recorded_by == actor.id or item.speaker == actor.person or actor.may("minute")):
        raise Refused("not_yours", "Only the person who said it, whoever typed it, the chair or the minute-taker can "
                                   "change this. You can say that you see it differently.")  # fmt: skip
    return stream, item


def not_held(item: Item) -> None:
    """Refuses (`held`) what would be lost when a point that waits on the chair's desk is shown as a new one."""
    if item.held or item.shown_as:
        raise Refused("held", "This waits on the chair's desk. You can answer it once the room can see it.")


def streams_of_copies(meeting: Meeting, item: Item) -> list[str]:
    """The streams a held point stands in: its writer's own and the chair's desk. Empty for any other point."""
    streams = (own_stream(item.recorded_by), DESK)
    return [stream for stream in streams if meeting.board(stream).get(Item, item.id) is not None]


def to_every_copy(meeting: Meeting, stream: str, item: Item, event: Event) -> list[To]:
    """The event for the point's stream, or for both copies of one that waits on the chair's desk."""
    return [To(one, event) for one in (streams_of_copies(meeting, item) or [stream])]


def id_free(meeting: Meeting, id: str) -> None:
    """Refuses (`id_taken`) the id of a point that stands anywhere in the meeting, somebody's private one included."""
    if meeting.taken(Item, id) or meeting.taken(PrivateItem, id):
        raise Refused("id_taken", "This point is already on the board.")


def to_confirm(meeting: Meeting, actor: Actor, speaker: str) -> Literal["none", "waiting"]:
    """True if the speaker is asked "Is it right?": when somebody else types for them and they are an attendee."""
    return confirmation_needed(meeting, actor.person, speaker)


@dataclass(frozen=True, slots=True)
class AddItem(Saying):
    """Put a point on the board. Only the text is required; the browser fills in the column it is looking at.

    `children` empty means all of them; of a child's own words it means that child. `speaker` (a person, at the meeting
    or not) needs the power to type for others. `source`, `when`, `basis` and `exact` say how we know (D15); `exact`
    locks the words. A child's own words wait on the chair's desk first, and `obtained` says how they came to us (S4).
    While the chair holds new points, so do those of everybody without the desk; while private writing goes on, a point
    for everyone becomes a private one.
    Refused: `unknown_column`, `unknown_category`, `unknown_child`, `unknown_audience`, `unknown_language`,
    `may_not_type_for`, `may_not_detail`, `column_not_yours`, `how_obtained`, `id_taken`, `not_found`.
    """

    audience: Key = ROOM

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The point, for its audience, or first for its writer alone or for the chair's desk."""
        speaker = speaker_of(meeting, actor, self)
        if self.audience not in meeting.template.composers or not actor.is_in(self.audience):
            raise Refused("unknown_audience", "You can't write for those people here.")
        id_free(meeting, self.item)
        if self.answers is not None and meeting.board(self.audience).get(Item, self.answers) is None:
            raise not_found()
        # Asked here and not of the browser, so that what was on its way when private writing began leaks nothing.
        apart = apart_in(meeting, self.column) if self.audience == ROOM else None
        said = said_of(meeting, self, speaker)
        if apart:
            return [To(own_stream(actor.id), PrivateItemWritten(**said, item=self.item, apart=apart.round))]
        held = speaker.child or (self.audience == ROOM and holds(meeting, actor.role))
        added = ItemAdded(
            **said, item=self.item, confirmed=to_confirm(meeting, actor, speaker.id), held=held, recorded_by=actor.id,
            away=was_away(meeting, speaker.id),
        )  # fmt: skip
        streams = (own_stream(actor.id), DESK) if held else (self.audience,)
        return [To(stream, added) for stream in streams]


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """Put the text of a point right. `version` is the one the person was looking at. By the speaker; of words typed for
    them by whoever typed them or the minute-taker, until the speaker has said yes; for somebody without a device by the
    minute-taker or whoever they named, and it is read back again.

    Refused: `changed` (with the text and version as they are now), `exact_words`, `brought_forward`, `not_yours`,
    `taken_back`.
    """

    item: Id
    version: Count
    text: Text

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The new text, unless somebody was faster or the words are locked."""
        stream, item = said_here(meeting, actor, self.item, "change")
        if item.exact:
            raise Refused(
                "exact_words",
                "These are exact words, so they are locked. Take them back and say them again.",
            )
        if item.came:
            raise Refused(
                "brought_forward",
                "This was said in an earlier meeting. Add what is different now as a point of its own.",
            )
        if item.shown_as:
            raise Refused("shown", "The room has this point already. Change it on the board.")
        if item.version != self.version:
            raise Refused("changed", "Somebody else changed this while you were writing.",
                          text=item.text, version=item.version)  # fmt: skip
        changed = ItemChanged(item.id, self.text, to_confirm(meeting, actor, item.speaker))
        return to_every_copy(meeting, stream, item, changed)
