"""From a link to the board: looking, waiting, being let in or not; second devices, late joiners and reloads."""

import http.client
import json
import re
from base64 import b64decode
from contextlib import closing

import pytest
import requests

from tests import stores
from tests.served import Served, digest, free_port, make_rooms
from tests.stores import dump, rows
from tests.wire import LineEnded, PollingLine, WebsocketLine, caught_up, let_in, lobby

SENTENCE = "This link does not work. Please ask whoever sent it to you for a new one."


def post(url, path, data, *, address="127.0.0.1", **headers):
    """A POST from an address of this machine: status, body and headers."""
    host, _, port = url.removeprefix("http://").partition(":")
    with closing(http.client.HTTPConnection(host, int(port), timeout=10, source_address=(address, 0))) as line:
        line.request(
            "POST",
            path,
            json.dumps(data),
            {"Content-Type": "application/json", "Origin": url, "X-Board": "1", **headers},
        )
        answer = line.getresponse()
        return answer.status, answer.read(), answer.getheaders()


def look(house, token, **more):
    return post(house.url, "/join/look", {"token": token}, **more)


def test_a_mail_scanner_that_opens_a_link_a_hundred_times_changes_nothing_and_uses_nothing_up(house):
    room = house.room()
    before = digest(house.data_dir, without=())
    with requests.Session() as scanner:
        for _ in range(100):
            assert scanner.get(room.link(house.url, "mum")).status_code == 200
        assert not scanner.cookies
    assert digest(house.data_dir, without=()) == before
    assert house.joins(room, "mum").snapshots[-1]["state"] == "preparing"


def test_looking_at_a_link_changes_nothing_either(house):
    room = house.room()
    before = digest(house.data_dir, without=())
    for _ in range(5):
        assert look(house, room.tokens["mum"])[0] == 200
    assert digest(house.data_dir, without=()) == before


def test_who_looks_at_a_link_reads_roles_and_what_is_kept_and_no_name_but_their_own(house):
    room = house.room()
    _, body, _ = look(house, room.tokens["mum"])
    told = json.loads(body)
    assert told["ok"]
    assert told["name"] == "Esme Canarybird"
    assert {"role_label": "Police officer", "agency_label": "Police"} in told["people"]
    assert told["kept"]
    for key, name in room.names.items():
        assert key == "mum" or name.encode() not in body


def test_unknown_withdrawn_and_garbled_links_are_refused_alike(house):
    room = house.room()
    garbled = ["x" * 43, "", room.tokens["mum"][:-1], "0" * 99, "1" * 100, 7, None, ["a"]]
    # One at a time: each address may fail ten times.
    answers = [look(house, token, address=f"127.0.1.{n + 1}") for n, token in enumerate(garbled)]
    known = {(status, body) for status, body, _ in answers}
    assert len(known) == 1
    status, body = known.pop()
    assert status == 403
    assert json.loads(body) == {"ok": False, "error": {"code": "no_link", "message": SENTENCE}}
    taken = post(house.url, "/join", {"token": "x" * 43}, address="127.0.1.20")
    assert taken[:2] == (status, body)
    assert "Set-Cookie" not in dict(taken[2])


def test_after_ten_wrong_links_an_address_is_told_to_wait_and_others_are_not(house):
    room = house.room()
    statuses = [look(house, f"{n:043}", address="127.0.2.1")[0] for n in range(14)]
    assert statuses[:10] == [403] * 10
    assert statuses[11:] == [429] * 3
    assert look(house, "z" * 43, address="127.0.2.2")[0] == 403
    assert look(house, room.tokens["mum"])[0] == 200


def test_of_a_link_and_a_cookie_only_a_hash_is_stored(house):
    room = house.room()
    mum = house.joins(room, "mum")
    files = [path.read_bytes() for path in house.data_dir.iterdir() if path.is_file()]
    assert stores.ON_POSTGRESQL or sum(map(len, files)) > 10_000
    cookie = mum.cookie.partition("=")[2]
    for secret in [*room.tokens.values(), cookie]:
        assert not any(secret.encode() in content for content in files)
    stored = dump(house.data_dir)
    assert not any(secret in stored for secret in [*room.tokens.values(), cookie])
    assert rows(house.data_dir, "SELECT count(*) FROM invitations")[0][0] >= len(room.tokens)


