"""How somebody sees an adult of the family: ready to change, engaged, agreeing (W6, W10, W11, S8).

One engine for every such question; which are asked, with which answers, is the template's. What several people say
stands side by side and is never merged: probation and the domestic abuse worker may see the same man differently, and
both are right to say so. One's own view given before is kept with its time. A quote is the adult's exact words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..core_group.agency_updates import ALL
from ..kinds import CLEARED, AttendeeId, Count, Id, Key, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.speaking_for import how_to_speak, not_a_childs, speaking_for, typed_all, typists
from ..refused import Refused, not_found, sentence
from ..template.parts import AdultQuestion
from .behaviours import Behaviour, adult_of, adults

Quote = Annotated[Text | Literal[""], "a phrase of the adult's, word for word; may be empty"]


@dataclass(frozen=True, slots=True)
class EarlierAdultView:
    """How somebody saw it before they saw it differently."""

    answer: Key
    lapse: bool
    why: Line
    quote: Text | Literal[""]
    talk: Key | None
    at: Stamp
    typed_by: AttendeeId | None = None


@dataclass(frozen=True, slots=True)
class AdultView:
    """One person's view of one adult: for one question and, where it is asked so, one behaviour. `lapse`: one step back
    and no more. `talk`: the kind of talk the quote is. `typists` are all who typed words of it; `sources` are the
    events that hold its words."""

    KIND: ClassVar[str] = "adult_views"
    id: Annotated[str, "question:adult:behaviour:person, or question:adult:all:person"]
    question: Key
    adult: PersonId
    behaviour: Id | None
    person: PersonId
    answer: Key
    lapse: bool
    why: Line
    quote: Text | Literal[""]
    talk: Key | None
    recorded_by: AttendeeId
    at: Stamp
    earlier: tuple[EarlierAdultView, ...] = ()
    sources: tuple[Count, ...] = ()
    typists: tuple[AttendeeId, ...] = ()


@dataclass(frozen=True, slots=True)
class AdultViewed:
    """A person said how they see an adult, or said it anew."""

    question: Key
    adult: PersonId
    behaviour: Id | None
    person: PersonId
    answer: Key
    lapse: bool
    why: Line
    quote: Text | Literal[""]
    talk: Key | None
    typed_by: AttendeeId | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = view_id(self.question, self.adult, self.behaviour, self.person)
        old = board.get(AdultView, id)
        earlier = (*old.earlier, _earlier(old)) if old else ()
        sources = (*(old.sources if old else ()), when.n)
        by = self.typed_by or when.actor
        view = AdultView(id, self.question, self.adult, self.behaviour, self.person, self.answer, self.lapse, self.why,
                         self.quote, self.talk, by, when.time, earlier, sources, typists(old, by))  # fmt: skip
        yield Change("adult_views", id, view)


@dataclass(frozen=True, slots=True)
class AdultViewCleared:
    """The words of a view were taken back; who chose which answer and when stays. `view` is what is left of it."""

    view: AdultView

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("adult_views", self.view.id, self.view)


def view_id(question: str, adult: str, behaviour: str | None, person: str) -> str:
    """The id of how a person sees an adult."""
    return f"{question}:{adult}:{behaviour or ALL}:{person}"


def _earlier(old: AdultView) -> EarlierAdultView:
    return EarlierAdultView(old.answer, old.lapse, old.why, old.quote, old.talk, old.at, old.recorded_by)


@dataclass(frozen=True, slots=True)
class ViewAdult:
    """Say how one sees an adult of the family, by one question of the template. Said anew, the old stays with its time.

    For oneself, or for somebody without a device who says it aloud. `behaviour` where the question is asked for each.
    `quote`: a phrase of the adult's, word for word, with the kind of `talk` it is. Refused: `no_adult_questions`,
    `not_an_adult`, `choose_behaviour`, `unknown_answer`, `no_lapse`, `unknown_talk`, `no_quote`, `childs_words`,
    `own_device`, `away`, `may_not_type_for`.
    """

    question: Key
    adult: PersonId
    answer: Key
    behaviour: Id | None = None
    lapse: bool = False
    why: Line = ""
    quote: Quote = ""
    talk: Key | None = None
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The view, named, for everyone."""
        asked = next((one for one in meeting.template.adult_questions if one.key == self.question), None)
        if asked is None:
            raise Refused("no_adult_questions", "This is not asked in this kind of meeting.")
        adult = adult_of(meeting, self.adult)
        self._of_its_behaviour(meeting, asked)
        self._fits(asked)
        id = view_id(self.question, adult, self.behaviour, self.person or actor.person)
        again = meeting.room.get(AdultView, id) is not None
        not_a_childs(meeting, self.person or actor.person)
        person = speaking_for(meeting, actor, self.person, "again" if again else "position")
        viewed = AdultViewed(
            self.question,
            adult,
            self.behaviour,
            person,
            self.answer,
            self.lapse,
            self.why,
            self.quote,
            self.talk,
            actor.typed_by,
        )
        return [To(ROOM, viewed)]

    def _of_its_behaviour(self, meeting: Meeting, asked: AdultQuestion) -> None:
        """Refuses a behaviour where none is asked for, none where one is, and that of another adult."""
        found = meeting.room.get(Behaviour, self.behaviour) if self.behaviour else None
        theirs = found is not None and found.adult == self.adult and not found.taken_back
        if asked.each_behaviour != (self.behaviour is not None) or (self.behaviour is not None and not theirs):
            raise Refused(
                "choose_behaviour",
                sentence("Choose one behaviour of this adult.")
                if asked.each_behaviour
                else sentence("This is asked once for each adult."),
            )

    def _fits(self, asked: AdultQuestion) -> None:
        """Refuses what the question does not offer."""
        answer = next((one for one in asked.answers if one.key == self.answer), None)
        if answer is None:
            raise Refused("unknown_answer", "Choose an answer from the list.")
        if self.lapse and not (asked.lapse and answer.lapse):
            raise Refused("no_lapse", "A lapse does not go with this answer. Choose one or the other.")
        if self.talk is not None and all(self.talk != one.key for one in asked.talk):
            raise Refused("unknown_talk", "Choose the kind of talk from the list.")
        if self.talk is not None and not self.quote:
            raise Refused(
                "no_quote",
                "Write the adult's exact words, or leave out the kind of talk.",
                fields={"quote": [sentence("Write the adult's exact words.")]},
            )


