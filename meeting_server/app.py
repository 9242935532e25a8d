"""create_app() puts settings, database, pages, the connection and the gate together."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask_socketio import SocketIO
from werkzeug.wrappers import Request

from .clock import clock
from .control.carry_out import House
from .domain.refused import Refused
from .domain.template.language_help import LanguageHelp
from .domain.template.template import Template
from .gauges import gauges
from .http.access import Site, hold_back, looks_like
from .http.board import pages
from .http.failure_pages import answer_failures
from .http.gate import NotNow, OuterGate
from .http.health import health as health_pages
from .http.join import join
from .http.language_help import help_for_page
from .http.languages import speak
from .http.metrics import metrics, registry_of
from .http.new_link import new_links
from .http.record import records
from .http.staff import StaffDoor, staff
from .http.static_files import Shelf, release_of, static_files
from .http.workbook import workbooks
from .in_thread import InThread, at_once
from .logs import whereabouts
from .services.account_life import AccountLife
from .services.accounts import Accounts
from .services.earlier import read_into_next
from .services.health import Health
from .services.live_meeting import LiveMeetings, Seat
from .services.log_tailer import LogTailer
from .services.seats import seat_of
from .services.sign_in import StaffSessions
from .services.sign_in_tries import SignInTries
from .settings import Settings
from .sockets.board import BoardConnection
from .sockets.door import PacketDoor, socket_settings
from .sockets.rate_limits import RateLimiter
from .sockets.rooms import Connections
from .sockets.send_queue import SendAtOnce
from .sockets.strict_packets import is_sound_polling_body
from .storage.bank_holidays import bank_holidays_around
from .storage.database import DATABASE_DOWN, Database
from .storage.language_help_files import load_language_help
from .storage.template_files import load_templates

if TYPE_CHECKING:
    from .services.doorbell import Doorbell

log = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
_FAILURES_PER_SECOND, _FAILURES_AT_ONCE = 0.1, 10


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
    app = Flask(__name__, static_folder=None, template_folder="templates")
    live = LiveMeetings(database, clock, partial(bank_holidays_around, corrections=settings.bank_holidays))
    live.when_locked = partial(read_into_next, live)
    folders = [STATIC, *([screens(app)] if screens else [])]
    release, shelf = release_of(folders), Shelf(folders)
    failures = RateLimiter(time.monotonic, _FAILURES_PER_SECOND, _FAILURES_AT_ONCE)
    seats = RateLimiter(time.monotonic, settings.rate_per_second / 100, settings.rate_burst / 3)
    cookie = "__Host-board" if settings.https else "board"
    app.log_exception = _name_only  # type: ignore[assignment, method-assign]
    helps = help_for_page(load_language_help() if language_help is None else language_help)
    app.extensions["board"] = Site(settings, live, release, failures.take, seats.take, cookie, helps)
    app.jinja_env.globals.update(
        static=lambda path: f"/static/{release}/{path}", release=release, script_of=app.extensions["board"].script
    )
    speak(app, settings.languages, settings.translations_dir)
    app.after_request(hold_back)
    answer_failures(app)
    for blueprint in (
        join,
        pages,
        new_links,
        records,
        workbooks,
        staff,
        health_pages,
        metrics,
        static_files(release, shelf),
    ):
        app.register_blueprint(blueprint)
    connections = Connections()
    socketio = SocketIO(app, **socket_settings(async_mode=settings.async_mode, origins=settings.origins))
    pace = RateLimiter(time.monotonic, settings.rate_per_second, settings.rate_burst)
    sessions = StaffSessions(live)
    whole = RateLimiter(time.monotonic, settings.rate_per_second / 20, settings.rate_burst / 3)
    line = BoardConnection(socketio, live, connections, pace, release, sessions, send_at_once, whole)
    accounts = Accounts(live, in_thread)
    app.extensions["staff"] = _staff_door(
        settings, accounts, sessions, load_templates() if templates is None else templates, line, live
    )
    _connect(socketio, line, live, cookie)
    packets = (5.0 * settings.rate_per_second, 1.5 * settings.rate_burst)
    PacketDoor(
        socketio.server,
        measures=live.measures,
        commands=line.commands.take,
        packets=packets,
        opened=line.opened,
    )
    socketio.start_background_task(line.watch)
    following = LogTailer(live, connections.meetings)
    socketio.start_background_task(following.watch_memory, socketio.sleep)
    bell = _share(settings, live, socketio, line, following) if database.shared else None
    socketio.start_background_task(line.watch_sessions)
    health = Health(live.writer, database, clock, settings.least_free_mb * 1024 * 1024, measures=live.measures)
    app.extensions["health"] = health
    socketio.start_background_task(health.watch, socketio.sleep)
    socketio.start_background_task(live.reads.watch, socketio.sleep)
    socketio.start_background_task(live.measures.watch_lag, socketio.sleep)
    socketio.start_background_task(shelf.watch, socketio.sleep, in_thread)
    read = gauges(live, health, connections, socketio.server, tasks, bell)
    app.extensions["metrics"] = registry_of(live.measures, read)
    gate = OuterGate(
        app.wsgi_app,
        origins=settings.origins,
        https=settings.https,
        trusted_proxies=settings.trusted_proxies,
        session_alive=lambda environ: _alive(live, environ, cookie),
        sockets_open=connections.count,
        browser=lambda environ: _read(environ).cookies.get(cookie),
        openings=whole,
        requests=RateLimiter(time.monotonic, 4.0 * settings.rate_per_second, 2.0 * settings.rate_burst),
        routes=_routes(release),
        sound_body=is_sound_polling_body,
        release_prefix=f"/static/{release}/",
        not_found_body=_not_found_page(app, settings),
        not_found_kind="text/html; charset=utf-8",
    )

    def stop() -> None:
        line.say_goodbye_to_all()
        live.reads.settle()
        live.writer.stop()
        if bell:
            bell.stop()
        database.close()

    house = House(live, accounts, settings.url, line.signed_out)
    return Running(gate, app, live, stop, house, socketio.start_background_task)


def _share(
    settings: Settings, live: LiveMeetings, socketio: SocketIO, line: BoardConnection, following: LogTailer
) -> "Doorbell | None":
    """Shares the database with other servers: looks for what they commit, and rings the bell if there is one."""
    socketio.start_background_task(following.watch, socketio.sleep)
    socketio.start_background_task(line.watch_changes)
    if not settings.redis_url:
        return None
    from .services.doorbell import Doorbell

    bell = Doorbell(settings.redis_url, live.writer.follow, line.hang_up)
    live.writer.when_committed(bell.ring)
    line.tell_of_signing_out = bell.ring_signed_out
    bell.start()
    return bell


def _staff_door(
    settings: Settings,
    accounts: Accounts,
    sessions: StaffSessions,
    templates: dict[str, Template],
    line: BoardConnection,
    live: LiveMeetings,
) -> StaffDoor:
    host = "__Host-" if settings.https else ""
    tries = SignInTries(live, accounts)
    return StaffDoor(
        accounts,
        AccountLife(live, accounts),
        sessions,
        templates,
        f"{host}staff",
        tries,
        f"{host}known",
        line.signed_out,
    )


def _not_found_page(app: Flask, settings: Settings) -> bytes:
    """Returns the one page behind every 404: a meeting that never was and one that is not yours look alike."""
    with app.app_context():
        return app.jinja_env.get_template("not_found.html").render(contact=settings.contact).encode()


def _name_only(info: Any) -> None:
    """Logs where a page failed and by what kind of error: an error's own text may quote what people wrote."""
    log.error("A page failed: %(at)s", {"at": whereabouts(info[1])})


