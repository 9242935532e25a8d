"""Who may speak for whom, cell by cell of `tests/speaking.csv` over the real wire: what is asked for, for somebody who is
where, typed by whom. A practitioner wrote and reads the file; it says what the rules must say, not what they say."""

import csv
from dataclasses import fields, replace
from pathlib import Path
from uuid import uuid4

import pytest

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.points.actions import ActionAgreed
from meeting_server.domain.points.provenance import Came
from meeting_server.domain.replay import COMMANDS
from meeting_server.domain.template.parts import Discipline, Summaries
from meeting_server.services.prepare_meeting import PlannedPerson
from meeting_server.storage import event_log
from meeting_server.storage.appending import Draft, write
from meeting_server.storage.template_files import load_templates
from tests.scenes.builders import added
from tests.servers.served import House, Served, make_room, opened

TABLE = Path(__file__).parents[1] / "speaking.csv"
HEAD, *ROWS = list(csv.reader(TABLE.read_text("utf-8").splitlines()))
WHERE = HEAD[2:]
IN_ROOM = WHERE[:5]
"""Those who were in the room on a device of their own, whatever became of it."""
TYPISTS = {"professional": "police", "named": "gran", "minute-taker": "scribe", "chair": "chair", "parent": "mum"}
NOT_SPEAKING = {
    "add_person": "names somebody; nothing is said for them",
    "lower_hand": "they have been heard; the desk's, for whoever it is",
    "note_report": "whether a report came, by the desk",
    "add_addendum": "after the lock, when nobody is here: the desk's alone (unit/domain/test_permissions.py)",
}
"""Commands with a field for a person that say nothing for that person."""
CHILDREN = [f"child{n}" for n in range(len(WHERE))]
PEOPLE = (
    *(PlannedPerson(one, f"Canary {one}", child=True, age=str(n + 2)) for n, one in enumerate(CHILDREN)),
    PlannedPerson("chair", "Asha Chairperson", role="chair", agency="social_care"),
    PlannedPerson("scribe", "Hal Minutes", role="minute_taker", agency="social_care"),
    PlannedPerson("worker", "Bel Worker", role="lead_social_worker", agency="social_care"),
    PlannedPerson("police", "Dee Constable", role="police", agency="police"),
    PlannedPerson("mum", "Esme Canarybird", relationship="Mum", role="parent", agency="family"),
    PlannedPerson("gran", "Flo Canarybird", relationship="Gran", role="supporter", agency="family"),
    *(PlannedPerson(one, f"Somebody {one}", role="professional", agency="support") for one in WHERE[:6]),
    PlannedPerson(WHERE[6], "Gus Elsewhere", agency="health"),
)


def everything():
    """A template that asks for all that people can be spoken for."""
    ours = load_templates()
    core, sitting = ours["core-group"], ours["supervision"]
    assert sitting.summaries
    asked = Summaries("Done", "Not received", (Discipline("work", "Work", ("professional",)),))
    once = tuple(one for one in sitting.adult_questions if not one.each_behaviour)
    return replace(
        ours["three-column-map"], updates=core.updates, visits=core.visits, adult_questions=once, summaries=asked
    )


def from_an_earlier_meeting(live, room):
    """The action of an earlier meeting that everybody can say something about; gives back its id."""
    item, worker = str(uuid4()), room.attendees["worker"]
    came = Came(str(uuid4()), str(uuid4()), "Conference", "First conference", "2026-09-01")
    step = added(item, "next", "A step.", room.people["worker"], worker, came=came)
    said = [To(ROOM, step), To(ROOM, ActionAgreed(item, (room.people["worker"],), None, "", "", None))]

    def make(connection):
        draft = Draft(connection, event_log.load(connection, room.id))
        draft.add(said, actor=worker, command_id=str(uuid4()), payload=b"", time=live.clock())
        write(connection, [draft])

    live.writer.run(make)
    return item


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    data_dir = tmp_path_factory.mktemp("speaking")
    with opened(data_dir) as live:
        rooms = [make_room(live, PEOPLE, everything()) for _ in TYPISTS]
        brought = {room.id: from_an_earlier_meeting(live, room) for room in rooms}
    served = Served(data_dir, RATE_PER_SECOND="1000", RATE_BURST="100000").start()
    house = House(served, rooms)
    house.brought = brought
    yield house
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


