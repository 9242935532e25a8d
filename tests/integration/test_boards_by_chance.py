"""Whatever happens in a meeting, by chance: the log is the one source of every board, and nobody hears what is not theirs."""

import json
import random
from uuid import UUID

import pytest

from meeting_server.domain import replay
from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.kinds import plain
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.actor import streams_of
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.views import AgreeItem, SeeDifferently, TakeBackView
from meeting_server.domain.refused import Refused
from meeting_server.services import prepare_meeting
from meeting_server.services.live_meeting import Seat
from tests.people.on_the_wire import fold
from tests.scenes.table import Table

pytestmark = pytest.mark.thorough("tests/unit/domain/test_patches_equal_snapshots.py")

KEYS = ("chair", "worker", "nurse", "mum", "juno")


class Chance:
    """Random commands by random people, from one seed: most are taken, some are refused."""

    def __init__(self, seed, room, without=()):
        self.by, self.room, self.without = random.Random(seed), room, without
        self.items, self.views, self.rounds, self.held, self.ratings = [], [], [], [], []

    def id(self):
        return str(UUID(int=self.by.getrandbits(128), version=4))

    def some(self, known):
        return self.by.choice(known) if known else self.id()

    def step(self):
        """Who does what next."""
        by, people = self.by, self.room.people
        who, child = by.choice(KEYS), by.choice([people["pip"], people["juno"]])
        item, round = self.some(self.items), self.some(self.rounds)
        makers = {
            "add": lambda: self._new(self.items, AddItem(self.id(), by.choice(["worries", "well", "next"]), f"text {by.random()}")),
            "held": lambda: self._new(self.held, AddItem(self.id(), "worries", f"held {by.random()}", speaker=people["juno"],
                                                          obtained="talk")),
            "change": lambda: ChangeItem(item, by.randint(1, 2), f"changed {by.random()}"),
            "move": lambda: MoveItem(item, by.choice(["worries", "well"]), children=(child,),
                                     place=by.choice(["first", "last", "same", "after"]), after=self.some(self.items)),
            "back": lambda: TakeBackItem(item),
            "release": lambda: self._new(self.items, ReleaseItem(self.some(self.held), self.id()), "shown_as"),
            "agree": lambda: AgreeItem(item, by.random() < 0.8),
            "differ": lambda: self._new(self.views, SeeDifferently(self.id(), item, f"view {by.random()}"), "view"),
            "view back": lambda: TakeBackView(self.some(self.views)),
            "action": lambda: SetAction(item, (people["mum"],), measure=f"m {by.random()}"),
            "ask": lambda: self._new(self.rounds, AskNumbers(self.id(), "safety", (child,)), "round"),
            "save": lambda: SaveNumber(round, child, "number", by.randint(0, 10), f"why {by.random()}"),
            "show": lambda: ShowNumbers(round),
            "rate": lambda: self._new(self.ratings, SetRating(self.id(), child, "red", f"r {by.random()}", "b"), "rating"),
            "show rating": lambda: ShowRating(self.some(self.ratings)),
            "person": lambda: AddPerson(self.id(), f"Person {by.random()}"),
        }  # fmt: skip
        weights = {"add": 6, "save": 4, "ask": 2, "change": 3, "move": 3}
        kind = by.choices(list(makers), [0 if one in self.without else weights.get(one, 1) for one in makers])[0]
        chairs = ("ask", "show", "release", "rate", "show rating")
        return ("chair" if kind in chairs and by.random() < 0.9 else who), self.id(), makers[kind]()

    def _new(self, known, command, field="item"):
        known.append(getattr(command, field))
        return command


@pytest.mark.parametrize("seed", range(3))
def test_boards_folded_from_what_was_told_are_those_of_the_log_and_of_a_fresh_start(table, seed):
    chance = Chance(seed, table.room)
    folded = {key: table.boards(key) for key in KEYS}
    holds = {key: {one.partition(":")[0]: one for one in streams(table, key)} for key in KEYS}
    table.told.clear()
    taken = 0
    for n in range(250):
        who, id, command = chance.step()
        try:
            table.do(who, command, id)
            taken += 1
        except Refused:
            pass
        for told in table.told:
            for key in KEYS:
                if told.entry.stream in holds[key].values():
                    fold(folded[key][told.patch["audience"]], told.patch)
        table.told.clear()
        if n % 25 == 0:
            assert folded == {key: table.boards(key) for key in KEYS}
    assert taken > 100
    assert folded == {key: table.boards(key) for key in KEYS} == {key: table.replayed()[key] for key in KEYS}
    assert table.verdict().wrong == ()


