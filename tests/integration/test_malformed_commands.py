"""Every malformed command gets its refusal or its end, and the others at the meeting notice nothing (acceptance e).

The server of this file has its rate limit lifted by its own setting, so that thousands of bad commands fit into a
minute; the last tests run at the real one.
"""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import MISSING, fields
from types import NoneType
from typing import Annotated, Literal, get_args, get_origin, get_type_hints
from uuid import uuid4

import pytest

from meeting_server.domain.kinds import Kind
from meeting_server.domain.replay import COMMANDS
from tests.served import House, Served, make_rooms
from tests.wire import LineEnded, let_in, lobby

CANARY = "typed-canary"
NEW_IDS = {
    ("add_item", "item"), ("see_differently", "view"), ("ask_numbers", "round"), ("set_rating", "rating"),
    ("rate_differently", "view"), ("add_person", "person"), ("add_addendum", "addendum"), ("release_item", "shown_as"),
    ("write_privately", "item"), ("show_private", "shown_as"), ("start_private_writing", "id"),
    ("write_privately", "apart"), ("note_visit", "visit"), ("add_behaviour", "behaviour"),
}  # fmt: skip
"""Fields that carry the id of a thing not made yet, or (`apart`) of one that may be over by now; every other id must name
something of this meeting."""
KEYS = {
    "stage": "welcome", "outcome": "protection_plan", "kind": "neglect", "answer": "yes", "lang": "pl",
    "category": "danger", "obtained": "talk",
}  # fmt: skip


@pytest.fixture(scope="module")
def unlimited(tmp_path_factory):
    data_dir = tmp_path_factory.mktemp("malformed")
    rooms = make_rooms(data_dir, 20)
    names = list(rooms[0].names.values())
    served = Served(data_dir, RATE_PER_SECOND="100000", RATE_BURST="100000").start()
    house = House(served, rooms)
    yield house
    assert served.stop() == 0
    assert CANARY not in served.log
    assert "Traceback" not in served.log
    for name in names:
        assert name not in served.log


@pytest.fixture
def crowd(unlimited):
    """The server without a limit; whoever came hangs up afterwards."""
    yield unlimited
    unlimited.close()