class Scene:
    """One meeting in which everybody of `WHERE` has said one of everything, and then is where they are."""

    def __init__(self, house, by):
        self.room = room = house.room()
        self.people, self.brought = room.people, house.brought[room.id]
        keys = ["scribe", "worker", "police", "mum", "gran", *IN_ROOM]
        self.wires = dict(zip(["chair", *keys], house.gather(room, *keys), strict=True))
        self.by = self.wires[TYPISTS[by]]
        chair, scribe, worker = (self.wires[one] for one in ("chair", "scribe", "worker"))
        self.children = [self.people[one] for one in CHILDREN]
        self.item, self.agreed = worker.add("A danger.", category="danger"), worker.add("Another danger.")
        self.step = worker.add("A step.", "next")
        chair.ok("set_action", item=self.step, owners=[self.people[one] for one in WHERE])
        self.asked, self.shown, self.rating = str(uuid4()), str(uuid4()), str(uuid4())
        chair.ok("ask_numbers", round=self.shown, scale="safety", children=self.children[:1])
        for child in self.children[:2]:
            chair.ok("decide_for_child", child=child, outcome="in_need_plan", reasons="r", family_view="f")
        chair.ok("set_rating", rating=self.rating, child=self.children[0], colour="red", reason="r", better="b")
        chair.ok("show_rating", rating=self.rating)
        self.theirs, self.typed, self.views, self.visits, self.progress = {}, {}, {}, {}, {}
        for where in WHERE:
            self.typed[where] = [worker.add("Typed for them.", speaker=self.people[where]) for _ in range(3)]
            self.says(where, self.wires.get(where, scribe), where in IN_ROOM)
        chair.ok("show_numbers", round=self.shown)
        chair.ok("ask_numbers", round=self.asked, scale="safety", children=self.children[:1])
        for where in WHERE:
            chair.ok("name_typist", person=self.people[where], typist=self.people["gran"])
        self.they_are_where_they_are(chair, scribe)

    def says(self, where, wire, own):
        """Everything they can take away again: written by themselves, or sent and typed by the minute-taker."""
        person = {} if own else {"person": self.people[where], "source": "E-mail of 12 March"}
        child = self.children[WHERE.index(where)]
        self.views[where], self.visits[where] = str(uuid4()), str(uuid4())
        wire.ok("see_differently", view=self.views[where], item=self.item, text="Not so.", **person)
        for answered in self.children[1:3]:
            wire.ok("give_agency_view", child=answered, answer="yes", why="Why.", **person)
        wire.ok("give_update", text="Told.", child=child, **person)
        wire.ok(
            "note_visit", visit=self.visits[where], child=child, day="2026-11-18", announced="yes", alone="no", **person
        )
        if where != "spoken of":
            wire.ok("dissent_from", child=self.children[1], why="No.", **person)
            wire.ok("finish_summary", text="Done.", **person)
        if own:
            self.theirs[where] = [wire.add("Mine.") for _ in range(2)]
            wire.ok("agree_item", item=self.agreed)
            wire.ok("save_number", round=self.shown, child=self.children[0], answer="number", value=5)
            wire.ok("view_adult", question="agreed", adult=self.people["mum"], answer="no", why="Why.")
            self.progress[where] = wire.ok("note_progress", item=self.brought, state="partly", evidence="Seen.")["n"]

    def they_are_where_they_are(self, chair, scribe):
        self.wires["asked"].ok("ask_to_type")
        attendees = self.room.attendees
        scribe.ok("state_attendance", attendee=attendees["none"], attendance="here", device=False, anyway=True)
        scribe.ok("state_attendance", attendee=attendees["left"], attendance="left")
        chair.ok("remove_attendee", attendee=attendees["removed"], reason="r")

    def data(self, what, where):
        """What is sent for a row of the table, but for whose it is."""
        new, child = str(uuid4()), self.children[WHERE.index(where)]
        first, mum = self.children[0], self.people["mum"]
        name, _, said = what.partition(": ")
        both = {
            "change what they wrote themselves": self.theirs, "take back what they wrote themselves": self.theirs,
            "change what another typed for them": self.typed, "take back what another typed for them": self.typed,
        }  # fmt: skip
        mine = both.get(said, {}).get(where, [None, None])
        return {
            "add_item": {"item": new, "column": "worries", "text": "t"},
            "write_privately": {"item": new, "column": "worries", "text": "t"},
            "agree_item": {"item": self.item} if said == "agree with a point" else {"item": self.agreed, "agrees": False},
            "see_differently": {"view": new, "item": self.item, "text": "t"},
            "take_back_view": {"view": self.views[where]},
            "save_number": {"round": self.asked if said == "give a number" else self.shown, "child": first,
                            "answer": "number", "value": 3},
            "rate_differently": {"view": new, "rating": self.rating, "reason": "r"},
            "accept_action": {"item": self.step},
            "give_agency_view": {"child": self.children[1] if said == "answer again" else first, "answer": "no"},
            "clear_agency_view": {"child": self.children[2]},
            "dissent_from": {"child": first}, "withdraw_dissent": {"child": self.children[1]},
            "give_update": {"text": "t"}, "clear_update": {"agency": self.agency(where), "child": child},
            "note_visit": {"visit": new, "child": first, "day": "2026-11-18", "announced": "yes", "alone": "no"},
            "take_back_visit": {"visit": self.visits[where]},
            "view_adult": {"question": "engaged", "adult": mum, "answer": "yes"},
            "clear_adult_view": {"question": "agreed", "adult": mum},
            "finish_summary": {"text": "t"}, "clear_summary": {},
            "raise_hand": {}, "name_typist": {"typist": self.people["gran"]},
            "change_item": {"item": mine[0], "version": 1, "text": "t"}, "take_back_item": {"item": mine[1]},
            "read_back": {"item": self.typed[where][2], "right": True},
            "note_progress": {"item": self.brought, "state": "done"},
            "clear_progress": {"item": self.brought, "n": self.progress.get(where, 0)},
        }[name]  # fmt: skip

    def agency(self, where):
        return "health" if where == "spoken of" else "support"

    def answer(self, what, where):
        """What comes of it: a code where it is refused, else what stands there afterwards, in the table's words."""
        name, data = what.partition(":")[0], self.data(what, where)
        taken = {one.name for one in fields(COMMANDS[name])}
        whose = next((one for one in ("person", "speaker") if one in taken), None)
        if whose:
            data[whose] = self.people[where]
        answer = self.by.send(name, data)
        if not answer["ok"] and answer["error"]["code"] == "source_due":
            assert self.by.send(name, {**data, "source": "E-mail"})["ok"]
            return "sent"
        if not answer["ok"]:
            return answer["error"]["code"]
        if name == "write_privately":
            return "yes"
        if answer["audience"] == "own" and self.by.until(lambda: self.sent(name, where) or self.sealed(where)):
            return "their yes" if self.sent(name, where) else "yes"
        return self.stands(name, data)

    def sent(self, name, where):
        """Whether this waits for the person's yes."""
        sent = self.by.things("sent_proposals", "own").values()
        return any((one["name"], one["person"]) == (name, self.people[where]) for one in sent)

    def sealed(self, where):
        """Whether a number of theirs lies sealed with whoever typed it."""
        return any(one["person"] == self.people[where] for one in self.by.things("sealed", "own").values())

    def stands(self, name, data):
        if name != "add_item":
            return "yes"
        item = self.by.until(lambda: self.by.things("items").get(data["item"]))
        return "was not here" if item["away"] else "to confirm" if item["confirmed"] == "waiting" else "yes"


@pytest.mark.parametrize("by", TYPISTS)
def test_every_cell_of_the_table_is_what_the_server_answers(house, by):
    scene = Scene(house, by)
    wrong = []
    for what, typist, *cells in ROWS:
        for where, expected in zip(WHERE, cells, strict=True):
            if typist != by or expected == "-":
                continue
            found = scene.answer(what, where)
            # That somebody said it aloud is what makes them speak at all: nothing on the wire says more than who typed it.
            if found != ("yes" if expected == "aloud" else expected):
                wrong.append((what, by, where, expected, found))
    assert not wrong


def test_every_command_that_can_name_another_person_stands_in_the_table():
    asked = {row[0].partition(":")[0] for row in ROWS}
    can = {name for name, cls in COMMANDS.items() if {"person", "speaker"} & {one.name for one in fields(cls)}}
    assert can <= asked | set(NOT_SPEAKING), "say in tests/speaking.csv who may do this for whom"
    assert asked <= set(COMMANDS)
    assert not asked & set(NOT_SPEAKING)


def test_the_table_has_every_typist_for_every_row_once():
    rows = [(row[0], row[1]) for row in ROWS]
    assert len(rows) == len(set(rows))
    assert {what: {by for one, by in rows if one == what} for what, _ in rows} == {
        what: set(TYPISTS) for what, _ in rows
    }
