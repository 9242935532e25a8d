"""The outer gate: the first thing every request meets, before Flask and before the socket engine.

Flask's hooks, its error pages and its headers never see socket traffic. So the rules for everything are held here (T5,
T7, T9, T17, F10, F11).

Who may open a connection (`/socket.io/`), and why a missing `Origin` is not simply refused:

- Browsers send `Origin` with every websocket handshake and every POST, but not with a same-origin GET, which is how
  polling reads. Our Referrer-Policy is `no-referrer`. `Sec-Fetch-Site` is unknown to Safari before 16.4, and every
  browser leaves it out on plain http away from localhost. So none of them can decide about a GET.
- Our page therefore adds `X-Board: 1` to polling requests (socket.io `extraHeaders`). A page of another origin cannot
  add it without asking first (an OPTIONS request), and that is not answered here.
- The rule: an `Origin` that is sent must be in the list, whole and exact. Without one, a request passes only if it is
  not a websocket handshake, carries `X-Board: 1`, and `Sec-Fetch-Site`, if sent, says `same-origin`. This works the
  same in Edge and Chrome 87, Safari 14.1 and Firefox 91.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qs

from werkzeug.middleware.proxy_fix import ProxyFix

from ..http.response_headers import Headers, ResponseHeaders
from ..listener import HANG_UP

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
WsgiApp = Callable[[Environ, StartResponse], Iterable[bytes]]

SOCKET_PATH = "/socket.io/"
MAX_SOCKETS = 5
TOO_MANY_SECONDS = 0.1
MAX_SOCKET_BODY = 64 * 1024

_FORWARDED = (
    "HTTP_FORWARDED",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX",
    "HTTP_X_FORWARDED_SSL",
    "HTTP_X_REAL_IP",
)
_NOT_EVEN_FROM_A_PROXY = tuple(
    name
    for name in _FORWARDED
    if name not in ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")
)


class Share(Protocol):
    """A rate limiter for each browser."""

    def is_spent(self, key: Hashable, /) -> bool:
        """True if it may have none now."""

    def take(self, key: Hashable, /) -> float:
        """Returns 0.0 if it may have one now, and counts it. Otherwise returns the seconds to wait."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A fixed answer: one status, one body, the same for every cause."""

    status: str
    body: bytes
    kind: str = "text/plain; charset=utf-8"

    def headers(self) -> Headers:
        return [("Content-Type", self.kind), ("Content-Length", str(len(self.body)))]


_BAD_REQUEST = _Answer("400 Bad Request", b"This request could not be understood.\n")
_NOT_YOURS = _Answer("401 Unauthorized", b"This line is not open to you.\n")
_NO_SUCH_METHOD = _Answer("405 Method Not Allowed", b"This cannot be done here.\n")
_NO_LENGTH = _Answer("411 Length Required", b"This request could not be understood.\n")
_TOO_LARGE = _Answer("413 Content Too Large", b"This is too large to send.\n")
_TOO_MANY = _Answer("429 Too Many Requests", b"Too many pages are open for this person. Close one and try again.\n")
_NOT_NOW = _Answer("503 Service Unavailable", b"The board can't be opened just now. Try again in a minute.\n")
_NOT_FOUND_BODY = b"This page could not be found.\n"


class NotNow(Exception):
    """The database cannot say now if a session is live."""


