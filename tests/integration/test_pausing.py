"""Over real sockets: nobody finds out who asked for a pause, and what is for the chair's desk stays there."""

import json
import re
from uuid import uuid4

import pytest

from meeting_server.domain.people.actor import Actor
from meeting_server.domain.people.persons import Attendee
from meeting_server.services.snapshots import snapshot
from meeting_server.storage.appending import NOBODY
from tests.people.on_the_wire import caught_up
from tests.scenes.builders import attendee, new, person, room, templates
from tests.servers.served import House, Served, make_rooms
from tests.servers.stores import copy_store, rows

PEOPLE = ("worker", "nurse", "mum", "juno")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
STAMP = re.compile(r"\b1\d{12}\b")
WORRY = "There was shouting on Sunday night."


def timeless(text):
    """The text with every time as T."""
    return STAMP.sub("T", text)


def snapshot_heard(wire):
    """A snapshot asked for now, but for the ids of devices, which no two runs share."""
    wire.fresh()
    told = json.loads(json.dumps(wire.snapshots[-1]))
    del told["you"]["device"]
    told["boards"].get("chairs_desk", {"things": {}})["things"].pop("devices", None)
    return json.dumps(told, sort_keys=True)


def presence(wire):
    """Who is here and writes, and for the chair's desk what is still missing, as this browser was last told."""
    told = [json.loads(frame[2:])[1] for frame in list(wire.raw) if frame.startswith('42["presence"')]
    return {key: value for one in told for key, value in one.items()}


def settled(wire):
    """Whether this browser was last told that everybody is connected, and the chair's what is missing."""
    told = presence(wire)
    return len(told.get("here", [])) == len(PEOPLE) + 1 and ("gaps" in told or "chairs_desk" not in wire.boards)


def _page(wire):
    """The page as a reload gets it, but for the seat and the key for what is unsent, which no two browsers share."""
    return re.sub('data-(seat|keep)="[^"]*"', "", wire.get(wire.page).text)


def run(data_dir, made, asks):
    """One meeting in which `asks` needs a pause: what each person heard of it, frame by frame, and then a snapshot and
    the page as a reload gets them. Answers to one's own commands are left out: they are for whoever asked alone."""
    # The order in which Python walks a map is otherwise another in every process.
    served = Served(data_dir, PYTHONHASHSEED="7").start()
    house = House(served, [made])
    try:
        wires = dict(zip(("chair", *PEOPLE), house.gather(made, *PEOPLE), strict=True))
        for wire in wires.values():
            wire.until(lambda wire=wire: settled(wire))
        caught_up(*wires.values())
        marks = {key: len(wire.raw) for key, wire in wires.items()}
        wires[asks].ok("pause_meeting")
        heard = {key: [] for key in wires}
        for state in ("paused", "open"):
            for key, wire in wires.items():
                wire.until(lambda wire=wire, state=state: wire.things("meeting")["meeting"]["state"] == state)
                heard[key] += [one for one in wire.raw[marks[key] :] if one.startswith('42["patch"')]
                heard[key] += [json.dumps(presence(wire))]
                heard[key] += [snapshot_heard(wire), _page(wire)]
            if state == "paused":
                wires["chair"].ok("resume_meeting")
        return {key: timeless("\n".join(told)) for key, told in heard.items()}
    finally:
        house.close()
        assert served.stop() == 0


def test_two_meetings_that_differ_only_in_who_asked_are_the_same_byte_for_byte(tmp_path):
    (made,) = make_rooms(tmp_path / "first", 1)
    copy_store(tmp_path / "first", tmp_path / "second")
    by_mum = run(tmp_path / "first", made, "mum")
    by_nurse = run(tmp_path / "second", made, "nurse")
    for key in by_mum:
        assert '"state":"paused"' in by_mum[key], key
        assert by_mum[key] == by_nurse[key], key


@pytest.fixture
def paused(house):
    """A room with a worry on the board that Mum has paused."""
    made = house.room()
    chair, worker, mum = house.gather(made, "worker", "mum")
    worker.add(WORRY)
    id = str(uuid4())
    assert mum.send("pause_meeting", id=id)["ok"]
    return house, made, chair, worker, mum, id


