"""Private writing and held points over the real wire: no byte of them reaches anybody before its time."""

import io
import json
import re
import zipfile
from uuid import uuid4

import pytest

from meeting_server.domain.points.hold_points import HoldPoints
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.points.private_writing import StartPrivateWriting
from meeting_server.domain.points.send_back import SendBackItem
from meeting_server.domain.points.show_private import ShowPrivate, ShowPrivateWriting
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.write_privately import ChangePrivate, DropPrivate, WritePrivately
from tests.people.on_the_wire import caught_up, let_in
from tests.servers.stores import kept

CANARY = "apart-canary"


def canary(key):
    return f"{CANARY}-{key}-{uuid4().hex}"


def words_of(content):
    """The parts of a Word file as one text."""
    with zipfile.ZipFile(io.BytesIO(content)) as word:
        return "".join(word.read(name).decode(errors="replace") for name in word.namelist())


ASK_FOR_THE_RECORD = ("chair", "nurse", "mum again")
"""Each record is printed by a process of its own, and is the same for everybody: three of them ask for it."""


def everything(wire, key=""):
    """All that reached a browser: frames and answers, the page as a reload gets it, a fresh snapshot, both records."""
    wire.fresh()
    page = wire.get(wire.page)
    assert page.status_code == 200
    told = [*wire.raw, page.text]
    if key in ASK_FOR_THE_RECORD:
        record, word = wire.get(f"/board/{wire.seat}/record"), wire.get(f"/board/{wire.seat}/record.docx")
        assert (record.status_code, word.status_code) == (200, 200)
        told += [record.text, words_of(word.content)]
    return "\n".join(told)


@pytest.fixture
def gathered(house):
    """A room with a chair, four guests and a second device of Mum's and the worker's."""
    room = house.room()
    keys = ("chair", "worker", "nurse", "mum", "juno")
    wires = dict(zip(keys, house.gather(room, *keys[1:]), strict=True))
    second = {f"{key} again": house.joins(room, key) for key in ("mum", "worker")}
    let_in(wires["chair"], *second.values())
    return room, {**wires, **second}


def owner(key):
    return key.partition(" ")[0]


def only_their_writers_know(wires, secrets):
    """Each of these words (a text or an id, by whose they are) is on its writer's devices and on nobody else's."""
    for key, wire in wires.items():
        told = everything(wire, key)
        for whose, words in secrets:
            assert (words in told) == (owner(key) == whose), f"{key} and what {whose} wrote"


@pytest.mark.thorough("tests/unit/domain/points/test_private_writing.py")
def test_private_writing_reaches_its_writers_devices_alone_and_then_everybody_at_once(gathered):
    _, wires = gathered
    chair, round = wires["chair"], str(uuid4())
    chair.ok("start_private_writing", id=round, column=None)
    for wire in wires.values():
        wire.until(lambda wire=wire: wire.things("private_writing"))
    secrets = []
    for key in ("chair", "worker", "nurse", "mum"):
        text, item = canary(key), str(uuid4())
        answer = wires[key].ok(
            "write_privately",
            item=item,
            column="worries",
            text=text,
            apart=round,
            **({"lang": "pl"} if key == "mum" else {}),
        )
        assert answer["audience"] == "own"
        secrets += [(key, text), (key, item)]
    # One device changes what another device of hers wrote.
    wires["mum again"].until(lambda: wires["mum again"].things("private_items", "own"))
    mums = next(item for whose, item in secrets if whose == "mum" and CANARY not in item)
    better = canary("mum")
    wires["mum again"].ok("change_private", item=mums, version=1, text=better)
    wires["mum"].until(lambda: wires["mum"].told(better))
    secrets.append(("mum", better))
    caught_up(*wires.values())
    assert len({wire.boards["everyone"]["n"] for wire in wires.values()}) == 1
    only_their_writers_know(wires, secrets)
    chair.ok("show_private_writing")
    last = {key: text for key, text in secrets if CANARY in text}
    for key, wire in wires.items():
        wire.until(lambda wire=wire: len(wire.things("items")) == 4)
        assert {one["text"] for one in wire.things("items").values()} == set(last.values()), key
        wire.until(lambda wire=wire: not wire.things("private_items", "own"))
        told = everything(wire, key)
        assert all(text in told for text in last.values()), key
    first = next(text for key, text in secrets if key == "mum" and text not in last.values() and CANARY in text)
    assert not any(first in everything(wire, key) for key, wire in wires.items() if owner(key) != "mum")


