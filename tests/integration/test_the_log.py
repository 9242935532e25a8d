"""The log: append-only in the database itself, forgetting what was taken back, and the one source of every board."""

import json
import random
import sqlite3
import threading
import time
from contextlib import closing
from datetime import date
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from meeting_server.domain import replay
from meeting_server.domain.actions import SetAction
from meeting_server.domain.addenda import AddAddendum
from meeting_server.domain.bank_holidays import holidays_of
from meeting_server.domain.ending import EndMeeting, FinishMeeting, OpenMeeting, Reason
from meeting_server.domain.items import AddItem, ChangeItem
from meeting_server.domain.kinds import plain
from meeting_server.domain.leaving import RemoveAttendee
from meeting_server.domain.moving import MoveItem
from meeting_server.domain.people import AddPerson
from meeting_server.domain.placing import SaveNumber
from meeting_server.domain.ratings import SetRating, ShowRating
from meeting_server.domain.refused import Refused
from meeting_server.domain.releasing import ReleaseItem
from meeting_server.domain.rounds import AskNumbers
from meeting_server.domain.showing import ShowNumbers
from meeting_server.domain.statements import AgreeItem, SeeDifferently, TakeBackView
from meeting_server.domain.taking_back import TakeBackItem
from meeting_server.services import scheduling
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.storage.appending import Draft
from meeting_server.storage.tables import metadata
from tests.stores import kept
from tests.table import Table
from tests.wire import fold

CANARY = "taken-back-canary"


@pytest.fixture
def table(tmp_path):
    made = Table(tmp_path)
    yield made
    made.close()


def test_a_meeting_keeps_the_bank_holidays_it_was_made_with(table):
    """A calendar that knows better later changes no date that was written down (decision 0020)."""
    kept = holidays_of(table.meeting)
    assert kept[date(2026, 12, 25)] == "Christmas Day"
    later = LiveMeetings(table.database, lambda: 0, lambda day: ())
    try:
        assert holidays_of(later.meeting(table.room.id)) == kept
    finally:
        later.writer.stop()


def raw(table):
    """A connection of a stranger with write access, who goes by no code of ours."""
    return closing(sqlite3.connect(table.database.path))


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET body = x'00' WHERE id = 3",
        "UPDATE events SET name = 'x'",
        "UPDATE events SET actor = 'x', body = NULL, payload_hash = NULL",
        "UPDATE events SET time = time + 1, body = NULL, payload_hash = NULL",
        "UPDATE events SET commitment = x'00', body = NULL, payload_hash = NULL",
        "UPDATE events SET hash = x'00', body = NULL, payload_hash = NULL",
        "UPDATE events SET n = n + 1000, body = NULL, payload_hash = NULL",
        "DELETE FROM events",
        "DELETE FROM events WHERE id = (SELECT max(id) FROM events)",
        "REPLACE INTO events SELECT id, stream, n, meeting, position, actor, command_id, part, payload_hash, 'x', version,"
        " time, body, commitment, previous, hash FROM events WHERE id = 3",
        "INSERT OR REPLACE INTO events SELECT 999999, stream, n, meeting, position, actor, command_id, part, payload_hash,"
        " name, version, time, x'00', commitment, previous, hash FROM events WHERE id = 3",
    ],
)
def test_the_database_itself_refuses_to_change_or_drop_what_was_said(table, statement):
    table.add()
    before = bytes(str(list(_rows(table))), "utf-8")
    with raw(table) as stranger:
        with pytest.raises(sqlite3.IntegrityError):
            stranger.execute(statement)
        stranger.rollback()
    assert bytes(str(list(_rows(table))), "utf-8") == before


def _rows(table):
    with raw(table) as stranger:
        return stranger.execute("SELECT * FROM events ORDER BY id").fetchall()


def finish(table):
    try:
        table.do("chair", EndMeeting())
    except Refused as refused:
        reasons = tuple(Reason(check, "Not today.") for check in refused.more["fields"])
        table.do("chair", EndMeeting(reasons))
    table.do("chair", FinishMeeting("FINISH"))