def test_in_the_lobby_a_browser_holds_nobodys_name_but_its_own(house):
    room = house.room()
    chair = house.joins(room, "chair")
    chair.ok("open_meeting")
    chair.add("Said before anybody was let in.")
    gran = house.joins(room, "gran")
    page = gran.get(gran.page)
    assert page.status_code == 200
    chair.add("Said while she waits.")
    (snapshot,) = gran.snapshots
    assert snapshot["state"] == "waiting"
    assert snapshot["boards"] == {}
    assert snapshot["template"] is None
    assert snapshot["you"] == {"name": "Flo Canarybird", "role_label": "Family or friend"}
    for key, name in room.names.items():
        assert key == "gran" or not gran.told(name)
    assert not gran.told("Said")
    assert gran.refused("add_item", item=room.people["pip"], column="worries", text="x") == "not_here"


def test_who_is_let_in_holds_the_board_and_is_seen_by_all(house):
    room = house.room()
    chair, worker = house.gather(room, "worker")
    mum = house.joins(room, "mum")
    assert [one["attendee"] for one in chair.until(lambda: lobby(chair))] == [room.attendees["mum"]]
    let_in(chair, mum)
    assert set(mum.boards) == {"everyone", "own"}
    worker.until(lambda: worker.things("attendees")[room.attendees["mum"]]["attendance"] == "here")
    item = mum.add("Now I can write.")
    worker.until(lambda: item in worker.things("items"))


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_who_is_turned_away_hears_goodbye_and_not_one_byte_more(house, transport):
    room = house.room()
    chair, worker = house.gather(room, "worker")
    gran = house.joins(room, "gran", transport)
    waiting = chair.until(lambda: lobby(chair, gran.name))[0]
    chair.ok("turn_away", device=waiting["id"])
    gran.until(lambda: gran.goodbye, 2)
    assert gran.goodbye == "not_admitted"
    heard = len(gran.raw)
    for n in range(20):
        worker.add(f"Said later {n}")
    assert gran.closed.wait(2)
    assert [frame for frame in gran.raw[heard:] if frame not in ("6", "1")] == []
    assert not gran.told("Said later")
    assert gran.get(gran.page).status_code in (302, 303, 404)
    gran.goodbye = None
    gran.connect()
    assert gran.goodbye == "not_admitted"
    assert not gran.told("Said later")
    assert not worker.told(waiting["id"])


def test_who_was_turned_away_may_ask_again_with_the_same_link_and_waits_again(house):
    room = house.room()
    (chair,) = house.gather(room)
    gran = house.joins(room, "gran")
    chair.ok("turn_away", device=chair.until(lambda: lobby(chair))[0]["id"])
    gran.until(lambda: gran.goodbye)
    chair.until(lambda: not lobby(chair))
    again = house.joins(room, "gran", browser=gran.http)
    assert again.seat != gran.seat
    let_in(chair, again)
    assert again.snapshots[-1]["state"] == "in"