def test_not_even_the_log_says_who_asked(paused):
    house, made, chair, *_ = paused
    chair.ok("resume_meeting")
    told = rows(
        house.data_dir,
        "select name, actor from events where meeting = :id and name in ('meeting_paused', 'meeting_resumed')"
        " order by position", id=made.id,
    )  # fmt: skip
    assert told == [("meeting_paused", NOBODY), ("meeting_resumed", made.attendees["chair"])]


def test_asked_again_after_a_lost_answer_it_pauses_once(paused):
    _, _, chair, _, mum, id = paused
    chair.ok("resume_meeting")
    assert mum.send("pause_meeting", id=id)["ok"]
    chair.fresh()
    assert chair.things("meeting")["meeting"]["state"] == "open"
    assert len(chair.things("meeting")["meeting"]["pauses"]) == 1


def test_a_page_opened_in_a_pause_is_the_calm_one(paused):
    _, _, chair, worker, mum, _ = paused
    for wire in (chair, worker, mum):
        page = wire.get(wire.page).text
        assert "taking a pause" in page
        assert WORRY not in page
    chair.ok("resume_meeting")
    assert WORRY in mum.get(mum.page).text


def test_what_was_on_its_way_is_taken_in_a_pause(paused):
    _, _, chair, worker, *_ = paused
    item = worker.add("The last train goes at ten.")
    chair.until(lambda: item in chair.things("items"))


def test_type_for_me_and_i_have_to_go_reach_the_desk_and_the_asker_alone(house):
    made = house.room()
    chair, worker, gran, mum = house.gather(made, "worker", "gran", "mum")
    mum.ok("ask_to_type")
    mum.ok("say_leaving", at="11:07")
    chair.until(lambda: len(chair.things("requests", "chairs_desk")) == 2)
    mum.until(lambda: len(mum.things("requests", "own")) == 2)
    for one in (worker, gran):
        one.fresh()
        one.get(one.page)
        assert not one.told("11:07")
        assert not one.told(":leaving")
        assert not one.told(":type")
    request = f"{made.attendees['mum']}:type"
    assert worker.refused("answer_request", request=request) == "may_not"
    chair.ok("answer_request", request=request)
    mum.until(lambda: mum.things("requests", "own")[request]["answered"])


def lessons(template):
    """What case reviews teach in the steps of a template."""
    return [words for stage in template.stages for words in stage.learning]


def test_what_case_reviews_teach_reaches_the_chairs_desk_and_no_other_browser(house):
    made = house.room()
    wires = house.gather(made, *PEOPLE)
    wires[0].ok("go_to_stage", stage="well")
    for wire in wires:
        wire.fresh()
        wire.get(wire.page)
    chair, *others = wires
    taught = lessons(templates()["three-column-map"])
    assert taught
    for words in taught:
        assert chair.told(words)
        for one in others:
            assert not one.told(words), (one.name, words)


@pytest.mark.parametrize("template", templates())
def test_only_roles_at_the_chairs_desk_are_taught_and_told_the_checks_and_dates_whatever_the_template(template):
    meeting = room(template)
    taught = set(lessons(meeting.template))
    assert taught
    for role in meeting.template.roles:
        who = Attendee(attendee("ines"), person("ines"), role.key, "social_care", "here")
        told = snapshot(meeting, Actor(who, new("device"), role), "r", 0)
        heard = {words for stage in told["template"]["stages"] for words in stage["learning"]}
        on_desk = "chairs_desk" in role.audiences
        assert heard == (taught if on_desk else set()), role.key
        assert [one["key"] for one in told["template"]["checks"]] == on_desk * [
            one.key for one in meeting.template.checks
        ]
        assert [one["key"] for one in told["template"]["clocks"]] == on_desk * [
            one.key for one in meeting.template.clocks
        ]
        assert [one["label"] for one in told["template"]["stages"]] == [one.label for one in meeting.template.stages]
