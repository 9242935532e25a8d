"""One command costs the same at the ten-thousandth point as at the hundredth (acceptance f).

Measured through the one door (decide, log, commit, patch), both meetings in one run by turns, so that a busy machine
slows both. The disk is told not to wait for its platter: it would hide what the code costs.
"""

import random
import statistics
import time
from uuid import uuid4

import pytest

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.points.move import MoveItem
from meeting_server.services.batch import PendingCommand
from meeting_server.services.live_meeting import Seat
from meeting_server.storage import event_log
from tests.scenes.builders import added
from tests.servers.served import make_room, opened
from tests.servers.stores import hurry

pytestmark = pytest.mark.alone
FEW, MANY = 100, 10_000
TURNS = 120


class Full:
    """An open meeting with so many points, and one person who goes on."""

    def __init__(self, live, count):
        self.live, self.room = live, make_room(live)
        self.seats = {}
        for key in ("chair", "worker"):
            self.seats[key] = Seat("x", self.room.id, self.room.attendees[key], str(uuid4()))
            live.arrive(self.seats[key], "computer", others_connected=False)
        self.do("chair", LetIn(self.seats["worker"].device))
        self.do("chair", OpenMeeting())
        self.items = [str(uuid4()) for _ in range(count)]
        self.versions = dict.fromkeys(self.items, 1)
        worker, actor = self.room.people["worker"], self.room.attendees["worker"]
        said = [
            To(ROOM, added(id, "worries", f"Point {n}, as people write them.", worker, actor))
            for n, id in enumerate(self.items)
        ]  # fmt: skip
        live.writer.ask(PendingCommand(self.room.id, actor, str(uuid4()), b"", lambda _: said))
        self.round = str(uuid4())
        self.do("chair", AskNumbers(self.round, "safety", (self.room.people["pip"],)))

    def do(self, key, command):
        began = time.perf_counter()
        self.live.handle(self.seats[key], str(uuid4()), command)
        return time.perf_counter() - began

    def one(self, kind, by):
        """The seconds one command of this kind takes."""
        item = self.items[by.randrange(FEW)]
        if kind == "add_item":
            return self.do("worker", AddItem(str(uuid4()), "worries", "One more."))
        if kind == "change_item":
            took = self.do("worker", ChangeItem(item, self.versions[item], f"Changed {by.random()}"))
            self.versions[item] += 1
            return took
        if kind == "move_item":
            place = by.choice(["first", "last", "after"])
            others = [one for one in self.items[:FEW] if one != item]
            return self.do("worker", MoveItem(item, "well", place=place, after=by.choice(others)))
        number = SaveNumber(self.round, self.room.people["pip"], "number", by.randrange(11), "why")
        return self.do("worker", number)


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """A meeting with a hundred points and one with ten thousand, under one writer."""
    with opened(tmp_path_factory.mktemp("flat")) as live:
        hurry(live)
        few, many = Full(live, FEW), Full(live, MANY)
        assert len(live.meeting(many.room.id).room.kinds["items"]) == MANY
        yield few, many


@pytest.mark.parametrize("kind", ["add_item", "change_item", "move_item", "save_number"])
def test_one_command_at_ten_thousand_points_costs_at_most_twice_what_it_costs_at_a_hundred(both, kind, capsys):
    few, many = both
    took = {FEW: [], MANY: []}
    for turn in range(TURNS):
        for count, meeting in ((FEW, few), (MANY, many)):
            took[count].append(meeting.one(kind, random.Random(turn)))
    least, most = (statistics.median(took[count]) * 1000 for count in (FEW, MANY))
    with capsys.disabled():
        print(f"\n{kind}: {least:.2f} ms at {FEW} points, {most:.2f} ms at {MANY}: {most / least:.2f} times")
    assert most <= 2 * least


def test_a_server_that_starts_has_ten_thousand_points_in_memory_within_seconds(both):
    few, many = both
    began = time.perf_counter()
    # A second fold beside the writer's own, as a start would make it.
    with few.live.database.reading() as connection:
        folded = event_log.load(connection, many.room.id)
    assert folded.meeting.room == many.live.meeting(many.room.id).room
    assert time.perf_counter() - began < 10
