"""A meeting with one thing of every kind, an example of every command, and every way to break one."""

from dataclasses import MISSING, fields
from types import NoneType
from typing import Annotated, Literal, get_args, get_origin, get_type_hints
from uuid import uuid4

from meeting_server.domain.kinds import IDS, Kind
from meeting_server.domain.replay import COMMANDS
from tests.people.on_the_wire import lobby

CANARY = "typed-canary"
NEW_IDS = {
    ("add_item", "item"), ("see_differently", "view"), ("ask_numbers", "round"), ("set_rating", "rating"),
    ("rate_differently", "view"), ("add_person", "person"), ("add_addendum", "addendum"), ("release_item", "shown_as"),
    ("write_privately", "item"), ("show_private", "shown_as"), ("start_private_writing", "id"),
    ("put_aside", "aside"), ("write_privately", "apart"), ("note_visit", "visit"), ("add_behaviour", "behaviour"),
}  # fmt: skip
"""Fields that carry the id of a thing not made yet, or (`apart`) of one that may be over by now; every other id must name
something of this meeting."""
KEYS = {
    "stage": "welcome", "outcome": "protection_plan", "kind": "neglect", "answer": "yes", "lang": "pl",
    "category": "danger", "obtained": "talk",
}  # fmt: skip


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
        chair.ok("state_attendance", attendee=self.room.attendees["gran"], attendance="here", device=False)
        chair.ok("set_action", item=self.step, owners=[people["gran"]])
        self.held = self.worker.add("A child's words.", speaker=people["pip"], obtained="talk")
        self.view = str(uuid4())
        self.mum.ok("see_differently", view=self.view, item=self.item, text="I see it differently.")
        self.shown, self.asked = str(uuid4()), str(uuid4())
        children = [people["pip"], people["juno"]]
        chair.ok("ask_numbers", round=self.shown, scale="safety", children=children)
        self.worker.ok("save_number", round=self.shown, child=people["pip"], answer="number", value=5)
        chair.ok("save_number", round=self.shown, child=people["pip"], answer="number", value=7, person=people["juno"])
        chair.ok("show_numbers", round=self.shown)
        chair.ok("ask_numbers", round=self.asked, scale="safety", children=children)
        self.number = chair.until(lambda: next(iter(chair.things("held_numbers", "chairs_desk")), None))
        self.aside = str(uuid4())
        spare = self.mum.add("A point to put aside.", "well")
        chair.ok("put_aside", aside=self.aside, kind="items", thing=spare, why="It says where somebody lives.")
        self.rating = str(uuid4())
        chair.ok("set_rating", rating=self.rating, child=people["pip"], colour="red", reason="So.", better="Then.")
        chair.ok("show_rating", rating=self.rating)

    def examples(self):
        """Each command's data, such that this meeting's chair could send it."""
        new, people = (lambda: str(uuid4())), self.room.people
        pip, worker = people["pip"], people["worker"]
        told = {
            "let_in": {"device": self.device, "together": False, "still_safe": False},
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
            "put_aside": {"aside": new(), "kind": "items", "thing": self.other, "why": "w", "n": None},
            "restore": {"aside": self.aside},
            "erase": {"aside": self.aside, "why": "w"},
            "release_item": {"item": self.held, "shown_as": new(), "children": [pip]},
            "agree_item": {"item": self.item, "agrees": True, "person": people["gran"]},
            "see_differently": {"view": new(), "item": self.item, "text": "t", "person": people["gran"], "source": "s"},
            "take_back_view": {"view": self.view, "why": "w"},
            "confirm_words": {"item": self.step, "right": True},
            "set_action": {"item": self.step, "owners": [worker], "by": "2026-12-01", "measure": "m", "if_not": "i",
                           "answers": self.item},
            "accept_action": {"item": self.step, "person": people["gran"]},
            "ask_numbers": {"round": new(), "scale": "safety", "children": [pip], "about": self.item, "ten": "t",
                            "zero": "z"},
            "save_number": {"round": self.asked, "child": pip, "answer": "number", "value": 3, "reason": "r",
                            "person": people["gran"]},
            "show_numbers": {"round": self.asked},
            "hide_numbers": {"round": self.shown},
            "release_number": {"number": self.number},
            "agree_number": {"round": self.shown, "child": pip, "agrees": True, "value": 5, "text": "t"},
            "set_rating": {"rating": new(), "child": pip, "colour": "amber", "reason": "r", "better": "b"},
            "show_rating": {"rating": self.rating},
            "rate_differently": {"view": new(), "rating": self.rating, "reason": "r", "colour": "green",
                                 "person": people["gran"]},
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
            "ask_to_read": {"item": self.other, "child": None},
            "note_low_asked": {"round": self.shown, "child": pip},
            "ask_for_views": {"child": pip, "people": [worker]},
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
        if kind.name in IDS:
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
            "adult": people["mum"], "behaviour": self.view, "proposal": self.view, "typist": people["mum"],
            "aside": self.aside,
        }[field]  # fmt: skip


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


def references():
    """Every field that names something which must be there already."""
    for name in COMMANDS:
        for field, hint in hints(name).items():
            kind = kind_of(hint)
            is_id = (kind and kind.name in IDS) or (name, field) == ("release_number", "number")
            if is_id and (name, field) not in NEW_IDS and name not in ("add_addendum", "end_meeting"):
                yield name, field


def swapped(data, field, id):
    return {**data, field: [id] if isinstance(data[field], list) else id}
