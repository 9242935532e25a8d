"""The outer gate: who gets to Flask and to the socket engine, and what leaves with every answer."""

from __future__ import annotations

import io

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from meeting_server.http.gate import NotNow, OuterGate
from meeting_server.sockets.limits import Pace

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
                "openings": Pace(lambda: 0.0, burst=self.openings),
                "requests": Pace(lambda: 0.0, burst=self.requests),
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


@pytest.fixture
def house():
    return House()


def test_an_allowed_path_reaches_the_app(house):
    assert house.ask("/join") == (200, b"the board")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/admin",
        "/join/",
        "/joiner",
        "/m",
        "/static",
        "/socket.io",
        "/socket.io/x",
        "/socket.io//",
        "/m/../admin",
        "/m/./x",
        "/m/a\\b",
        "/m/\x00",
        "/m/a\nb",
    ],
)
def test_unknown_paths_are_all_not_found_alike_and_the_app_never_hears_of_them(house, path):
    house.answer = ("404 NOT FOUND", [("Content-Type", "text/html"), ("X-Why", "no such meeting")], [b"no!"])
    known = house.ask("/m/someone-elses"), house.pairs
    house.seen.clear()
    answer = house.ask("/m/x", environ={"PATH_INFO": path})
    assert house.seen == []
    assert (answer, house.pairs) == known


def test_a_front_page_opens_nothing_below_it():
    house = House(routes={"/": frozenset({"GET"})})
    assert house.ask("/")[0] == 200
    assert house.ask("/admin")[0] == 404


def test_a_page_found_by_nobody_has_the_same_bytes_for_head(house):
    house.answer = ("404 NOT FOUND", [], [b"no!"])
    assert house.ask("/m/x", method="HEAD") == (404, b"")
    assert house.headers["Content-Length"] == "15"


def test_a_method_not_in_the_table_is_refused(house):
    assert house.ask("/m/x", method="POST")[0] == 405
    assert house.open_line(method="OPTIONS", Origin=OURS)[0] == 405
    assert house.seen == []


@pytest.mark.parametrize(
    ("environ", "status"),
    [
        ({"CONTENT_LENGTH": "131073"}, 413),
        ({"CONTENT_LENGTH": "9" * 30}, 413),
        ({"CONTENT_LENGTH": "-1"}, 400),
        ({"CONTENT_LENGTH": "²"}, 400),
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, 411),
    ],
)
def test_a_body_without_bounds_is_refused_before_it_is_read(house, environ, status):
    assert house.ask("/join", method="POST", environ=environ)[0] == status
    assert house.seen == []


def test_a_body_within_bounds_passes(house):
    assert house.ask("/join", method="POST", environ={"CONTENT_LENGTH": "131072"})[0] == 200


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "",
        "https://board.example.evil.example",
        "https://sub.board.example",
        "https://board.example:8443",
        "http://board.example",
        "HTTPS://BOARD.EXAMPLE",
        "https://board.example.",
        "https://board.example/",
        f"{OURS},{OURS}",
        f"{OURS} ",
    ],
)
def test_no_line_for_another_origin(house, origin):
    house.alive = "nina"
    for extra in ({}, {"HTTP_X_BOARD": "1", "HTTP_SEC_FETCH_SITE": "same-origin"}):
        assert house.open_line(environ={"HTTP_ORIGIN": origin, **extra}) == NOT_YOURS
    assert house.seen == []


def test_a_line_for_our_own_origin(house):
    assert house.open_line(Origin=OURS)[0] == 200
    assert house.open_line(Origin="http://127.0.0.1:5000")[0] == 200


def test_polling_without_an_origin_needs_the_header_only_our_page_can_send(house):
    assert house.open_line() == NOT_YOURS
    assert house.open_line(Sec_Fetch_Site="same-origin") == NOT_YOURS
    assert house.open_line(X_Board="1", Sec_Fetch_Site="cross-site") == NOT_YOURS
    assert house.open_line(X_Board="1", Sec_Fetch_Site="same-site") == NOT_YOURS
    assert house.open_line(X_Board="1", Sec_Fetch_Site="none") == NOT_YOURS
    assert house.open_line(X_Board="1")[0] == 200
    assert house.open_line(X_Board="1", Sec_Fetch_Site="same-origin")[0] == 200


