"""Who may open a line, and how often."""

from __future__ import annotations

import pytest

from meeting_server.http.gate import NotNow
from tests.scenes.gate import NOT_YOURS, OURS, POLL, House


@pytest.fixture
def house():
    return House()


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