@dataclass(frozen=True, slots=True)
class ClearAdultView:
    """Take the words of a view back, now and before: they go for good, from every screen, the log and the record. The
    answer stays. By whose view it is, or by whoever typed all its words for somebody without a device. Refused:
    `not_found`, `not_yours`.
    """

    question: Key
    adult: PersonId
    behaviour: Id | None = None
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """What is left of the view, and the redaction of its words."""
        id = view_id(self.question, self.adult, self.behaviour, self.person or actor.person)
        view = meeting.room.get(AdultView, id)
        if view is None or not view.sources or not _has_words(view):
            raise not_found()
        how_to_speak(meeting, actor, view.person, "clear", typed=typed_all(actor, view))
        earlier = tuple(replace(one, why=_cleared(one.why or one.quote), quote="", talk=None) for one in view.earlier)
        left = replace(view, why=_cleared(view.why or view.quote), quote="", talk=None, earlier=earlier, sources=())
        return [To(ROOM, AdultViewCleared(left), redacts=view.sources)]


def _has_words(view: AdultView) -> bool:
    said: tuple[AdultView | EarlierAdultView, ...] = (view, *view.earlier)
    return any(one.why or one.quote for one in said)


def _cleared(words: str) -> str:
    return CLEARED if words else ""


def unasked(meeting: Meeting) -> list[str]:
    """The adults of the family of whom nobody has said what is asked every time: one question left out is enough."""
    every = [one.key for one in meeting.template.adult_questions if one.every_time]
    said = {(one.question, one.adult) for one in meeting.room.each(AdultView)}
    return [adult for adult in adults(meeting) if any((key, adult) not in said for key in every)]
