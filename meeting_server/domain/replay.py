"""From command to events to board: the registries, and the four functions everything else is a reading of."""

import re
from functools import cache
from typing import Any, Protocol

from . import agenda, asides, core_group, dates, deciding, earlier, ending, facts, numbers, people, points, supervision
from .audiences import ROOM, To, audience_of
from .board import Event, When, patch_of, snapshot_of
from .meeting import Meeting
from .people import proposals
from .people.actor import Actor, streams_of
from .permissions import AFTER_YES, PERMISSIONS, allow
from .rules import joined


class Command(Protocol):
    """What is asked for: a frozen dataclass whose `decide` holds its rule."""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The events it leads to, each addressed to a stream; or Refused."""
        ...


@cache
def wire_name(cls: type) -> str:
    """The name on the wire and in the log: AddItem is `add_item`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


COMMANDS: dict[str, type] = {wire_name(cls): cls for cls in PERMISSIONS}

_EVENTS: tuple[type, ...] = (
    facts.MeetingPrepared,
    *dates.EVENTS,
    *people.EVENTS,
    *agenda.EVENTS,
    *points.EVENTS,
    *numbers.EVENTS,
    *deciding.EVENTS,
    *core_group.EVENTS,
    *supervision.EVENTS,
    *earlier.EVENTS,
    *asides.EVENTS,
    *ending.EVENTS,
)
EVENTS: dict[str, type] = {wire_name(cls): cls for cls in _EVENTS}

_THINGS = joined(
    {facts.MeetingFacts: (ROOM,)},
    dates.THINGS,
    people.THINGS,
    agenda.THINGS,
    points.THINGS,
    numbers.THINGS,
    deciding.THINGS,
    core_group.THINGS,
    supervision.THINGS,
    earlier.THINGS,
    asides.THINGS,
    ending.THINGS,
)
THINGS: dict[str, type] = {cls.KIND: cls for cls in _THINGS}
STANDS_IN: dict[str, tuple[str, ...]] = {kind: _THINGS[cls] for kind, cls in THINGS.items()}
"""The audiences whose boards each kind of thing may stand on; the unit tests hold the domain to it."""


def decide(meeting: Meeting, actor: Actor, command: Command) -> list[To]:
    """The events this command leads to now, asked by this attendee. Refused where the table or the rule says no."""
    allow(meeting, actor, command)
    said = command.decide(meeting, actor)
    if isinstance(command, proposals.AnswerProposal):
        return [*said, *_accepted(meeting, actor, command)]
    if type(command) not in AFTER_YES:
        return said
    return proposals.instead(meeting, actor, wire_name(type(command)), command, said)


def _accepted(meeting: Meeting, actor: Actor, answer: proposals.AnswerProposal) -> list[To]:
    """What a yes leads to: the command as it was typed, asked now by the person themselves."""
    if not answer.right:
        return []
    person, command = proposals.accepted(meeting, actor, answer, COMMANDS)
    return decide(meeting, person, command)


def apply(meeting: Meeting, stream: str, event: Event, when: When) -> tuple[Meeting, dict[str, Any]]:
    """The meeting after an event, and the patch that tells that stream's audience."""
    after, changed = meeting.after(stream, event, when)
    return after, patch_of(audience_of(stream), when.n, changed, meeting.board(stream))


def boards(meeting: Meeting, actor: Actor) -> dict[str, Any]:
    """Every board this attendee holds, whole: audience -> what `snapshot_of` says."""
    return {audience_of(stream): snapshot_of(meeting.board(stream)) for stream in streams_of(meeting, actor)}