class OuterGate:
    """WSGI middleware, to be the outermost.

    - `origins`: what a browser's `Origin` may be, e.g. `https://board.example`, compared whole.
    - `https`: served over https (adds HSTS).
    - `trusted_proxies`: exactly how many proxies stand before us; 0 drops all forwarding headers.
    - `session_alive(environ)`: the seat of a live browser session, or None, or it raises NotNow. Called for every
      socket request.
    - `sockets_open(seat)`: how many connections that seat has now.
    - `browser(environ)`: tells one browser from others. `openings` limits how often it may open a connection,
      `requests` how often it may send a request to any connection. `wait` sleeps for some seconds while others are
      served.
    - `routes`: allowed methods by path. A path that ends in `/` covers all below it (`/` itself only the front page).
      The longest match wins, and anything else is not found.
    - `sound_body`: tells if a polling POST can be given to the engine.
    - `release_prefix`: the only place with answers that browsers may keep, e.g. `/static/3f2a/`.
    - `not_found_body`: the page behind every 404. An unknown path, a meeting that never was and a meeting that is not
      yours look alike to the byte.
    - `max_body`: in bytes.
    """

    def __init__(
        self,
        app: WsgiApp,
        *,
        origins: frozenset[str],
        https: bool,
        trusted_proxies: int,
        session_alive: Callable[[Environ], str | None],
        sockets_open: Callable[[str], int],
        browser: Callable[[Environ], str | None],
        openings: Share,
        requests: Share,
        routes: Mapping[str, frozenset[str]],
        sound_body: Callable[[bytes], bool],
        release_prefix: str | None = None,
        not_found_body: bytes = _NOT_FOUND_BODY,
        not_found_kind: str = "text/plain; charset=utf-8",
        max_body: int = 128 * 1024,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        if trusted_proxies < 0:
            raise ValueError("the number of proxies cannot be below 0")
        if not origins or "*" in origins or "null" in origins:
            raise ValueError("origins must be a list of whole origins: without one, any page could open a line")
        self._app = app
        self._origins = origins
        self._session_alive = session_alive
        self._sockets_open = sockets_open
        self._browser = browser
        self._openings = openings
        self._requests = requests
        self._wait = wait
        self._routes = dict(sorted(routes.items(), key=lambda route: -len(route[0])))
        self._sound_body = sound_body
        self._not_found = _Answer("404 Not Found", not_found_body, not_found_kind)
        self._max_body = max_body
        self._leaving = ResponseHeaders(origins, https, release_prefix)
        self._distrusted = _NOT_EVEN_FROM_A_PROXY if trusted_proxies else _FORWARDED
        self._entry: WsgiApp = (
            ProxyFix(self._pass, x_for=trusted_proxies, x_proto=trusted_proxies, x_host=trusted_proxies)
            if trusted_proxies
            else self._pass
        )

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        for name in self._distrusted:
            environ.pop(name, None)
        return self._entry(environ, start_response)

    def _pass(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        is_line = path == SOCKET_PATH
        # Compressing secrets together with chosen text reveals their lengths, and it costs a seventh of the speed.
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        refusal = self._judge_request(environ, path) or (self._judge_line(environ) if is_line else None)
        if refusal is _TOO_MANY and environ["REQUEST_METHOD"] == "GET":
            # A thousand connections kept for senders that ask too often would cost all others. After a POST, its unread
            # body would turn the hang-up into a reset, and the answer would be lost on the way.
            environ.get(HANG_UP, lambda: None)()
        if refusal is not None:
            start_response(refusal.status, self._leaving.headers(refusal.headers(), path, refusal.status))
            return [b"" if environ["REQUEST_METHOD"] == "HEAD" else refusal.body]
        return self._let_in(environ, start_response, path, is_line)

    def _let_in(self, environ: Environ, start_response: StartResponse, path: str, is_line: bool) -> Iterable[bytes]:
        instead: list[bytes] = []

        def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
            instead.clear()
            if status.startswith("404"):
                instead.append(self._not_found.body)
                status, headers = self._not_found.status, self._not_found.headers()
            elif is_line and status[:1] in "45":
                # The engine's own refusals quote the request, and differ between a connection that was and one that is.
                instead.append(_BAD_REQUEST.body)
                status, headers = _BAD_REQUEST.status, _BAD_REQUEST.headers()
            return start_response(status, self._leaving.headers(headers, path, status), exc_info)

        body = self._app(environ, start)
        if not instead:
            return body
        close = getattr(body, "close", None)
        if close is not None:
            close()
        return [] if environ["REQUEST_METHOD"] == "HEAD" else instead

    def _judge_request(self, environ: Environ, path: str) -> _Answer | None:
        allowed = _methods(self._routes, path)
        # The engine answers to every path that begins like its own. Only the one that is judged may reach it.
        is_detour = path.startswith(SOCKET_PATH) and path != SOCKET_PATH
        if allowed is None or is_detour:
            return self._not_found
        if environ["REQUEST_METHOD"] not in allowed:
            return _NO_SUCH_METHOD
        if environ.get("HTTP_TRANSFER_ENCODING"):
            return _NO_LENGTH
        length = environ.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit()):
            return _BAD_REQUEST
        limit = MAX_SOCKET_BODY if path == SOCKET_PATH else self._max_body
        return _TOO_LARGE if len(length) > 12 or int(length) > limit else None

    def _judge_line(self, environ: Environ) -> _Answer | None:
        asked = environ.get("QUERY_STRING", "")
        if "j" in parse_qs(asked, keep_blank_values=True):
            return _BAD_REQUEST  # JSONP: an answer that any page may read as a script
        is_handshake = "HTTP_UPGRADE" in environ
        if is_handshake and environ.get("HTTP_SEC_WEBSOCKET_VERSION") != "13":
            return _BAD_REQUEST  # the drafts before it have no masking and no bound on a message
        if not self._is_from_our_page(environ, is_handshake):
            return _NOT_YOURS
        # Read as the engine reads it: an empty sid is none, and begins a new session there.
        opens = "sid" not in parse_qs(asked)
        browser = self._browser(environ)
        shares = (self._requests, self._openings) if opens else (self._requests,)
        # Checked before the session is looked up, which costs more than everything else.
        if any(share.is_spent(browser) for share in shares):
            # A sender that asks again at once waits for the answer here, where it costs no one anything.
            self._wait(TOO_MANY_SECONDS)
            return _TOO_MANY
        try:
            seat = self._session_alive(environ)
        except NotNow:
            return _NOT_NOW
        if seat is None:
            return _NOT_YOURS
        waits = [share.take(browser) for share in shares]
        if any(waits) or (opens and self._sockets_open(seat) >= MAX_SOCKETS):
            return _TOO_MANY
        return self._judge_post(environ) if environ["REQUEST_METHOD"] == "POST" else None

    def _is_from_our_page(self, environ: Environ, is_handshake: bool) -> bool:
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None:
            return origin in self._origins
        return (
            not is_handshake
            and environ.get("HTTP_X_BOARD") == "1"
            and environ.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin"
        )

    def _judge_post(self, environ: Environ) -> _Answer | None:
        # Read here, because the engine answers a body that it cannot parse with "OK" and a traceback.
        length = int(environ.get("CONTENT_LENGTH") or "0")
        body = environ["wsgi.input"].read(length)
        if len(body) != length or not self._sound_body(body):
            return _BAD_REQUEST
        environ["wsgi.input"] = io.BytesIO(body)
        return None


def _methods(routes: Mapping[str, frozenset[str]], path: str) -> frozenset[str] | None:
    if any(step in (".", "..") for step in path.split("/")) or not path.isprintable() or "\\" in path:
        return None
    for route, methods in routes.items():
        if path == route or (route != "/" and route.endswith("/") and path.startswith(route)):
            return methods
    return None