def test_a_websocket_always_needs_its_origin_and_speaks_the_one_version_we_bound(house):
    asked = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13"}
    assert house.open_line(X_Board="1", **asked) == NOT_YOURS
    assert house.open_line(Origin=OURS, **asked)[0] == 200
    for version in ({}, {"Sec_WebSocket_Version": "8"}):
        assert house.open_line(Origin=OURS, Upgrade="websocket", **version)[0] == 400


def test_no_line_without_a_live_session(house):
    house.alive = None
    assert house.open_line(Origin=OURS) == NOT_YOURS


def test_where_nobody_can_tell_whose_session_it_is_no_line_is_opened_and_it_may_be_asked_for_again():
    def away(_):
        raise NotNow

    house = House(session_alive=away)
    status, said = house.open_line(ORIGIN=OURS)
    assert (status, b"just now" in said) == (503, True)
    assert house.seen == []


def test_a_sixth_line_is_refused_but_the_five_go_on(house):
    house.sockets = 4
    assert house.open_line(Origin=OURS)[0] == 200
    house.sockets = 5
    assert house.open_line(Origin=OURS)[0] == 429
    assert house.open_line(Origin=OURS, query=f"{POLL}&sid=abc")[0] == 200
    # The engine takes an empty sid for none and would begin a new session.
    assert house.open_line(Origin=OURS, query=f"{POLL}&sid=")[0] == 429


def test_lines_that_are_opened_too_often_are_refused_unasked_but_the_open_ones_go_on():
    house = House(openings=2)
    assert [house.open_line(Origin=OURS)[0] for _ in range(4)] == [200, 200, 429, 429]
    # To ask who it is costs more than the refusal.
    assert house.asked == 2
    assert len(house.waited) == 2
    assert house.open_line(Origin=OURS, query=f"{POLL}&sid=abc")[0] == 200


def test_a_browser_that_polls_too_often_is_refused_unasked_on_open_lines_too():
    house = House(requests=3)
    assert [house.open_line(Origin=OURS, query=f"{POLL}&sid=abc")[0] for _ in range(5)] == [200, 200, 200, 429, 429]
    assert house.asked == 3
    assert len(house.waited) == 2


def test_only_who_asks_too_often_loses_the_connection_with_the_answer_and_not_on_a_body_unread():
    house, ended = House(openings=1), []

    def ask(**more):
        return house.open_line(environ={"board.hang_up": lambda: ended.append(True)}, **more)[0]

    assert ask(Origin=OURS) == 200
    assert ask(Origin="https://other.example") == 401
    assert ask(Origin=OURS, method="POST", body=b"4") == 429
    assert ended == []
    assert ask(Origin=OURS) == 429
    assert ended == [True]


def test_who_has_no_seat_uses_up_no_openings():
    house = House(openings=2)
    house.alive = None
    assert [house.open_line(Origin=OURS) for _ in range(4)] == [NOT_YOURS] * 4


@pytest.mark.parametrize("query", ["&j=0", "&j=", "&j", "&j=0&j=1"])
def test_jsonp_is_refused(house, query):
    assert house.open_line(Origin=OURS, query=POLL + query)[0] == 400


def test_compression_is_never_offered_to_the_engine(house):
    house.open_line(Origin=OURS, Sec_WebSocket_Extensions="permessage-deflate")
    assert "HTTP_SEC_WEBSOCKET_EXTENSIONS" not in house.seen[0]


def test_a_polling_body_is_checked_and_then_handed_on_unread(house):
    assert house.open_line(method="POST", body=b"42[]", Origin=OURS)[0] == 200
    assert house.seen[0]["wsgi.input"].read() == b"42[]"
    assert house.open_line(method="POST", body=b"x", Origin=OURS)[0] == 400
    assert house.open_line(method="POST", body=b"4" * 65537, Origin=OURS)[0] == 413
    short = {"CONTENT_LENGTH": "9", "wsgi.input": io.BytesIO(b"4")}
    assert house.open_line(method="POST", environ=short, Origin=OURS)[0] == 400
    assert len(house.seen) == 1


