"""Audiences and their streams: where a thing is said."""

from dataclasses import dataclass

from .board import Event

ROOM, PROFESSIONALS, DESK = "everyone", "professionals", "chairs_desk"
"""The streams that rules speak to and read: what the whole room is told, what professionals are told, and what is on
the chair's desk. Rules name them by these constants and by `meeting.room` and `meeting.desk`, never by the words on the
wire, so that they stay true where a meeting has more than one room."""
OWN = "own"


def own_stream(attendee: str) -> str:
    """The stream only this attendee holds: private writing and sealed numbers."""
    return f"{OWN}:{attendee}"


def audience_of(stream: str) -> str:
    """The audience's name on the wire: an own stream is just `own` to the one who holds it."""
    return stream.partition(":")[0]


@dataclass(frozen=True, slots=True)
class To:
    """An event addressed to a stream. `redacts` names earlier events of that stream whose text goes for good."""

    stream: str
    event: Event
    redacts: tuple[int, ...] = ()
