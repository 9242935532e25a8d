"""The connection: what opens one, what its packets may be, and how servers on one database hear of each other."""

import time
from typing import TYPE_CHECKING, Any

from flask_socketio import SocketIO

from ..domain.refused import Refused
from ..http.access import looks_like
from ..services.live_meeting import LiveMeetings
from ..services.log_tailer import LogTailer
from ..services.sign_in import StaffSessions
from ..settings import Settings
from ..sockets.board import BoardConnection
from ..sockets.door import PacketDoor
from ..sockets.rate_limits import RateLimiter
from ..sockets.rooms import Connections
from ..sockets.send_queue import SendAtOnce
from ..storage.database import DATABASE_DOWN
from .seat_asked import read, seat_asked

if TYPE_CHECKING:
    from ..services.doorbell import Doorbell


def build_connection(
    socketio: SocketIO,
    live: LiveMeetings,
    connections: Connections,
    settings: Settings,
    release: str,
    sessions: StaffSessions,
    send_at_once: SendAtOnce | None,
    openings: RateLimiter,
    cookie: str,
) -> BoardConnection:
    """Returns the board's side of every connection. `openings` limits how often a person is sent the whole board."""
    pace = RateLimiter(time.monotonic, settings.rate_per_second, settings.rate_burst)
    board = BoardConnection(socketio, live, connections, pace, release, sessions, send_at_once, openings)
    _let_connect(socketio, board, live, cookie)
    PacketDoor(
        socketio.server,
        measures=live.measures,
        commands=board.commands.take,
        packets=(5.0 * settings.rate_per_second, 1.5 * settings.rate_burst),
        opened=board.opened,
    )
    return board


def share_database(
    settings: Settings, live: LiveMeetings, socketio: SocketIO, board: BoardConnection, tailer: LogTailer
) -> "Doorbell | None":
    """Shares the database with other servers: looks for what they commit, and rings the bell if there is one."""
    socketio.start_background_task(tailer.watch, socketio.sleep)
    socketio.start_background_task(board.watch_changes)
    if not settings.redis_url:
        return None
    from ..services.doorbell import Doorbell

    bell = Doorbell(settings.redis_url, live.writer.follow, board.hang_up)
    live.writer.when_committed(bell.ring)
    board.tell_of_signing_out = bell.ring_signed_out
    bell.start()
    return bell


def _let_connect(socketio: SocketIO, board: BoardConnection, live: LiveMeetings, cookie: str) -> None:
    def connect(sid: str, environ: dict[str, Any], _: object = None) -> bool:
        """Opens a connection for the seat that cookie and address name. Nothing else that the browser claims is
        read.
        """
        asked = read(environ)
        try:
            seat = seat_asked(live, asked, cookie)
            if seat is None:
                return False
            board.open(sid, seat, looks_like(asked))
        except (Refused, *DATABASE_DOWN):
            return False
        return True

    # On the server below Flask-SocketIO. That would look for a page at the connection's address, and would keep the
    # failed look-up and the connection for the garbage collector.
    socketio.server.on("connect", connect)
