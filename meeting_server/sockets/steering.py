"""Tells if no one steers a meeting: since when the holder of its controls has had no connection here.

The time counts from when a person is here to see it. So a server that has just started says nothing about the time
before.
"""

import time
from collections.abc import Callable

from ..domain.facts import RUNNING
from ..domain.meeting import Meeting
from ..domain.people.chair_controls import Controls
from ..domain.people.persons import each_attendee
from .rooms import Connections

GONE_SECONDS = 20.0
GONE_SECONDS_ON_SEVERAL = 120.0
"""The limit where several servers share the meetings. When one of them dies, its people are apart for up to ninety
seconds, and each server knows only its own connections (decision 0032).
"""


class Steering:
    """Keeps since when no one steers, by meeting."""

    def __init__(
        self, connections: Connections, gone_seconds: float = GONE_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._connections = connections
        self._gone_seconds = gone_seconds
        self._clock = clock
        self._since: dict[str, float] = {}

    def look(self, meeting: Meeting) -> None:
        """Looks again after this meeting's people or controls may have changed."""
        if self._is_steered(meeting):
            self._since.pop(meeting.id, None)
        else:
            self._since.setdefault(meeting.id, self._clock())

    def forget(self, meeting: str) -> None:
        """Forgets a meeting with no one here any more."""
        self._since.pop(meeting, None)

    def due(self) -> list[str]:
        """Returns the meetings that may now have to be told that no one steers."""
        return [meeting for meeting, since in self._since.items() if self._clock() - since >= self._gone_seconds]

    def gone(self, meeting: Meeting) -> str | None:
        """Returns the attendee who holds the controls if they have had no connection for that long; otherwise None."""
        since = self._since.get(meeting.id)
        if since is None or self._clock() - since < self._gone_seconds or self._is_steered(meeting):
            return None
        return next(iter(_who_steers(meeting)), None)

    def unsteered(self, meeting: Meeting) -> bool:
        """True if another person may take over."""
        return self.gone(meeting) is not None

    def _is_steered(self, meeting: Meeting) -> bool:
        here = self._connections.here(meeting.id)
        return meeting.state not in RUNNING or any(one in here for one in _who_steers(meeting))


def _who_steers(meeting: Meeting) -> list[str]:
    controls = meeting.room.get(Controls, "controls")
    if controls and controls.holder:
        return [controls.holder]
    chairs = (one for one in each_attendee(meeting) if "steer" in meeting.template.role(one.role).powers)
    return [one.id for one in chairs]
