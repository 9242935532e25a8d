"""What a link tells whoever holds it, and what it costs to look at one or to guess."""

import json

import requests

from tests.scenes.door import ends, post
from tests.servers import stores
from tests.servers.served import digest
from tests.servers.stores import dump, rows

SENTENCE = "This link does not work. Please ask whoever sent it to you for a new one."


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


def test_after_the_end_links_are_refused_with_a_sentence(house):
    room = house.room()
    chair, _ = house.gather(room, "mum")
    ends(chair)
    for path in ("/join/look", "/join"):
        status, body, headers = post(house.url, path, {"token": room.tokens["gran"]})
        assert status == 410
        assert json.loads(body)["error"] == {
            "code": "ended", "message": "This meeting has ended. You can ask the chair for the record."
        }  # fmt: skip
        assert "Set-Cookie" not in dict(headers)
