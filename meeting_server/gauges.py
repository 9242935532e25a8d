"""The state of this process at the moment `/metrics` is read. Nothing here is kept up meanwhile."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import socketio

from .http.metrics import Gauge
from .services.health import Health
from .services.live_meeting import LiveMeetings
from .sockets.open_connections import open_lines
from .sockets.rooms import Connections

if TYPE_CHECKING:
    from .services.doorbell import Doorbell


def gauges(
    live: LiveMeetings,
    health: Health,
    connections: Connections,
    server: socketio.Server,
    tasks: Callable[[], int],
    bell: "Doorbell | None",
) -> tuple[Gauge, ...]:
    """Returns the gauges of this process. `tasks` counts what runs at once: greenlets, or threads. `bell` is its
    doorbell, if any.
    """
    return (
        Gauge("board_lines", "Open lines, by transport", partial(open_lines, server), "transport"),
        Gauge("board_rooms", "Streams that somebody hears now", connections.streams_heard),
        Gauge("board_meetings_in_memory", "Meetings held in memory", lambda: len(live.writer.in_memory())),
        Gauge("board_meetings_running", "Meetings that are open or paused", partial(_running, live)),
        Gauge("board_tasks", "Greenlets, or threads, that live now", tasks),
        Gauge("board_last_commit_age_seconds", "Since the last commit of the heartbeat", health.commit_age),
        Gauge("board_doorbell_heard", "1 while the doorbell is heard", lambda: float(bell.is_heard) if bell else None),
        Gauge("board_disk_free_bytes", "Free where the data lies", health.free_bytes),
    )


def _running(live: LiveMeetings) -> float:
    return sum(one.state in ("open", "paused") for one in live.writer.in_memory())
