"""Writing a summary: keep a draft, finish it for everyone, drop the draft, take finished words back (W4, W5).

From the waiting room too, before the meeting: whoever will not be there signs in, writes, and finishes.
"""

from dataclasses import dataclass, replace
from typing import Annotated

from ..audiences import ROOM, To, own_stream
from ..kinds import CLEARED, Account, Count, Line, PersonId
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import Attendee, attendee_of, find_person
from ..people.speaking_for import how_to_speak, speaking_for, typed_all
from ..refused import Refused, not_found
from ..template.parts import Discipline
from ..template.template import discipline_of
from .own_summaries import OwnSummary, OwnSummaryDropped, OwnSummaryKept
from .summaries import Summary, SummaryBegun, SummaryCleared, SummaryFinished, SummaryLaidAside


def _asked(meeting: Meeting, attendee: Attendee | None) -> tuple[Attendee, Discipline]:
    """Returns who is asked for a summary and the discipline they come for; refused for everybody else."""
    if meeting.template.summaries is None:
        raise Refused("no_summaries", "Summaries are not asked for in this kind of meeting.")
    discipline = discipline_of(meeting.template, attendee.role) if attendee else None
    if attendee is None or discipline is None:
        raise Refused("no_discipline", "Summaries are asked of those who were invited for a discipline.")
    return attendee, discipline


def _own(meeting: Meeting, attendee: Attendee) -> OwnSummary | None:
    return meeting.board(own_stream(attendee.id)).get(OwnSummary, attendee.person)


def _not_overtaken(own: OwnSummary | None, version: int) -> None:
    """Refuses (`changed`) to write over words that its writer has not seen: they may have two devices."""
    if (own.version if own else 0) != version:
        raise Refused(
            "changed",
            "You changed this on another device meanwhile.",
            text=own.text if own else "",
            version=own.version if own else 0,
        )


def _kept(attendee: Attendee, own: OwnSummary | None, text: str, *, finished: bool, typed: bool = False) -> To:
    """These words in somebody's own box, and no trace of those before."""
    kept = OwnSummaryKept(attendee.person, text, finished, own.version + 1 if own else 1, typed)
    return To(own_stream(attendee.id), kept, redacts=own.sources if own else ())


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """Keep one's own summary unfinished. Everyone is told that it is being written, once, and not a word of it.

    `version` is the one its writer was looking at, 0 for none. A finished one stands until the new one is finished.
    Refused: `no_summaries`, `no_discipline`, `changed` (with the text and version as they are now).
    """

    text: Account
    version: Annotated[Count, "of one's own words as last seen; 0 where there were none"] = 0

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The words for their writer, and for everyone that there are some."""
        attendee, discipline = _asked(meeting, actor.attendee)
        own = _own(meeting, attendee)
        _not_overtaken(own, self.version)
        kept = _kept(attendee, own, self.text, finished=False)
        known = own is not None and not own.finished
        return [kept] if known else [kept, To(ROOM, SummaryBegun(attendee.person, discipline.key))]


@dataclass(frozen=True, slots=True)
class FinishSummary:
    """Finish one's summary: from now on everyone reads it, and it stands in for its writer where they are not here.

    With `person` it is typed for somebody else, said aloud or from what they sent, and whoever typed it stands with it;
    what that person has in work stays theirs. Finished again, the one before is kept as an earlier version.
    Refused: `no_summaries`, `no_discipline`, `changed`, `own_device`, `away`, `may_not_type_for`, `source_due`.
    """

    text: Account
    version: Annotated[Count, "of one's own words as last seen; not looked at when typed for another"] = 0
    person: Annotated[PersonId | None, "whose it is, when typed for another; null for oneself"] = None
    source: Annotated[Line, "where it came from, when they sent it: an e-mail of which day, a report"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The summary, for everyone and for its writer's own box."""
        if self.person is not None and self.person != actor.person:
            return self._typed(meeting, actor, self.person)
        attendee, discipline = _asked(meeting, actor.attendee)
        own = _own(meeting, attendee)
        _not_overtaken(own, self.version)
        # Whoever writes in the waiting room holds no audience. The own stream first: its number is what they are told.
        outside = not actor.role.audiences
        finished = SummaryFinished(
            attendee.person, discipline.key, self.text, again=False, waiting_room=outside, typed_by=actor.typed_by
        )
        return [_kept(attendee, own, self.text, finished=True), To(ROOM, finished)]

    def _typed(self, meeting: Meeting, actor: Actor, person: str) -> list[To]:
        attendee, discipline = _asked(meeting, attendee_of(meeting, find_person(meeting, person).id))
        speaking_for(meeting, actor, person, "update", self.source)
        own = _own(meeting, attendee)
        at_work = own is not None and not own.finished
        finished = SummaryFinished(
            attendee.person, discipline.key, self.text, again=at_work, waiting_room=False, source=self.source
        )
        said = [To(ROOM, finished)]
        return said if at_work else [*said, _kept(attendee, own, self.text, finished=True, typed=True)]


@dataclass(frozen=True, slots=True)
class DropSummaryDraft:
    """Drop what one has in work: its words go for good, from the log too. A finished one stays.

    Refused: `not_found`.
    """

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """An empty box, or the finished words in it again."""
        attendee, _ = _asked(meeting, actor.attendee)
        own = _own(meeting, attendee)
        if own is None or own.finished:
            raise not_found()
        stands = meeting.room.get(Summary, attendee.person)
        aside = To(ROOM, SummaryLaidAside(attendee.person))
        if stands and stands.state == "finished":
            typed = stands.recorded_by != attendee.id
            return [_kept(attendee, own, stands.text, finished=True, typed=typed), aside]
        return [To(own_stream(attendee.id), OwnSummaryDropped(attendee.person), redacts=own.sources), aside]


@dataclass(frozen=True, slots=True)
class ClearSummary:
    """Take the words of a finished summary back, now and before: they go for good, from every screen, the log and the
    record. What its writer has in work stays theirs.

    By whose summary it is, or by whoever typed all of it for somebody without a device. Refused: `not_found`,
    `not_yours`.
    """

    person: Annotated[PersonId | None, "whose it is; null for oneself"] = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """What is left of the summary, and the redaction of its words in both streams."""
        summary = meeting.room.get(Summary, self.person or actor.person)
        outside = not actor.role.audiences
        if summary is None or not summary.sources or (outside and summary.id != actor.person):
            raise not_found()
        how_to_speak(meeting, actor, summary.id, "clear", typed=typed_all(actor, summary))
        attendee = attendee_of(meeting, summary.id)
        own = _own(meeting, attendee) if attendee else None
        at_work = own is not None and not own.finished
        earlier = tuple(replace(one, text=CLEARED) for one in summary.earlier)
        left = replace(
            summary, state="draft" if at_work else "taken_back", text="", again=False, earlier=earlier, sources=()
        )
        said = [To(ROOM, SummaryCleared(left), redacts=summary.sources)]
        if attendee and own and own.finished:
            dropped = OwnSummaryDropped(attendee.person)
            said.insert(0, To(own_stream(attendee.id), dropped, redacts=own.sources))
        return said
