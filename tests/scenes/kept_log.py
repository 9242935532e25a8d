"""A log kept in memory: what stands in it once words were redacted, and what a server that starts makes of it."""

import json
from typing import Any

from meeting_server.domain import replay
from meeting_server.domain.board import Event, When, snapshot_of
from meeting_server.domain.kinds import plain
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.replay import Command
from tests.scenes.builders import Outcome, attendee, given


class Log:
    """Commands run one after another, and the log they leave, with what was redacted gone from it."""

    def __init__(self, meeting: Meeting) -> None:
        self.start = self.live = meeting
        self.entries: list[tuple[str, Event | None, When]] = []

    def ask(self, who: str, command: Command) -> Outcome:
        """What comes of a command on the meeting as it now stands."""
        outcome = given(self.live).when(who, command)
        for to in outcome.said:
            n = sum(one[0] == to.stream for one in self.entries) + 1 + self.start.board(to.stream).n
            self.entries.append((to.stream, to.event, When(n, outcome.time, attendee(who))))
            self.entries = [
                (stream, None if stream == to.stream and when.n in to.redacts else event, when)
                for stream, event, when in self.entries
            ]
        self.live = outcome.meeting
        return outcome

    def replayed(self) -> Meeting:
        """The meeting as what is left of the log tells it."""
        meeting = self.start
        for stream, event, when in self.entries:
            if event is not None:
                meeting, _ = replay.apply(meeting, stream, event, when)
        return meeting

    def text(self) -> str:
        """Every word that is left in the log."""
        return json.dumps([plain(event) for _, event, _ in self.entries if event is not None])


def everything(meeting: Meeting) -> dict[str, Any]:
    """Every board of a meeting, as it may be sent."""
    return {stream: snapshot_of(board) for stream, board in meeting.boards.items()}
