"""Whether anybody steers: since when whoever has a meeting's controls has had no line here.

Counted from when somebody is here to see it, so that a server that has just started says nothing of what was before.
"""

import time
from collections.abc import Callable

from ..domain.facts import RUNNING
from ..domain.meeting import Meeting
from ..domain.people.chair_controls import Controls
from ..domain.people.persons import Attendee
from .rooms import Connections

GONE_SECONDS = 20.0
GONE_SECONDS_ON_SEVERAL = 120.0
"""Where several servers share the meetings: when one of them dies its people are apart for up to ninety seconds, and
each server knows of its own (decision 0032)."""


class Steering:
    """Keeps since when nobody steers, by meeting."""

    def __init__(
        self, connections: Connections, gone_seconds: float = GONE_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._connections = connections
        self._gone_seconds = gone_seconds
        self._clock = clock
        self._since: dict[str, float] = {}

    def look(self, meeting: Meeting) -> None:
        """Something about this meeting's people or controls may have changed."""
        if self._is_steered(meeting):
            self._since.pop(meeting.id, None)
        else:
            self._since.setdefault(meeting.id, self._clock())

    def forget(self, meeting: str) -> None:
        """Nobody of this meeting is here any more."""
        self._since.pop(meeting, None)

    def due(self) -> list[str]:
        """The meetings of which it may have to be said now that nobody steers."""
        return [meeting for meeting, since in self._since.items() if self._clock() - since >= self._gone_seconds]

    def gone(self, meeting: Meeting) -> str | None:
        """Whoever has the controls, by attendee, once they have been without a line for so long; None otherwise."""
        since = self._since.get(meeting.id)
        if since is None or self._clock() - since < self._gone_seconds or self._is_steered(meeting):
            return None
        return next(iter(_who_steers(meeting)), None)

    def unsteered(self, meeting: Meeting) -> bool:
        """Whether somebody else may take over."""
        return self.gone(meeting) is not None

    def _is_steered(self, meeting: Meeting) -> bool:
        here = self._connections.here(meeting.id)
        return meeting.state not in RUNNING or any(one in here for one in _who_steers(meeting))


def _who_steers(meeting: Meeting) -> list[str]:
    controls = meeting.everyone.get(Controls, "controls")
    if controls and controls.holder:
        return [controls.holder]
    chairs = (one for one in meeting.everyone.each(Attendee) if "steer" in meeting.template.role(one.role).powers)
    return [one.id for one in chairs]
