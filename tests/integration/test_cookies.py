"""A seat is the browser's that took it: other pages, other browsers and cookies that we did not make are refused."""

import http.client
from contextlib import closing

import pytest
import requests

from tests.people.on_the_wire import LineEnded, PollingLine, WebsocketLine
from tests.scenes.door import post
from tests.servers.served import Served, digest, free_port, make_rooms


def refusals(house, seat, cookie, origin):
    """What a line is answered with, by websocket and by polling: (status, body) of each."""
    host, _, port = house.url.removeprefix("http://").partition(":")
    found = []
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
               "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}  # fmt: skip
    for transport, headers in (("websocket", upgrade), ("polling", {})):
        more = {"Cookie": cookie} if cookie else {}
        more |= {"Origin": origin} if origin else {}
        with closing(http.client.HTTPConnection(host, int(port), timeout=10)) as line:
            line.request("GET", f"/socket.io/?EIO=4&transport={transport}&seat={seat}", headers={**headers, **more})
            answer = line.getresponse()
            found.append((answer.status, answer.read()))
    return found


def test_a_foreign_page_no_cookie_and_another_browsers_seat_are_refused_alike(house):
    room = house.room()
    _, mum, worker = house.gather(room, "mum", "worker")
    port = house.url.rsplit(":", 1)[1]
    ours, other = mum.cookie, worker.cookie
    foreign = ["http://evil.example", "null", f"https://127.0.0.1:{port}", "http://127.0.0.1:1", house.url + ".evil.example",
               house.url.upper(), f"http://sub.localhost:{port}", f"{house.url}/", "http://127.0.0.1", ""]  # fmt: skip
    answers = [refusals(house, mum.seat, ours, origin) for origin in foreign]
    answers += [
        refusals(house, mum.seat, "", house.url),
        refusals(house, mum.seat, "board=" + "x" * 43, house.url),
        refusals(house, mum.seat, other, house.url),
        refusals(house, worker.seat, ours, house.url),
        refusals(house, "", ours, house.url),
        refusals(house, room.attendees["mum"], ours, house.url),
    ]
    expected = (401, b"This line is not open to you.\n")
    assert {answer for pair in answers for answer in pair} == {expected}


def test_a_page_and_a_record_of_another_browsers_seat_are_the_404_of_a_page_that_never_was(house):
    room = house.room()
    _, mum, worker = house.gather(room, "mum", "worker")
    never = mum.get("/no/such/page")
    for path in (worker.page, worker.page + "/record.docx", f"/chair/{mum.seat}", "/board/" + "0" * 36, "/board/x"):
        answer = mum.get(path)
        assert (answer.status_code, answer.content) == (404, never.content)
        assert _comparable(answer) == _comparable(never)


def _comparable(answer):
    return {name: value for name, value in answer.headers.items() if name != "Date"}


@pytest.mark.parametrize("line", [WebsocketLine, PollingLine])
def test_a_cookie_that_we_did_not_make_is_never_adopted(house, line):
    room = house.room()
    with requests.Session() as browser:
        browser.cookies.set("board", "planted" * 6, domain="127.0.0.1", path="/")
        gran = house.joins(room, "gran", browser=browser)
        assert gran.http.cookies.get("board") != "planted" * 6
        with pytest.raises(LineEnded, match="401"):
            line(house.url, gran.seat, "board=" + "planted" * 6)


@pytest.mark.parametrize("path", ["/join", "/join/look"])
@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": ""}, {"Content-Type": "text/plain"},
     {"Content-Type": "application/x-www-form-urlencoded"}],
)  # fmt: skip
def test_a_page_of_another_site_can_not_take_a_seat_for_somebody(house, path, headers):
    room = house.room()
    before = digest(house.data_dir, without=())
    status, body, answered = post(house.url, path, {"token": room.tokens["mum"]}, **headers)
    assert status == 400
    assert "Set-Cookie" not in dict(answered)
    assert room.names["mum"].encode() not in body
    assert digest(house.data_dir, without=()) == before


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(house):
    room = house.room()
    _, _, headers = post(house.url, "/join", {"token": room.tokens["mum"]})
    cookie = dict(headers)["Set-Cookie"]
    assert cookie.startswith("board=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_behind_https_the_cookie_is_secure_and_bound_to_the_host(tmp_path):
    (room,) = make_rooms(tmp_path, 1)
    port = free_port()
    served = Served(tmp_path, PUBLIC_URL="https://board.example", TRUSTED_PROXIES="1", PORT=port).start()
    try:
        status, _, headers = post(
            f"http://127.0.0.1:{port}", "/join", {"token": room.tokens["mum"]},
            Origin="https://board.example", Host="board.example", **{"X-Forwarded-Proto": "https"},
        )  # fmt: skip
        assert status == 200
        cookie = dict(headers)["Set-Cookie"]
        assert cookie.startswith("__Host-board=")
        assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
        assert "max-age=31536000" in dict(headers)["Strict-Transport-Security"]
        local = post(
            f"http://127.0.0.1:{port}", "/join", {"token": room.tokens["mum"]}, Origin=f"http://127.0.0.1:{port}"
        )
        assert local[0] == 400
    finally:
        assert served.stop() == 0
