"""The big screen over real sockets: who may bring one in, what reaches it, and how it goes."""

import json
from uuid import uuid4

import pytest
import requests

from tests.people.big_screen import ScreenWire, an_address, new_code, post, types
from tests.people.on_the_wire import LineEnded, PollingLine, WebsocketLine, caught_up
from tests.scenes.door import ends

HELD = "When it gets loud I go to the airing cupboard."


@pytest.fixture
def screen_of():
    """Brings screens in, and hangs them up afterwards."""
    made = []

    def bring(chair, *how, **more):
        made.append(ScreenWire(chair, *how, **more).connect())
        return made[-1]

    yield bring
    for one in made:
        one.close()


def screens(wire):
    return [one for one in wire.things("attendees").values() if one["role"] == "big_screen"]


# ---- Pairing ----


def test_the_page_with_the_code_sets_no_cookie_stores_nothing_and_names_nobody(house):
    room = house.room()
    with requests.Session() as browser:
        page = browser.get(f"{house.url}/screen")
        assert page.status_code == 200
        assert not browser.cookies
    status, said, headers = post(house.url, "/screen/code", {})
    assert status == 200
    assert set(said) == {"ok", "code", "ticket"}
    assert "Set-Cookie" not in headers
    status, said, headers = post(house.url, "/screen/news", {"ticket": said["ticket"]})
    assert (status, said) == (200, {"ok": True, "go": None})
    assert "Set-Cookie" not in headers
    assert not any(name in page.text for name in room.names.values())


def test_a_screen_that_the_chair_pairs_hears_what_everyone_hears(house, screen_of):
    chair, mum = house.gather(house.room(), "mum")
    screen = screen_of(chair)
    mum.add("Said to everyone.")
    screen.until(lambda: screen.told("Said to everyone."))
    assert set(screen.boards) == {"everyone"}
    assert screen.boards["everyone"] == mum.fresh()["everyone"]
    assert screen.snapshots[-1]["you"]["screen"] == "projector"
    assert screen.snapshots[-1]["you"]["powers"] == []


def test_a_wrong_code_an_old_one_and_a_used_one_are_refused_alike(house, screen_of):
    (chair,) = house.gather(house.room())
    code, _ = new_code(house.url)
    assert types(chair, "ACDEFH") == (403, "wrong_code")
    assert types(chair, "") == (403, "wrong_code")
    assert types(chair, code) == (200, "")
    assert types(chair, code) == (403, "wrong_code")
    chair.until(lambda: screens(chair))
    assert len(screens(chair)) == 1


def test_nobody_but_the_chair_pairs_a_screen_and_the_code_stays_good(house):
    chair, worker, mum = house.gather(house.room(), "worker", "mum")
    code, _ = new_code(house.url)
    for one in (worker, mum):
        assert types(one, code) == (403, "may_not")
    assert types(chair, code) == (200, "")


def test_whoever_is_not_in_the_room_finds_no_such_page(house):
    room = house.room()
    (chair,) = house.gather(room)
    gran = house.joins(room, "gran")
    code, _ = new_code(house.url)
    assert types(gran, code)[0] == 404
    stranger = post(house.url, f"/chair/{chair.seat}/screen", {"code": code}, cookie=gran.cookie)
    assert stranger[0] == 404
    assert post(house.url, f"/chair/{uuid4()}/screen", {"code": code}, cookie=chair.cookie)[0] == 404
    assert screens(chair) == []


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": ""}, {"Content-Type": "text/plain"}],
)
def test_a_page_of_another_site_pairs_nothing(house, headers):
    (chair,) = house.gather(house.room())
    code, ticket = new_code(house.url)
    assert types(chair, code, **headers)[0] == 400
    assert post(house.url, "/screen/code", {}, **headers)[0] == 400
    assert post(house.url, "/screen/news", {"ticket": ticket}, **headers)[0] == 400
    assert screens(chair) == []


@pytest.mark.parametrize("body", [[], "x", None, {"code": 7}, {"code": None}, {"code": "A" * 41}, {}])
def test_what_is_no_code_at_all_is_a_bad_request(house, body):
    (chair,) = house.gather(house.room())
    assert post(house.url, f"/chair/{chair.seat}/screen", body, cookie=chair.cookie)[0] == 400
    ticket = body if not isinstance(body, dict) else {"ticket": body.get("code")}
    assert post(house.url, "/screen/news", ticket)[0] in (400, 410)