def test_the_engines_own_refusals_say_nothing_of_what_was_asked(house):
    house.answer = ("400 BAD REQUEST", [("Content-Type", "text/plain")], [b'"Invalid session pip-canary"'])
    assert house.open_line(Origin=OURS) == (400, b"This request could not be understood.\n")


def test_the_body_that_is_replaced_is_closed(house):
    class Body(list):
        closed = False

        def close(self):
            self.closed = True

    body = Body([b"x"])
    house.answer = ("404 NOT FOUND", [], body)
    house.ask("/m/x")
    assert body.closed


def test_without_proxies_nobody_can_say_where_they_come_from(house):
    forged = {
        "X-Forwarded-For": "1.2.3.4",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Prefix": "/x",
        "Forwarded": "for=1.2.3.4",
        "X-Real-IP": "1.2.3.4",
    }
    house.ask("/join", headers=forged, environ={"REMOTE_ADDR": "9.9.9.9"})
    seen = house.seen[0]
    assert seen["REMOTE_ADDR"] == "9.9.9.9"
    assert not [name for name in seen if "FORWARDED" in name or "REAL_IP" in name]


def test_with_one_proxy_only_what_that_one_added_counts():
    house = House(trusted_proxies=1)
    house.ask(
        "/join",
        headers={
            "X-Forwarded-For": "6.6.6.6, 1.2.3.4",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Prefix": "/x",
        },
        environ={"REMOTE_ADDR": "10.0.0.1"},
    )
    seen = house.seen[0]
    assert (seen["REMOTE_ADDR"], seen["wsgi.url_scheme"], seen["SCRIPT_NAME"]) == ("1.2.3.4", "https", "")


PROTECTION = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Cache-Control": "no-store",
}


def test_every_answer_carries_the_protection_once(house):
    house.answer = (
        "200 OK",
        [("cache-control", "public"), ("Server", "x"), ("Referrer-Policy", "unsafe-url"), ("ETag", "1")],
        [b""],
    )
    answers = [
        lambda: house.ask("/join"),
        lambda: house.ask("/nowhere"),
        lambda: house.ask("/m/x", method="POST"),
        house.open_line,
        lambda: house.open_line(Origin=OURS),
    ]
    for answer in answers:
        answer()
        names = [name.lower() for name, _ in house.pairs]
        assert len(names) == len(set(names))
        assert PROTECTION.items() <= house.headers.items()
        assert not {"etag", "last-modified", "server"} & set(names)


def test_the_content_policy_allows_our_own_files_and_our_own_lines(house):
    house.ask("/join")
    policy = house.headers["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self' ws://127.0.0.1:5000 wss://board.example",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_only_the_files_of_this_release_may_be_kept(house):
    house.ask("/static/3f2a/board.js")
    assert house.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert house.headers["ETag"] == "x"
    house.ask("/static/0000/board.js")
    assert house.headers["Cache-Control"] == "no-store"
    house.answer = ("404 NOT FOUND", [], [b""])
    house.ask("/static/3f2a/nothing.js")
    assert house.headers["Cache-Control"] == "no-store"


def test_plain_http_promises_no_https():
    house = House(https=False)
    house.ask("/join")
    assert "Strict-Transport-Security" not in house.headers


def test_nobody_may_read_a_line_from_elsewhere(house):
    house.answer = ("200 OK", [("Access-Control-Allow-Origin", OURS), ("Set-Cookie", "a=b")], [b"ok"])
    house.open_line(Origin=OURS)
    assert "Access-Control-Allow-Origin" not in house.headers
    assert house.headers["Set-Cookie"] == "a=b"


@pytest.mark.parametrize("origins", [frozenset(), frozenset({"*"}), frozenset({"null", OURS})])
def test_a_gate_open_to_every_page_cannot_be_built(origins):
    with pytest.raises(ValueError, match="origins"):
        House(origins=origins)
