"""The outer gate: who gets to Flask and to the socket engine."""

from __future__ import annotations

import io

import pytest

from tests.scenes.gate import OURS, POLL, House


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


@pytest.mark.parametrize("origins", [frozenset(), frozenset({"*"}), frozenset({"null", OURS})])
def test_a_gate_open_to_every_page_cannot_be_built(origins):
    with pytest.raises(ValueError, match="origins"):
        House(origins=origins)