def test_boards_folded_on_the_wire_are_those_of_fresh_snapshots_and_of_the_pages(house):
    room = house.room()
    wires = dict(zip(KEYS, house.gather(room, *KEYS[1:]), strict=True))
    chance, taken = Chance(9, room), 0
    for _ in range(160):
        who, id, command = chance.step()
        answer = wires[who].send(replay.wire_name(type(command)), plain(command), id)
        taken += answer["ok"]
        assert answer["ok"] or answer["error"]["message"]
    assert taken > 70
    for wire in wires.values():
        folded = wire.boards
        ends = {audience: board["n"] for audience, board in wires["chair"].boards.items() if audience != "own"}
        wire.until(lambda wire=wire, ends=ends: wire.boards["everyone"]["n"] >= ends["everyone"])
        assert folded == wire.fresh()
        assert set(folded) == {"everyone", "own"} | set(wire.snapshots[-1]["you"]["audiences"])


def streams(table, key):
    meeting = table.meeting
    return streams_of(meeting, actor_of(meeting, table.seats[key].attendee, table.seats[key].device))


SHOWING = ("show", "release", "show rating", "held", "rate")
"""What lets the room know what was hidden, or is done in secret anyway."""


def heard(data_dir, seed, listener, secret, monkeypatch):
    """All that one person is told in a run: first snapshot, every patch, last snapshot, as the bytes of its JSON.

    Runs of one seed have the same ids, people and clock; `secret` changes what the listener may not know: the words a
    child said to somebody else and whether there were any, others' numbers and reasons, what lies on the chair's desk.
    """
    ids = random.Random(f"ids {seed}")
    for names in (vars(prepare_meeting), globals()):
        monkeypatch.setitem(names, "uuid4", lambda: UUID(int=ids.getrandbits(128), version=4))
    now = [1_700_000_000_000]
    table = Table(data_dir, clock=lambda: now[0])
    try:
        mine = set(streams(table, listener))
        said = [table.boards(listener)]
        table.told.clear()
        chance, hidden = Chance(seed, table.room, SHOWING), random.Random(f"{seed}{secret}")
        for _ in range(120):
            now[0] += 1000
            who, id, command = chance.step()
            others_only(table, listener, hidden)
            try:
                table.do(who, altered(command, who, listener, hidden), id)
            except Refused as refused:
                if who == listener:
                    said.append([refused.code, refused.message, plain(refused.more)])
        said += [told.patch for told in table.told if told.entry.stream in mine]
        said.append(table.boards(listener))
        elsewhere = [told.patch for told in table.told if told.entry.stream not in mine]
        return json.dumps(said, sort_keys=True), json.dumps(elsewhere)
    finally:
        table.close()


def others_only(table, listener, hidden):
    """Now and then something happens that the listener may not even know to have happened."""
    if hidden.random() < 0.4:
        id = str(UUID(int=hidden.getrandbits(128), version=4))
        speaker = table.room.people["juno"]
        words = f"hidden {hidden.random()}" * hidden.randint(1, 9)
        table.do("worker", AddItem(id, "worries", words, speaker=speaker, obtained="talk"))
    if hidden.random() < 0.3:
        id = str(UUID(int=hidden.getrandbits(128), version=4))
        table.do("chair", SetRating(id, table.room.people["pip"], "green", f"hidden {hidden.random()}"))
    if hidden.random() < 0.1:
        seat = Seat(
            "x", table.room.id, table.room.attendees["police"], str(UUID(int=hidden.getrandbits(128), version=4))
        )
        table.live.arrive(seat, hidden.choice(["phone", "computer"]), others_connected=False)


def altered(command, who, listener, hidden):
    """The same command with what the listener may not hear of it changed."""
    if isinstance(command, SaveNumber) and who != listener:
        return SaveNumber(command.round, command.child, "number", hidden.randint(0, 10), f"because {hidden.random()}")
    return command


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("listener", ["mum", "nurse"])
def test_who_is_in_no_audience_of_an_event_receives_not_one_byte_of_it(tmp_path, listener, seed, monkeypatch):
    with monkeypatch.context() as patched:
        first, hidden_first = heard(tmp_path / "a", seed, listener, "one", patched)
    with monkeypatch.context() as patched:
        second, hidden_second = heard(tmp_path / "b", seed, listener, "two", patched)
    assert hidden_first != hidden_second
    assert len(first) > 20_000
    assert first == second
