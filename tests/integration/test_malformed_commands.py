"""Every malformed command gets its refusal or its end, and the others at the meeting notice nothing (acceptance e)."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from meeting_server.domain.replay import COMMANDS
from tests.people.bystander import Bystander
from tests.scenes.every_command import CANARY, Meeting, broken, settled


def test_every_field_of_every_command_refuses_what_it_must_by_name_and_nothing_changes(crowd):
    meeting = Meeting(crowd)
    before, count = settled(meeting, ()), 0
    with Bystander(meeting.worker, meeting.mum) as bystander:
        for name, data in meeting.examples().items():
            for what, field, bad in broken(name, data):
                answer = meeting.chair.send(name, bad)
                count += 1
                assert not answer["ok"], (name, field, what)
                assert answer["error"]["code"] == "bad_data", (name, field, what, answer)
                assert field in answer["error"]["fields"], (name, field, what, answer)
                assert answer["error"]["message"][-1] in ".?!", answer
                said = json.dumps(answer).replace(f'"{CANARY}": ["Unknown field."]', "")
                assert CANARY not in said or field == CANARY, (name, field, what, answer)
    assert count > 700
    assert settled(meeting, bystander.added) == before
    assert set(meeting.examples()) == set(COMMANDS)


def test_a_refusal_carries_what_varies_in_it_apart_so_that_a_page_can_say_it_in_its_language(crowd):
    chair = Meeting(crowd).chair
    id = str(uuid4())
    error = chair.send("add_item", {"item": id, "column": "worries", "text": "x" * 2001})["error"]
    assert error["says"] == {
        "text": "This is too long: %(count)s characters. At most %(most)s fit.",
        "values": {"count": "2,001", "most": "2,000"},
    }
    assert error["message"] == error["says"]["text"] % error["says"]["values"] == error["fields"]["text"][0]
    assert "says" not in chair.send("add_item", {"item": id, "column": "no_such_column", "text": "x"})["error"]


def test_no_field_that_says_who_asks_has_any_effect(crowd):
    meeting = Meeting(crowd)
    mum = meeting.mum
    envelope = {
        "id": str(uuid4()),
        "name": "add_item",
        "data": {"item": str(uuid4()), "column": "worries", "text": "t"},
    }
    for more in (
        {"actor": meeting.room.attendees["chair"]},
        {"role": "chair"},
        {"seat": meeting.chair.seat},
        {"meeting": "x"},
    ):
        answer = mum.ask("command", {**envelope, **more})
        assert answer["error"]["code"] == "bad_data"
    for wrong in ({"id": 7}, {"id": "x"}, {"name": 7}, {"name": ""}, {"name": "x" * 101}, {"data": None}, {"data": []},
                  {"data": CANARY}, {"id": None}):  # fmt: skip
        assert mum.ask("command", {**envelope, **wrong})["error"]["code"] == "bad_data", wrong
    for name in ("made_up", "AddItem", "__init__", "connect", "let in", CANARY):
        assert mum.send(name)["error"]["code"] == "unknown_command"
    assert mum.ask("command", {})["error"]["code"] == "bad_data"


def test_places_that_are_not_on_this_board_are_refused(crowd):
    meeting = Meeting(crowd)
    chair, people, examples = meeting.chair, meeting.room.people, meeting.examples()
    for name in ("add_item", "move_item"):
        assert chair.refused(name, **{**examples[name], "column": "nowhere"}) == "unknown_column"
        assert chair.refused(name, **{**examples[name], "category": "nowhere"}) == "unknown_category"
        assert chair.refused(name, **{**examples[name], "children": [people["mum"]]}) == "unknown_child"
        assert chair.refused(name, **{**examples[name], "children": [people["pip"]] * 2}) == "unknown_child"
    assert chair.refused("add_item", **{**examples["add_item"], "audience": "professionals"}) == "unknown_audience"
    assert chair.refused("add_item", **{**examples["add_item"], "audience": "nowhere"}) == "unknown_audience"
    assert chair.refused("ask_numbers", **{**examples["ask_numbers"], "scale": "nowhere"}) == "unknown_scale"
    assert chair.refused("add_person", **{**examples["add_person"], "agency": "nowhere"}) == "bad_data"
    assert chair.refused("set_rating", **{**examples["set_rating"], "child": people["mum"]}) == "unknown_child"


def test_too_fast_is_told_with_a_wait_and_never_punished(house):
    room = house.room()
    _, worker, mum = house.gather(room, "worker", "mum")

    def adds(n):
        return worker.send("add_item", {"item": str(uuid4()), "column": "worries", "text": f"fast {n}"})

    with ThreadPoolExecutor(20) as hands:
        answers = list(hands.map(adds, range(100)))
    refused = [one["error"] for one in answers if not one["ok"]]
    assert refused
    assert {one["code"] for one in refused} == {"too_fast"}
    assert all(0 < one["wait_ms"] <= 1000 for one in refused)
    mum.add("others are not slowed")
    time.sleep(0.2)
    worker.add("waited out")


def test_a_command_id_is_answered_as_before_and_never_twice(house):
    room = house.room()
    _, worker, mum = house.gather(room, "worker", "mum")
    id, item = str(uuid4()), str(uuid4())
    data = {"item": item, "column": "worries", "text": "once"}
    first = worker.send("add_item", data, id)
    assert first["ok"]
    assert worker.send("add_item", data, id) == first
    worker.connect()
    assert worker.send("add_item", data, id) == first
    assert worker.send("add_item", {**data, "text": "twice"}, id)["error"]["code"] == "id_spent"
    # Another person's id is another command: no answer crosses over.
    assert mum.send("add_item", data, id)["error"]["code"] == "id_taken"
    assert len(mum.things("items")) == 1