@pytest.mark.sqlite
def test_after_the_finish_the_database_itself_takes_addenda_and_nothing_else(table):
    item = table.add()
    finish(table)
    copied = (
        "INSERT INTO events SELECT 999999, stream, n + 1000, meeting, position + 1000, actor, 'x', part, payload_hash, '{}',"
        " version, time, body, commitment, previous, hash FROM events WHERE name = 'item_added' LIMIT 1"
    )
    with raw(table) as stranger:
        for name in ("item_added", "item_changed", "meeting_opened", "numbers_shown"):
            with pytest.raises(sqlite3.IntegrityError, match="finished"):
                stranger.execute(copied.format(name))
        stranger.rollback()
    for command in (ChangeItem(item, 1, "x"), TakeBackItem(item), AddItem(str(uuid4()), "worries", "x"), OpenMeeting()):
        with pytest.raises(Refused) as refused:
            table.do("chair", command)
        assert refused.value.code == "wrong_state"
    table.do("chair", AddAddendum(str(uuid4()), "Added later.", "Asked for by Esme."))
    assert table.verdict().wrong == ()


def test_when_a_meeting_is_finished_every_own_stream_is_forgotten_and_the_chain_still_holds(tmp_path):
    table = Table(tmp_path)
    round = str(uuid4())
    pip = table.room.people["pip"]
    table.do("chair", AskNumbers(round, "safety", (pip,)))
    table.do("mum", SaveNumber(round, pip, "number", 3, f"{CANARY} first"))
    table.do("mum", SaveNumber(round, pip, "number", 4, "shown"))
    table.do("chair", ShowNumbers(round))
    assert CANARY.encode() in kept(tmp_path)
    finish(table)
    verdict = table.verdict()
    assert verdict.wrong == ()
    assert verdict.redacted >= 2
    table.close()
    assert CANARY.encode() not in kept(tmp_path)


