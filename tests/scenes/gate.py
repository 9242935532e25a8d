"""An app behind the outer gate, and who knocks there."""

from __future__ import annotations

from werkzeug.test import EnvironBuilder, run_wsgi_app

from meeting_server.http.gate import OuterGate
from meeting_server.sockets.rate_limits import RateLimiter

OURS = "https://board.example"
LINE = "/socket.io/"
POLL = "EIO=4&transport=polling"
NOT_YOURS = (401, b"This line is not open to you.\n")


class House:
    """An app behind the gate that answers everything, and remembers what it was asked."""

    def __init__(self, openings=100, requests=100, **settings):
        self.openings, self.requests = openings, requests
        self.waited = []
        self.seen = []
        self.answer = ("200 OK", [("Content-Type", "text/plain"), ("ETag", "x")], [b"the board"])
        self.sockets = 0
        self.asked = 0
        self.alive = "nina"
        self.gate = OuterGate(
            self.app,
            **{
                "origins": frozenset({OURS, "http://127.0.0.1:5000"}),
                "https": True,
                "trusted_proxies": 0,
                "session_alive": self.session_alive,
                "sockets_open": lambda _: self.sockets,
                "browser": lambda _: "nina's",
                "openings": RateLimiter(lambda: 0.0, burst=self.openings),
                "requests": RateLimiter(lambda: 0.0, burst=self.requests),
                "wait": self.waited.append,
                "routes": {
                    LINE: frozenset({"GET", "POST"}),
                    "/static/": frozenset({"GET", "HEAD"}),
                    "/join": frozenset({"GET", "POST"}),
                    "/m/": frozenset({"GET", "HEAD"}),
                },
                "sound_body": lambda body: body.startswith(b"4"),
                "release_prefix": "/static/3f2a/",
                "not_found_body": b"<p>Not here</p>",
                **settings,
            },
        )

    def session_alive(self, _):
        self.asked += 1
        return self.alive

    def app(self, environ, start_response):
        self.seen.append(environ)
        status, headers, body = self.answer
        start_response(status, headers)
        return body

    def ask(self, path="/join", *, method="GET", headers=None, query="", body=None, environ=None):
        built = EnvironBuilder(
            path=path, method=method, headers=headers or {}, query_string=query, data=body
        ).get_environ()
        built.update(environ or {})
        answer, status, answered = run_wsgi_app(self.gate, built)
        self.headers = dict(answered)
        self.pairs = list(answered)
        return int(status.split()[0]), b"".join(answer)

    def open_line(self, *, query=POLL, method="GET", body=None, environ=None, **headers):
        return self.ask(
            LINE,
            method=method,
            query=query,
            body=body,
            environ=environ,
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )
