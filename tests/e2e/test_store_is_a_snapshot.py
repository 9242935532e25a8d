"""What a browser has folded together from patches is what a fresh snapshot says (acceptance c, in the browser's store)."""

import random
from typing import Any
from uuid import uuid4

from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import Person, until
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room


class Run:
    """Several people at wires doing, by chance but the same each time, what people do; refusals are part of it."""

    def __init__(self, seed: int, room: Room, chair: Wire, people: list[Wire]) -> None:
        self.dice = random.Random(seed)
        self.room, self.chair, self.people = room, chair, [chair, *people]
        self.children = [room.people["pip"], room.people["juno"]]
        self.taken: dict[str, int] = {}

    def step(self) -> None:
        """One command of somebody."""
        who = self.dice.choice(self.people)
        name, data = self.dice.choice([self._add, self._add, self._add, self._change, self._move, self._back, self._differ,
                                       self._agree, self._act, self._accept, self._ask, self._number, self._number, self._show,
                                       self._release, self._rate, self._rating, self._hide])(who)  # fmt: skip
        if name in STEERING or (name in TIDYING and self.dice.random() < 0.6):
            who = self.chair
        if who.send(name, data)["ok"]:
            self.taken[name] = self.taken.get(name, 0) + 1

    def _one(self, kind: str, audience: str = "everyone") -> dict[str, Any]:
        found = list(self.chair.things(kind, audience).values())
        standing = [one for one in found if not one.get("taken_back")]
        found = standing if standing and self.dice.random() < 0.8 else found
        return self.dice.choice(found) if found else {"id": str(uuid4()), "version": 1, "text": ""}

    def _add(self, who: Wire) -> tuple[str, dict[str, Any]]:
        child = self.dice.random() < 0.25
        data = {
            "item": str(uuid4()),
            "column": self.dice.choice(["worries", "well", "next"]),
            "text": f"Said {self.dice.random()}",
        }
        return "add_item", {**data, "speaker": self.children[0], "obtained": "talk"} if child else data

    def _change(self, who: Wire) -> tuple[str, dict[str, Any]]:
        item = self._one("items")
        return "change_item", {"item": item["id"], "version": item["version"], "text": item["text"] + ", and more"}

    def _move(self, who: Wire) -> tuple[str, dict[str, Any]]:
        place = self.dice.choice(["first", "last", "after"])
        after = self._one("items")["id"] if place == "after" else None
        column = self.dice.choice(["worries", "well", "next"])
        return "move_item", {"item": self._one("items")["id"], "column": column, "place": place, "after": after}

    def _back(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "take_back_item", {"item": self._one("items")["id"], "why": ""}

    def _differ(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "see_differently", {"view": str(uuid4()), "item": self._one("items")["id"], "text": "Not to me."}

    def _agree(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "agree_item", {"item": self._one("items")["id"], "agrees": self.dice.random() < 0.7}

    def _act(self, who: Wire) -> tuple[str, dict[str, Any]]:
        steps = [item["id"] for item in self.chair.things("items").values() if item["column"] == "next"]
        item = self.dice.choice(steps) if steps else str(uuid4())
        owner = self.room.people[self.dice.choice(["mum", "worker"])]
        return "set_action", {
            "item": item,
            "owners": [owner],
            "by": "2026-12-01",
            "measure": "We see it",
            "if_not": "We meet",
        }

    def _accept(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "accept_action", {"item": self._one("items")["id"]}

    def _ask(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "ask_numbers", {"round": str(uuid4()), "scale": "safety", "children": self.children}

    def _number(self, who: Wire) -> tuple[str, dict[str, Any]]:
        child = self.dice.choice(self.children)
        value = self.dice.randrange(11)
        return "save_number", {
            "round": self._one("rounds")["id"],
            "child": child,
            "answer": "number",
            "value": value,
            "reason": "So",
        }

    def _show(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "show_numbers", {"round": self._one("rounds")["id"]}

    def _hide(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "hide_numbers", {"round": self._one("rounds")["id"]}

    def _release(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "release_item", {"item": self._one("items", "chairs_desk")["id"], "shown_as": str(uuid4())}

    def _rate(self, who: Wire) -> tuple[str, dict[str, Any]]:
        data = {
            "rating": str(uuid4()),
            "child": self.dice.choice(self.children),
            "colour": "amber",
            "reason": "R",
            "better": "B",
        }
        return "set_rating", data

    def _rating(self, who: Wire) -> tuple[str, dict[str, Any]]:
        return "show_rating", {"rating": self._one("ratings", "chairs_desk")["id"]}


STEERING = {"ask_numbers", "show_numbers", "hide_numbers", "release_item", "set_rating", "show_rating"}
TIDYING = {"change_item", "move_item", "take_back_item", "set_action"}
AT_LEAST = STEERING | TIDYING | {"add_item", "see_differently", "agree_item", "save_number"}


def test_every_browsers_store_is_what_a_fresh_snapshot_says(house: House, hall: Hall) -> None:
    room, chair, [worker, mum, juno] = gathered(house, "worker", "mum", "juno")
    browsers = {
        wire: hall.guest(house, room, key).arrives()
        for wire, key in ((mum, "mum"), (worker, "worker"), (chair, "chair"))
    }
    let_in(chair, *browsers.values())
    run = Run(1, room, chair, [worker, mum, juno])
    rounds = 0
    # What is taken depends on who was faster, too: it goes on until every kind of command was, within reason.
    while rounds < 8 or (not set(run.taken) >= AT_LEAST and rounds < 24):
        rounds += 1
        for _ in range(50):
            run.step()
        for wire, one in browsers.items():
            equals_a_fresh_snapshot(one, wire)
    assert set(run.taken) >= AT_LEAST, run.taken
    assert sum(run.taken.values()) > 100


def equals_a_fresh_snapshot(one: Person, wire: Wire) -> None:
    """Another device of the same person asks for everything anew; the browser holds the same, and asked for nothing."""
    fresh = wire.fresh()
    until(one.page, lambda: one.dump() == fresh, why=f"for {one.name}'s store to be a fresh snapshot")
    snapshots = [frame for frame in one.frames if frame.startswith('42["snapshot"')]
    assert len(snapshots) <= 2, "it asked for a snapshot instead of folding patches"