def test_a_point_on_its_way_when_private_writing_starts_is_kept_from_everybody(gathered):
    _, wires = gathered
    wires["chair"].ok("start_private_writing", id=str(uuid4()), column="worries")
    text, item = canary("mum"), str(uuid4())
    answer = wires["mum"].ok("add_item", item=item, column="worries", text=text)
    assert answer["audience"] == "own"
    wires["mum again"].until(lambda: wires["mum again"].told(text))
    only_their_writers_know(wires, [("mum", text), ("mum", item)])


def test_points_kept_dropped_or_left_after_a_private_writing_are_never_told(gathered):
    _, wires = gathered
    round, secrets = str(uuid4()), []
    wires["chair"].ok("start_private_writing", id=round, column=None)
    for key in ("mum", "worker"):
        for name in ("keeps", "drops"):
            text, item = canary(f"{key}-{name}"), str(uuid4())
            wires[key].ok("write_privately", item=item, column="well", text=text, apart=round)
            secrets += [(key, text), (key, item)]
            if name == "drops":
                wires[key].ok("drop_private", item=item)
    wires["chair"].ok("cancel_private_writing")
    for key in ("mum again", "worker again"):
        wires[key].until(lambda key=key: len(wires[key].things("private_items", "own")) == 1)
    only_their_writers_know(wires, secrets)


@pytest.mark.thorough("tests/unit/domain/points/test_hold_points.py")
def test_a_held_point_is_known_to_its_writer_and_the_desk_and_sent_back_to_its_writer_alone(gathered):
    _, wires = gathered
    chair = wires["chair"]
    chair.ok("hold_points", on=True)
    text, better, item = canary("mum"), canary("mum-better"), str(uuid4())
    assert wires["mum"].ok("add_item", item=item, column="worries", text=text)["audience"] == "own"
    chair.until(lambda: item in chair.things("items", "chairs_desk"))
    for key, wire in wires.items():
        assert (text in everything(wire, key)) == (owner(key) in ("mum", "chair")), key
    why = canary("why")
    chair.ok("send_back_item", item=item, why=why)
    chair.until(lambda: item not in chair.things("items", "chairs_desk"))
    mum = wires["mum"]
    mum.until(lambda: item in mum.things("private_items", "own"))
    assert mum.things("private_items", "own")[item]["sent_back"] == why
    mum.ok("change_private", item=item, version=1, text=better)
    only_their_writers_know(
        {key: wire for key, wire in wires.items() if key != "chair"}, [("mum", better), ("mum", why)]
    )
    assert better not in everything(chair)
    assert text not in json.dumps(chair.fresh())
    mum.ok("show_private", item=item, shown_as=item)
    chair.until(lambda: item in chair.things("items", "chairs_desk"))
    shown = str(uuid4())
    chair.ok("release_item", item=item, shown_as=shown)
    for key, wire in wires.items():
        wire.until(lambda wire=wire: shown in wire.things("items"))
        told = everything(wire, key)
        assert better in told, key
        assert (text in told) == (owner(key) in ("mum", "chair")), key
        assert (item in told) == (owner(key) in ("mum", "chair")), key


def test_before_the_meeting_the_chair_hears_who_has_finished_preparing_and_nothing_else(house):
    room = house.room()
    chair, mum, worker = house.joins(room, "chair"), house.joins(room, "mum"), house.joins(room, "worker")
    let_in(chair, mum, worker)
    text, item = canary("mum"), str(uuid4())
    mum.ok("write_privately", item=item, column="worries", text=text)
    mum.ok("finish_preparing")
    hers = room.attendees["mum"]
    chair.until(lambda: chair.things("preparations", "chairs_desk").get(hers, {}).get("finished"))
    assert "preparations" not in json.dumps(worker.fresh())
    only_their_writers_know({"chair": chair, "worker": worker, "mum": mum}, [("mum", text), ("mum", item)])
    chair.ok("open_meeting")
    mum.ok("show_private", item=item, shown_as=item)
    worker.until(lambda: worker.told(text))


UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
STAMP = re.compile(r"\b1[789]\d{11}\b")


def as_in_any_room(room, frames):
    """Frames without what differs between two rooms for reasons of its own: ids, the order of a map by them, times."""
    named = {id: key for ids in (room.people, room.attendees) for key, id in ids.items()}
    named |= {id: f"{key} is" for key, id in room.attendees.items()}
    for frame in frames:
        if frame.startswith('42["patch"'):
            for id in UUID.findall(frame):
                named.setdefault(id, f"id {len(named)}")
    plain = [STAMP.sub('"time"', UUID.sub(lambda found: named.get(found[0], "other"), frame)) for frame in frames]
    return [json.dumps(json.loads(frame.lstrip("0123456789")), sort_keys=True) for frame in plain]


