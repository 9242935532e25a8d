"""Preparing before the meeting: points written in private, and the word that one has finished.

The chair sees who has finished, and nothing of what or how much was written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from ..audiences import DESK, To, own_stream
from ..board import Board, Change, When
from ..kinds import AttendeeId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor


@dataclass(frozen=True, slots=True)
class Preparation:
    """An attendee (`id`) has finished or goes on preparing, as they said themselves."""

    KIND: ClassVar[str] = "preparations"
    id: AttendeeId
    finished: bool
    at: Stamp


@dataclass(frozen=True, slots=True)
class PreparationStated:
    """A person has finished preparing, or goes on after all."""

    attendee: AttendeeId
    finished: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("preparations", self.attendee, Preparation(self.attendee, self.finished, when.time))


@dataclass(frozen=True, slots=True)
class FinishPreparing:
    """I have finished preparing, or I have not after all. The chair is told that and nothing more."""

    finished: bool = True

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """For oneself and the chair's desk."""
        said = PreparationStated(actor.id, self.finished)
        return [To(stream, said) for stream in (own_stream(actor.id), DESK)]
