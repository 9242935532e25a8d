"""The gate in front of everything: which addresses there are, which seat a connection is counted for, and the page of a
404.
"""

import time
from typing import Any

from flask import Flask

from ..http.access import Site
from ..http.gate import NotNow, OuterGate
from ..services.live_meeting import LiveMeetings
from ..settings import Settings
from ..sockets.rate_limits import RateLimiter
from ..sockets.rooms import Connections
from ..sockets.strict_packets import is_sound_polling_body
from ..storage.database import DATABASE_DOWN
from .seat_asked import read, seat_asked


def build_gate(app: Flask, site: Site, connections: Connections, openings: RateLimiter) -> OuterGate:
    """Returns the gate in front of an app with all its parts."""
    settings, live = site.settings, site.live
    return OuterGate(
        app.wsgi_app,
        origins=settings.origins,
        https=settings.https,
        trusted_proxies=settings.trusted_proxies,
        session_alive=lambda environ: _alive(live, environ, site.cookie),
        sockets_open=connections.count,
        browser=lambda environ: read(environ).cookies.get(site.cookie),
        openings=openings,
        requests=RateLimiter(time.monotonic, 4.0 * settings.rate_per_second, 2.0 * settings.rate_burst),
        routes=routes(site.release),
        sound_body=is_sound_polling_body,
        release_prefix=f"/static/{site.release}/",
        not_found_body=_not_found_page(app, settings),
        not_found_kind="text/html; charset=utf-8",
    )


def routes(release: str) -> dict[str, frozenset[str]]:
    """Returns the gate's allow-list. A contract test compares it with the routes of the app."""
    get, post = frozenset({"GET", "HEAD"}), frozenset({"POST"})
    return {
        "/": get, "/join": get | post, "/join/look": post, "/goodbye/": get,
        "/board/": get | post, "/chair/": get | post,
        "/demo": get, "/screen": get, "/screen/": get, "/screen/code": post, "/screen/news": post,
        "/minutes/": get, "/health/live": get, "/health/ready": get, "/metrics": get,
        "/sign-in": get | post, "/sign-out": post, "/account/begin": get | post, "/meetings": get,
        "/meetings/": get | post, "/families": get | post, "/families/": get,
        "/sittings": get, "/sittings/": get | post,
        f"/static/{release}/": get, "/socket.io/": get | post,
    }  # fmt: skip


def _not_found_page(app: Flask, settings: Settings) -> bytes:
    """Returns the one page behind every 404: a meeting that never was and one that is not yours look alike."""
    with app.app_context():
        return app.jinja_env.get_template("not_found.html").render(contact=settings.contact).encode()


def _alive(live: LiveMeetings, environ: dict[str, Any], cookie: str) -> str | None:
    """Returns the live seat that a socket request names, for the gate. Connections are counted by seat and not by
    person: otherwise another holder of their link could use up all of theirs.
    """
    try:
        seat = seat_asked(live, read(environ), cookie)
    except DATABASE_DOWN:
        raise NotNow from None
    return seat.selector if seat else None