def one_run(house, secret):
    """What Mum is told in a run of the same public steps, with or without what the worker does in private."""
    room = house.room()
    chair, mum, worker = house.gather(room, "mum", "worker")
    mum.until(lambda: worker.things("attendees")[room.attendees["worker"]]["attendance"] == "here")
    mum.fresh()
    mum.raw.clear()
    ids = [str(uuid4()) for _ in range(3)]
    rounds = [str(uuid4()) for _ in range(2)]

    def quietly(name, **data):
        if secret:
            worker.ok(name, **data)

    def writes(item, text, apart=None):
        quietly("write_privately", item=item, column="worries", text=text, apart=apart)

    writes(ids[0], canary("worker"))
    chair.ok("start_private_writing", id=rounds[0], column=None)
    mum.add("Mum writes apart.")
    writes(ids[1], canary("worker"), rounds[0])
    quietly("change_private", item=ids[1], version=1, text=canary("worker"))
    quietly("drop_private", item=ids[1])
    chair.ok("show_private_writing")
    mum.until(lambda: mum.things("items"))
    chair.ok("hold_points", on=True)
    if secret:
        worker.ok("add_item", item=ids[2], column="well", text=canary("held"))
        chair.ok("send_back_item", item=ids[2], why="Please say it another way.")
        quietly("change_private", item=ids[2], version=1, text=canary("again"))
        quietly("show_private", item=ids[2], shown_as=ids[2])
    mum.add("Mum's waits too.")
    chair.ok("hold_points", on=False)
    chair.ok("start_private_writing", id=rounds[1], column="well")
    chair.ok("cancel_private_writing")
    worker.add("The worker says this aloud.", column="next")
    mum.until(lambda: mum.told("The worker says this aloud."))
    mum.fresh()
    # Who is connected is told when the second has passed, by its own clock: not who writes, which family does not hear.
    frames = [frame for frame in mum.raw if not frame.startswith('42["presence"')]
    return as_in_any_room(room, frames), sum(map(len, frames))


def test_two_runs_are_the_same_bytes_to_a_parent_whatever_the_worker_did_in_private(house):
    quiet, busy = one_run(house, secret=False), one_run(house, secret=True)
    assert busy == quiet
    assert busy[1] > 5_000


def test_that_somebody_writes_in_private_is_told_to_nobody(house):
    room = house.room()
    chair, worker, nurse = house.gather(room, "worker", "nurse")
    chair.ok("start_private_writing", id=str(uuid4()), column="worries")
    nurse.raw.clear()
    worker.line.send('42["presence",{"writing":"worries"}]')
    worker.line.send('42["presence",{"writing":"well"}]')
    nurse.until(lambda: any('"column":"well"' in frame for frame in nurse.raw))
    assert not any('"column":"worries"' in frame and '"presence"' in frame for frame in nurse.raw)


@pytest.mark.parametrize("way", ["dropped", "sent back and dropped", "shown and taken back", "shown together"])
def test_what_is_dropped_or_taken_back_leaves_no_byte_in_the_log_and_the_chain_holds(table, tmp_path, way):
    item, round = str(uuid4()), str(uuid4())
    if way == "sent back and dropped":
        table.do("chair", HoldPoints(True))
        table.do("mum", AddItem(item, "worries", f"{CANARY} first"))
        table.do("mum", ChangeItem(item, 1, f"{CANARY} second"))
        table.do("chair", SendBackItem(item, "Why."))
    elif way == "shown together":
        table.do("chair", StartPrivateWriting(round))
        table.do("mum", AddItem(item, "worries", f"{CANARY} first"))
    else:
        table.do("mum", WritePrivately(item, "worries", f"{CANARY} first", when=f"{CANARY} when"))
        table.do("mum", ChangePrivate(item, 1, f"{CANARY} second"))
    assert CANARY.encode() in kept(tmp_path)
    assert table.replayed() == {key: table.boards(key) for key in table.seats}
    if way == "shown together":
        table.do("chair", ShowPrivateWriting())
    elif way == "shown and taken back":
        table.do("mum", ShowPrivate(item, item))
    if "shown" in way:
        assert table.replayed() == {key: table.boards(key) for key in table.seats}
        table.do("mum", TakeBackItem(item))
    else:
        table.do("mum", DropPrivate(item))
    assert CANARY.encode() not in kept(tmp_path)
    assert table.replayed() == {key: table.boards(key) for key in table.seats}
    verdict = table.verdict()
    assert verdict.wrong == ()
    assert verdict.redacted >= 1