def test_guessing_codes_is_slow_for_the_chair_and_a_guest_at_the_same_address_keeps_no_chair_from_it(house):
    chair, mum = house.gather(house.room(), "mum")
    code, _ = new_code(house.url)
    assert [types(chair, "ACDEFH")[0] for _ in range(12)] == [403] * 10 + [429] * 2
    assert types(chair, code) == (429, "too_many")
    address = an_address()
    assert {types(mum, "ACDEFH", address=address)[0] for _ in range(10)} == {403}
    (other,) = house.gather(house.room())
    assert types(other, code, address=address) == (200, "")


def test_an_address_gets_ten_codes_a_minute(house):
    address = an_address()
    assert [post(house.url, "/screen/code", {}, address=address)[0] for _ in range(12)] == [200] * 10 + [429] * 2


def test_three_screens_and_no_more_until_one_is_turned_off(house, screen_of):
    (chair,) = house.gather(house.room())
    first = screen_of(chair)
    screen_of(chair), screen_of(chair)
    code, _ = new_code(house.url)
    assert types(chair, code) == (403, "too_many_screens")
    chair.ok("remove_attendee", attendee=first.snapshots[-1]["you"]["attendee"])
    first.until(lambda: first.goodbye)
    assert first.goodbye == "screen_off"
    assert types(chair, code) == (200, "")


def test_a_finished_meeting_takes_no_screen_and_lets_go_of_its_own(house, screen_of):
    chair, _ = house.gather(house.room(), "mum")
    screen = screen_of(chair)
    ends(chair)
    screen.until(lambda: screen.things("meeting")["meeting"]["state"] == "ended")
    assert screen.goodbye is None
    chair.ok("finish_meeting", typed="FINISH")
    screen.until(lambda: screen.goodbye)
    assert screen.goodbye == "screen_off"
    page = screen.get(screen.page)
    assert page.headers["Location"] == "/goodbye/screen_off"
    code, _ = new_code(house.url)
    assert types(chair, code) == (403, "wrong_state")


def test_a_screen_in_the_chairs_own_browser_has_a_seat_of_its_own_under_the_one_cookie(house, screen_of):
    (chair,) = house.gather(house.room())
    screen = screen_of(chair, cookie=chair.cookie)
    assert screen.cookie == chair.cookie
    assert screen.seat != chair.seat
    assert set(screen.boards) == {"everyone"}
    assert "chairs_desk" in chair.fresh()


# ---- What it may do, and what reaches it ----


def test_a_screen_can_do_nothing_and_opens_no_other_page(house, screen_of):
    chair, mum = house.gather(house.room(), "mum")
    point = mum.add("Said to everyone.")
    screen = screen_of(chair)
    for name, data in (
        ("leave", {}),
        ("pause_meeting", {}),
        ("add_item", {"item": str(uuid4()), "column": "worries", "text": "The screen spoke."}),
        ("confirm_words", {"item": point, "right": True}),
        ("show_on_screen", {"view": "blank"}),
        ("take_controls", {}),
    ):
        assert screen.refused(name, **data) == "may_not", name
    never = screen.get("/never").content
    for path in (
        f"/board/{screen.seat}", f"/chair/{screen.seat}", f"/minutes/{screen.seat}", f"/board/{screen.seat}/record.docx",
        f"/board/{screen.seat}/record", f"/screen/{chair.seat}",
    ):  # fmt: skip
        answer = screen.get(path)
        assert (answer.status_code, answer.content) == (404, never), path
    assert types(screen, new_code(house.url)[0])[0] == 404