class Meeting:
    """A meeting with one thing of every kind, and a valid example of every command, sent by its chair."""

    def __init__(self, house, room=None):
        self.room = room or house.room()
        self.chair, self.worker, self.mum = house.gather(self.room, "worker", "mum")
        chair, people = self.chair, self.room.people
        waiting = house.joins(self.room, "gran")
        self.device = chair.until(lambda: lobby(chair, waiting.name))[0]["id"]
        self.item = self.worker.add("A danger.", category="danger")
        self.other = self.mum.add("Another point.", "well")
        self.step = self.worker.add("A step.", "next", speaker=people["mum"])
        chair.ok("set_action", item=self.step, owners=[people["mum"]])
        self.held = self.worker.add("A child's words.", speaker=people["pip"], obtained="talk")
        self.view = str(uuid4())
        self.mum.ok("see_differently", view=self.view, item=self.item, text="I see it differently.")
        self.shown, self.asked = str(uuid4()), str(uuid4())
        children = [people["pip"], people["juno"]]
        chair.ok("ask_numbers", round=self.shown, scale="safety", children=children)
        self.worker.ok("save_number", round=self.shown, child=people["pip"], answer="number", value=5)
        self.worker.ok(
            "save_number", round=self.shown, child=people["pip"], answer="number", value=7, person=people["juno"]
        )
        chair.ok("show_numbers", round=self.shown)
        chair.ok("ask_numbers", round=self.asked, scale="safety", children=children)
        self.number = chair.until(lambda: next(iter(chair.things("held_numbers", "chairs_desk")), None))
        self.rating = str(uuid4())
        chair.ok("set_rating", rating=self.rating, child=people["pip"], colour="red", reason="So.", better="Then.")
        chair.ok("show_rating", rating=self.rating)

    def examples(self):
        """Each command's data, such that this meeting's chair could send it."""
        new, people = (lambda: str(uuid4())), self.room.people
        pip, worker = people["pip"], people["worker"]
        told = {
            "let_in": {"device": self.device},
            "turn_away": {"device": self.device},
            "remove_attendee": {"attendee": self.room.attendees["mum"], "reason": "r"},
            "leave": {},
            "add_person": {"person": new(), "name": "n", "relationship": "r", "child": False, "agency": "health"},
            "add_item": {"item": new(), "column": "worries", "text": "t", "children": [pip], "category": "danger",
                         "speaker": worker, "basis": "seen", "source": "s", "when": "w", "exact": True,
                         "obtained": "talk", "answers": self.other, "audience": "everyone"},
            "change_item": {"item": self.item, "version": 1, "text": "t"},
            "move_item": {"item": self.item, "column": "well", "category": "safety", "children": [pip],
                          "place": "after", "after": self.other},
            "take_back_item": {"item": self.item, "why": "w"},
            "release_item": {"item": self.held, "shown_as": new()},
            "agree_item": {"item": self.item, "agrees": True, "person": people["gran"]},
            "see_differently": {"view": new(), "item": self.item, "text": "t", "person": worker},
            "take_back_view": {"view": self.view, "why": "w"},
            "confirm_words": {"item": self.step, "right": True},
            "set_action": {"item": self.step, "owners": [worker], "by": "2026-12-01", "measure": "m", "if_not": "i",
                           "answers": self.item},
            "accept_action": {"item": self.step, "person": people["mum"]},
            "ask_numbers": {"round": new(), "scale": "safety", "children": [pip], "about": self.item, "ten": "t",
                            "zero": "z"},
            "save_number": {"round": self.asked, "child": pip, "answer": "number", "value": 3, "reason": "r",
                            "person": people["uncle"]},
            "show_numbers": {"round": self.asked},
            "hide_numbers": {"round": self.shown},
            "release_number": {"number": self.number},
            "agree_number": {"round": self.shown, "child": pip, "agrees": True, "value": 5, "text": "t"},
            "set_rating": {"rating": new(), "child": pip, "colour": "amber", "reason": "r", "better": "b"},
            "show_rating": {"rating": self.rating},
            "rate_differently": {"view": new(), "rating": self.rating, "reason": "r", "colour": "green",
                                 "person": worker},
            "match_people": {"people": [{"earlier": worker, "now": worker}]},
            "bring_forward": {"meeting": self.room.id, "points": [{"earlier": self.item, "item": new()}],
                              "askings": [{"asking": self.shown, "child": pip}], "ratings": [pip]},
            "note_visit": {"visit": new(), "child": pip, "day": "2026-11-18", "announced": "yes", "alone": "no",
                           "place": "p", "says": "s", "person": worker},
            "add_behaviour": {"behaviour": new(), "adult": people["mum"], "label": "l"},
            "view_adult": {"question": "ready", "adult": people["mum"], "answer": "action", "behaviour": new(),
                           "lapse": True, "why": "w", "quote": "q", "talk": "steps", "person": worker},
            "note_progress": {"item": self.step, "state": "done", "evidence": "e",
                              "differences": [{"child": pip, "says": "s"}], "monitors": [worker], "person": worker},
            "open_meeting": {},
            "end_meeting": {"reasons": [{"check": "rating_missing", "reason": "r"}]},
            "finish_meeting": {"typed": "no"},
            "add_addendum": {"addendum": new(), "text": "t", "reason": "r", "person": worker},
        }  # fmt: skip
        rest = {name: {one: self.value(name, one, hint) for one, hint in hints(name).items()}
                for name in COMMANDS if name not in told}  # fmt: skip
        return told | rest

    def value(self, name, field, hint):
        """A value of the kind a field takes, in the place of one told by hand."""
        plain, kind = base(hint), kind_of(hint)
        if get_origin(plain) is tuple:
            return [self.ids(field)]
        if plain is bool:
            return True
        if plain is int:
            return max(1, kind.least)
        if get_origin(plain) is Literal:
            return get_args(plain)[0]
        if kind is None:
            return f"{self.room.attendees['mum']}:type"
        if kind.name == "Id":
            return str(uuid4()) if (name, field) in NEW_IDS else self.ids(field)
        return KEYS.get(field, "worries") if kind.name == "Key" else "t"

    def ids(self, field):
        """An id of this meeting for a field."""
        people = self.room.people
        return {
            "device": self.device, "attendee": self.room.attendees["worker"], "item": self.item, "after": self.other,
            "answers": self.other, "about": self.item, "view": self.view, "round": self.shown, "rating": self.rating,
            "number": self.number, "child": people["pip"], "children": people["pip"], "speaker": people["worker"],
            "person": people["worker"], "owners": people["worker"], "people": people["worker"],
            "meeting": self.room.id, "ratings": people["pip"], "monitors": people["worker"], "visit": self.view,
            "adult": people["mum"], "behaviour": self.view,
        }[field]  # fmt: skip


