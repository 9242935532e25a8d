"""Visits: who has seen each child since the last meeting: when, whether it was announced, whether alone.

One visit, one child: who saw three children on one day notes three visits, because each child was seen or not, alone or
not. A visit that should not be there can be taken back, and its words go for good.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Count, Date, Id, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.speaking_for import how_to_speak, not_a_childs, speaking_for
from ..points.items import TakenBack
from ..refused import Refused, not_found, sentence

Known = Literal["yes", "no", "not_known"]


@dataclass(frozen=True, slots=True)
class Visit:
    """One child seen by one person on one day. `says`: what was seen, in short. `source`: where it came from, if it was
    sent. `n` is the event with its words."""

    KIND: ClassVar[str] = "visits"
    id: Id
    child: PersonId
    person: PersonId
    day: Date
    announced: Known
    alone: Known
    place: Line
    says: Text | Literal[""]
    recorded_by: AttendeeId
    at: Stamp
    n: Count
    taken_back: TakenBack | None = None
    source: Line = ""


@dataclass(frozen=True, slots=True)
class VisitNoted:
    """It was noted that somebody saw a child."""

    visit: Id
    child: PersonId
    person: PersonId
    day: Date
    announced: Known
    alone: Known
    place: Line
    says: Text | Literal[""]
    typed_by: AttendeeId | None = None
    source: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        visit = Visit(self.visit, self.child, self.person, self.day, self.announced, self.alone, self.place, self.says,
                      self.typed_by or when.actor, when.time, when.n, source=self.source)  # fmt: skip
        yield Change("visits", self.visit, visit)


@dataclass(frozen=True, slots=True)
class VisitTakenBack:
    """A visit was taken back. Says enough of itself to stand alone once its words are redacted."""

    visit: Id
    child: PersonId
    person: PersonId
    recorded_by: AttendeeId
    day: Date
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        gone = TakenBack(when.actor, when.time, self.why)
        mark = Visit(self.visit, self.child, self.person, self.day, "not_known", "not_known", "", "", self.recorded_by,
                     when.time, when.n, gone)  # fmt: skip
        yield Change("visits", self.visit, mark)


@dataclass(frozen=True, slots=True)
class NoteVisit:
    """Note that a child was seen, on which day, announced or not, alone or not. `visit` is the new visit's id.

    `person` saw the child: oneself, or another, who says it aloud or sent it. Refused: `no_visits`, `unknown_child`,
    `not_yet` (a day after the meeting's), `childs_words`, `id_taken`, `own_device`, `away`, `may_not_type_for`,
    `source_due`.
    """

    visit: Id
    child: PersonId
    day: Date
    announced: Known
    alone: Known
    place: Line = ""
    says: Annotated[Text | Literal[""], "what was seen, good or worrying, in short"] = ""
    person: PersonId | None = None
    source: Annotated[Line, "where it came from, when they sent it: an e-mail of which day, a report"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The visit, for everyone."""
        if meeting.template.visits is None:
            raise Refused("no_visits", "Visits are not noted in this kind of meeting.")
        if self.child not in meeting.children():
            raise Refused("unknown_child", "Note one visit for one child.")
        if self.day > meeting.facts.date:
            raise Refused(
                "not_yet", "That day is still to come.", fields={"day": [sentence("Give the day of the visit.")]}
            )
        not_a_childs(meeting, self.person or actor.person)
        person = speaking_for(meeting, actor, self.person, "update", self.source)
        if meeting.taken(Visit, self.visit):
            raise Refused("id_taken", "This visit is noted already.")
        noted = VisitNoted(
            self.visit,
            self.child,
            person,
            self.day,
            self.announced,
            self.alone,
            self.place,
            self.says,
            actor.typed_by,
            self.source,
        )
        return [To(ROOM, noted)]


@dataclass(frozen=True, slots=True)
class TakeBackVisit:
    """Take a visit back: its words go for good, the mark stays. By whoever saw the child, or typed it for somebody
    without a device. Refused: `not_found`, `not_yours`.
    """

    visit: Id
    why: Line = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """A mark in its place, and the redaction of its words."""
        visit = meeting.room.get(Visit, self.visit)
        if visit is None or visit.taken_back:
            raise not_found()
        how_to_speak(meeting, actor, visit.person, "clear", typed=visit.recorded_by == actor.id)
        back = VisitTakenBack(visit.id, visit.child, visit.person, visit.recorded_by, visit.day, self.why)
        return [To(ROOM, back, redacts=(visit.n,))]


def seen(meeting: Meeting) -> set[str]:
    """The children whom somebody has seen since."""
    return {one.child for one in meeting.room.each(Visit) if one.taken_back is None}
