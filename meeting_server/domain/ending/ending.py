"""How a meeting starts and ends: open, End the meeting, Finish and lock, addenda; and the checks before the end.

The ending has three steps: the end closes the board to new points, the draft is tidied and confirmed,
and a typed confirmation locks it. After that nothing changes but addenda.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from ..audiences import DESK, ROOM, To, own_stream
from ..board import Board, Change, When
from ..deciding.ratings import unrated
from ..facts import MeetingFacts, pauses_over
from ..kinds import AttendeeId, Key, Line, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.big_screen import follows_from_the_start
from ..people.chair_controls import given_back
from ..people.persons import each_attendee
from ..refused import Refused
from .checks import ON_THE_DESK, gaps

CONFIRMATION = "FINISH"
"""What is typed to finish and lock: a word, not a tick, so that no hand slips."""


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """Why the chair ended the meeting although a check found something."""

    KIND: ClassVar[str] = "check_answers"
    id: Key
    reason: Line
    by: AttendeeId
    at: Stamp


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    """The meeting began. Whoever prepared in the lobby only waits there from now on."""

    MEMBERSHIP: ClassVar[bool] = True

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        facts = board.get(MeetingFacts, "meeting")
        if facts:
            opened_at = facts.opened_at or when.time
            yield Change("meeting", "meeting", replace(facts, state="open", opened_at=opened_at))


@dataclass(frozen=True, slots=True)
class Reason:
    """A check's key and the chair's reason for going on."""

    check: Key
    reason: Line


@dataclass(frozen=True, slots=True)
class MeetingEnded:
    """The board closed to new points; rating, decisions and actions are read out."""

    MEMBERSHIP: ClassVar[bool] = True
    reasons: tuple[Reason, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        facts = board.get(MeetingFacts, "meeting")
        if facts:
            over = pauses_over(facts.pauses, when.time)
            yield Change("meeting", "meeting", replace(facts, state="ended", ended_at=when.time, pauses=over))
        for one in self.reasons:
            yield Change("check_answers", one.check, CheckAnswer(one.check, one.reason, when.actor, when.time))


@dataclass(frozen=True, slots=True)
class ReasonsKept:
    """Reasons about what only the chair's desk knows of: that a child's words wait there is not for the room."""

    reasons: tuple[Reason, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        for one in self.reasons:
            yield Change("check_answers", one.check, CheckAnswer(one.check, one.reason, when.actor, when.time))


@dataclass(frozen=True, slots=True)
class MeetingFinished:
    """The record was locked."""

    MEMBERSHIP: ClassVar[bool] = True

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # A deputy's work is done, and what came with it ends.
        facts = board.get(MeetingFacts, "meeting")
        if facts:
            yield Change("meeting", "meeting", replace(facts, state="finished", finished_at=when.time))
        yield from given_back(board, when)


@dataclass(frozen=True, slots=True)
class OwnStreamCleared:
    """Private writing and sealed numbers were redacted when the meeting was finished."""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        for kind, things in board.kinds.items():
            for id in things:
                yield Change(kind, id, None)


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """Start the meeting: points can be added from now on."""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The meeting is open, and its big screens follow it."""
        return [To(ROOM, MeetingOpened()), *follows_from_the_start(meeting)]


@dataclass(frozen=True, slots=True)
class EndMeeting:
    """End the meeting. Checks that block must be put right; each other gap needs a reason.

    Refused: `blocked`, `reason_missing`, both with the gaps in `fields`.
    """

    reasons: tuple[Reason, ...] = ()

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The meeting has ended; its record is a draft."""
        missing = {gap.check for gap in gaps(meeting)}
        checks = [check for check in meeting.template.checks if check.key in missing]
        blocking = {check.key: [check.says] for check in checks if check.blocks}
        if blocking:
            raise Refused("blocked", "Some things must be put right before the end.", fields=blocking)
        given = {one.check: one.reason for one in self.reasons if one.reason.strip()}
        silent = {check.key: [check.says] for check in checks if check.key not in given}
        if silent:
            raise Refused("reason_missing", "Say why the meeting ends with these still open.", fields=silent)
        kept = [Reason(check.key, given[check.key]) for check in checks]
        aloud = tuple(one for one in kept if one.check not in ON_THE_DESK)
        quiet = tuple(one for one in kept if one.check in ON_THE_DESK)
        said = [To(ROOM, MeetingEnded(aloud))]
        return [*said, To(DESK, ReasonsKept(quiet))] if quiet else said


@dataclass(frozen=True, slots=True)
class FinishMeeting:
    """Finish and lock. `typed` is the word typed to confirm. After it nothing changes but addenda.

    Refused: `not_confirmed`; `rating_missing` where the template requires a rating and everyone was shown none (W7);
    before the end of the meeting.
    """

    typed: Line

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The record is locked, and every own stream redacted: drafts are no record."""
        if self.typed.strip().upper() != CONFIRMATION:
            raise Refused("not_confirmed", "Type the word %(word)s to lock the record.", values={"word": CONFIRMATION})
        if meeting.template.rating.required and unrated(meeting):
            raise Refused(
                "rating_missing", "A rating is missing. Rate, and show it to everyone, before you lock the record."
            )
        own = (own_stream(attendee.id) for attendee in each_attendee(meeting))
        cleared = [
            To(stream, OwnStreamCleared(), redacts=tuple(range(1, n + 1)))
            for stream in sorted(own)
            if (n := meeting.board(stream).n)
        ]
        return [To(ROOM, MeetingFinished()), *cleared]
