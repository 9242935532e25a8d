"""What a person asks of those who run the meeting: Type for me, Read it to me, and I have to go.

Only the chair's desk and the one who asked hear of it: that somebody would rather not write is nobody else's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import DESK, To, own_stream
from ..board import Board, Change, When
from ..kinds import AttendeeId, Line, Stamp
from ..meeting import Meeting
from ..refused import Refused, not_found, sentence
from .actor import Actor

What = Literal["type", "leaving", "read"]
RequestId = Annotated[str, "attendee:type, attendee:leaving or attendee:read"]


@dataclass(frozen=True, slots=True)
class Request:
    """Something an attendee asked for. `said` is when they have to go, in their words, or the id of the point or child
    whose question is to be read to them; `answered` once it is done."""

    KIND: ClassVar[str] = "requests"
    id: RequestId
    attendee: AttendeeId
    what: What
    said: Line
    at: Stamp
    answered: bool = False


@dataclass(frozen=True, slots=True)
class RequestMade:
    """A person asked for something."""

    attendee: AttendeeId
    what: What
    said: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = request_id(self.attendee, self.what)
        yield Change("requests", id, Request(id, self.attendee, self.what, self.said, when.time))


@dataclass(frozen=True, slots=True)
class RequestAnswered:
    """Those who run the meeting have done what was asked."""

    request: RequestId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        request = board.get(Request, self.request)
        if request:
            yield Change("requests", request.id, replace(request, answered=True))


@dataclass(frozen=True, slots=True)
class RequestWithdrawn:
    """The person who asked no longer needs it."""

    request: RequestId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        if board.get(Request, self.request):
            yield Change("requests", self.request, None)


def request_id(attendee: str, what: What) -> str:
    """The one request of a kind an attendee can have."""
    return f"{attendee}:{what}"


def to_both(attendee: str, event: RequestMade | RequestAnswered | RequestWithdrawn) -> list[To]:
    """The asker's own stream first: the answer names a stream they hold."""
    return [To(own_stream(attendee), event), To(DESK, event)]


@dataclass(frozen=True, slots=True)
class AskToType:
    """Type for me; or, with `wanted` false, I can type again. Refused: `no_request`."""

    wanted: bool = True

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The request on the chair's desk, or gone from it."""
        if self.wanted:
            return to_both(actor.id, RequestMade(actor.id, "type", ""))
        id = request_id(actor.id, "type")
        if meeting.board(own_stream(actor.id)).get(Request, id) is None:
            raise Refused("no_request", "Nobody is asked to type for you now.")
        return to_both(actor.id, RequestWithdrawn(id))


@dataclass(frozen=True, slots=True)
class SayLeaving:
    """I have to go: `at` says when, as people say it ("now", "11:00"). It takes nobody out of the meeting.

    Refused: `when_missing`.
    """

    at: Line

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The request on the chair's desk."""
        if not self.at.strip():
            raise Refused(
                "when_missing", "Say when you have to go.", fields={"at": [sentence("Say when you have to go.")]}
            )
        return to_both(actor.id, RequestMade(actor.id, "leaving", self.at))


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """It is done: somebody types for them, or their last points, number and view were asked for."""

    request: RequestId

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The request waits no longer, on the desk and for the one who asked. The desk first: who answers holds that
        stream, so their page knows when the row is gone.
        """
        request = meeting.desk.get(Request, self.request)
        if request is None:
            raise not_found()
        asker, desk = to_both(request.attendee, RequestAnswered(request.id))
        return [desk, asker]