class Bystander:
    """Somebody who goes on adding points while another sends nonsense, and somebody who reads along."""

    def __init__(self, writer, reader):
        self.writer, self.reader = writer, reader
        self.slowest, self.added = 0.0, []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._add, daemon=True)
        self._failed = None

    def _add(self):
        try:
            while not self._stop.is_set():
                began = time.monotonic()
                self.added.append(self.writer.add(f"bystander {len(self.added)}"))
                self.slowest = max(self.slowest, time.monotonic() - began)
                time.sleep(0.02)
        except BaseException as error:  # noqa: BLE001 - told in the test's own thread
            self._failed = error

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        seen = len(self.added)
        self.reader.until(lambda: len(self.added) >= seen + 3 or self._failed)
        self._stop.set()
        self._thread.join(timeout=15)
        assert self._failed is None, self._failed
        n = self.writer.fresh()["everyone"]["n"]
        for one in (self.writer, self.reader):
            one.until(lambda one=one: one.boards["everyone"]["n"] >= n)
            assert set(self.added) <= set(one.things("items"))
        assert self.writer.boards["everyone"] == self.reader.boards["everyone"]
        assert self.slowest < 1


def hints(name):
    return get_type_hints(COMMANDS[name], include_extras=True)


def kind_of(hint):
    """The Kind of a field, or None; and whether it may be null."""
    if get_origin(hint) is Annotated:
        kind = next((one for one in get_args(hint)[1:] if isinstance(one, Kind)), None)
        return kind or kind_of(get_args(hint)[0])
    for one in get_args(hint):
        if one is not NoneType and get_origin(hint) is not Literal:
            found = kind_of(one)
            if found:
                return found
    return None


def may_be_null(hint):
    if get_origin(hint) is Annotated:
        return may_be_null(get_args(hint)[0])
    return hint is not Literal and NoneType in get_args(hint)


def base(hint):
    """What a field is beneath Annotated and `or null`."""
    if get_origin(hint) is Annotated:
        return base(get_args(hint)[0])
    rest = [one for one in get_args(hint) if one is not NoneType]
    return base(rest[0]) if NoneType in get_args(hint) and len(rest) == 1 else hint


