"""What happens to commands that are committed together, that fail, or that are sent again."""

import json
import threading
import time
from uuid import uuid4

import pytest
import sqlalchemy as sa

from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.people.leave import RemoveAttendee
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.refused import Refused
from meeting_server.storage.appending import Draft
from tests.scenes.table import CANARY


class BrokenOnce:
    """Breaks the commit of any command that names this id, as a full disk or a fault in the code would."""

    def __init__(self, monkeypatch, id, times):
        self.stock, self.id, self.left = Draft.add, id, times
        monkeypatch.setattr(Draft, "add", self.breaking())

    def breaking(self):
        def add(draft, said, **more):
            return self.add(draft, said, **more)

        return add

    def add(self, draft, said, **more):
        done = self.stock(draft, said, **more)
        if more["command_id"] == self.id and self.left:
            self.left -= 1
            raise sa.exc.OperationalError("INSERT INTO events", {}, Exception("disk I/O error"))
        return done


def together(table, *commands):
    """Sends commands so that the writer takes them in one transaction: while it is kept busy."""
    go, busy = threading.Event(), threading.Event()

    def hold(_):
        busy.set()
        go.wait(10)

    holder = threading.Thread(target=table.live.writer.run, args=(hold,))
    holder.start()
    busy.wait(10)
    answers = {}

    def send(key, command, id):
        try:
            answers[id] = table.do(key, command, id)
        except Refused as refused:
            answers[id] = refused.code

    threads = []
    for key, command, id in commands:
        threads.append(threading.Thread(target=send, args=(key, command, id)))
        threads[-1].start()
        time.sleep(0.02)
    go.set()
    for thread in [holder, *threads]:
        thread.join(timeout=10)
    return answers


def test_a_failing_commit_spoils_only_its_own_command_and_nobody_is_told_that_it_is_saved(table, monkeypatch, caplog):
    good, bad, also = str(uuid4()), str(uuid4()), str(uuid4())
    texts = {good: "The first of the batch.", bad: f"{CANARY} breaks it.", also: "The last of the batch."}
    broken = BrokenOnce(monkeypatch, bad, times=2)
    told = len(table.told)
    answers = together(table, *((who, AddItem(id, "worries", texts[id]), id)
                                for who, id in (("worker", good), ("mum", bad), ("nurse", also))))  # fmt: skip
    assert broken.left == 0, "the batch was not one"
    assert answers[bad] == "not_saved"
    assert answers[good].audience == answers[also].audience == "everyone"
    assert CANARY not in caplog.text
    shown = json.dumps([one.patch for one in table.told[told:]])
    assert texts[good] in shown
    assert texts[also] in shown
    assert CANARY not in shown
    assert table.replayed() == {key: table.boards(key) for key in table.seats}
    again = table.do("mum", AddItem(bad, "worries", texts[bad]), bad)
    assert again.n == answers[also].n + 1
    assert table.verdict().wrong == ()


def test_what_a_failed_command_left_in_memory_is_forgotten(table, monkeypatch):
    """A stream made inside a failed transaction is not there afterwards: the next to write there must make it anew."""
    pip, round, id = table.room.people["pip"], str(uuid4()), str(uuid4())
    table.do("chair", AskNumbers(round, "safety", (pip,)))
    BrokenOnce(monkeypatch, id, times=1)
    command = SaveNumber(round, pip, "number", 5, "why")
    with pytest.raises(Refused, match="not_saved"):
        table.do("mum", command, id)
    assert table.do("mum", command, id).n == 1
    assert table.replayed() == {key: table.boards(key) for key in table.seats}
    assert table.verdict().wrong == ()


def test_what_broke_in_telling_the_room_does_not_stop_the_next_command(table):
    def broken(_):
        raise RuntimeError(CANARY)

    table.live.listen(broken)
    table.add()
    item = table.add()
    assert item in table.boards("mum")["everyone"]["things"]["items"]


def test_a_repeated_command_id_gets_its_old_answer_and_with_other_words_it_is_refused(table):
    id, item = str(uuid4()), str(uuid4())
    command = AddItem(item, "worries", "Once.")
    first = table.do("worker", command, id)
    table.add()
    told = len(table.told)
    assert table.do("worker", command, id) == first
    assert together(table, ("worker", command, id), ("worker", command, id)) == {id: first}
    with pytest.raises(Refused, match="id_spent"):
        table.do("worker", AddItem(item, "worries", "Twice."), id)
    with pytest.raises(Refused, match="id_spent"):
        table.do("worker", OpenMeeting(), id)
    assert len(table.told) == told


def test_two_commands_of_one_id_in_one_batch_happen_once(table):
    id, item = str(uuid4()), str(uuid4())
    told = len(table.told)
    together(table, *[("worker", AddItem(item, "worries", "Once."), id)] * 3)
    assert len(table.told) == told + 1


def test_a_retry_after_removal_is_told_the_truth_and_a_new_command_is_not(table):
    id, item = str(uuid4()), str(uuid4())
    first = table.do("mum", AddItem(item, "worries", "Before."), id)
    table.do("chair", RemoveAttendee(table.room.attendees["mum"]))
    assert table.do("mum", AddItem(item, "worries", "Before."), id) == first
    with pytest.raises(Refused, match="not_here"):
        table.do("mum", AddItem(str(uuid4()), "worries", "After."))
