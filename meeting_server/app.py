"""create_app() puts settings, database, pages, the connection and the gate together."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from .building.connection import build_connection, share_database
from .building.gate import build_gate
from .building.pages import build_pages, staff_door
from .clock import clock
from .control.carry_out import House
from .domain.template.language_help import LanguageHelp
from .domain.template.template import Template
from .gauges import gauges
from .http.metrics import registry_of
from .in_thread import InThread, at_once
from .services.accounts import Accounts
from .services.earlier import read_into_next
from .services.health import Health
from .services.live_meeting import LiveMeetings
from .services.log_tailer import LogTailer
from .services.sign_in import StaffSessions
from .settings import Settings
from .sockets.door import socket_settings
from .sockets.rate_limits import RateLimiter
from .sockets.rooms import Connections
from .sockets.send_queue import SendAtOnce
from .storage.bank_holidays import bank_holidays_around
from .storage.database import Database


@dataclass(frozen=True, slots=True)
class Running:
    """A server put together. `wsgi` serves, `stop` ends it cleanly, `house` is for the acts of its administrator, and
    `spawn` runs a task beside the requests.
    """

    wsgi: Callable[..., Any]
    app: Flask
    live: LiveMeetings
    stop: Callable[[], None]
    house: House
    spawn: Callable[..., object]


def create_app(
    settings: Settings,
    database: Database,
    screens: Callable[[Flask], Path] | None = None,
    templates: dict[str, Template] | None = None,
    in_thread: InThread = at_once,
    language_help: LanguageHelp | None = None,
    tasks: Callable[[], int] = threading.active_count,
    send_at_once: SendAtOnce | None = None,
) -> Running:
    """Returns the server over an open database. `screens` adds the facilitator's screens and returns the folder of
    their files.

    `templates` and `language_help` are what meetings are made of and what helps writers; the default is ours.
    `in_thread` runs work that would hold up all others. `tasks` counts what the server does now. `send_at_once` writes
    to a websocket without waiting, if the server can do that.
    """
    live = LiveMeetings(database, clock, partial(bank_holidays_around, corrections=settings.bank_holidays))
    live.when_locked = partial(read_into_next, live)
    app, site, shelf = build_pages(settings, live, screens, language_help)
    connections, sessions, accounts = Connections(), StaffSessions(live), Accounts(live, in_thread)
    openings = RateLimiter(time.monotonic, settings.rate_per_second / 20, settings.rate_burst / 3)
    socketio = SocketIO(app, **socket_settings(async_mode=settings.async_mode, origins=settings.origins))
    board = build_connection(
        socketio, live, connections, settings, site.release, sessions, send_at_once, openings, site.cookie
    )
    app.extensions["staff"] = staff_door(live, settings, accounts, sessions, templates, board.signed_out)
    health = Health(live.writer, database, clock, settings.least_free_mb * 1024 * 1024, measures=live.measures)
    app.extensions["health"] = health
    tailer = LogTailer(live, connections.meetings)
    spawn = socketio.start_background_task
    spawn(board.watch)
    spawn(board.watch_sessions)
    for watch in (tailer.watch_memory, health.watch, live.reads.watch, live.measures.watch_lag):
        spawn(watch, socketio.sleep)
    spawn(shelf.watch, socketio.sleep, in_thread)
    bell = share_database(settings, live, socketio, board, tailer) if database.shared else None
    read = gauges(live, health, connections, socketio.server, tasks, bell)
    app.extensions["metrics"] = registry_of(live.measures, read)

    def stop() -> None:
        board.say_goodbye_to_all()
        live.reads.settle()
        live.writer.stop()
        if bell:
            bell.stop()
        database.close()

    gate = build_gate(app, site, connections, openings)
    return Running(gate, app, live, stop, House(live, accounts, settings.url, board.signed_out), spawn)
