"""What each of us has done: a discipline's summary before supervision, and how ready each discipline is (W4, W5).

A finished summary is everyone's, and stands in for its writer where they are not here. Of one that is not finished
everyone knows that it is being written and no more: its words stand in its writer's own stream (`own_summaries.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..board import Board, Change, When
from ..kinds import Account, AttendeeId, Count, Key, Line, PersonId, Stamp
from ..meeting import Meeting
from ..people.persons import Attendee, each_attendee, known_person
from ..people.speaking_for import typists
from ..template.template import discipline_of


@dataclass(frozen=True, slots=True)
class EarlierSummary:
    """What was finished before it was finished anew."""

    text: Account
    at: Stamp
    recorded_by: AttendeeId
    source: Line = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one person has done, as everyone may know it. `state`: `draft` while nothing finished stands, and then there
    is no text; `taken_back` once its words are gone for good.

    `again`: a finished one stands, and its writer is at work on another. `waiting_room`: it was finished there, with
    the person's link, before anybody had let them in. `typists` are all who typed words of it, `source` says where it
    came from if it was sent; `sources` are the events that hold its words.
    """

    KIND: ClassVar[str] = "summaries"
    id: Annotated[PersonId, "the person whose it is"]
    discipline: Key
    state: Literal["draft", "finished", "taken_back"]
    text: Account | Literal[""] = ""
    finished_at: Stamp | None = None
    recorded_by: AttendeeId | None = None
    waiting_room: bool = False
    again: bool = False
    earlier: tuple[EarlierSummary, ...] = ()
    sources: tuple[Count, ...] = ()
    typists: tuple[AttendeeId, ...] = ()
    source: Line = ""


@dataclass(frozen=True, slots=True)
class SummaryBegun:
    """A person began to write their summary, or another one in place of the finished one. Not a word of it is here."""

    person: PersonId
    discipline: Key

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # A finished one stands until there is another.
        old = board.get(Summary, self.person)
        if old is None:
            now = Summary(self.person, self.discipline, "draft")
        elif old.state == "finished":
            now = replace(old, again=True)
        else:
            now = replace(old, state="draft")
        yield Change("summaries", self.person, now)


@dataclass(frozen=True, slots=True)
class SummaryLaidAside:
    """Its writer dropped what they had begun."""

    person: PersonId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        old = board.get(Summary, self.person)
        if old is None:
            return
        if old.state == "draft":
            before = replace(old, state="taken_back") if old.finished_at is not None else None
            yield Change("summaries", self.person, before)
        else:
            yield Change("summaries", self.person, replace(old, again=False))


@dataclass(frozen=True, slots=True)
class SummaryFinished:
    """A summary was finished, by its writer or as somebody typed it from what they sent. `again`: its writer has
    another one in work."""

    person: PersonId
    discipline: Key
    text: Account
    again: bool
    waiting_room: bool
    typed_by: AttendeeId | None = None
    source: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        old = board.get(Summary, self.person)
        before: tuple[EarlierSummary, ...] = old.earlier if old else ()
        if old and old.state == "finished" and old.finished_at is not None:
            before = (*before, EarlierSummary(old.text, old.finished_at, old.recorded_by or when.actor, old.source))
        sources = (*(old.sources if old else ()), when.n)
        by = self.typed_by or when.actor
        now = Summary(self.person, self.discipline, "finished", self.text, when.time, by, self.waiting_room,
                      self.again, before, sources, typists(old if sources[:-1] else None, by), self.source)  # fmt: skip
        yield Change("summaries", self.person, now)


@dataclass(frozen=True, slots=True)
class SummaryCleared:
    """The words of a finished summary were taken back; that there was one stays. `summary` is what is left."""

    summary: Summary

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("summaries", self.summary.id, self.summary)


@dataclass(frozen=True, slots=True)
class Ready:
    """How far a discipline is with its summary. `people` are the ids of those invited for it, by name."""

    discipline: Key
    label: str
    state: Literal["not_begun", "draft", "finished"]
    people: tuple[PersonId, ...]


def how_far(meeting: Meeting, person: str) -> Literal["not_begun", "draft", "finished"]:
    """How far this person is. One whose words were taken back has nothing that could stand in for them."""
    summary = meeting.room.get(Summary, person)
    return "not_begun" if summary is None or summary.state == "taken_back" else summary.state


def writers(meeting: Meeting) -> list[tuple[str, Attendee]]:
    """Everybody invited for a discipline, come or not, each with its key: by name."""
    invited = ((discipline_of(meeting.template, one.role), one) for one in each_attendee(meeting))
    found = [(discipline.key, one) for discipline, one in invited if discipline]
    return sorted(found, key=lambda pair: (_name(meeting, pair[1]), pair[1].id))


def _name(meeting: Meeting, attendee: Attendee) -> str:
    person = known_person(meeting, attendee.person)
    return person.name.casefold() if person else ""


_LEAST_FIRST: tuple[Literal["not_begun", "draft", "finished"], ...] = ("not_begun", "draft", "finished")


def readiness(meeting: Meeting) -> tuple[Ready, ...]:
    """Each discipline for which somebody was invited, in the template's order, and how far it is (W5). Where several
    come for one discipline, the least ready counts. Empty where the template asks for no summaries."""
    asked = meeting.template.summaries.disciplines if meeting.template.summaries else ()
    invited = writers(meeting)
    found = ((one, tuple(who.person for key, who in invited if key == one.key)) for one in asked)
    return tuple(
        Ready(one.key, one.label, min((how_far(meeting, who) for who in people), key=_LEAST_FIRST.index), people)
        for one, people in found
        if people
    )


def disciplines(meeting: Meeting) -> int:
    """For how many disciplines somebody was invited: group supervision is for two or more (W1)."""
    return len({key for key, _ in writers(meeting)})


def without_summary(meeting: Meeting) -> list[str]:
    """The attendees who were invited for a discipline and have no finished summary."""
    return [one.id for _, one in writers(meeting) if how_far(meeting, one.person) != "finished"]