def bad_values(hint):
    """Values a field must refuse, each with what is wrong with it."""
    plain, kind = base(hint), kind_of(hint)
    yield "an object", {CANARY: 1}
    if kind is None or kind.name not in ("Count", "Stamp"):
        yield "a whole number out of bounds", 2**53
    yield "a whole number below 0", -1
    if not may_be_null(hint):
        yield "null", None
    if plain is not bool:
        yield "true", True
    if get_origin(plain) is tuple:
        yield "a text for a list", CANARY
        yield "a list of other things", [7]
        yield "a list in a list", [[CANARY]]
        yield "a list too long", [str(uuid4())] * 61
        return
    yield "a list", [CANARY]
    if plain is bool:
        yield "one for true", 1
        yield "a text for true", "true"
    elif plain is int:
        yield "a number as text", "1"
    elif plain is str and kind:
        yield "a text too long", CANARY * max(200, kind.most // len(CANARY) + 1)
        if kind.least:
            yield "an empty text", ""
            yield "blanks", " \n\t "
        if kind.pattern:
            yield "a text of another shape", f"{CANARY}!"
            yield "an id in capitals", str(uuid4()).upper()
        yield "a turn of direction", f"{CANARY}\u202e"
    elif get_origin(plain) is Literal:
        yield "a word not among those given", CANARY


def broken(name, data):
    """Each way of breaking one field: what is broken, where, and the data."""
    for field, hint in hints(name).items():
        for what, value in bad_values(hint):
            yield what, field, {**data, field: value}
    for one in fields(COMMANDS[name]):
        if one.default is MISSING and one.default_factory is MISSING:
            yield "missing", one.name, {key: value for key, value in data.items() if key != one.name}
    for more in (CANARY, "actor", "attendee_", "role", "stream", "audience_", "recorded_by", "n"):
        yield "a field that is not there", more, {**data, more: CANARY}


def settled(meeting, added):
    """The chair's boards without what bystanders added."""
    boards = meeting.chair.fresh()
    for board in boards.values():
        board["n"] = 0
        board["things"]["items"] = {id: one for id, one in board["things"].get("items", {}).items() if id not in added}
    return boards


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
                assert CANARY not in json.dumps(answer) or field == CANARY, (name, field, what, answer)
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


def references():
    """Every field that names something which must be there already."""
    for name in COMMANDS:
        for field, hint in hints(name).items():
            kind = kind_of(hint)
            is_id = (kind and kind.name == "Id") or (name, field) == ("release_number", "number")
            if is_id and (name, field) not in NEW_IDS and name not in ("add_addendum", "end_meeting"):
                yield name, field


def swapped(data, field, id):
    return {**data, field: [id] if isinstance(data[field], list) else id}


def test_another_meetings_ids_are_answered_as_ids_that_never_were(crowd):
    ours, theirs = Meeting(crowd), Meeting(crowd)
    before, there = settled(ours, ()), settled(theirs, ())
    seen = 0
    with Bystander(ours.worker, ours.mum) as bystander:
        for name, field in references():
            data = ours.examples()[name]
            foreign, random = theirs.ids(field), str(uuid4())
            if field == "number":
                random = ":".join(str(uuid4()) for _ in range(3))
            answers = [ours.chair.send(name, swapped(data, field, id)) for id in (foreign, random)]
            assert answers[0] == answers[1], (name, field)
            assert not answers[0]["ok"], (name, field)
            seen += 1
    assert seen > 30
    assert settled(ours, bystander.added) == before
    assert settled(theirs, ()) == there


def test_another_meetings_person_can_not_be_named_in_an_addendum(crowd):
    ours, theirs = Meeting(crowd), Meeting(crowd)
    chair = ours.chair
    chair.ok("show_numbers", round=ours.asked)
    gaps = chair.send("end_meeting")["error"]["fields"]
    chair.ok("end_meeting", reasons=[{"check": check, "reason": "Not today."} for check in gaps])
    chair.ok("finish_meeting", typed="finish")
    data = ours.examples()["add_addendum"]
    answers = [
        chair.send("add_addendum", {**data, "person": id}) for id in (theirs.room.people["worker"], str(uuid4()))
    ]
    assert answers[0] == answers[1]
    assert answers[0]["error"]["code"] == "not_found"
    chair.ok("add_addendum", **data)


def test_ids_of_new_things_that_another_meeting_uses_do_nothing_there(crowd):
    ours, theirs = Meeting(crowd), Meeting(crowd)
    there = settled(theirs, ())
    ours.worker.ok("add_item", item=theirs.item, column="worries", text="Under an id of theirs.")
    ours.worker.ok("see_differently", view=theirs.view, item=ours.item, text="Here.")
    ours.chair.ok("ask_numbers", round=theirs.asked, scale="safety", children=[ours.room.people["pip"]])
    assert settled(theirs, ()) == there
    person = ours.chair.send("add_person", {"person": theirs.room.people["mum"], "name": "Somebody"})
    unused = ours.chair.send("add_person", {"person": str(uuid4()), "name": "Somebody"})
    assert person["ok"] == unused["ok"], "whether another meeting has this person can be told from the answer"
    assert settled(theirs, ()) == there


DEEP = "[" * 7 + "]" * 7
HOSTILE = {
    "NaN": '{"a":NaN}', "infinity": '{"a":Infinity}', "minus infinity": '{"a":-Infinity}', "a fraction": '{"a":1.5}',
    "an exponent": '{"a":1e5}', "a number too large": '{"a":9007199254740993}', "digits": '{"a":%s}' % ("9" * 400),
    "too deep": '{"a":%s}' % DEEP, "very deep": "[" * 5000, "a key twice": '{"a":1,"a":2}', "no JSON": "{a}",
    "a control character": '{"a":"%s\\u0001"}' % CANARY, "a raw one": '{"a":"%s\x07"}' % CANARY,
    "NUL": '{"a":"\\u0000"}', "half a letter": '{"a":"\\ud800"}', "no letter": '{"a":"\\uffff"}', "a text": f'"{CANARY}"',
    "a number": "7", "null": "null", "a list": "[1]", "two objects": "{},{}", "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_json_that_is_not_strict_is_refused_and_the_line_works_on(crowd, transport):
    room = crowd.room()
    _, worker, mum = crowd.gather(room, "worker", "mum")
    guest = crowd.joins(room, "gran", transport)
    let_in(crowd._open[-4], guest)
    before = guest.fresh()
    with Bystander(worker, mum):
        for what, text in HOSTILE.items():
            if what in ("an exponent", "a text"):
                guest.connect()  # the twentieth would cut the line
            answer = guest.raw_ask(f'["command",{text}]')
            assert answer["ok"] is False, what
            assert answer["error"]["code"] == "malformed", (what, answer)
            assert CANARY not in json.dumps(answer)
        for name in ("connect", "disconnect", "message", "json", "made-up", CANARY, "snapshot", "patch"):
            assert guest.raw_ask(json.dumps([name, {"role": "chair"}]))["error"]["code"] == "malformed", name
    assert guest.fresh()["own"] == before["own"]


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_connect_sent_as_an_event_runs_no_handler_again(crowd, transport):
    room = crowd.room()
    chair, worker = crowd.gather(room, "worker")
    guest = crowd.joins(room, "mum", transport)
    snapshots, desk = len(guest.snapshots), chair.fresh()["chairs_desk"]
    for n, event in enumerate(("connect", "disconnect", "connect")):
        guest.line.send(f'42["{event}",{{"role":"chair"}}]')
        guest.line.send(f'42{700 + n}["{event}",{{"role":"chair"}}]')
        guest.line.send('40{"role":"chair"}')
    worker.add("and on it goes")
    assert guest.raw_ask('["command",{}]')["error"]["code"] == "bad_data"
    assert len(guest.snapshots) == snapshots
    assert guest.snapshots[-1]["state"] == "waiting"
    assert chair.fresh()["chairs_desk"] == desk
    assert not guest.told("and on it goes")


def test_forty_packets_at_once_over_polling_are_refused_whole_and_sixteen_are_heard(crowd):
    room = crowd.room()
    chair, worker, mum = crowd.gather(room, "worker", "mum")
    guest = crowd.joins(room, "gran", "polling")
    let_in(chair, guest)

    def packets(count, at):
        for n in range(count):
            data = {"item": str(uuid4()), "column": "worries", "text": f"packet {at + n}"}
            command = {"id": str(uuid4()), "name": "add_item", "data": data}
            yield f"42{at + n}{json.dumps(['command', command])}"

    with Bystander(worker, mum):
        with pytest.raises(LineEnded, match="400"):
            guest.line.send(*packets(40, 1000))
        guest.line.send(*packets(16, 2000))
        chair.until(lambda: chair.told('"packet 2015"'))
    assert not chair.told('"packet 10')
    # Those of one person keep their order.
    order = [n for n in range(2000, 2016) if chair.told(f'"packet {n}"')]
    assert order == list(range(2000, 2016))
    items = [one for one in chair.things("items").values() if one["text"].startswith("packet")]
    assert [one["text"] for one in sorted(items, key=lambda one: one["order"])] == [f"packet {n}" for n in order]


def test_forty_kilobytes_are_refused_and_seventy_end_the_line_of_who_sent_them_alone(crowd):
    room = crowd.room()
    chair, worker, mum = crowd.gather(room, "worker", "mum")
    for transport, key in (("websocket", "gran"), ("polling", "nurse")):
        guest = crowd.joins(room, key, transport)
        let_in(chair, guest)
        with Bystander(worker, mum):
            answer = guest.raw_ask(json.dumps(["command", {"id": CANARY * 3300}]))
            assert answer["error"]["code"] == "malformed"
            guest.add("still here")
            with suppress(LineEnded):
                guest.raw_ask(json.dumps(["command", {"id": CANARY * 5900}]), 3)
            if transport == "websocket":
                assert guest.closed.wait(3)
                guest.connect()
            assert guest.add("back again")


def test_the_twentieth_malformed_packet_ends_the_line_and_who_comes_back_is_heard(crowd):
    room = crowd.room()
    _, worker, mum = crowd.gather(room, "worker", "mum")
    guest = crowd.joins(room, "mum", browser=mum.http)
    with Bystander(worker, mum):
        for _ in range(20):
            guest.line.send('42["command",NaN]')
        assert guest.closed.wait(3)
        guest.connect()
        guest.add("once more")


def test_binary_and_other_namespaces_are_dropped_and_the_line_works_on(crowd):
    room = crowd.room()
    _, worker = crowd.gather(room, "worker")
    for frame in ('451-["command",{"_placeholder":true,"num":0}]', "461-1[]", '42/admin,["command",{}]', "44{}", "430[]",
                  "40/admin,", "41/admin,", "4", "49", '42["command"]', "42[]", "42{}", "42"):  # fmt: skip
        worker.line.send(frame)
    worker.add("still works")


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