def test_a_second_device_waits_marked_as_such_and_both_stay(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    phone = house.joins(room, "mum")
    assert phone.snapshots[-1]["state"] == "waiting"
    (waiting,) = chair.until(lambda: lobby(chair))
    assert waiting["second"]
    mum.add("Written on the first.")
    assert not phone.told("Written on the first.")
    let_in(chair, phone)
    assert phone.told("Written on the first.")
    phone.add("Written on the second.")
    mum.until(lambda: mum.told("Written on the second."))
    assert mum.goodbye is None
    assert {"id": room.attendees["mum"]}.items() <= mum.things("attendees")[room.attendees["mum"]].items()


def test_two_people_in_one_browser_have_a_seat_each_under_one_cookie(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    worker = house.joins(room, "worker", browser=mum.http)
    assert worker.cookie == mum.cookie
    assert worker.seat != mum.seat
    let_in(chair, worker)
    item = worker.add("From the other tab.")
    assert mum.until(lambda: mum.things("items").get(item))["speaker"] == room.people["worker"]
    assert mum.snapshots[-1]["you"]["attendee"] == room.attendees["mum"]
    assert set(mum.boards) == {"everyone", "own"}
    assert set(worker.boards) == {"everyone", "professionals", "own"}


def test_a_late_joiner_gets_the_whole_board(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    for n in range(30):
        (worker if n % 2 else mum).add(f"Point {n}")
    police = house.joins(room, "police")
    let_in(chair, police)
    caught_up(police, mum)
    assert police.boards["everyone"] == mum.boards["everyone"]
    assert len(police.things("items")) == 30


def test_a_reload_is_straight_in_with_the_same_board(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    mum.add("Before the reload.")
    caught_up(chair, mum)
    board = mum.boards
    page = mum.get(mum.page)
    assert page.status_code == 200
    mum.connect()
    assert mum.snapshots[-1]["state"] == "in"
    assert mum.boards == board
    chair.fresh()
    assert lobby(chair) == []


def _key(wire):
    found = re.search(r'data-keep="([^"]+)"', wire.get(wire.page).text)
    return found[1] if found else None


def test_the_key_for_what_is_unsent_is_the_seats_alone_and_ends_with_it(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    key = _key(mum)
    assert len(b64decode(key)) == 32
    assert _key(mum) == key, "a reload reads what was kept before it"
    again = house.joins(room, "mum")
    let_in(chair, again)
    assert key not in {_key(again), _key(chair)}, "another browser of hers has another"
    assert not any(key in frame for one in (mum, chair, again) for frame in one.raw)
    chair.ok("remove_attendee", attendee=room.attendees["mum"], reason="Asked to leave.")
    mum.until(lambda: mum.goodbye)
    assert _key(mum) is None
    stored = dump(house.data_dir)
    assert key not in stored
    assert repr(b64decode(key)) not in stored


def test_opening_the_link_again_in_the_same_browser_is_the_same_seat(house):
    room = house.room()
    _, mum = house.gather(room, "mum")
    again = house.joins(room, "mum", browser=mum.http)
    assert again.seat == mum.seat
    assert again.snapshots[-1]["state"] == "in"


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_the_sixth_line_of_one_person_is_refused(house, transport):
    room = house.room()
    (_, mum) = house.gather(room, "mum")
    more = [house.joins(room, "mum", browser=mum.http) for _ in range(4)]
    with pytest.raises(LineEnded, match="429"):
        house.joins(room, "mum", transport, browser=mum.http)
    more[0].close()
    mum.until(lambda: _opens(house, room, mum))


def _opens(house, room, mum):
    try:
        return house.joins(room, "mum", browser=mum.http)
    except LineEnded:
        return None


def test_after_the_end_links_are_refused_with_a_sentence(house):
    room = house.room()
    chair, _ = house.gather(room, "mum")
    end(chair)
    for path in ("/join/look", "/join"):
        status, body, headers = post(house.url, path, {"token": room.tokens["gran"]})
        assert status == 410
        assert json.loads(body)["error"] == {
            "code": "ended", "message": "This meeting has ended. You can ask the chair for the record."
        }  # fmt: skip
        assert "Set-Cookie" not in dict(headers)


def end(chair):
    """Ends the meeting, with a reason for whatever a check finds missing."""
    gaps = chair.send("end_meeting")
    reasons = [{"check": check, "reason": "Not today."} for check in gaps["error"]["fields"]]
    chair.ok("end_meeting", reasons=reasons)


def test_the_chairs_second_device_waits_while_the_first_is_connected(house):
    room = house.room()
    chair = house.joins(room, "chair")
    assert chair.snapshots[-1]["state"] == "in"
    other = house.joins(room, "chair")
    assert other.snapshots[-1]["state"] == "waiting"
    assert chair.until(lambda: lobby(chair))[0]["second"]
    assert other.refused("open_meeting") == "not_here"


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


def test_who_still_waits_when_the_meeting_ends_hears_goodbye(house):
    room = house.room()
    (chair,) = house.gather(room)
    gran = house.joins(room, "gran")
    end(chair)
    gran.until(lambda: gran.goodbye, 2)
    assert gran.goodbye == "ended"


def test_the_page_of_a_board_with_nothing_on_it_opens(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    gran = house.joins(room, "gran")
    for one in (chair, mum, gran):
        page = one.get(one.page)
        assert page.status_code == 200
        assert one.seat in page.text


def test_what_is_on_the_board_is_on_the_page_of_those_who_are_in(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    gran = house.joins(room, "gran")
    mum.add("<b>&\"'On the page.")
    for one in (chair, mum):
        assert "&lt;b&gt;&amp;&#34;&#39;On the page." in one.get(one.page).text
    assert "On the page." not in gran.get(gran.page).text