@pytest.mark.sqlite
def test_migrations_lead_to_exactly_the_tables_the_code_names(table):
    def compare(connection):
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata)

    assert table.live.writer.run(compare) == []
    with raw(table) as stranger:
        triggers = {name for (name,) in stranger.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert triggers == {
        "events_are_not_changed", "events_are_not_deleted", "events_are_not_replaced",
        "finished_meetings_take_addenda_only",
    }  # fmt: skip


@pytest.mark.sqlite
def test_readers_can_not_write(table):
    with table.database.reading() as connection, pytest.raises(sa.exc.OperationalError):
        connection.execute(sa.text("UPDATE meetings SET title = 'x'"))


@pytest.mark.parametrize("in_between", ["nothing", "changed", "held", "view", "many others"])
def test_taken_back_words_leave_no_byte_and_the_log_folds_to_the_same_boards(table, tmp_path, in_between):
    pip = table.room.people["pip"]
    if in_between == "view":
        item = table.add()
        id = str(uuid4())
        table.do("mum", SeeDifferently(id, item, f"{CANARY} differently"))
        back, who = TakeBackView(id), "mum"
    else:
        more = {"speaker": pip, "obtained": "talk"} if in_between == "held" else {}
        item = table.add(text=f"{CANARY} first", source=f"{CANARY} source", when=f"{CANARY} when", **more)
        if in_between == "changed":
            table.do("worker", ChangeItem(item, 1, f"{CANARY} second"))
            table.do("worker", MoveItem(item, "well"))
            table.do("mum", AgreeItem(item))
        if in_between == "held":
            table.do("chair", ReleaseItem(item, str(uuid4())))
        if in_between == "many others":
            for n in range(300):
                table.add(text=f"Another {n}")
        back, who = TakeBackItem(item), "worker"
    assert CANARY.encode() in kept(tmp_path)
    table.do(who, back)
    assert CANARY.encode() not in kept(tmp_path)
    assert CANARY not in json.dumps({key: table.boards(key) for key in table.seats})
    assert table.replayed() == {key: table.boards(key) for key in table.seats}
    verdict = table.verdict()
    assert verdict.wrong == ()
    assert verdict.redacted >= 1


@pytest.mark.sqlite
def test_a_taken_back_point_can_not_be_guessed_at_by_its_hash(table):
    item = table.add(text="Guess me.")
    table.do("worker", TakeBackItem(item))
    with raw(table) as stranger:
        rows = stranger.execute("SELECT body, payload_hash FROM events WHERE name = 'item_added'").fetchall()
    assert rows == [(None, None)]


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


def tamperings(stranger, meeting):
    """Every way of changing one event of the meeting, one at a time: SQL and its values."""
    rows = stranger.execute("SELECT id, stream, body FROM events WHERE meeting = ?", (meeting,)).fetchall()
    changes = ["time = time + 1", "actor = 'x'", "name = 'x'", "version = 2", "n = n + 1000", "hash = zeroblob(32)",
               "previous = randomblob(32)", "commitment = randomblob(32)",
               "position = position + 1000"]  # fmt: skip
    for id, stream, body in rows:
        for change in changes:
            yield f"UPDATE events SET {change} WHERE id = ?", (id,)
        yield "DELETE FROM events WHERE id = ?", (id,)
        yield (
            "UPDATE events SET stream = (SELECT max(id) FROM streams WHERE id != ?), n = n + 500 WHERE id = ?",
            (stream, id),
        )
        if body:
            flipped = bytearray(body)
            flipped[random.Random(id).randrange(len(flipped))] ^= 1
            yield "UPDATE events SET body = ? WHERE id = ?", (bytes(flipped), id)
    yield "UPDATE streams SET n = n - 1 WHERE id = (SELECT min(id) FROM streams WHERE n > 1)", ()
    yield "UPDATE streams SET head = zeroblob(32)", ()
    # A stream dropped whole: what mum wrote in private never was.
    yield "DELETE FROM streams WHERE id = (SELECT max(id) FROM streams)", ()


@pytest.mark.sqlite
def test_every_single_tampering_of_a_stranger_who_dropped_the_triggers_is_found(table):
    pip, round = table.room.people["pip"], str(uuid4())
    item = table.add()
    table.do("worker", TakeBackItem(table.add(text="gone")))
    table.do("chair", AskNumbers(round, "safety", (pip,)))
    table.do("mum", SaveNumber(round, pip, "number", 3))
    table.do("mum", AgreeItem(item))
    assert table.verdict().wrong == ()
    with raw(table) as stranger:
        for trigger in ("events_are_not_changed", "events_are_not_deleted", "finished_meetings_take_addenda_only"):
            stranger.execute(f"DROP TRIGGER {trigger}")
        stranger.commit()
        kept = {name: stranger.execute(f"SELECT * FROM {name}").fetchall() for name in ("events", "streams")}
        tried = 0
        for statement, values in list(tamperings(stranger, table.room.id)):
            stranger.execute(statement, values)
            stranger.commit()
            assert table.verdict().wrong, (statement, values)
            tried += 1
            for name, rows in kept.items():
                stranger.execute(f"DELETE FROM {name}")
                stranger.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(rows[0]))})", rows)
            stranger.commit()
        assert tried > 200
        assert table.verdict().wrong == ()


@pytest.mark.sqlite
def test_the_last_events_can_not_be_cut_off_unseen(table):
    table.add()
    table.add()
    with raw(table) as stranger:
        stranger.execute("DROP TRIGGER events_are_not_deleted")
        stranger.execute("DELETE FROM events WHERE id = (SELECT max(id) FROM events)")
        stranger.commit()
    assert any("does not end" in line for line in table.verdict().wrong)


@pytest.mark.sqlite
def test_bodies_that_were_cleared_by_hand_are_counted_as_redacted_and_never_hidden(table):
    table.add()
    before = table.verdict()
    with raw(table) as stranger:
        stranger.execute("UPDATE events SET body = NULL, payload_hash = NULL WHERE id = (SELECT max(id) FROM events)")
        stranger.commit()
    assert table.verdict().redacted == before.redacted + 1


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
    return meeting.streams_of(meeting.actor(table.seats[key].attendee, table.seats[key].device))


SHOWING = ("show", "release", "show rating", "held", "rate")
"""What lets the room know what was hidden, or is done in secret anyway."""


def heard(data_dir, seed, listener, secret, monkeypatch):
    """All that one person is told in a run: first snapshot, every patch, last snapshot, as the bytes of its JSON.

    Runs of one seed have the same ids, people and clock; `secret` changes what the listener may not know: the words a
    child said to somebody else and whether there were any, others' numbers and reasons, what lies on the chair's desk.
    """
    ids = random.Random(f"ids {seed}")
    for names in (vars(scheduling), globals()):
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