def _routes(release: str) -> dict[str, frozenset[str]]:
    """Returns the gate's allow-list. A contract test compares it with the routes of the app."""
    get, post = frozenset({"GET", "HEAD"}), frozenset({"POST"})
    return {
        "/": get, "/join": get | post, "/join/look": post, "/goodbye/": get,
        "/board/": get | post, "/chair/": get | post,
        "/screen": get, "/screen/": get, "/screen/code": post, "/screen/news": post,
        "/minutes/": get, "/health/live": get, "/health/ready": get, "/metrics": get,
        "/sign-in": get | post, "/sign-out": post, "/account/begin": get | post, "/meetings": get,
        "/meetings/": get | post, "/families": get | post, "/families/": get,
        "/sittings": get, "/sittings/": get | post,
        f"/static/{release}/": get, "/socket.io/": get | post,
    }  # fmt: skip


def _connect(socketio: SocketIO, line: BoardConnection, live: LiveMeetings, cookie: str) -> None:
    def connect(sid: str, environ: dict[str, Any], _: object = None) -> bool:
        """Opens a connection for the seat that cookie and address name. Nothing else that the browser claims is
        read.
        """
        asked = _read(environ)
        try:
            seat = _seat(live, asked, cookie)
            if seat is None:
                return False
            line.open(sid, seat, looks_like(asked))
        except (Refused, *DATABASE_DOWN):
            return False
        return True

    # On the server below Flask-SocketIO. That would look for a page at the connection's address, and would keep the
    # failed look-up and the connection for the garbage collector.
    socketio.server.on("connect", connect)


def _alive(live: LiveMeetings, environ: dict[str, Any], cookie: str) -> str | None:
    """Returns the live seat that a socket request names, for the gate. Connections are counted by seat and not by
    person: otherwise another holder of their link could use up all of theirs.
    """
    try:
        seat = _seat(live, _read(environ), cookie)
    except DATABASE_DOWN:
        raise NotNow from None
    return seat.selector if seat else None


def _seat(live: LiveMeetings, asked: Request, cookie: str) -> Seat | None:
    return seat_of(live, asked.cookies.get(cookie), asked.args.get("seat", ""))


def _read(environ: dict[str, Any]) -> Request:
    """Returns a request outside Flask. It does not refer to itself through the environment: only the garbage collector
    would free the two, and everyone waits while that runs.
    """
    return Request(environ, populate_request=False)