def test_the_screens_page_leaves_the_server_without_one_word_of_the_meeting(house, screen_of):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    mum.add("Said to everyone.")
    screen = screen_of(chair)
    chair.ok("show_on_screen", view="overview")
    page = screen.get(screen.page)
    assert page.status_code == 200
    assert "Said to everyone." not in page.text
    assert not any(name.split()[0] in page.text for name in room.names.values())


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_nothing_sealed_held_private_or_the_chairs_reaches_a_screen(house, screen_of, transport):
    room = house.room()
    chair, worker, mum, _ = house.gather(room, "worker", "mum", "gran")
    screen = screen_of(chair, transport)
    pip = room.people["pip"]
    round = str(uuid4())
    chair.ok("ask_numbers", round=round, scale="safety", children=[pip])
    mum.ok("save_number", round=round, child=pip, answer="number", value=1, reason="Sealed: he came back.")
    worker.ok("add_item", item=str(uuid4()), column="worries", text=HELD, speaker=pip, children=[pip], obtained="talk")
    chair.ok("set_rating", rating=str(uuid4()), child=pip, colour="red", reason="Not said aloud yet.", better="Sleep.")
    mum.ok("write_privately", item=str(uuid4()), column="worries", text="Private: I am not sure.")
    chair.ok("remove_attendee", attendee=room.attendees["gran"], reason="On the desk alone.")
    shown = mum.add("The last thing that is said.")
    screen.until(lambda: shown in screen.things("items"))
    screen.fresh()
    screen.get(screen.page)
    for words in (
        HELD,
        "Sealed:",
        "Not said aloud",
        "Private:",
        "On the desk alone.",
        "chairs_desk",
        '"own"',
        "learning",
    ):
        heard = [frame for frame in screen.raw if words in frame and not frame.startswith('42["snapshot"')]
        assert not heard, words
    for frame in (frame for frame in screen.raw if frame.startswith('42["snapshot"')):
        said = json.loads(frame[2:])[1]
        assert set(said["boards"]) == {"everyone"}
        assert "gaps" not in said
        assert not any(stage["learning"] for stage in said["template"]["stages"])
        inside = json.dumps(said["boards"])
        assert not any(
            words in inside for words in (HELD, "Sealed:", "Not said aloud", "Private:", "On the desk alone.")
        )
    assert all(audience == "everyone" for audience, _ in screen.order)


def test_everyones_bytes_are_the_same_on_the_screen_and_on_a_parents_phone(house, screen_of):
    chair, mum = house.gather(house.room(), "mum")
    screen = screen_of(chair)
    caught_up(chair, mum, screen)
    before = len(screen.raw), len(mum.raw)
    chair.ok("show_on_screen", view="spotlight", column="worries")
    mum.add("Said to everyone.")
    mum.until(lambda: mum.told("Said to everyone."))
    screen.until(lambda: screen.told("Said to everyone."))
    patches = [
        [frame for frame in one.raw[start:] if frame.startswith('42["patch"') and '"everyone"' in frame]
        for one, start in zip((screen, mum), before, strict=True)
    ]
    assert patches[0] == patches[1]
    assert len(patches[0]) == 2


# ---- Nobody ----


def test_a_screen_is_in_no_count_and_no_list_of_who_is_here(house, screen_of):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    told = []
    mum._on_presence = told.append
    screen = screen_of(chair)
    chair.add("Something happens.")
    worker = house.joins(room, "worker")
    chair.until(lambda: any(one["state"] == "waiting" for one in chair.things("devices", "chairs_desk").values()))
    id = screen.snapshots[-1]["you"]["attendee"]
    assert not any(id in one["here"] for one in told)
    assert all(one["attendee"] != id for one in mum.things("people").values())
    status, looked, _ = post(house.url, "/join/look", {"token": room.tokens["nurse"]})
    assert status == 200
    assert "Big screen" not in json.dumps(looked)
    assert worker.snapshots[-1]["state"] == "waiting"


def test_a_reload_is_the_same_screen_and_waits_in_no_lobby(house, screen_of):
    chair, _ = house.gather(house.room(), "mum")
    screen = screen_of(chair)
    assert screen.get(screen.page).status_code == 200
    screen.connect()
    assert screen.snapshots[-1]["state"] == "in"
    assert all(one["state"] == "in" for one in chair.things("devices", "chairs_desk").values())


@pytest.mark.parametrize("line", [WebsocketLine, PollingLine])
def test_a_screens_seat_opens_no_line_for_another_browser(house, screen_of, line):
    chair, mum = house.gather(house.room(), "mum")
    screen = screen_of(chair)
    with pytest.raises(LineEnded, match="401"):
        line(house.url, screen.seat, mum.cookie)
