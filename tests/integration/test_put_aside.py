"""Words that were put aside over real sockets: who reads them on, who does not, and that erased they leave no byte."""

import io
import json
import zipfile
from uuid import uuid4

from meeting_server.domain.asides.put_aside import Erase, PutAside, Restore
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.views import SeeDifferently
from tests.people.big_screen import ScreenWire
from tests.people.on_the_wire import caught_up, let_in
from tests.scenes.table import CANARY
from tests.servers.stores import kept

SECRET = "14 Harbour Row, the blue door"
WHY = "It says where somebody lives."


def reads_since(wire, frames):
    """All that reaches a browser now: the frames since then, a fresh snapshot, the page and both forms of the record."""
    wire.fresh()
    record = wire.get(f"/board/{wire.seat}/record")
    word = wire.get(f"/board/{wire.seat}/record.docx")
    text = [wire.get(wire.page).text, record.text]
    if word.ok:
        with zipfile.ZipFile(io.BytesIO(word.content)) as file:
            text += [file.read(name).decode(errors="replace") for name in file.namelist()]
    return "\n".join([*wire.raw[frames:], *text])


def test_put_aside_words_reach_nobody_any_more_but_the_desk_and_whoever_said_them(crowd):
    room = crowd.room()
    chair, worker, mum = crowd.gather(room, "worker", "mum")
    screen = ScreenWire(chair).connect()
    try:
        point = mum.add(f"We live at {SECRET}.")
        worker.ok("see_differently", view=str(uuid4()), item=point, text="He knows, I think.")
        caught_up(chair, worker, mum, screen)
        seen = {one: len(one.raw) for one in (chair, worker, mum, screen)}
        assert worker.refused("put_aside", aside=str(uuid4()), kind="items", thing=point, why=WHY) == "may_not"
        aside = str(uuid4())
        chair.ok("put_aside", aside=aside, kind="items", thing=point, why=WHY)
        caught_up(chair, worker, mum, screen)
        second, nurse = crowd.joins(room, "mum"), crowd.joins(room, "nurse")
        let_in(chair, second, nurse)
        for one in (worker, nurse, screen):
            assert SECRET not in reads_since(one, seen.get(one, 0)), one.name
            assert one.things("asides")[aside]["why"] == WHY
            assert "He knows, I think." in json.dumps(one.boards)
        assert "Put aside by" in worker.get(f"/board/{worker.seat}/record").text
        for one in (mum, second):
            assert SECRET in one.things("aside_copies", "own")[aside]["words"][0]
            assert SECRET not in one.get(f"/board/{one.seat}/record").text
        assert SECRET in chair.things("aside_copies", "chairs_desk")[aside]["words"][0]
        assert worker.refused("restore", aside=aside) == "may_not"
        chair.ok("restore", aside=aside)
        caught_up(chair, worker, nurse)
        assert nurse.things("items")[point]["text"] == f"We live at {SECRET}."
        assert not nurse.things("asides")
    finally:
        screen.close()


def test_erased_words_leave_no_byte_in_the_log_and_everything_else_stands(table, tmp_path):
    pip = table.room.people["pip"]
    round, shown = str(uuid4()), str(uuid4())
    point = table.add("mum", CANARY)
    view = str(uuid4())
    table.do("worker", SeeDifferently(view, point, f"{CANARY} too"))
    child = table.add("worker", f"{CANARY}, he says", speaker=pip, obtained="talk", children=(pip,))
    table.do("chair", ReleaseItem(child, shown))
    table.do("chair", AskNumbers(round, "safety", (pip,)))
    table.do("mum", SaveNumber(round, pip, "number", 3, f"{CANARY} at night"))
    table.do("worker", SaveNumber(round, pip, "number", 7, "He sleeps."))
    table.do("chair", ShowNumbers(round))
    number = f"{round}:{pip}:{table.room.people['mum']}"
    assert CANARY.encode() in kept(tmp_path)
    for kind, thing in (("items", point), ("views", view), ("items", shown), ("numbers", number)):
        for once in (Restore, Erase):
            aside = str(uuid4())
            table.do("chair", PutAside(aside, kind, thing, WHY))
            table.do("chair", Restore(aside) if once is Restore else Erase(aside, "It must not exist."))
    assert CANARY.encode() not in kept(tmp_path)
    assert CANARY not in json.dumps({key: table.boards(key) for key in table.seats})
    assert "He sleeps." in json.dumps(table.boards("juno"))
    assert table.replayed() == {key: table.boards(key) for key in table.seats}
    assert table.verdict().wrong == ()
